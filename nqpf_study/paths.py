"""Where things live: in a checkout, in an installed wheel, in a frozen bundle."""

from __future__ import annotations

import os
import sys
from pathlib import Path

HOME_VARIABLE = "NQPF_STUDY_HOME"
COVERAGE = "coverage.yaml"
"""The file beside deck files that tells which sentences of their sources no card needs."""


def shipped() -> Path:
    """Return the folder that holds decks/, docs/, seeds/ and resources/."""
    package = Path(__file__).resolve().parent
    installed = package / "_data"
    if installed.is_dir():
        return installed
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else package.parent


def decks() -> tuple[Path, ...]:
    """Return the curated deck files, in the order in which they are shown."""
    files = (shipped() / "decks").glob("*.yaml")
    return tuple(sorted(file for file in files if file.name != COVERAGE))


def manifest() -> Path:
    """Return the manifest of the shipped sources."""
    return shipped() / "seeds" / "manifest.yaml"


def resources() -> Path:
    """Return the folder of icons, fonts and translations."""
    return shipped() / "resources"


def guide(*, chinese: bool = False) -> Path:
    """Return the page that tells teachers how to write decks; its examples stand beside it."""
    return shipped() / "docs" / ("decks.zh-CN.md" if chinese else "decks.md")


def home(asked: str | None = None) -> Path:
    """Return the data folder: as asked for, as the environment says, or the system's own place."""
    named = asked or os.environ.get(HOME_VARIABLE)
    if named:
        try:
            return Path(named).expanduser().absolute()
        except RuntimeError:  # `~name`, and nobody has that name
            return Path(named).absolute()
    from platformdirs import user_data_path  # noqa: PLC0415 - most starts name no folder in tests

    return user_data_path("nqpf-study", appauthor=False)
