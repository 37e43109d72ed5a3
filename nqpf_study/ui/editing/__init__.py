"""Editing a note of one's own deck: its texts, saved into the deck file."""
