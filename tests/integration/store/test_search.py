"""Finding cards: words by their beginning, Chinese anywhere, phrases, filters, and any typing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nqpf_study.domain.deck import Member, Note
from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.review import Act, CardId, Rating
from nqpf_study.domain.search_query import SavedSearch, parse_query
from nqpf_study.study.ports import CardOrder, SortKey
from tests.fakes.dice import dice
from tests.fakes.ordering import put_in_order
from tests.integration.store.learner import (
    Learner,
    answer_of,
    basic,
    deck,
    document,
    numbered,
    pair,
)

HAN = "新质生产力国一\u3007\U00020000"
LETTERS = HAN + "，。、 \nAIb7“”—é"


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("produc", "ac"),
        ("PRODUC", "ac"),
        ("oduc", ""),
        ("green produc", "a"),
        ('"total factor"', "c"),
        ('"factor total"', ""),
        ('"fact"', ""),
        ("fact", "c"),
        ("新质", "bc"),
        ("质生产", "b"),
        ("质质", ""),
        ("“新质生产力”", "b"),
        ("生产力AI", "b"),
        ("ＡＩ", "b"),
        ("cafe", "d"),
        ("low-alti", "d"),
        ("2024", "d"),
        ("remarkab", "a"),
        ("quoted", "c"),
        ("member", "e"),
        ("clue", "e"),
        ("theme-one", "a"),
        ('"production remarkable"', ""),
        ("green -", "a"),
        ("?", "abcde"),
        ("-", "abcde"),
        ("-新质", "ade"),
        ("-produc -新质", "de"),
        ('-"total factor"', "abde"),
        ("产 -新", ""),
        ("新质 -produc", "b"),
        ("新质 -(green or produc)", "b"),
        ("green or member", "ae"),
        ("质生产 or 因 or café", "bd"),
        ("(新质 or green) produc", "ac"),
        ("新质 (produc or AI)", "bc"),
        ("-(新质 or green)", "de"),
        ("-(新质 produc)", "abde"),
        ("-(-新质)", "bc"),
        ("green or -新质", "ade"),
        ("(2024)", "d"),
        ("（2024 or green）", "ad"),
        ("(green", "a"),
        ("(green or", "a"),
        ('"low-altitude"', "d"),
        ('"-altitude"', "d"),
    ],
)
def test_what_is_found(learner: Learner, search: str, found: str) -> None:
    quoting = Passage("s", "words quoted from a source")
    learner.load(
        deck(
            basic("a", "Green production", remark="Remarkable.", tags=["theme-one"]),
            basic("b", "新质生产力AI"),
            Note(
                "c",
                "basic",
                {"question": "c?", "answer": "total factor productivity; 质，生产；新质"},
                passages=(quoting,),
            ),
            basic("d", "café, low-altitude, 2024"),
            Note("e", "list", {"question": "e?", "items": (Member("a member", "m", "a clue"),)}),
        )
    )
    assert "".join(dict.fromkeys(id_.split("/")[1] for id_ in learner.find(search))) == found


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("deck:terms", ["terms/a/answer", "terms/p/forward", "terms/p/backward"]),
        ("deck:TERM", ["terms/a/answer", "terms/p/forward", "terms/p/backward"]),
        ('deck:"of china"', ["other/n0/answer", "other/n1/answer"]),
        ("deck:nosuch", []),
        ("deck:terms deck:other", []),
        ("note:p", ["terms/p/forward", "terms/p/backward"]),
        ("note:terms/a", ["terms/a/answer"]),
        ("note:other/a", []),
        ("note:a note:p", []),
        ("tag:year-2024", ["terms/a/answer"]),
        ("tag:YEAR-2024 tag:qiushi", ["terms/a/answer"]),
        ("tag:2024", []),
        ("tag:year*", ["terms/a/answer"]),
        ("tag:*", ["terms/a/answer"]),
        ("kind:reversed", ["terms/p/forward", "terms/p/backward"]),
        ("kind:nosuch", []),
        ("source:s", ["terms/a/answer"]),
        ("source:title", ["terms/a/answer"]),
        ("source:absent", ["other/n0/answer"]),
        ("is:new", ["terms/p/backward", "other/n0/answer"]),
        ("is:learning", ["terms/p/forward"]),
        ("is:review", ["terms/a/answer", "other/n1/answer"]),
        ("is:due", ["terms/p/forward"]),
        ("is:suspended", ["other/n1/answer"]),
        ("is:buried", ["terms/p/backward"]),
        ("is:leech", []),
        ("is:nosuch", []),
        ("is:hard", ["terms/a/answer"]),
        ("is:missing", ["other/n0/answer"]),
        ("lapses>0", ["terms/a/answer"]),
        ("reviews=1", ["terms/p/forward", "other/n1/answer"]),
        ("difficulty>5 is:review", ["terms/a/answer"]),
        ("stability>0", ["terms/a/answer", "terms/p/forward", "other/n1/answer"]),
        ("interval>=1 interval<8", ["terms/a/answer"]),
        ("interval>7", ["other/n1/answer"]),
        ("deck:terms lapses<1", ["terms/p/forward", "terms/p/backward"]),
        ("is:review year", ["terms/a/answer"]),
        ("deck:other n1", ["other/n1/answer"]),
        ("-deck:terms", ["other/n0/answer", "other/n1/answer"]),
        ("-tag:year* deck:terms", ["terms/p/forward", "terms/p/backward"]),
        ("-is:new -kind:reversed", ["terms/a/answer", "other/n1/answer"]),
        ("-source:s -note:p", ["other/n0/answer", "other/n1/answer"]),
        ("is:suspended or is:buried", ["terms/p/backward", "other/n1/answer"]),
        ("tag:qiushi or n1", ["terms/a/answer", "other/n1/answer"]),
        ("-(tag:qiushi or n1 or kind:reversed)", ["other/n0/answer"]),
        ("(deck:other or is:learning) -is:new", ["terms/p/forward", "other/n1/answer"]),
        ("-stability>0", ["terms/p/backward", "other/n0/answer"]),
        ("-(lapses>0 or -interval>=1)", ["other/n1/answer"]),
        ("is:nosuch or is:buried", ["terms/p/backward"]),
        ("-is:nosuch deck:other", ["other/n0/answer", "other/n1/answer"]),
        ("is:missing or is:leech", ["other/n0/answer"]),
        ("-is:missing -is:leech deck:other", ["other/n1/answer"]),
        ("-is:hard is:review", ["other/n1/answer"]),
    ],
)
def test_what_filters_leave(learner: Learner, search: str, found: list[str]) -> None:
    year = basic("a", tags=["year-2024", "qiushi"], source="s")
    absent = basic("n0", source="absent")
    learner.load(deck(year, pair("p")), [document("s", "Some words on a.")])
    learner.load(deck(absent, basic("n1"), id_="other", title="Provinces of China"))
    learner.grade(answer_of("a"), Rating.EASY)
    learner.clock.move(days=60)
    learner.grade(answer_of("a"), Rating.AGAIN)
    learner.grade(answer_of("a"), Rating.EASY)
    learner.grade(CardId("terms", "p", "forward"), Rating.GOOD)
    learner.grade(answer_of("n1", "other"), Rating.EASY)
    learner.set_aside(Act.BURY, CardId("terms", "p", "backward"))
    learner.set_aside(Act.SUSPEND, answer_of("n1", "other"))
    assert learner.find(search) == found


def test_a_search_for_nothing_finds_every_card_in_use_in_order(learner: Learner) -> None:
    learner.load(deck(basic("b"), pair("p"), basic("a")))
    learner.load(numbered(2, "other"))
    learner.load(deck(pair("p"), basic("b")))
    assert learner.find("") == [
        "terms/p/forward",
        "terms/p/backward",
        "terms/b/answer",
        "other/n0/answer",
        "other/n1/answer",
    ]


def test_the_index_follows_an_edit(learner: Learner) -> None:
    learner.load(deck(basic("a", "old 生产力"), basic("b", "old")))
    learner.load(deck(basic("a", "new 生命力"), basic("b", "old")))
    assert learner.find("old") == ["terms/b/answer"]
    assert learner.find("生命") == learner.find("new") == ["terms/a/answer"]
    assert learner.find("生产") == []


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Learner]:
    """A learner with notes of Chinese, Latin and punctuation in every mixture."""
    random = dice(5)
    texts = ["".join(random.choices(LETTERS, k=random.randint(1, 30))) for _ in range(120)]
    learner = Learner(tmp_path_factory.mktemp("reader"))
    learner.load(
        deck(
            *(
                Note(
                    f"n{number}",
                    "list",
                    {"question": text, "items": (Member(text[::-1]), Member(text[:3]))},
                    remark=text[4:9],
                )
                for number, text in enumerate(texts)
            )
        )
    )
    yield learner
    learner.collection.close()


@given(st.text(HAN, min_size=1, max_size=5))
def test_chinese_is_found_wherever_it_stands(reader: Learner, searched: str) -> None:
    with closing(sqlite3.connect(reader.path)) as raw:
        like = raw.execute(
            "SELECT id FROM notes WHERE content LIKE ? ORDER BY position", (f"%{searched}%",)
        ).fetchall()
    assert [id_.split("/")[1] for id_ in reader.find(searched)] == [id_ for (id_,) in like]


@given(st.text() | st.text('"*-^:+(){}\x00\ufdd0 NEARANDORTor新', max_size=40))
@example('"')
@example("*")
@example("a AND")
@example("NEAR(新 质, 2)")
@example("{words} : x")
@example("words : x")
@example("note_words")
@example("^a")
@example("x' OR 1=1 --")
@example("新\x00质")
@example('"\x00"')
@example("\ud800新")
@example("\ue000")
@example("tag:\x00")
@example("lapses>999999999")
@example("x" * 100_000)
@example("新" * 3_000)
@example("x " * 3_000)
@example("-x " * 3_000)
@example("x or " * 3_000)
@example("x or is:due or " * 3_000)
@example("a " + "-x " * 3_000)
@example("tag:x " * 3_000)
@example("-tag:x " * 3_000)
@example("is:hard or " * 3_000)
@example("-(x or tag:y) " * 3_000)
@example("(x or -" * 3_000)
@example("-(is:due or " * 3_000)
@example("-(x -" * 30)
@example("(x or y) " * 3_000)
@example("()" * 3_000)
@example("(a or b " * 3_000)
@example("(a or -(b x) " * 3_000)
@example("x -(a or b " * 3_000)
@example("x (a or -(is:due -x y) -" * 3_000)
@example("a or *")
@example("-*")
@example('"x" ' * 3_000)
@example("́" * 10)
def test_any_typing_is_a_search(reader: Learner, typed: str) -> None:
    every = set(reader.find(""))
    assert set(reader.find(typed)) <= every


PARTS = (
    *("新质", "生产", "a", "I", "b7", '"新质"', '"a b"', "tag:odd", "tag:even", "tag:no*"),
    *("note:n7", "is:new", "is:suspended", "lapses<1", "stability>0", "deck:terms", "kind:basic"),
)
Tree = str | tuple[str, "list[Tree]"]
trees: st.SearchStrategy[Tree] = st.recursive(
    st.sampled_from(PARTS),
    lambda inner: (
        st.tuples(st.sampled_from(["and", "or"]), st.lists(inner, min_size=2, max_size=3))
        | st.tuples(st.just("not"), st.lists(inner, min_size=1, max_size=1))
    ),
    max_leaves=7,
)


@pytest.fixture(scope="module")
def parts(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Learner, dict[str, set[str]]]]:
    """A learner with some notes, and what each part of a search finds there by itself."""
    random = dice(9)
    learner = Learner(tmp_path_factory.mktemp("parts"))
    learner.load(
        deck(
            *(
                basic(
                    f"n{number}",
                    "".join(random.choices(LETTERS, k=random.randint(1, 9))),
                    tags=["odd" if number % 2 else "even"],
                )
                for number in range(40)
            )
        )
    )
    learner.study(7)
    learner.set_aside(Act.SUSPEND, *(answer_of(f"n{number}") for number in range(3, 9)))
    yield learner, {part: set(learner.find(part)) for part in ("", *PARTS)}
    learner.collection.close()


def typed(tree: Tree) -> str:
    if isinstance(tree, str):
        return tree
    sign, inner = tree
    if sign == "not":
        return f"-({typed(inner[0])})"
    return "({})".format({"and": " ", "or": " or "}[sign].join(map(typed, inner)))


def fitting(tree: Tree, parts: dict[str, set[str]]) -> set[str]:
    if isinstance(tree, str):
        return parts[tree]
    sign, inner = tree
    first, *others = (fitting(one, parts) for one in inner)
    if sign == "not":
        return parts[""] - first
    return first.intersection(*others) if sign == "and" else first.union(*others)


@given(trees)
def test_signs_between_parts_are_those_between_sets(
    parts: tuple[Learner, dict[str, set[str]]], tree: Tree
) -> None:
    learner, by_part = parts
    found = learner.find(typed(tree))
    assert set(found) == fitting(tree, by_part), typed(tree)
    assert found == [card for card in learner.find("") if card in set(found)]


@pytest.mark.parametrize("found", [0, 1, 30])
def test_many_notes_are_found_as_few_are(
    learner: Learner, monkeypatch: pytest.MonkeyPatch, found: int
) -> None:
    monkeypatch.setattr("nqpf_study.store.browse.FEW", found)
    learner.load(deck(*(basic(f"n{at}", "x" if at % 3 else "y", tags=["t"]) for at in range(9))))
    assert learner.find("(x or y) -y tag:t -note:n1") == [
        f"terms/n{at}/answer" for at in (2, 4, 5, 7, 8)
    ]


def test_a_leech_is_found_by_its_decks_own_threshold(learner: Learner) -> None:
    learner.load(deck(basic("a"), basic("b")))
    learner.load(deck(basic("c"), id_="other"))
    for card in (answer_of("a"), answer_of("c", "other")):
        for _ in range(2):
            learner.grade(card, Rating.EASY)
            learner.clock.move(days=60)
            learner.grade(card, Rating.AGAIN)
            learner.clock.move(days=60)
    for id_, threshold in (("terms", 2), ("other", 3)):
        learner.collection.set_deck_options(id_, DeckOptions(leech_threshold=threshold))
    assert learner.find("is:leech") == ["terms/a/answer"]
    learner.collection.set_deck_options("terms", DeckOptions(leech_threshold=0))
    assert learner.find("is:leech") == []


def test_a_passage_that_is_not_found_once_is_missing_until_the_text_has_it(
    learner: Learner,
) -> None:
    notes = [basic(name, source="s") for name in "ab"]
    text = "These are words on a. These are words on b."
    learner.load(deck(*notes), [document("s", text)])
    assert learner.find("is:missing") == []
    twice = document("s", f"{text} These are words on a.")
    learner.load(deck(*notes, basic("c")), [twice])
    assert learner.find("is:missing") == ["terms/a/answer"]
    learner.load(deck(*notes), [document("s", "These are words on a.")])
    assert learner.find("is:missing") == ["terms/b/answer"]
    learner.clock.move(seconds=1)
    learner.load(deck(replace(notes[1], passages=(Passage("s", "These are"),))))
    assert learner.find("is:missing") == []


def test_a_card_was_hard_lately_until_a_week_has_gone_or_the_grade_is_undone(
    learner: Learner,
) -> None:
    learner.load(deck(basic("a"), basic("b"), basic("c")))
    learner.grade(answer_of("a"), Rating.HARD)
    learner.grade(answer_of("b"), Rating.GOOD)
    learner.grade(answer_of("c"), Rating.AGAIN)
    assert learner.find("is:hard") == ["terms/a/answer", "terms/c/answer"]
    learner.session().undo()
    assert learner.find("is:hard") == ["terms/a/answer"]
    learner.clock.move(days=6)
    assert learner.find("is:hard") == ["terms/a/answer"]
    learner.clock.move(days=1)
    assert learner.find("is:hard") == []


@pytest.mark.parametrize("by", SortKey)
@pytest.mark.parametrize("descending", [False, True])
def test_an_order_is_kept_whatever_it_is(
    learner: Learner, by: SortKey, *, descending: bool
) -> None:
    learner.load(replace(deck(basic("a", "x"), pair("b"), basic("c", "y")), title="Zebras"))
    learner.load(replace(numbered(4), id="more", title="ants"))
    learner.study(5, Rating.GOOD)
    learner.clock.at += timedelta(days=9)
    for card in learner.study(3, Rating.AGAIN)[:1]:
        learner.set_aside(Act.SUSPEND, card)
    learner.flag("c")
    keys = [key for key in learner.collection.search(parse_query(""), learner.today) if key != 2]
    order = CardOrder(by, descending=descending)
    wanted = put_in_order(learner.collection.cards(keys), order)
    assert learner.collection.sorted_by(keys, order) == [card.key for card in wanted]


def test_searches_are_kept_with_the_collection(learner: Learner) -> None:
    assert learner.collection.saved_searches() == ()
    wanted = (SavedSearch("“Exam”, 考试", 'tag:exam deck:"Five measures"'), SavedSearch("b", "x"))
    learner.collection.keep_searches(wanted)
    learner.reopen()
    assert learner.collection.saved_searches() == wanted
    learner.collection.keep_searches(())
    assert learner.collection.saved_searches() == ()


def test_every_tag_of_the_deck_files_is_known(learner: Learner) -> None:
    assert learner.collection.file_tags() == []
    learner.load(deck(basic("a", tags=["year-2024", "b"]), basic("b", tags=["b", "新"])))
    assert learner.collection.file_tags() == ["b", "year-2024", "新"]
