"""Dice that fall the same way in every run."""

from __future__ import annotations

from random import Random


def dice(seed: int) -> Random:
    """Return a generator for tests; nothing in them is a secret."""
    return Random(seed)  # noqa: S311 - repeatable on purpose
