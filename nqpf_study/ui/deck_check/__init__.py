"""Deck check: a deck file's problems, cards and changes, shown anew whenever it is saved."""
