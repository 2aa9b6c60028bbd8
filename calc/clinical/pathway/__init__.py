"""What to do, step by step, when zoster or herpes simplex does not heal on oral antivirals."""
