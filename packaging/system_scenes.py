"""The gallery's scenes of what comes from outside the window: drags, packages, several files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from demonstration import FRESH
from PySide6.QtWidgets import QPushButton

from nqpf_study.ui.deck_queue import MANY

if TYPE_CHECKING:
    from stage import Stage

Show = Callable[["Stage"], object]


def from_outside() -> Iterator[tuple[str, str, Show]]:
    """Return the name of each scene, its collection, and the way to it."""
    yield "drop", FRESH, dragging("harbour.nqpf.zip")
    yield "drop-refused", FRESH, dragging("harbour.jpg")
    yield "package-refused", FRESH, refused_package
    yield "many-files", FRESH, many_files


def dragging(name: str) -> Show:
    """Return the way to the window while a file is dragged over it."""

    def show(stage: Stage) -> None:
        stage.window.go("study")
        stage.settle()
        stage.shell.findChildren(QPushButton)[0].setFocus()  # where the words don't cover it
        stage.shell.overlay.show_for([name])

    return show


def refused_package(stage: Stage) -> None:
    """Open a package that is none."""
    package = stage.home / "harbour.nqpf.zip"
    package.write_bytes(b"no package")
    stage.window.open_deck_files([package])
    stage.wait(lambda: stage.dialogs)


def many_files(stage: Stage) -> None:
    """Open a folder with more decks than one looks at without being asked."""
    folder = stage.home / "decks"
    folder.mkdir()
    for number in range(MANY + 4):
        (folder / f"{number}.yaml").write_text("format: 1\n", "utf-8")
    stage.window.open_deck_files([folder])
    stage.wait(lambda: stage.dialogs)
