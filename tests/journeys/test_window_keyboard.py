"""The window without a mouse: Tab leads to everything, in the order in which one reads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget

from nqpf_study.domain.options import FormChoice
from nqpf_study.ui.browse.page import BrowsePage
from nqpf_study.ui.explore.page import ExplorePage
from nqpf_study.ui.help import HelpPage
from nqpf_study.ui.home.page import HomePage
from nqpf_study.ui.pages import Page
from nqpf_study.ui.progress.page import ProgressPage
from nqpf_study.ui.reader.page import SourcesPage
from nqpf_study.ui.session import question_view
from nqpf_study.ui.session.keys import KeysDialog
from nqpf_study.ui.session.parts.choice import ChoicePart
from nqpf_study.ui.session.sitting import Phase
from nqpf_study.ui.settings.limits import LimitsDialog
from nqpf_study.ui.settings.page import SettingsPage
from tests.journeys.desk import CTRL, Desk, words_on

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")


PLACES = ("Study", "Browse", "Sources", "Explore", "Progress", "Settings", "Help")

PAGES: list[type[Page]] = [
    HomePage,
    BrowsePage,
    SourcesPage,
    ExplorePage,
    ProgressPage,
    SettingsPage,
    HelpPage,
]


def reachable(ground: QWidget) -> list[QWidget]:
    """Return what takes the focus by Tab, as it stands on the screen, line by line."""
    found = [
        part
        for part in ground.findChildren(QWidget)
        if part.isVisible()
        and part.isEnabled()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
    ]
    return sorted(found, key=lambda part: place(part, ground))


def place(part: QWidget, ground: QWidget) -> tuple[int, int]:
    middle = part.mapTo(ground, part.rect().center())
    return middle.y() // 8, middle.x()


def tabbed(desk: Desk, ground: QWidget) -> list[QWidget]:
    """Press Tab until the focus comes round; return where it was within `ground`."""
    start = QApplication.focusWidget()
    assert start is not None
    visited = [start]
    while True:
        desk.press("Tab")
        focused = QApplication.focusWidget()
        assert focused is not None, "the focus was lost"
        assert len(visited) < 100, "the focus does not come round"
        if focused is start:
            break
        visited.append(focused)
    return [part for part in visited if ground.isAncestorOf(part)]


def turned(parts: list[QWidget], first: QWidget) -> list[QWidget]:
    at = parts.index(first)
    return parts[at:] + parts[:at]


def test_tab_reaches_everything_at_home_in_reading_order(desk: Desk) -> None:
    home = desk.open_at_home()
    desk.wait(lambda: len(home.rows) == 4 and home.rows[-1].isVisible())
    visited = tabbed(desk, home)
    every = reachable(home)
    assert [spoken(part) for part in every] == [
        "Start",
        "How cards are asked",
        *(
            f"{what} {title}"
            for title in ("Terms", "The five measures", "Timeline", "Provincial targets")
            for what in ("Study", "More for")
        ),
    ]
    assert turned(visited, home.start) == every
    assert tabbed(desk, desk.window.shell) == [*visited, desk.button("Study", side_bar(desk))]
    desk.press("Backtab")
    assert QApplication.focusWidget() is desk.button("Study", side_bar(desk))
    desk.close()


def side_bar(desk: Desk) -> QWidget:
    return desk.window.shell._side


def test_arrows_lead_through_the_side_bar(desk: Desk) -> None:
    home = desk.open_at_home()
    desk.wait(lambda: len(home.rows) == 4)
    desk.tab_to(desk.button("Study", side_bar(desk)))
    for kind in PAGES[1:]:
        desk.press("Down")
        desk.page(kind)
        desk.settle()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert side_bar(desk).isAncestorOf(focused)
    desk.close()


def spoken(part: QWidget) -> str:
    """Return the name by which a screen reader knows a control."""
    return part.accessibleName() or getattr(part, "text", lambda: "")()


@pytest.mark.parametrize("kind", PAGES)
def test_tab_comes_round_on_every_page(desk: Desk, kind: type[Page]) -> None:
    home = desk.open_at_home()
    desk.wait(lambda: len(home.rows) == 4)
    page = desk.go(kind)
    desk.settle()
    desk.press("Tab")
    wanted = {part for part in reachable(page) if not isinstance(part, QToolButton)}
    visited = set(tabbed(desk, page))
    missed = [f"{type(part).__name__} “{spoken(part)}”" for part in wanted - visited]
    assert not missed
    nameless = [type(part).__name__ for part in visited if not spoken(part)]
    assert not nameless
    desk.close()


def test_a_deck_is_studied_and_its_limits_are_changed_without_a_mouse(desk: Desk) -> None:
    home = desk.open_at_home()
    desk.tab_to(desk.button("Study Timeline"))
    desk.press("Space")
    session = desk.in_session()
    assert desk.sitting.card.id.deck == "nqpf-timeline"
    assert desk.sitting.remaining.total == 10
    desk.press("Escape")
    desk.at_home()

    desk.tab_to(desk.button("More for Timeline"))
    QTimer.singleShot(0, lambda: choose_limits(desk))
    desk.press("Space")
    limits = desk.dialog(LimitsDialog)
    desk.press("A", Qt.KeyboardModifier.ControlModifier)
    desk.write("5")
    desk.press("Return")
    assert not limits.isVisible()
    desk.wait(lambda: home.more.text() == "35 new")
    assert not session.isVisible()
    desk.close()


def choose_limits(desk: Desk) -> None:
    """Go down in the menu that has popped up, and choose."""
    desk.wait(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    desk.press("Up")
    while menu.activeAction().text() != "Limits and learning steps…":
        desk.press("Up")
    desk.press("Return")


def test_answers_are_chosen_and_rated_by_tab_and_space(desk: Desk) -> None:
    with desk.open_study() as study:
        options = study.study_options()
        study.set_study_options(type(options)(form=FormChoice.CHOICE))
    desk.open_at_home()
    desk.press("Return")
    session = desk.in_session()
    part = session.card.part
    assert isinstance(part, ChoicePart)
    desk.wait(lambda: all(button.isVisible() for button in part.buttons))
    desk.tab_to(part.buttons[1])
    desk.press("Space")
    assert desk.phase is Phase.ANSWER
    hard = session.bottom.ratings.rating_buttons[1]
    desk.tab_to(hard)
    desk.press("Space")
    assert [graded.rating for graded in desk.sitting.summary.graded] == [hard.rating]
    desk.write("?")
    keys = desk.dialog(KeysDialog)
    assert "Undo what was done last" in words_on(keys)
    desk.press("Escape")
    desk.press("Escape")
    desk.at_home()
    desk.close()


def test_who_comes_back_to_a_session_is_told_its_question_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(question_view, "announce", lambda _widget, text: told.append(text))
    desk.open_at_home()
    desk.press("Return")
    desk.in_session()
    question = desk.sitting.question
    assert told == [question]
    desk.press("4", CTRL)
    desk.wait(lambda: desk.window.places.shown == "explore")
    desk.press("1", CTRL)
    assert told == [question] * 2
    desk.press("1", CTRL)
    desk.press("Escape")
    desk.at_home()
    desk.press("2", CTRL)
    desk.press("1", CTRL)
    assert told == [question] * 2, "the session is over"
    desk.close()


def test_tab_leads_to_the_place_that_shows_and_the_arrows_from_there_to_others(
    desk: Desk,
) -> None:
    desk.open_at_home()
    desk.press("4", CTRL)
    desk.wait(lambda: desk.window.places.shown == "explore")
    met: list[str] = []
    while not met or met[-1] not in PLACES:
        desk.press("Tab")
        met.append(spoken(desk.window.shell.focusWidget()))
    assert met[-1] == "Explore"
    desk.press("Down")
    desk.wait(lambda: desk.window.places.shown == "progress")
    assert spoken(desk.window.shell.focusWidget()) == "Progress"
    desk.press("Up")
    desk.press("Up")
    desk.wait(lambda: desk.window.places.shown == "sources")
    desk.close()
