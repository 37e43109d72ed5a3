"""What the files of a deck package may be called, so that every system takes them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

from nqpf_study.content.problems import shortened
from nqpf_study.domain.phrase import Phrase, phrase

ENDING = ".nqpf.zip"
"""How the name of a deck package ends."""

DECK_ENDINGS = (".yaml", ".yml")
TEXT_ENDINGS = (".txt", ".text", ".md", ".markdown")

_DEEPEST = 8
_LONGEST_PART = 200
_FORBIDDEN = frozenset('<>:"|?*\\')
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)


def is_package(name: str) -> bool:
    """Tell whether a file of this name is opened as a deck package.

    Any ZIP file is: a browser that saves a second copy calls it `harbour.nqpf (1).zip`.
    """
    return name.lower().endswith(".zip")


def is_deck_file(name: str) -> bool:
    """Tell whether a file of this name is a deck file."""
    return name.lower().endswith(DECK_ENDINGS)


def why_not(names: Iterable[str]) -> Phrase | None:
    """Return what is wrong with the names of a package's files, None where all is well."""
    taken: set[str] = set()
    folders: set[str] = set()
    for name in names:
        if wrong := _why_not_one(name):
            return wrong
        folded = unicodedata.normalize("NFC", name).casefold()
        if folded in taken:
            return phrase("“{name}” is in it twice", name=shortened(name))
        taken.add(folded)
        folders |= {str(above) for above in PurePosixPath(folded).parents}
    if both := sorted(taken & folders):
        return phrase("“{name}” is in it twice", name=shortened(both[0]))
    return None


def _why_not_one(name: str) -> Phrase | None:
    parts = name.split("/")
    if name.startswith("/") or {"", ".", ".."} & set(parts) or len(parts) > _DEEPEST:
        return phrase("“{name}” would not stand in the package's own folder", name=shortened(name))
    if not all(_is_portable(part) for part in parts):
        return phrase("“{name}” is no name that every system takes", name=shortened(name))
    if not parts[-1].lower().endswith((*DECK_ENDINGS, *TEXT_ENDINGS)):
        return phrase("“{name}” is neither a deck file nor a plain text", name=shortened(name))
    return None


def _is_portable(part: str) -> bool:
    """Tell whether Windows, macOS and Linux all take a name."""
    return (
        len(part.encode("utf-8", "surrogatepass")) <= _LONGEST_PART
        and part.isprintable()
        and not _FORBIDDEN & set(part)
        and not part.endswith((".", " "))
        and part.partition(".")[0].strip().lower() not in _DEVICES
    )
