"""Practice tests: questions whose answers change nothing of the schedule."""
