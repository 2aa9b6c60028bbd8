"""The code keeps to the plan of the house."""
