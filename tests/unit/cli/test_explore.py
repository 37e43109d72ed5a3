from __future__ import annotations

import json
from pathlib import Path

import pytest

from nqpf_study import __main__
from nqpf_study.app import Study
from nqpf_study.domain.deck import Deck, Member, Note
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.review import Act
from nqpf_study.domain.source import Document, Source
from nqpf_study.study.importing import plan_import

HISTORY = Deck(
    "silk",
    "The silk road",
    notes=(
        Note(
            "step-2",
            "measure",
            {
                "number": 2,
                "of": "the caravan plan",
                "title": "Buy camels",
                "parts": (Member("one hump", "one", "Which first?"), Member("two humps")),
            },
            passages=(Passage("annals", "camels were bought"),),
        ),
        Note("step-1", "measure", {"number": 1, "of": "the caravan plan", "title": "Find gold"}),
        Note(
            "opened",
            "event",
            {"event": "The road opens", "date": "1453", "until": "1454-02", "question": "When?"},
        ),
        Note("rumour", "event", {"event": "A rumour", "date": "once", "question": "When?"}),
        Note(
            "guild",
            "target",
            {
                "province": "The guild",
                "year": 1453,
                "horizon": "now",
                "question": "What?",
                "targets": (Member("silk"), Member("salt")),
            },
        ),
        Note(
            "caravan",
            "term",
            {
                "term": "caravan",
                "definition": "Many camels",
                "chinese": "商队",
                "pinyin": "shāngduì",
                "variants": (Member("train (annals)"), Member("file")),
            },
        ),
    ),
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    where = tmp_path / "home"
    where.mkdir()
    with Study.open(where) as study:
        store = study.collection
        annals = Source("annals", "Annals", "Guild", "1460", "en", "", "a.txt", "")
        changes = plan_import(HISTORY, store)
        store.write_changes(changes, [Document(annals, "x")], study.now(), lambda *_: None)
        study.set_aside(study.search("note:caravan"), Act.SUSPEND)
    return where


def says(home: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert __main__.main(["--home", str(home), "explore", *arguments]) == 0
    return capsys.readouterr().out


def test_measures_stand_by_number_with_their_parts(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert says(home, capsys, "measures") == (
        "the caravan plan (The silk road)\n"
        "   1 Find gold [not seen]\n"
        "   2 Buy camels [not seen]\n"
        "     · one hump [not seen]\n"
        "     · two humps\n"
    )


def test_the_timeline_is_no_more_exact_than_the_deck(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert says(home, capsys, "timeline") == (
        "1453 to February 1454\n    The road opens [not seen]\nonce\n    A rumour [not seen]\n"
    )
    opened, rumour = json.loads(says(home, capsys, "timeline", "--json"))
    assert (opened["first"], opened["last"]) == ("1453-01-01", "1454-02-28")
    assert (opened["precision"], opened["lasted"]) == ("year", True)
    assert (rumour["first"], rumour["precision"]) == (None, None)


def test_provinces_may_be_anybody(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert says(home, capsys, "provinces") == "The guild\n  now 1453: silk; salt [not seen]\n"
    (pledge,) = json.loads(says(home, capsys, "provinces", "--json"))
    assert (pledge["horizon"], pledge["targets"]) == ("now", ["silk", "salt"])


def test_the_glossary_names_variants_and_who_uses_them(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert says(home, capsys, "glossary") == (
        "caravan · 商队 shāngduì [suspended]\n"
        "    Many camels\n    also: train (annals)\n    also: file\n"
    )
    (term,) = json.loads(says(home, capsys, "glossary", "--json"))
    assert term["variants"][0] == {"wording": "train", "users": "annals"}
    assert term["known"] == {"stage": "suspended", "known": 0, "cards": 0, "recall": None}


def test_json_names_notes_cards_and_sources(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (programme,) = json.loads(says(home, capsys, "measures", "--json"))
    first, second = programme["measures"]
    assert (first["note"], second["sources"]) == ("step-1", ["annals"])
    assert second["cards"] == [
        "silk/step-2/title",
        "silk/step-2/parts",
        "silk/step-2/part-one",
    ]
    assert [part["card"] for part in second["parts"]] == ["part-one", None]


def test_only_some_decks_are_shown(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "caravan" in says(home, capsys, "glossary", "--deck", "silk")
    assert __main__.main(["--home", str(home), "explore", "glossary", "--deck", "wool"]) == 1
    assert "There is no deck “wool”." in capsys.readouterr().err


def test_nothing_to_show_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Study.open(tmp_path) as study:
        deck = Deck("d", "D", notes=(Note("n", "basic", {"question": "q", "answer": "a"}),))
        changes = plan_import(deck, study.collection)
        study.collection.write_changes(changes, [], study.now(), lambda *_: None)
    assert says(tmp_path, capsys, "timeline") == "No deck has anything for the timeline.\n"
    assert says(tmp_path, capsys, "timeline", "--json") == "[]\n"
