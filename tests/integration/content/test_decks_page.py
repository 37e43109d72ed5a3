"""What docs/decks.md says is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nqpf_study import paths
from nqpf_study.content import coverage_file, specs
from nqpf_study.content.deck_file import read_deck
from nqpf_study.content.manifest import read_manifest
from nqpf_study.content.problems import MOST_SHOWN, Code
from nqpf_study.content.specs import OF_TYPE, Part
from nqpf_study.domain.deck import Deck
from nqpf_study.domain.kinds import KINDS, cards_of

PAGE = (Path(__file__).parents[3] / "docs" / "decks.md").read_text("utf-8")


def section(title: str) -> str:
    """Return what stands under a heading, up to the next one."""
    found = re.search(rf"^#+ {title}\n(.*?)(?=^#|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, title
    return found[1]


def rows(title: str) -> dict[str, list[str]]:
    """Return the cells of a section's table by the names in the first one."""
    table: dict[str, list[str]] = {}
    for line in section(title).splitlines():
        first, *cells = [cell.strip() for cell in line.strip("|").split("|")]
        for name in re.findall("`([^`]+)`", first) if line.startswith("| `") else []:
            table[name] = cells
    return table


def block(language: str) -> str:
    found, *_ = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


@pytest.fixture
def example(tmp_path: Path) -> Deck:
    (tmp_path / "harbour.txt").write_text(block("text"), "utf-8")
    (tmp_path / "harbour.yaml").write_text(block("yaml"), "utf-8")
    found = read_deck(tmp_path / "harbour.yaml", {})
    assert found.problems == ()
    assert found.deck is not None
    return found.deck


def test_the_example_is_a_deck_without_a_problem(example: Deck) -> None:
    assert [(note.id, len(cards_of(note))) for note in example.notes] == [
        ("tide-gate", 1),
        ("opening", 1),
        ("goods", 2),
        ("depth", 2),
    ]
    assert [source.citation for source in example.sources] == [
        "Class 7, “How the harbour grew”, 2024-03"
    ]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_table_of_a_kind_is_that_of_the_program(kind: str) -> None:
    assert KINDS[kind].purpose in section(kind)
    assert rows(kind) == {
        field.name: ["yes" if field.required else "", OF_TYPE[field.type], field.purpose]
        for field in KINDS[kind].fields
    }


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("The file", specs.FILE),
        ("deck", specs.DECK),
        ("sources", specs.SOURCE),
        ("Notes", specs.NOTE),
        ("members", specs.MEMBER),
        ("passages", specs.PASSAGE),
        ("Coverage", coverage_file.LEFT_OUT),
    ],
)
def test_the_other_tables_are_those_of_the_program(title: str, part: Part) -> None:
    assert rows(title) == {
        spec.name: ["yes" if spec.required else "", spec.holds, spec.purpose] for spec in part.specs
    }


def test_every_code_is_explained() -> None:
    assert set(rows("Problems")) == set(Code)
    assert f"At most {MOST_SHOWN} of each" in section("Problems")


def test_the_sources_that_come_along_are_named() -> None:
    named = re.findall("`([a-z-]+)`", section("sources").split("can be quoted")[0])
    assert named == sorted(document.source.id for document in read_manifest(paths.manifest()))
