"""The timetable of a course of foscarnet: its infusions, their fluid, and the tests due."""
