"""Lints: what is right by the format, and yet a learner would stumble over. All are warnings."""
