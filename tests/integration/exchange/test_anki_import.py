"""What real Anki makes of our packages."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from nqpf_study.domain.deck import Deck, Member, Note
from nqpf_study.domain.errors import unheard
from nqpf_study.domain.kinds import KINDS, cards_of
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.source import Source
from nqpf_study.exchange.anki import export_anki
from tests.fakes.export_store import IMPORTED, MemoryExportStore
from tests.fakes.reader import shown, tags
from tests.integration.exchange.conftest import Anki, Outcome

QIUSHI = Source("qiushi", "On “new” forces", "Qiushi", "2024-06-03", "en", "", "", "")
QUOTED = Passage("qiushi", "new quality productive forces (新质生产力) are <advanced>")
TERM = Note(
    "forces",
    "term",
    {
        "term": "new quality productive forces",
        "definition": "Productive forces in which innovation leads.",
        "cue": "What did Xi Jinping call for in 2023?",
        "chinese": "新质生产力",
        "pinyin": "xīn zhì shēngchǎnlì",
        "variants": (Member("new productive forces (China Daily)"),),
    },
    tags=("concept", "qiushi"),
    passages=(QUOTED,),
    remark="Named on a visit.",
    derived="Two texts joined.",
    as_of="2024",
)
PARTS = (
    Member("Strategies", "strategies", "What comes first?"),
    Member("Technologies", "technologies", "What comes second?"),
)
NOTES = (
    TERM,
    Note("one", "measure", {"number": 1, "of": "five", "title": "Innovate", "parts": PARTS}),
    Note("talk", "event", {"event": "A talk", "date": "2024-01-31", "question": "When?"}),
    Note(
        "hainan",
        "target",
        {
            "province": "Hainan",
            "year": 2024,
            "horizon": "future",
            "targets": (Member("Seeds"), Member("Deep sea")),
            "question": "What did Hainan pledge?",
            "cue": "Who pledged seeds?",
        },
    ),
    Note("plain", "basic", {"question": "Is 1 < 2 & 3 > 2?", "answer": "It is"}),
    Note("pair", "reversed", {"front": "quality", "back": "质"}),
    Note("gaps", "cloze", {"text": "The {{c1::three}} drivers of {{c2::新质::which}} & more"}),
    Note(
        "steps", "list", {"question": "Which?", "items": (*PARTS, Member("End")), "ordered": True}
    ),
)
LATER = IMPORTED + timedelta(days=1)


@pytest.fixture
def store() -> MemoryExportStore:
    return MemoryExportStore(
        [
            Deck("terms", "Terms", description="What <i>it</i> means.", notes=NOTES),
            Deck("timeline", "Timeline", notes=(NOTES[4],)),
        ],
        [QIUSHI],
    )


@pytest.fixture
def export(store: MemoryExportStore, tmp_path: Path) -> Callable[..., Path]:
    def exported(*decks: str) -> Path:
        out = tmp_path / "out.apkg"
        export_anki(store, out, decks or None, unheard)
        return out

    return exported


def state(card: Any) -> tuple[object, ...]:  # noqa: ANN401 - Anki has no types here
    """All that Anki remembers of a card."""
    return (card.id, card.type, card.queue, card.due, card.ivl, card.factor, card.reps, card.lapses)


def study(anki: Anki, deck: str) -> Any:  # noqa: ANN401 - Anki has no types here
    """Grade a deck's next card Easy; return it."""
    anki.col.decks.select(anki.col.decks.id_for_name(deck))
    card = anki.col.sched.getCard()
    anki.col.sched.answerCard(card, 4)
    card.load()
    return card


# --- what arrives -----------------------------------------------------------------------------


def test_every_note_is_new_the_first_time(
    anki: Anki, store: MemoryExportStore, tmp_path: Path
) -> None:
    written = export_anki(store, tmp_path / "out.apkg", None, unheard)
    assert anki.take(tmp_path / "out.apkg") == Outcome(new=written)
    assert written == len(NOTES) + 4 + 1  # four list members, and the other deck's note


def test_anki_has_each_of_our_cards(anki: Anki, export: Callable[..., Path]) -> None:
    anki.take(export())
    assert {note.kind for note in NOTES} == set(KINDS)
    assert len(anki.cards("deck:NQPF*Terms")) == sum(len(cards_of(note)) for note in NOTES)


def test_every_card_asks_and_answers_as_ours_does(anki: Anki, export: Callable[..., Path]) -> None:
    anki.take(export("terms"))
    found = {}
    for card in anki.cards():
        answer = re.split(r'<hr id="answer">', card.answer())[1]
        found[shown(card.question()).strip()] = shown(answer).strip()
    for note in NOTES:
        for ours in cards_of(note):
            asked = re.sub(r"\[…\]", "[...]", ours.question)
            assert asked in found
            for said in ours.members or ours.answer.split(" · "):
                if note.kind != "cloze":
                    assert said in found[asked]


def test_a_back_shows_remark_passage_and_citation(anki: Anki, export: Callable[..., Path]) -> None:
    anki.take(export("terms"))
    card = anki.card("terms/forces")
    assert shown(card.question()).strip() == "What is “new quality productive forces”?"
    back = " ".join(shown(card.answer()).split())
    assert back == (
        "What is “new quality productive forces”? "
        "Productive forces in which innovation leads. "
        "Named on a visit. "
        "Also worded: new productive forces (China Daily) "
        "How it follows: Two texts joined. "
        "As of 2024 "
        "new quality productive forces (新质生产力) are <advanced>"
        "Qiushi, “On “new” forces”, 2024-06-03"
    )


def test_what_a_note_lacks_leaves_no_trace(anki: Anki, export: Callable[..., Path]) -> None:
    anki.take(export("terms"))
    back = anki.card("terms/plain").answer()
    assert " ".join(shown(back).split()) == "Is 1 < 2 & 3 > 2? It is"
    assert "aside" not in re.sub(r"(?s)<style>.*?</style>", "", back)


def test_chinese_is_marked_and_pinyin_apart(anki: Anki, export: Callable[..., Path]) -> None:
    anki.take(export("terms"))
    back = anki.card("terms/forces", place=2).answer()
    assert '<span lang="zh-Hans">新质生产力</span>' in back
    assert '<div class="pinyin" lang="zh-Latn-pinyin">xīn zhì shēngchǎnlì</div>' in back


def test_a_gap_is_asked_and_filled(anki: Anki, export: Callable[..., Path]) -> None:
    anki.take(export("terms"))
    first, second = anki.cards('"Id:terms/gaps"')
    assert shown(first.question()).strip() == "The [...] drivers of 新质 & more"
    assert shown(second.question()).strip() == "The three drivers of [which] & more"
    assert shown(second.answer()).strip() == "The three drivers of 新质 & more"


def test_lists_are_lists(anki: Anki, export: Callable[..., Path]) -> None:
    anki.take(export("terms"))
    steps = anki.card("terms/steps").answer()
    assert "<ol><li>Strategies</li><li>Technologies</li><li>End</li></ol>" in steps
    pledged = anki.card("terms/hainan").answer()
    assert "<ul><li>Seeds</li><li>Deep sea</li></ul>" in pledged


def test_notes_carry_their_tags(anki: Anki, export: Callable[..., Path]) -> None:
    anki.take(export("terms"))
    assert anki.card("terms/forces").note().tags == ["concept", "qiushi"]


def test_siblings_are_one_note_and_members_come_last(
    anki: Anki, export: Callable[..., Path]
) -> None:
    anki.take(export("terms"))
    assert len({card.nid for card in anki.cards('"Id:terms/forces"')}) == 1
    places = [card.note()["Id"] for card in sorted(anki.cards(), key=lambda card: card.due)]
    members = [id_ for id_ in places if id_.count("/") == 2]
    assert places[-4:] == members


def test_decks_stand_under_one_parent(anki: Anki, export: Callable[..., Path]) -> None:
    anki.take(export("terms"))
    assert anki.decks() == {"NQPF Study", "NQPF Study::Terms"}
    about = anki.col.decks.by_name("NQPF Study::Terms")["desc"]
    assert about == "What &lt;i&gt;it&lt;/i&gt; means."
    anki.take(export("timeline"))
    assert anki.decks() == {"NQPF Study", "NQPF Study::Terms", "NQPF Study::Timeline"}


def test_decks_of_one_title_stay_apart(anki: Anki, tmp_path: Path) -> None:
    note = Note("n", "basic", {"question": "q", "answer": "a"})
    store = MemoryExportStore(
        [Deck("mine", "Terms", notes=(note,)), Deck("hers", "terms", notes=(note,))]
    )
    for id_ in ("hers", "mine"):
        export_anki(store, tmp_path / "out.apkg", [id_], unheard)
        assert anki.take(tmp_path / "out.apkg") == Outcome(new=1)
    assert len(anki.cards('"deck:NQPF Study::Terms"')) == 1
    assert len(anki.cards('"deck:NQPF Study::terms (hers)"')) == 1


def test_anki_finds_nothing_to_mend(anki: Anki, export: Callable[..., Path]) -> None:
    anki.take(export())
    said, sound = anki.col.fix_integrity()
    assert sound, said
    assert not anki.col.get_empty_cards().notes


@pytest.mark.parametrize("decks", [[], [Deck("empty", "Empty")]])
def test_nothing_to_export_is_an_empty_package(
    anki: Anki, tmp_path: Path, decks: list[Deck]
) -> None:
    out = tmp_path / "out.apkg"
    assert export_anki(MemoryExportStore(decks), out, None, unheard) == 0
    assert anki.take(out) == Outcome()


# --- what a second import does ----------------------------------------------------------------


def test_an_unchanged_export_updates_nothing(anki: Anki, export: Callable[..., Path]) -> None:
    first = anki.take(export())
    assert anki.take(export()) == Outcome(unchanged=first.new)


def test_what_a_learner_wrote_in_anki_survives_an_unchanged_export(
    anki: Anki, export: Callable[..., Path]
) -> None:
    anki.take(export())
    note = anki.card("terms/plain").note()
    note["Remark"] = "mine"
    anki.col.update_note(note)
    anki.take(export())
    assert anki.card("terms/plain").note()["Remark"] == "mine"


def test_only_the_edited_note_is_updated(
    anki: Anki, store: MemoryExportStore, export: Callable[..., Path]
) -> None:
    first = anki.take(export())
    edited = replace(TERM, fields={**TERM.fields, "definition": "Led by innovation."})
    store.edit("terms", edited, LATER)
    assert anki.take(export()) == Outcome(updated=1, unchanged=first.new - 1)
    assert "Led by innovation." in anki.card("terms/forces").answer()


def test_progress_survives_an_edit(
    anki: Anki, store: MemoryExportStore, export: Callable[..., Path]
) -> None:
    anki.take(export())
    studied = study(anki, "NQPF Study::Terms")
    assert (studied.note()["Id"], studied.type, studied.reps) == ("terms/forces", 2, 1)
    before = {card.id: state(card) for card in anki.cards()}
    log = anki.col.db.all("SELECT * FROM revlog")

    store.edit("terms", replace(TERM, remark="Another remark."), LATER)
    anki.take(export())

    assert "Another remark." in anki.col.get_card(studied.id).answer()
    assert {card.id: state(card) for card in anki.cards()} == before
    assert anki.col.db.all("SELECT * FROM revlog") == log


def test_a_member_put_in_front_moves_no_progress(
    anki: Anki, store: MemoryExportStore, export: Callable[..., Path]
) -> None:
    first = anki.take(export())
    kept = {id_: anki.card(id_).id for id_ in ("terms/steps", "terms/steps/item-strategies")}
    steps = NOTES[-1]
    items = (Member("Zeroth", "zeroth", "What comes before?"), *steps.members("items"))
    store.edit("terms", replace(steps, fields={**steps.fields, "items": items}), LATER)
    assert anki.take(export()) == Outcome(new=1, updated=3, unchanged=first.new - 3)
    assert {id_: anki.card(id_).id for id_ in kept} == kept
    assert shown(anki.card("terms/steps/item-zeroth").question()).strip() == "What comes before?"


def test_a_sibling_that_is_added_joins_the_others(
    anki: Anki, store: MemoryExportStore, export: Callable[..., Path]
) -> None:
    without = replace(TERM, fields={k: v for k, v in TERM.fields.items() if k != "cue"})
    store.edit("terms", without, IMPORTED)
    anki.take(export())
    before = [card.id for card in anki.cards('"Id:terms/forces"')]
    store.edit("terms", TERM, LATER)
    assert anki.take(export()).updated == 1
    after = {card.ord: card.id for card in anki.cards('"Id:terms/forces"')}
    assert [after[0], after[2]] == before
    assert shown(anki.card("terms/forces", place=1).question()).strip() == TERM.text("cue")


def test_a_note_that_becomes_a_cloze_still_arrives(
    anki: Anki, store: MemoryExportStore, export: Callable[..., Path]
) -> None:
    anki.take(export())
    store.edit("terms", Note("plain", "cloze", {"text": "It {{c1::is}}"}), LATER)
    outcome = anki.take(export())
    assert (outcome.new, outcome.conflicting) == (1, 0)


def test_decks_exported_apart_do_not_clash(anki: Anki, export: Callable[..., Path]) -> None:
    together = len(anki.cards())
    for deck in ("terms", "timeline", "terms"):
        assert anki.take(export(deck)).conflicting == 0
        together = max(together, len(anki.cards()))
    anki.take(export())
    assert len(anki.cards()) == together


# --- hostile text -----------------------------------------------------------------------------

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{Field}} {{FrontSide}} {{Question 1}}",
    "{{#Question 2}}x{{/Question 2}}",
    "{{c1::gap}} {{cloze:Text}}",
    "[sound:a.mp3] [[type:Answer 1]] [latex]x[/latex] [$]y[/$] [anki:tts]z[/anki:tts]",
    "a && b || c ]] > <",
    "&lt;b&gt; &amp;amp; &#123;",
    "</div></style><style>*{display:none}</style>",
    "<!-- not a comment -->",
    "line one\nline two",
    "“新质生产力”<b>粗</b>",
    "\\(x^2\\) \\[y\\]",
    "{{hint:Answer 1}} {{type:Answer 1}}",
    "}}{{",
)
CARD_TAGS = {"style", "div", "hr", "b", "span", "br", "figure", "blockquote", "figcaption"}


def test_hostile_text_is_shown_as_it_is(anki: Anki, tmp_path: Path) -> None:
    notes = [
        Note(f"n{number}", "basic", {"question": f"Q {text}", "answer": f"A {text}"}, remark=text)
        for number, text in enumerate(HOSTILE)
    ]
    store = MemoryExportStore([Deck("d", "<b>D</b>", notes=tuple(notes))])
    export_anki(store, tmp_path / "out.apkg", None, unheard)
    assert anki.take(tmp_path / "out.apkg") == Outcome(new=len(HOSTILE))
    for number, text in enumerate(HOSTILE):
        card = anki.card(f"d/n{number}")
        assert shown(card.question()).strip() == f"Q {text}"
        assert shown(card.answer()).split("\n\n")[0].strip() == f"Q {text}"
        assert shown(card.answer()).count(text) == 3
        assert tags(card.answer()) <= CARD_TAGS
        assert not card.question_av_tags()
        assert not card.answer_av_tags()
    assert not anki.col.get_empty_cards().notes


def test_hostile_text_around_and_in_gaps_is_shown_as_it_is(anki: Anki, tmp_path: Path) -> None:
    plain = [text for text in HOSTILE if "{{" not in text]
    sentence = "@ | {{c1::@::@}} | {{c2::z}}"
    notes = [
        Note(f"n{number}", "cloze", {"text": sentence.replace("@", text)})
        for number, text in enumerate(plain)
    ]
    store = MemoryExportStore([Deck("d", "D", notes=tuple(notes))])
    export_anki(store, tmp_path / "out.apkg", None, unheard)
    anki.take(tmp_path / "out.apkg")
    for number, text in enumerate(plain):
        card = anki.card(f"d/n{number}")
        assert shown(card.question()).strip() == f"{text} | [{text}] | z"
        assert shown(card.answer()).strip() == f"{text} | {text} | z"


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(min_size=1), min_size=1, max_size=60))
@example(["\u0338 struck", "力\u0338", "é", "e\u0301", "\x1f", "新\n质"])
def test_any_text_survives_in_ankis_fields(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    notes = [
        Note(f"n{number}", "basic", {"question": f"q{number}", "answer": text})
        for number, text in enumerate(texts)
    ]
    folder = tmp_path_factory.mktemp("anki")
    store = MemoryExportStore([Deck("d", "D", notes=tuple(notes))])
    export_anki(store, folder / "out.apkg", None, unheard)
    col = Collection(str(folder / "collection.anki2"))
    try:
        anki = Anki(col)
        assert anki.take(folder / "out.apkg") == Outcome(new=len(texts))
        stored = [anki.card(f"d/n{number}").note()["Answer 1"] for number in range(len(texts))]
    finally:
        col.close()
    assert [read_back(text) for text in stored] == [writable(text) for text in texts]


def read_back(field: str) -> str:
    """Undo our HTML: the spans, the line ends, then the references."""
    bare = re.sub(r'<span lang="zh-Hans">|</span>', "", field).replace("<br>", "\n")
    return unicodedata.normalize("NFC", html.unescape(bare))


def writable(text: str) -> str:
    """Leave out what Anki cannot hold, and compose characters as Anki does."""
    lines = re.sub(r"\r\n?", "\n", text)
    return unicodedata.normalize("NFC", re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", lines))
