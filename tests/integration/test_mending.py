"""What students keep when a deck is mended, row by row as docs/decks.md promises it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from nqpf_study import paths
from nqpf_study.app import Study
from nqpf_study.domain.review import Rating, State
from tests.fakes.clock import Clock
from tests.fakes.dice import dice

PAGE = paths.guide().read_text("utf-8")
DECK, SOURCE = (
    str(re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[0])
    for language in ("yaml", "text")
)
ALL = {
    "tide-gate/meaning",
    "opening/date",
    "goods/all",
    "goods/item-ice",
    "depth/c1",
    "depth/c2",
}
CUE = "    definition:", "    cue: What keeps water in a dock at low tide?\n    definition:"
ICE = """\
      - id: ice
        item: ice from Norway
        cue: Which of the first goods came from Norway?
"""
OPENING = DECK[DECK.index("  - id: opening") : DECK.index("  - id: goods")]


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """Return a collection in which every card of the page's example was learned."""
    (tmp_path / "harbour.txt").write_text(SOURCE, "utf-8")
    clock = Clock()
    with Study.open(tmp_path / "home", now=clock, random_bits=dice(1).getrandbits) as opened:
        assert mended(opened, tmp_path, DECK) == (set(), ALL)
        for _ in range(2):  # cards of one note are asked on different days
            session = opened.session()
            while session.asked is not None:
                session.reveal()
                session.grade(Rating.EASY)
            clock.move(days=1)
        assert cards(opened) == (ALL, set())
        yield opened


def mended(study: Study, folder: Path, deck: str) -> tuple[set[str], set[str]]:
    (folder / "harbour.yaml").write_text(deck, "utf-8")
    study.import_deck(study.preview(folder / "harbour.yaml"))
    return cards(study)


def cards(study: Study, deck: str = "harbour") -> tuple[set[str], set[str]]:
    """Return the cards that are asked: those learned, and the new ones."""
    learned: set[str] = set()
    new: set[str] = set()
    for card in study.cards(study.search("")):
        if card.id.deck != deck:
            continue
        kept = card.status.memory.state is not State.NEW
        (learned if kept else new).add(f"{card.id.note}/{card.id.card}")
    return learned, new


def edit(old: str, new: str) -> str:
    assert DECK.count(old) == 1, old
    return DECK.replace(old, new)


CASES = {
    "reword": (edit("When did the harbour open?", "When was it opened?"), ALL, set()),
    "add a passage": (
        edit(
            "        suffix: deep\n",
            "        suffix: deep\n      - {source: handout, exact: dock}\n",
        ),
        ALL,
        set(),
    ),
    "add a note": (
        DECK + "  - {id: more, kind: basic, question: Why?, answer: Therefore}\n",
        ALL,
        {"more/answer"},
    ),
    "take a note out": (edit(OPENING, ""), ALL - {"opening/date"}, set()),
    "add a cue": (edit(*CUE), ALL, {"tide-gate/name"}),
    "leave a member's id out": (
        edit(ICE, "      - ice from Norway\n"),
        ALL - {"goods/item-ice"},
        set(),
    ),
    "leave a gap out": (edit("{{c2::two}}", "two"), ALL - {"depth/c2"}, set()),
    "another note id": (
        edit("- id: opening", "- id: opened"),
        ALL - {"opening/date"},
        {"opened/date"},
    ),
    "another kind": (
        edit(OPENING, "  - {id: opening, kind: basic, question: When?, answer: In May 1883}\n"),
        ALL - {"opening/date"},
        {"opening/answer"},
    ),
    "another member id": (
        edit("- id: ice", "- id: norway"),
        ALL - {"goods/item-ice"},
        {"goods/item-norway"},
    ),
    "another title": (edit("title: Our harbour", "title: The old harbour"), ALL, set()),
    "another order": (edit(OPENING, "") + OPENING, ALL, set()),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_kept(study: Study, tmp_path: Path, case: str) -> None:
    deck, learned, new = CASES[case]
    assert mended(study, tmp_path, deck) == (learned, new)


def test_a_note_that_comes_back_goes_on_where_it_was(study: Study, tmp_path: Path) -> None:
    assert mended(study, tmp_path, edit(OPENING, "")) == (ALL - {"opening/date"}, set())
    assert mended(study, tmp_path, DECK) == (ALL, set())


def test_another_deck_id_is_another_deck(study: Study, tmp_path: Path) -> None:
    assert mended(study, tmp_path, edit("id: harbour\n", "id: port\n")) == (ALL, set())
    assert cards(study, "port") == (set(), ALL)


def test_the_page_promises_what_is_tested() -> None:
    table = PAGE.split("## Mending a deck")[1].split("\n## ")[0]
    assert sum(line.startswith("| ") for line in table.splitlines()) == 11
