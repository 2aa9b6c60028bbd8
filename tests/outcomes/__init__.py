"""What every worked example says, word for word, as it was when somebody last looked at it."""
