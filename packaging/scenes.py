"""The scenes of the gallery: on which collection, what is made ready, and the way to the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast

from browse_scenes import browsing
from demonstration import FRESH, LONG, SOME, ask_first
from everywhere_scenes import act, below, everywhere, go
from explore_scenes import EXPLORE
from mark_scenes import marking
from menu_scenes import menus
from planning_scenes import planning
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from system_scenes import from_outside
from teacher_scenes import teaching

from nqpf_study.app import COLLECTION, Study
from nqpf_study.domain.forms import Choice, Cloze, Listing, Match, Order, Task, Typed
from nqpf_study.domain.options import FormChoice
from nqpf_study.study.asking import Asked
from nqpf_study.ui.crash_dialog import CrashDialog
from nqpf_study.ui.new_deck import MadeDialog, NewDeckDialog
from nqpf_study.ui.session.sitting import Phase

if TYPE_CHECKING:
    from stage import Stage

    from nqpf_study.ui.practice.view import PracticeView
    from nqpf_study.ui.reader.page import SourcesPage
    from nqpf_study.ui.session.parts.part import FormPart
    from nqpf_study.ui.settings.page import SettingsPage

TERMS, TIMELINE, PROVINCES = "nqpf-terms", "nqpf-timeline", "nqpf-provinces"
ANSWER_TIME = timedelta(seconds=9)

FINE = """\
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
  - id: harbour
    kind: term
    term: harbour
    definition: A place where ships lie in shelter.
    chinese: 港口
    pinyin: gǎngkǒu
"""
EDITED = (
    FINE.replace("How deep was the dock?", "How deep was the dock when it opened?")
    .replace("id: opening", "id: first-ship")
    .replace("When did the harbour open?", "When did the first ship come?")
)
WITH_MISTAKES = FINE.replace("answer: In May", "anwser: In May").replace(
    "answer: Six metres\n  - id: harbour",
    "answer: Six metres\n    passages:\n      - source: qiushi\n"
    "        exact: six metres deep\n  - id: depth",
)


@dataclass(frozen=True)
class Scene:
    """A screen. `prepare` is given the open collection, `show` the window."""

    name: str
    collection: str
    show: Callable[[Stage], object]
    prepare: Callable[[Study], object] = lambda _study: None
    spoil: Callable[[Path], object] = lambda _home: None
    """What is done to the data folder just before the window opens."""


def scenes() -> Iterator[Scene]:
    """Return every scene of the gallery."""
    yield Scene("home-fresh", FRESH, go("study"))
    yield Scene("home-progress", SOME, go("study"))
    yield Scene("home-done", SOME, go("study"), study_all)

    for name, collection, show, prepare in (*planning(study_all), *marking(), *browsing()):
        yield Scene(name, collection, show, prepare)
    for name, collection, show in (*everywhere(), *from_outside(), *menus()):
        yield Scene(name, collection, show)

    for name, collection, show, prepare in teaching():
        yield Scene(name, collection, show, prepare)

    yield Scene("session-question", FRESH, question)
    yield Scene("session-answer", FRESH, answer)
    yield Scene("session-list", FRESH, answer, first(TERMS, has_members))
    yield Scene("session-chinese", FRESH, answer, first(TERMS, is_chinese))
    yield Scene("session-choice", FRESH, question, first(TERMS, has_options, FormChoice.CHOICE))
    yield Scene("session-judged", FRESH, judged, first(TERMS, has_options, FormChoice.CHOICE))
    for name, deck, wanted, choice, give in forms():
        prepared = first(deck, wanted, choice)
        yield Scene(f"session-{name}", FRESH, in_form(deck, give), prepared)
        yield Scene(f"session-{name}-judged", FRESH, in_form(deck, give, judged=True), prepared)
    yield Scene("settings-forms", FRESH, ways_of_asking)
    yield Scene("practice-setup", FRESH, practice_setup)
    yield Scene("practice-question", FRESH, practice_question)
    yield Scene("practice-result", LONG, practice_result)
    yield Scene("session-hint", FRESH, question_beside_source)
    yield Scene("session-source", FRESH, answer_beside_source)
    yield Scene("session-summary", LONG, summary)
    yield Scene("session-keys", FRESH, in_session("keys"))
    yield Scene("session-info", LONG, in_session("info"))

    yield Scene("sources", FRESH, go("sources"))
    yield Scene("reader", FRESH, reader)
    yield Scene("reader-cards", FRESH, reader_with_cards)
    yield Scene("reader-find", FRESH, reader_with_find)

    yield Scene("browse", LONG, browse(""))
    yield Scene("browse-chinese", LONG, browse("新质"))
    yield Scene("browse-nothing", LONG, browse("seaweed"))

    for name, show in EXPLORE.items():
        yield Scene(name, SOME, show)

    yield Scene("progress-fresh", FRESH, go("progress"))
    yield Scene("progress", LONG, go("progress"))
    yield Scene("progress-below", LONG, below("progress"))

    yield Scene("new-deck", FRESH, act("new"))
    yield Scene("new-deck-made", FRESH, made_deck)
    yield Scene("guide", FRESH, act("guide"))

    yield Scene("import-new", FRESH, import_file(FINE))
    yield Scene("import-changes", FRESH, import_file(EDITED), import_first(FINE))
    yield Scene("import-problems", FRESH, import_file(WITH_MISTAKES))

    yield Scene("settings", SOME, go("settings"))
    yield Scene("settings-below", SOME, below("settings"))
    yield Scene("settings-limits", SOME, limits)
    yield Scene("help", FRESH, go("help"))
    yield Scene("help-below", FRESH, below("help"))
    yield Scene("about", FRESH, act("about"))
    yield Scene("error", FRESH, lambda _stage: None, spoil=damage)
    yield Scene("crash", FRESH, crash)


# --- collections --------------------------------------------------------------------------------


def study_all(study: Study) -> None:
    """Leave nothing for today: all is graded, and no new cards are wanted."""
    for deck_id, options in study.deck_options().items():
        study.set_deck_options(deck_id, replace(options, new_per_day=0))
    session = study.session()
    while session.asked is not None:
        session.reveal()
        session.grade(session.proposed)


def first(
    deck: str, wanted: Callable[[Asked], bool], form: FormChoice = FormChoice.RECALL
) -> Callable[[Study], None]:
    """Have a session over a deck begin with a card that is `wanted`."""
    return lambda study: ask_first(study, deck, wanted, form)


def has_members(asked: Asked) -> bool:
    """Tell whether a card's answer is a list of some length."""
    return len(asked.face.members) > 3


def is_chinese(asked: Asked) -> bool:
    """Tell whether a card asks for Chinese."""
    return asked.face.name == "chinese"


def has_options(asked: Asked) -> bool:
    """Tell whether a card is asked as a choice among answers of some length."""
    return isinstance(asked.task, Choice) and max(map(len, asked.task.options)) > 60


def is_asked_as(task: type[Task], note: str = "") -> Callable[[Asked], bool]:
    """Tell whether a card, of this note if one is named, is asked in a form."""
    return lambda asked: isinstance(asked.task, task) and note in ("", asked.card.note.id)


def forms() -> Iterator[
    tuple[str, str, Callable[[Asked], bool], FormChoice, Callable[[Stage], None]]
]:
    """Return the forms that take an answer: the card that shows each, and what is given to it."""
    typed, chinese = is_asked_as(Typed, "total-factor-productivity"), is_asked_as(Typed)
    yield "typed", TERMS, typed, FormChoice.TYPED, write("Total factor productvity")
    yield (
        "typed-chinese",
        TERMS,
        lambda asked: chinese(asked) and is_chinese(asked),
        FormChoice.TYPED,
        write("新质生产"),
    )
    yield "cloze", TERMS, is_asked_as(Cloze), FormChoice.TYPED, write("high qualty")
    yield "named", TERMS, is_asked_as(Listing), FormChoice.LIST, write_some_members
    yield "order", TERMS, is_asked_as(Order), FormChoice.ORDER, move_a_row
    yield "match", PROVINCES, is_asked_as(Match), FormChoice.MATCH, put_answers


def import_first(text: str) -> Callable[[Study], None]:
    """Import a deck file of the teacher's before."""

    def prepare(study: Study) -> None:
        study.import_deck(study.preview(deck_file(study.home, text)))

    return prepare


def deck_file(folder: Path, text: str) -> Path:
    """Write a deck file."""
    path = folder / "harbour.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def damage(home: Path) -> None:
    """Damage the collection."""
    file = home / COLLECTION
    file.write_bytes(file.read_bytes()[:5000])


# --- coming to the screen -----------------------------------------------------------------------


def question(stage: Stage) -> None:
    """Ask a card of the terms."""
    stage.study(TERMS)


def answer(stage: Stage) -> None:
    """Show its answer."""
    question(stage)
    stage.press(Qt.Key.Key_Space)


def question_beside_source(stage: Stage) -> None:
    """Look at the source before the answer."""
    question(stage)
    stage.open_source()


def answer_beside_source(stage: Stage) -> None:
    """Look at the source after the answer."""
    answer(stage)
    stage.open_source()


def judged(stage: Stage) -> None:
    """Choose a wrong answer."""
    question(stage)
    wrong = 0 if cast("Choice", stage.sitting.task).right else 1
    stage.press(Qt.Key(Qt.Key.Key_1 + wrong))


def in_form(
    deck: str, give: Callable[[Stage], None], *, judged: bool = False
) -> Callable[[Stage], None]:
    """Ask the first card of a deck, and give an answer; have it judged, if that is wanted."""

    def show(stage: Stage) -> None:
        stage.study(deck)
        give(stage)
        if judged:
            cast("FormPart", stage.window.session.card.part).submit()

    return show


def ways_of_asking(stage: Stage) -> None:
    """Say how cards are asked, in the settings."""
    stage.window.go("settings")
    stage.settle()
    cast("SettingsPage", stage.page).form.show_form(FormChoice.FIT)


def practice_setup(stage: Stage) -> None:
    """Ask what a practice test is to be about."""
    stage.window.actions["practice"].trigger()
    stage.wait(lambda: stage.dialogs)


def practice_question(stage: Stage) -> None:
    """Ask the first question of a test."""
    practice_setup(stage)
    QTest.keyClick(stage.dialogs[0], Qt.Key.Key_Return)
    stage.wait(lambda: not stage.dialogs)
    stage.settle()


def practice_result(stage: Stage) -> None:
    """Answer a test, some of it."""
    practice_question(stage)
    view = stage.shell.stack.currentWidget()
    trial = cast("PracticeView", view).question
    for at in range(20):
        if trial is not None:
            trial.give_up()
            trial.press(1 if at % 4 == 0 else 2 if at % 7 == 0 else 3)


def write(text: str) -> Callable[[Stage], None]:
    """Write into the line that has the focus."""
    return lambda stage: stage.write(text)


def write_some_members(stage: Stage) -> None:
    """Name two members of a list, and something else."""
    task = cast("Listing", stage.sitting.task)
    for text in (task.members[1][0].text, task.members[0][0].text[:-2], "a large market"):
        stage.write(text)
        stage.press(Qt.Key.Key_Return)


def move_a_row(stage: Stage) -> None:
    """Move the first line down."""
    stage.press(Qt.Key.Key_2)


def put_answers(stage: Stage) -> None:
    """Put the answers to the questions, two of them the wrong way round."""
    right = list(cast("Match", stage.sitting.task).right)
    for place in [right[1], right[0], *right[2:]]:
        stage.press(Qt.Key(Qt.Key.Key_1 + place))


def summary(stage: Stage) -> None:
    """Study until nothing waits, with two cards missed."""
    stage.study(None)
    missed: list[int] = []
    while stage.sitting.phase is not Phase.END:
        stage.learner.clock.at += ANSWER_TIME
        stage.press(Qt.Key.Key_Space)
        miss = stage.sitting.done in (1, 4) and stage.sitting.card.key not in missed
        if miss:
            missed.append(stage.sitting.card.key)
        stage.press(Qt.Key.Key_1 if miss else Qt.Key.Key_4)


def in_session(name: str) -> Callable[[Stage], None]:
    """Open a dialog of the session."""

    def show(stage: Stage) -> None:
        stage.study(None)
        stage.window.session.actions_by_name[name].trigger()

    return show


def reader(stage: Stage) -> None:
    """Read a source at a passage."""
    (card, *_) = stage.collection.cards(stage.collection.search("leading role"))
    passage = card.note.passages[0]
    stage.window.read_source(passage.source, passage)
    stage.settle()


def reader_with_cards(stage: Stage) -> None:
    """List the cards on the passage."""
    reader(stage)
    QTest.keyClick(cast("SourcesPage", stage.page).reader.text, Qt.Key.Key_Return)


def reader_with_find(stage: Stage) -> None:
    """Find words in the source."""
    reader(stage)
    stage.window.find()
    QTest.keyClicks(cast("SourcesPage", stage.page).reader.find_bar.field, "innovation")


def browse(search: str) -> Callable[[Stage], None]:
    """Search in the browser."""
    return lambda stage: stage.window.browse(search)


def import_file(text: str) -> Callable[[Stage], None]:
    """Open a deck file."""

    def show(stage: Stage) -> None:
        stage.window.open_deck_file(deck_file(stage.home, text))
        stage.wait(lambda: stage.dialogs)

    return show


def made_deck(stage: Stage) -> None:
    """Make a new deck file."""
    act("new")(stage)
    (asked,) = (dialog for dialog in stage.dialogs if isinstance(dialog, NewDeckDialog))
    asked.folder.setText(str(stage.home / "my deck"))
    asked.accept()
    stage.wait(lambda: any(isinstance(dialog, MadeDialog) for dialog in stage.dialogs))


def limits(stage: Stage) -> None:
    """Change the limits of a deck."""
    stage.window.go("settings")
    stage.settle()
    cast("SettingsPage", stage.page).limits_asked.emit(TIMELINE)
    stage.wait(lambda: stage.dialogs)


def crash(stage: Stage) -> None:
    """Tell of a mistake of our own."""
    stage.settle()
    CrashDialog("Traceback", stage.home / "logs" / "nqpf-study.log", stage.shell).open()
