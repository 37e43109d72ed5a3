"""Trials of reliability: what is held to whatever is done to a learner's data."""
