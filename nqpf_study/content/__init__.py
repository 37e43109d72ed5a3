"""Deck files and sources turned into domain values, with every problem and its place."""
