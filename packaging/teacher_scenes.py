"""The gallery's scenes of a teacher at work: a deck file checked as it is saved, a note edited."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from demonstration import FRESH

from nqpf_study import paths
from nqpf_study.ui.deck_check.window import DeckCheck
from nqpf_study.ui.editing.dialog import EditDialog
from nqpf_study.ui.guide.dialog import GuideDialog
from nqpf_study.ui.widgets.written import Written

if TYPE_CHECKING:
    from stage import Stage

    from nqpf_study.app import Study

Prepare = Callable[["Study"], object]
Show = Callable[["Stage"], object]

DECK = "tide-mills"
MISTAKES = (
    ("definition: A water mill that", "defintion: A water mill that"),
    ("exact: tide mill 潮汐磨坊", "exact: tide mill 潮汐 磨坊"),
    ("id: parts", "id: tide mill"),
)
REWORDED = (
    ("question: What is a tide mill?", "question: What is a tide mill, in a few words?"),
    ("id: parts", "id: its-parts"),
)


def teaching() -> Iterator[tuple[str, str, Show, Prepare]]:
    """Return the name of each scene, its collection, the way to it, and what is prepared."""
    yield "check-problems", FRESH, check(0, MISTAKES), import_example
    yield "check-cards", FRESH, check(1), import_example
    yield "check-changes", FRESH, check(2, REWORDED), import_example
    yield "check-nothing-wrong", FRESH, check(0), import_example
    yield "packed", FRESH, pack, import_example
    yield "exported", FRESH, export, import_example
    yield "remove", FRESH, remove, import_example
    yield "edit", FRESH, edit, import_example
    yield "edit-problem", FRESH, edit_wrongly, import_example
    yield "guide-tables", FRESH, read_tables, import_example


def example(home: Path) -> Path:
    """Return where a copy of the example deck is, beside its source."""
    folder = home / "teacher"
    if not folder.exists():
        folder.mkdir()
        for ending in ("yaml", "txt"):
            shutil.copy(paths.guide().parent / "examples" / f"{DECK}.{ending}", folder)
    return folder / f"{DECK}.yaml"


def import_example(study: Study) -> None:
    """Import the example deck."""
    study.import_deck(study.preview(example(study.home)))


def check(part: int, changes: tuple[tuple[str, str], ...] = ()) -> Show:
    """Check the deck's file, which was changed since, and look at one part of the check."""

    def show(stage: Stage) -> None:
        file = example(stage.home)
        text = file.read_text("utf-8")
        for was, now in changes:
            text = text.replace(was, now)
        file.write_text(text, encoding="utf-8")
        stage.window.errands.checking.check_file(stage.collection, file)
        stage.wait(lambda: any(isinstance(shown, DeckCheck) for shown in stage.dialogs))
        (window,) = (shown for shown in stage.dialogs if isinstance(shown, DeckCheck))
        window.choices.button(part).click()
        if part == 2:
            window.changes.choices.buttons()[1].click()
        stage.settle()

    return show


def pack(stage: Stage) -> None:
    """Pack the deck to share."""
    out = stage.home / f"{DECK}.nqpf.zip"
    stage.window.errands.packing.pack(stage.collection, example(stage.home), out)
    stage.wait(lambda: any(isinstance(shown, Written) for shown in stage.dialogs))


def export(stage: Stage) -> None:
    """Export the deck to Anki."""
    out = stage.home / f"{DECK}.apkg"
    stage.window.errands.export.export(stage.collection, out, DECK)
    stage.wait(lambda: any(isinstance(shown, Written) for shown in stage.dialogs))


def remove(stage: Stage) -> None:
    """Be asked whether the deck is to be removed."""
    stage.settle()
    stage.window.errands.deck_files.remove(stage.collection, DECK, "Mills that the tide drives")


def edit(stage: Stage) -> None:
    """Edit a note."""
    (card, *_) = stage.collection.cards(stage.collection.search("kind:term takes its power"))
    stage.window.edit_note(card)
    stage.wait(lambda: any(isinstance(shown, EditDialog) for shown in stage.dialogs))
    stage.settle()


def edit_wrongly(stage: Stage) -> None:
    """Edit a note so that its deck would have an error."""
    edit(stage)
    (dialog,) = (shown for shown in stage.dialogs if isinstance(shown, EditDialog))
    field = dialog.fields["definition",]
    field.edit.clear()
    dialog.accept()
    stage.wait(lambda: field.trouble)
    stage.settle()


def read_tables(stage: Stage) -> None:
    """Read which fields a deck has, in a guide no larger than the window."""
    stage.window.errands.run("guide", None)
    stage.wait(lambda: any(isinstance(shown, GuideDialog) for shown in stage.dialogs))
    (guide,) = (shown for shown in stage.dialogs if isinstance(shown, GuideDialog))
    guide.resize(guide.size().boundedTo(stage.shell.size()))
    stage.settle()
    guide.contents.setCurrentRow(4)
