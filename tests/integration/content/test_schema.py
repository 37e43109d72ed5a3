"""The JSON Schema judges decks as the reader does, as far as a file's shape goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from nqpf_study import paths
from nqpf_study.content.deck_file import read_deck
from nqpf_study.content.problems import Code
from nqpf_study.content.schema import deck_schema, schema_text
from nqpf_study.content.specs import DECK, FILE, NOTE, OF_TYPE, Holds, Spec
from nqpf_study.content.waivers import WAIVABLE
from nqpf_study.domain.kinds import KINDS
from tests.integration.content.conftest import document
from tests.integration.content.test_every_problem import CASES
from tests.integration.content.yaml_1_2 import load

ROOT = Path(__file__).parents[3]
SHIPPED = paths.resources() / "schema" / "deck-1.schema.json"
VALIDATOR = Draft202012Validator(deck_schema())
DECKS = [*paths.decks(), *sorted((ROOT / "docs" / "examples").glob("*.yaml"))]
SHAPE = {
    Code.UNKNOWN_FIELD,
    Code.MISSING_FIELD,
    Code.WRONG_TYPE,
    Code.BAD_ID,
    Code.BAD_NUMBER,
    Code.BAD_FLAG,
    Code.BAD_LANGUAGE,
    Code.BAD_TAG,
    Code.EMPTY_ITEM,
    Code.UNKNOWN_KIND,
    Code.HALF_MEMBER,
    Code.CLOZE_WITHOUT_GAP,
    Code.UNKNOWN_WAIVER,
    Code.EMPTY_WAIVER,
}
"""The problems that a file's shape shows."""


def accepted(text: str) -> bool:
    return VALIDATOR.is_valid(load(text))


def test_the_shipped_schema_is_that_of_the_code() -> None:
    shipped = SHIPPED.read_text("utf-8")
    assert shipped == schema_text(), "stale: nqpf-study schema --out resources/schema/..."


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(deck_schema())


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.name)
def test_it_accepts_the_decks(path: Path) -> None:
    errors = [error.message for error in VALIDATOR.iter_errors(load(path.read_text("utf-8")))]
    assert errors == []


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.name)
def test_the_decks_name_it_for_editors(path: Path) -> None:
    first = path.read_text("utf-8").splitlines()[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert named
    assert (path.parent / named[1]).resolve() == SHIPPED.resolve()


@pytest.mark.parametrize(
    "case",
    [
        case
        for case, (_, problems) in CASES.items()
        if not SHAPE.isdisjoint(code for _, _, code in problems)
    ],
)
def test_it_refuses_what_the_reader_refuses_for_its_shape(case: str) -> None:
    content, _ = CASES[case]
    assert isinstance(content, str)
    assert not accepted(content)


def test_every_field_is_explained_to_who_types_it() -> None:
    defs: Any = deck_schema()["$defs"]
    for kind in KINDS.values():
        made = defs[f"{kind.name}-note"]
        assert made["description"] == kind.purpose
        for field in kind.fields:
            assert made["properties"][field.name]["description"] == field.purpose
            assert (field.name in made["required"]) == field.required
        assert made["properties"].keys() == NOTE.names | {field.name for field in kind.fields}
    for spec in NOTE.specs:
        assert defs["note"]["properties"][spec.name]["description"] == spec.purpose


# --- decks at random, and what spoils them --------------------------------------------------------

WORDS = st.text("ab 1é新.,:#'\"-{}", min_size=1, max_size=12).map(str.strip).filter(bool)
IDS = st.from_regex(r"[a-z][a-z0-9-]{0,12}", fullmatch=True).filter(
    lambda id_: id_ not in {"true", "false", "null"}
)
VALUES: dict[Holds, st.SearchStrategy[Any]] = {
    Holds.TEXT: WORDS | st.integers(0, 3000) | st.sampled_from([True, 3.1, "NO", "010", "12:30"]),
    Holds.NUMBER: st.integers(-99, 3000) | st.integers(-99, 3000).map(str),
    Holds.FLAG: st.sampled_from([True, False, "true", "false"]),
    Holds.DATE: st.dates().map(str) | st.sampled_from(["2024-03", "2024", 2024]),
    Holds.LANGUAGE: st.sampled_from(["en", "no", "zh-Hans"]),
    Holds.MEMBERS: st.lists(WORDS, min_size=1, max_size=3).flatmap(
        lambda texts: st.sampled_from([texts, [*texts, {"item": "a", "id": "a", "cue": "b"}]])
    ),
    Holds.TEXTS: st.lists(WORDS, max_size=3),
    Holds.TAGS: st.lists(IDS | st.integers(1900, 2100), max_size=3),
    Holds.KNOWN_TAGS: st.lists(IDS, max_size=3) | st.dictionaries(IDS, WORDS, max_size=3),
    Holds.PASSAGES: st.just([{"source": "essay", "exact": "leading role"}]),
    Holds.REASONS: st.dictionaries(
        st.sampled_from([code.value for code in WAIVABLE]), WORDS, max_size=2
    ),
    Holds.ID: IDS,
}
BAD_MEMBERS: list[object] = [[""], [{}], [{"item": "a", "id": "a"}], [{"item": "a", "cue": "a"}]]
BAD_PASSAGES: list[object] = [["leading role"], [{}], [{"source": "essay"}], [{"exact": "first"}]]
SPOILT: dict[Holds, list[object]] = {
    Holds.TEXT: [["a"], {"a": "b"}],
    Holds.NUMBER: ["three", 1.5, [1]],
    Holds.FLAG: ["maybe", 1, ["true"]],
    Holds.DATE: ["May 2024", "2024-13", "24-1-1", ["2024"]],
    Holds.LANGUAGE: ["in English", "e", ["en"]],
    Holds.MEMBERS: ["a", {"item": "a"}, *BAD_MEMBERS],
    Holds.TEXTS: ["a", [["a"]], [""], {"a": "b"}],
    Holds.TAGS: ["a", ["two words"], [None], [["a"]], {"a": "b"}],
    Holds.KNOWN_TAGS: ["a", ["two words"], [None], {"two words": "b"}, {"a": ["b"]}],
    Holds.PASSAGES: ["a", {"source": "essay", "exact": "first"}, *BAD_PASSAGES],
    Holds.REASONS: ["a", ["a"], {"colour": "red"}, {"no-passage": ["a"]}, {"no-passage": ""}],
    Holds.ID: ["An id", "-a", "ä", "a" * 101, None, ["a"]],
    Holds.KIND: ["bassic", None, ["basic"]],
    Holds.SOURCES: ["a", {"a": "b"}, ["a"], [{}]],
    Holds.NOTES: ["a", {"a": "b"}, ["a"], [{}]],
    Holds.DECK: ["a", ["a"], None, {}],
    Holds.FORMAT: ["one", None, [1]],
}
NO_VALUE: list[object] = [None, " "]


def mapping(own: tuple[Spec, ...]) -> st.SearchStrategy[dict[str, Any]]:
    """Return mappings that hold every needed field, and others or not."""
    held = {spec: VALUES[spec.holds] for spec in own if spec.holds in VALUES}
    return st.fixed_dictionaries(
        {spec.name: values for spec, values in held.items() if spec.required},
        optional={spec.name: values for spec, values in held.items() if not spec.required},
    )


def fields_of(kind: str) -> tuple[Spec, ...]:
    """Return the fields that a note of a kind may have."""
    own = KINDS[kind].fields
    made = (Spec(each.name, each.purpose, OF_TYPE[each.type], each.required) for each in own)
    return (*NOTE.specs, *made)


@st.composite
def notes(draw: st.DrawFn) -> dict[str, Any]:
    kind = draw(st.sampled_from(sorted(KINDS)))
    note = draw(mapping(fields_of(kind))) | {"kind": kind}
    if "until" in note:
        note["until"] = note["date"]
    if kind == "cloze":
        note["text"] = "It is {{c1::" + draw(st.text("ab c", min_size=1)).strip(" ") + "x}}."
    return note


@st.composite
def decks(draw: st.DrawFn) -> dict[str, Any]:
    written = draw(st.lists(notes(), max_size=3, unique_by=lambda note: str(note["id"])))
    return {"format": draw(st.sampled_from([1, "1"])), "deck": draw(mapping(DECK.specs))} | {
        "notes": written
    }


def parts(deck: dict[str, Any]) -> Iterator[tuple[dict[str, Any], tuple[Spec, ...]]]:
    """Return the mappings of a deck with the fields that they may have."""
    yield deck, FILE.specs
    yield deck["deck"], DECK.specs
    for note in deck["notes"]:
        yield note, fields_of(note["kind"])


@st.composite
def spoilt_decks(draw: st.DrawFn) -> dict[str, Any]:
    """Return decks in which one thing is wrong."""
    deck = draw(decks())
    part, own = draw(st.sampled_from(list(parts(deck))))
    spec = draw(st.sampled_from(own))
    ways = ["a field too many", "a bad value"] + ["no value", "no field"] * spec.required
    match draw(st.sampled_from(ways)):
        case "a field too many":
            part["colour"] = "red"
        case "no field":
            part.pop(spec.name)
        case "no value" if spec.holds is not Holds.NOTES:
            part[spec.name] = draw(st.sampled_from(NO_VALUE))
        case _:
            part[spec.name] = draw(st.sampled_from(SPOILT[spec.holds]))
    return deck


class _Dumper(yaml.CSafeDumper):
    """Writes None as a value that was left out."""


_Dumper.add_representer(
    type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "")
)


def written(deck: dict[str, Any]) -> str:
    return str(yaml.dump(deck, Dumper=_Dumper, allow_unicode=True))


def shape_errors(deck: dict[str, Any], folder: Path) -> set[str]:
    """Return the codes of what the reader finds wrong with a deck's shape."""
    file = folder / "deck.yaml"
    file.write_text(written(deck), "utf-8")
    library = {"essay": document("essay", "It plays the leading role first.")}
    return {problem.code for problem in read_deck(file, library).problems} & {
        *SHAPE,
        Code.BAD_DATE,
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("decks")


@given(deck=decks())
def test_a_deck_in_shape_is_accepted(deck: dict[str, Any], folder: Path) -> None:
    assert shape_errors(deck, folder) == set()
    assert accepted(written(deck))


@given(deck=spoilt_decks())
def test_a_deck_out_of_shape_is_refused(deck: dict[str, Any], folder: Path) -> None:
    assert shape_errors(deck, folder) != set()
    assert not accepted(written(deck))
