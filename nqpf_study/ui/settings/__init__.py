"""Settings: the few that matter."""
