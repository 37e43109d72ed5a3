"""A collection in memory with something for each view, of a subject of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nqpf_study.domain.deck import Deck, Member, Note, Value
from nqpf_study.domain.passage import Passage
from nqpf_study.ui.explore.page import ExplorePage
from tests.fakes.study import MemoryStudy, memory_study

QUOTED = Passage("qiushi", "Innovation plays the leading role")


def note(id_: str, kind: str, *passages: Passage, **fields: Value) -> Note:
    return Note(id_, kind, fields, passages=passages)


def members(*texts: str) -> tuple[Member, ...]:
    return tuple(Member(text) for text in texts)


def caravans() -> Deck:
    return Deck(
        "silk",
        "The silk road",
        notes=(
            note(
                "camels",
                "measure",
                QUOTED,
                number=2,
                of="the caravan plan",
                title="Buy camels",
                parts=(Member("one hump", "one", "Which first?"), Member("two humps")),
            ),
            note("gold", "measure", number=1, of="the caravan plan", title="Find gold"),
            note("opened", "event", event="The road opens", date="1453", question="When?"),
            note("fair", "event", QUOTED, event="A fair", date="1899-05-02", question="When?"),
            note("late", "event", event="A late fair", date="1899-05-20", question="When?"),
            note("rumour", "event", event="A rumour", date="once", question="When?"),
            note(
                "guild",
                "target",
                QUOTED,
                province="The guild",
                year=1453,
                horizon="now",
                targets=members("silk", "salt"),
                question="What?",
            ),
            note(
                "crown",
                "target",
                province="The crown",
                year=1453,
                horizon="role",
                targets=members("a tax"),
                question="What?",
            ),
            note(
                "caravan",
                "term",
                QUOTED,
                term="caravan",
                definition="Many camels",
                chinese="商队",
                pinyin="shāngduì",
                variants=members("train (annals)"),
            ),
            note(
                "oasis", "term", term="oasis", definition="Water", chinese="绿洲", pinyin="lǜzhōu"
            ),
        ),
    )


def ships() -> Deck:
    return Deck(
        "ships",
        "Ships",
        notes=(note("sail", "term", term="sail", definition="A cloth", question="What pulls?"),),
    )


@pytest.fixture
def study(tmp_path: Path) -> MemoryStudy:
    """A study that holds the decks of the caravans and of the ships."""
    return memory_study(tmp_path, caravans(), ships())


@pytest.fixture
def page(qtbot: QtBot) -> ExplorePage:
    """A page on the screen, which shows nothing yet."""
    made = ExplorePage()
    qtbot.addWidget(made)
    made.resize(920, 640)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def look(qtbot: QtBot, page: ExplorePage, study: MemoryStudy) -> Callable[[str], ExplorePage]:
    """Show a view of the page with what the study holds."""

    def show(view: str) -> ExplorePage:
        page.refresh(study)
        page.show_view(view)
        qtbot.waitUntil(lambda: page.stack.currentWidget() is page.view)
        qtbot.waitUntil(page.view.ground().isVisible)
        return page

    return show
