"""A learner's whole way through the window, by keys and clicks, on a real collection."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from PySide6.QtWidgets import QWidget

from nqpf_study.domain.forms import Choice
from nqpf_study.domain.kinds import cards_of
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import CardId
from nqpf_study.ui.browse.page import BrowsePage
from nqpf_study.ui.reader.excerpt_text import ExcerptText
from nqpf_study.ui.reader.page import SourcesPage
from nqpf_study.ui.reader.passage_view import PassageView
from nqpf_study.ui.session.parts.choice import ChoicePart
from nqpf_study.ui.session.parts.rows import RowButton
from nqpf_study.ui.session.sitting import Phase
from nqpf_study.ui.session.view import SessionView
from nqpf_study.ui.settings.limits import LimitsDialog
from nqpf_study.ui.settings.page import SettingsPage
from nqpf_study.ui.style import colours, text_scale
from nqpf_study.ui.tokens import DARK
from nqpf_study.ui.widgets.written import Written
from tests.journeys.desk import CTRL, Desk, choose_file, words_on

CURATED = ["Terms", "The five measures", "Timeline", "Provincial targets"]
HINTED = "You looked it up before the answer: Hard is the best rating for this card."


def test_study_close_come_back_and_export(
    new_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = new_desk
    home = desk.open_at_home()
    assert [row.accessibleName() for row in home.rows] == CURATED
    assert home.headline.text() == "40 cards, about 7 minutes"
    assert home.start.hasFocus()
    desk.press("Return")
    first = recall_after_a_hint(desk)
    second = recall_and_look_at_the_source(desk)
    take_back(desk, second)
    third, fourth = choose_among_answers(desk)
    desk.close()

    home = desk.open_at_home()
    assert home.more.text() == "36 new · 4 learning"
    graded = {first: [2], second: [1], third: [3], fourth: [1]}
    assert ratings(desk, *graded) == graded
    desk.press("Z", CTRL)
    desk.in_session()
    assert desk.said() == "Undone: grade Again."
    assert desk.sitting.card.id == fourth
    assert ratings(desk, fourth) == {fourth: []}
    desk.press("Space")
    desk.press("4")
    desk.press("Escape")
    assert ratings(desk, fourth) == {fourth: [4]}

    desk.at_home()
    package = tmp_path / "cards.apkg"
    asked = choose_file(monkeypatch, package)
    desk.press("E", CTRL)
    told = desk.dialog(Written)
    assert asked == ["Export to Anki"]
    assert str(package) in told.informativeText()
    decks, notes = in_anki(package, tmp_path / "anki")
    assert decks == {f"NQPF Study::{title}" for title in CURATED}
    assert told.text() == f"{notes} notes exported"
    told.close()
    desk.close()


def recall_after_a_hint(desk: Desk) -> CardId:
    """Look at the source before the answer: the card counts as Hard at best."""
    session = desk.in_session()
    card = desk.sitting.card
    assert session.card.question == desk.sitting.asked.face.question
    assert session.card.answer == ""
    desk.press("S")
    desk.wait(lambda: session.pane is not None)
    assert quoted_in(session.pane, card.note.passages[0].exact)
    assert session.bottom.hint == HINTED
    desk.press("Space")
    assert session.card.answer == desk.sitting.asked.face.answer
    allowed = [button.isEnabled() for button in session.bottom.ratings.rating_buttons]
    assert allowed == [True, True, False, False]
    desk.press("4")
    assert desk.said() == "After a hint, Hard is the best rating for this card."
    assert (desk.sitting.card.id, desk.phase) == (card.id, Phase.ANSWER)
    desk.press("2")
    assert desk.sitting.card.id != card.id
    assert session.pane is None
    return card.id


def recall_and_look_at_the_source(desk: Desk) -> CardId:
    """Look at the source after the answer: that is no hint. Grade Good by one key."""
    session, card = desk.in_session(), desk.sitting.card
    desk.press("Space")
    desk.press("S")
    desk.wait(lambda: session.pane is not None)
    assert quoted_in(session.pane, card.note.passages[0].exact)
    assert session.bottom.hint == ""
    desk.press("S")
    assert session.pane is None
    desk.press("Return")
    assert ratings(desk, card.id) == {card.id: [3]}
    return card.id


def take_back(desk: Desk, card: CardId) -> None:
    """Take the last grade back and give another."""
    desk.press("Z")
    assert desk.said() == "Undone: grade Good."
    assert (desk.sitting.card.id, desk.phase) == (card, Phase.QUESTION)
    assert ratings(desk, card) == {card: []}
    desk.press("Space")
    desk.press("1")
    assert ratings(desk, card) == {card: [1]}
    desk.press("Escape")
    desk.at_home()


def options(session: SessionView) -> list[RowButton]:
    """Return the answers to choose from."""
    assert isinstance(session.card.part, ChoicePart)
    return session.card.part.buttons


def choose_among_answers(desk: Desk) -> tuple[CardId, CardId]:
    """Have the cards asked as a choice; choose right by key, then wrong by a click."""
    home = desk.at_home()
    desk.tab_to(home.form)
    desk.press("Down")
    desk.wait(lambda: desk.study.study_options().form is FormChoice.CHOICE)
    desk.press("Return")
    session = desk.in_session()

    right = desk.sitting.card.id
    choice = desk.sitting.task
    assert isinstance(choice, Choice)
    buttons = options(session)
    assert [button.accessibleName() for button in buttons] == [
        f"{number}: {option}" for number, option in enumerate(choice.options, 1)
    ]
    desk.press(str(choice.right + 1))
    assert (desk.phase, desk.sitting.verdict) == (Phase.ANSWER, "Right")
    desk.press("Space")

    wrong = desk.sitting.card.id
    choice = desk.sitting.task
    assert isinstance(choice, Choice)
    desk.click(options(session)[choice.right - 1])
    assert desk.sitting.verdict == "Not right"
    desk.press("Space")
    assert ratings(desk, right, wrong) == {right: [3], wrong: [1]}
    return right, wrong


def quoted_in(pane: QWidget | None, words: str) -> bool:
    """Tell whether one of the passages that a pane shows holds these words."""
    assert pane is not None
    texts = [text.toPlainText() for text in pane.findChildren(ExcerptText)]
    return any(folded(words) in folded(text) for text in texts)


def folded(text: str) -> str:
    return " ".join(text.split())


def ratings(desk: Desk, *cards: CardId) -> dict[CardId, list[int]]:
    """Return the ratings that stand in the log, by card."""
    log = desk.study.collection
    taken_back = {entry.undoes for card in cards for entry in log.entries(card)}
    return {
        card: [
            int(entry.rating)
            for entry in log.entries(card)
            if entry.rating is not None and entry.id not in taken_back
        ]
        for card in cards
    }


def in_anki(package: Path, folder: Path) -> tuple[set[str], int]:
    """Import a package into an Anki that is new; return its decks and how many notes came."""
    folder.mkdir()
    anki = Collection(str(folder / "collection.anki2"))
    request = ImportAnkiPackageRequest(
        package_path=str(package), options=ImportAnkiPackageOptions()
    )
    log = anki.import_anki_package(request).log
    decks = {deck.name for deck in anki.decks.all_names_and_ids()} - {"Default", "NQPF Study"}
    anki.close()
    return decks, len(log.new)


@pytest.mark.parametrize("words", ["altitude", "低空"])
def test_find_a_card_and_read_its_source(desk: Desk, words: str) -> None:
    desk.open_at_home()
    desk.press("F", CTRL)
    page = desk.page(BrowsePage)
    assert page.field.hasFocus()
    every = desk.study.cards(desk.study.search(""))
    wanted = [
        card.key for card in every if words in str(replace(card.note, distractors=())).lower()
    ]
    assert 1 < len(wanted) < 20
    desk.write(words)
    desk.wait(lambda: page.count.text() == f"{len(wanted)} cards")
    assert sorted(page.model.keys) == sorted(wanted)

    desk.press("Down")
    assert page.table.hasFocus()
    desk.wait(page.preview.pane.isVisible)
    (passage, *_) = page.preview.pane.passages
    words_before = desk.study.documents()
    desk.click_on("Open in reader", page.preview.pane.findChildren(PassageView)[0])
    sources = desk.page(SourcesPage)
    reader = sources.reader
    desk.wait(lambda: reader.isVisible() and reader.text.place is not None)
    assert folded(passage.passage.exact) in folded(reader.text.quotation())
    assert desk.study.documents() == words_before
    desk.press("Return")
    desk.wait(reader.cards.isVisible)
    questions = [face.question for card in every for face in cards_of(card.note)]
    desk.wait(lambda: any(question in words_on(reader.cards) for question in questions))
    desk.press("Escape")
    desk.press("Escape")
    assert sources.list.isVisible()
    desk.close()


def test_settings_last(desk: Desk) -> None:
    desk.open_at_home()
    page = desk.go(SettingsPage)
    desk.wait(lambda: "Timeline" in words_on(page))
    desk.tab_to(page.appearance)
    desk.press("End")
    assert colours() is DARK
    desk.press("Plus", CTRL)
    assert (text_scale(), page.scale.currentText()) == (1.1, "110%")
    desk.tab_to(page.form)
    desk.press("End")
    desk.tab_to(page.rollover)
    desk.press("A", CTRL)
    desk.write("6")
    desk.tab_to(page.zone)
    kept = {"form": FormChoice.ORDER, "rollover_hour": 6, "zone": ""}
    desk.wait(lambda: asdict(desk.study.study_options()) == kept)
    change = desk.button("Limits of Timeline")
    desk.tab_to(change)
    desk.press("Return")
    limits = desk.dialog(LimitsDialog)
    assert limits.new.hasFocus()
    desk.press("A", CTRL)
    desk.write("3")
    desk.press("Return")
    desk.wait(lambda: desk.study.deck_options()["nqpf-timeline"].new_per_day == 3)
    desk.wait(lambda: "3 new and 200 reviews a day, 90% retention" in words_on(page))
    assert desk.window.shell.focusWidget() is change
    desk.close()

    home = desk.open_at_home()
    assert (colours(), text_scale()) == (DARK, 1.1)
    assert home.more.text() == "33 new"
    assert home.form.currentText() == "By order"
    page = desk.go(SettingsPage)
    desk.wait(lambda: page.rollover.value() == 6)
    assert page.appearance.currentText() == "Dark"
    desk.close()
