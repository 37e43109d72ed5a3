"""The window never waits for the collection, a file or a parser: these run in workers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from nqpf_study.app import COLLECTION, Study, pack_deck
from nqpf_study.domain.errors import Cancelled, Progress
from nqpf_study.domain.review import Rating
from nqpf_study.ui.about import AboutDialog
from nqpf_study.ui.browse.page import BrowsePage
from nqpf_study.ui.deck_print import HandoutDialog
from nqpf_study.ui.explore.page import ExplorePage
from nqpf_study.ui.help import HelpPage
from nqpf_study.ui.home.page import HomePage
from nqpf_study.ui.importing.dialog import ImportDialog
from nqpf_study.ui.planning.exam_dialog import ExamDialog
from nqpf_study.ui.practice.setup import SetupDialog
from nqpf_study.ui.progress.page import ProgressPage
from nqpf_study.ui.reader.page import SourcesPage
from nqpf_study.ui.session.sitting import Phase
from nqpf_study.ui.settings.backups import BackupsDialog
from nqpf_study.ui.settings.fitting import FitDialog
from nqpf_study.ui.settings.limits import LimitsDialog
from nqpf_study.ui.settings.page import SettingsPage
from nqpf_study.ui.widgets.written import Written
from tests.fakes.dice import dice
from tests.journeys.desk import CTRL, Desk, choose_file
from tests.journeys.witness import Witness

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
        if act == "export":
            desk.dialog(Written).close()
    assert (folder / "decks.apkg").exists()


def test_what_is_seldom_asked_for_asks_nothing_of_the_gui_thread(
    desk: Desk, witness: Witness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = desk.open_at_home()
    desk.wait(lambda: len(home.rows) == 4)
    on_paper(desk, tmp_path, monkeypatch)
    keep_a_chart(desk, tmp_path, monkeypatch)
    for act, kind in (("fit", FitDialog), ("backup", None), ("restore", BackupsDialog)):
        desk.window.actions[act].trigger()
        desk.settle()
        if kind is not None:
            desk.dialog(kind).reject()
    desk.window.actions["about"].trigger()
    desk.dialog(AboutDialog).reject()
    home = desk.go(HomePage)
    for what, asked in (("limits", LimitsDialog), ("exam", ExamDialog)):
        home.deck_asked.emit(what, "nqpf-terms")
        desk.dialog(asked)
        desk.settle()  # what each choice costs is worked out
        desk.dialog(asked).reject()
    desk.go(HelpPage)
    desk.close()
    assert {"pdf", "statistics"} <= witness.in_workers


def on_paper(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write a practice test and a deck as PDFs."""
    choose_file(monkeypatch, folder / "test.pdf")
    desk.press("T", CTRL)
    desk.click(desk.dialog(SetupDialog).paper)
    desk.wait((folder / "test.pdf").exists)
    desk.dialog(Written).close()
    choose_file(monkeypatch, folder / "deck.pdf")
    desk.go(HomePage).deck_asked.emit("print", "nqpf-terms")
    desk.click(desk.dialog(HandoutDialog).save)
    desk.wait((folder / "deck.pdf").exists)
    desk.dialog(Written).close()
    desk.settle()


def keep_a_chart(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Save a chart of Progress in each form."""
    page = desk.go(ProgressPage)
    desk.settle()
    menu = page.panels.all[0].menu
    for words in ("PNG", "SVG", "CSV"):
        out = folder / f"chart.{words.lower()}"
        choose_file(monkeypatch, out)
        (action,) = [action for action in menu.actions() if words in action.text()]
        action.trigger()
        desk.wait(out.exists)
        desk.settle()


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
    package, packed = tmp_path / "decks.apkg", tmp_path / "harbour.nqpf.zip"
    other = another_machine(desk, tmp_path / "other")
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
        stopped(lambda progress: study.forecast("nqpf-terms", 30, progress), after)
        stopped(lambda progress: study.preview_merge(other, progress), after)
        stopped(lambda progress: study.merge(other, progress), after)
        stopped(lambda progress: pack_deck(file, packed, progress), 0)
        assert (study.search(""), study.overview()) == before
        assert study.examine().fine
    assert not [left for left in tmp_path.iterdir() if left.suffix not in (".yaml", "")]


def another_machine(desk: Desk, home: Path) -> Path:
    """Return the folder of a copy of the collection in which something was studied."""
    home.mkdir()
    (home / COLLECTION).write_bytes((desk.home / COLLECTION).read_bytes())
    with Study.open(home, now=desk.clock, random_bits=dice(5).getrandbits) as study:
        session = study.session()
        session.reveal()
        session.grade(Rating.EASY)
    return home
