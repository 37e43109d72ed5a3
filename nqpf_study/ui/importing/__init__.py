"""Importing a deck file: what it would do, what is wrong with it, how far it has come."""
