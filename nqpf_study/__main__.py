"""The window; the command line when a subcommand is given."""
