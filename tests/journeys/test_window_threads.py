"""The window never waits for the collection, a file or a parser: these run in workers."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from nqpf_study import paths
from nqpf_study.domain.errors import Cancelled, Progress
from nqpf_study.domain.review import Rating
from nqpf_study.store.engine import Database
from nqpf_study.ui.browse.page import BrowsePage
from nqpf_study.ui.explore.page import ExplorePage
from nqpf_study.ui.importing.dialog import ImportDialog
from nqpf_study.ui.progress.page import ProgressPage
from nqpf_study.ui.reader.page import SourcesPage
from nqpf_study.ui.session.sitting import Phase
from nqpf_study.ui.settings.limits import LimitsDialog
from nqpf_study.ui.settings.page import SettingsPage
from tests.journeys.desk import CTRL, Desk, choose_file

CODE = (".py", ".pyc", ".so", ".pyd", ".dll")

ALLOWED = {
    "due_counts": "once a session, off an index: which days are full, for the intervals to avoid",
    "record": "a grade, and what else a key does to the card on the screen: saved first",
    "candidates": "after a grade, where the session's queue has run out: is there more today?",
    "card": "the next question, a row by its key",
    "answers_like": "the next question's wrong choices, at most some hundred rows",
    "entries": "an undo rebuilds the card from its own few rows of the log",
    "last_standing_entry": "an undo asks for the newest row",
    "last_entry_id": "a grade's id is greater than the newest one",
    "card_key": "an undo finds the card of the newest row",
    "study_options": "a setting, one small row: which study day it is",
    "deck_options": "a setting, a small row for each deck",
    "seconds_per_card": "the pace, of the newest 200 rows",
}
"""What may be asked of the store on the GUI thread, by the store's method, and why."""

SMALL_FILES = (
    ("resources", "an icon, a font or a translation: a few kilobytes, once"),
    ("window.ini", "the window's own settings"),
    ("requests", "what a later start asks for: a few bytes, when it comes"),
)
"""Files that the GUI thread may open, by a part of their path, and why."""

PARSERS = (
    ("nqpf_study.content.deck_file", "read_deck"),
    ("nqpf_study.content.manifest", "read_manifest"),
    ("nqpf_study.study.lookup", "look_up"),
    ("nqpf_study.study.lookup", "marked"),
    ("nqpf_study.app", "look_up"),
    ("nqpf_study.app", "marked"),
)

_listening: list[Callable[[str], None]] = []


def _hear(event: str, args: tuple[object, ...]) -> None:
    if event == "open" and _listening and isinstance(args[0], str):
        _listening[-1](args[0])


sys.addaudithook(_hear)


class Witness:
    """Notes what the GUI thread does that it should leave to a worker."""

    def __init__(self) -> None:
        self.gui = threading.get_ident()
        self.blamed: set[str] = set()
        self.asked_of_store: set[str] = set()
        self.in_workers: set[str] = set()

    def store(self) -> None:
        """Note that the store was asked, and by which of its methods."""
        name = _asked_by()
        if threading.get_ident() != self.gui:
            self.in_workers.add(name)
            return
        self.asked_of_store.add(name)
        if name not in ALLOWED:
            self._blame(f"the store's {name}")

    def file(self, path: str) -> None:
        """Note that a file was opened."""
        named = path.replace("\\", "/")
        if threading.get_ident() != self.gui or named.endswith(CODE):
            return
        ours = (str(paths.resources().parent), *_listened_places)
        if not named.startswith(tuple(place.replace("\\", "/") for place in ours)):
            return
        if not any(part in named for part, _ in SMALL_FILES):
            self._blame(f"the file {named}")

    def parser(self, name: str) -> None:
        """Note that something was parsed or anchored."""
        if threading.get_ident() == self.gui:
            self._blame(name)
        else:
            self.in_workers.add(name)

    def _blame(self, what: str) -> None:
        wanted_by = _wanted_by()
        if wanted_by:  # else it was the test itself
            self.blamed.add(f"{what}, for {wanted_by}")


_listened_places: list[str] = []


def _asked_by() -> str:
    """Return the store's method that is at work."""
    frames = [frame for frame in traceback.extract_stack() if "/store/" in frame.filename]
    outer = [frame for frame in frames if "engine.py" not in frame.filename]
    return outer[0].name if outer else "engine"


def _wanted_by() -> str:
    """Return which part of the window is behind it."""
    frames = [frame for frame in traceback.extract_stack() if "/nqpf_study/ui/" in frame.filename]
    return " < ".join(f"{Path(each.filename).name}:{each.name}" for each in frames[::-1][:3])


@pytest.fixture
def witness(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Witness]:
    seen = Witness()

    def watched(original: Callable[..., Any]) -> Callable[..., Any]:
        @contextmanager
        def watching(*args: object, **kwargs: object) -> Iterator[object]:
            seen.store()
            with original(*args, **kwargs) as connection:
                yield connection

        return watching

    for name in ("write", "quick_write", "read", "snapshot", "quick_read"):
        monkeypatch.setattr(Database, name, watched(getattr(Database, name)))
    for module, name in PARSERS:
        __import__(module)
        original = getattr(sys.modules[module], name)

        def told(
            *args: object,
            _name: str = name,
            _original: Callable[..., object] = original,
            **kwargs: object,
        ) -> object:
            seen.parser(_name)
            return _original(*args, **kwargs)

        monkeypatch.setattr(sys.modules[module], name, told)
    _listened_places.append(str(tmp_path))
    _listening.append(seen.file)
    yield seen
    _listening.pop()
    _listened_places.pop()


DECK = """\
format: 1
deck:
  id: harbour
  title: Our harbour
notes:
  - id: opening
    kind: basic
    question: When did the harbour open?
    answer: In May 1883
  - id: depth
    kind: basic
    question: How deep was the dock?
    answer: Six metres
"""


MORE = "".join(
    f"  - id: ship-{n}\n    kind: basic\n    question: Which ship came as number {n}?\n"
    f"    answer: Ship {n}\n"
    for n in range(2500)
)
"""So many notes that reading them tells of its progress."""


def test_a_walk_through_every_screen_asks_nothing_of_the_gui_thread(
    desk: Desk, witness: Witness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open_at_home()
    desk.settle()
    study_some(desk)
    look_around(desk)
    change_settings(desk)
    exchange(desk, tmp_path, monkeypatch)
    desk.close()
    assert not witness.blamed, "\n".join(sorted(witness.blamed))
    assert {"search", "statistics", "cards_of_kinds", "read_deck", "look_up"} <= witness.in_workers
    assert {"record", "card"} <= witness.asked_of_store  # else it looked at the wrong thread


def study_some(desk: Desk) -> None:
    desk.press("Return")
    session = desk.in_session()
    for number in range(45):  # to the end of the day and beyond
        if desk.phase is Phase.END:
            break
        desk.press("Space")
        desk.press(("4", "3", "1")[number % 3])
        if number == 3:
            desk.press("Z", CTRL)
            desk.press("S")
            desk.wait(lambda: session.pane is not None)
            desk.press("B")
        desk.settle()
    desk.press("Escape")
    desk.at_home()
    desk.settle()


def look_around(desk: Desk) -> None:
    page = desk.go(BrowsePage)
    desk.settle()
    desk.press("F", CTRL)
    for letter in "innovation":
        desk.write(letter)
    desk.settle()
    desk.press("Down")
    desk.wait(page.preview.pane.isVisible)
    desk.settle()
    sources = desk.go(SourcesPage)
    desk.settle()
    desk.window.read_source(desk.study.documents()[0].source.id, None)
    desk.wait(sources.reader.isVisible)
    explore = desk.go(ExplorePage)
    desk.settle()
    for name in explore.switch.buttons:
        explore.show_view(name)
        desk.settle()
    desk.go(ProgressPage)
    desk.settle()


def change_settings(desk: Desk) -> None:
    page = desk.go(SettingsPage)
    desk.settle()
    page.limits_asked.emit("nqpf-terms")
    limits = desk.dialog(LimitsDialog)
    limits.accept()
    desk.settle()


def exchange(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = folder / "harbour.yaml"
    file.write_text(DECK, encoding="utf-8")
    desk.window.open_deck_file(file)
    desk.dialog(ImportDialog).accept()
    desk.settle()
    choose_file(monkeypatch, folder / "decks.apkg")
    for act in ("export", "backup", "examine"):
        desk.window.actions[act].trigger()
        desk.settle()
    assert (folder / "decks.apkg").exists()


def stopped(job: Callable[[Progress], object], after: int) -> None:
    """Run a job that is cancelled when it tells of its progress for the `after`th time."""
    told = 0

    def progress(done: int, total: int, doing: str) -> None:  # noqa: ARG001 - as the caller names them
        nonlocal told
        told += 1
        if told > after:
            raise Cancelled

    with pytest.raises(Cancelled):
        job(progress)


@pytest.mark.parametrize("after", [0, 1, 2])
def test_every_long_job_stops_and_leaves_nothing_half_done(
    desk: Desk, tmp_path: Path, after: int
) -> None:
    file = tmp_path / "harbour.yaml"
    file.write_text(DECK + MORE, encoding="utf-8")
    package = tmp_path / "decks.apkg"
    with desk.open_study() as study:
        session = study.session()
        session.reveal()
        session.grade(Rating.GOOD)
        before = (study.search(""), study.overview())
        preview = study.preview(file)
        stopped(lambda progress: study.import_deck(preview, progress), after)
        stopped(lambda progress: study.export_anki(package, None, progress), after)
        stopped(lambda progress: study.statistics(30, progress), after)
        stopped(study.explore, 0)
        stopped(study.examine, after)
        stopped(lambda progress: study.practice(progress=progress), after)
        stopped(lambda progress: study.preview(file, progress), min(after, 1))
        stopped(lambda progress: study.check([file], progress, lint=True), after)
        assert (study.search(""), study.overview()) == before
        assert study.examine().fine
    assert not [left for left in tmp_path.iterdir() if left.suffix not in (".yaml", "")]
