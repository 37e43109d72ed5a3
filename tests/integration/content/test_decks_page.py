"""What docs/decks.md says is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nqpf_study import paths
from nqpf_study.__main__ import main
from nqpf_study.app import check_without_collection
from nqpf_study.content import coverage_file, specs
from nqpf_study.content.manifest import read_manifest
from nqpf_study.content.problems import MOST_SHOWN, Code
from nqpf_study.content.specs import OF_TYPE, Part
from nqpf_study.domain.deck import Deck
from nqpf_study.domain.kinds import KINDS, cards_of

DOCS = Path(__file__).parents[3] / "docs"
PAGE = (DOCS / "decks.md").read_text("utf-8")


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
    (found,) = check_without_collection([tmp_path / "harbour.yaml"])
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


def test_the_mistakes_of_the_page_are_told_as_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    deck = block("yaml")
    for right, wrong in (
        ("definition:", "defintion:"),
        ("which kept", "which keeps"),
        ("- id: depth", "- id: goods"),
    ):
        assert deck.count(right) == 1
        deck = deck.replace(right, wrong)
    Path("harbour.txt").write_text(block("text"), "utf-8")
    Path("harbour.yaml").write_text(deck, "utf-8")
    typed, told = block("console").split("\n", 1)
    assert main(typed.removeprefix("$ nqpf-study ").split()) == 1
    assert capsys.readouterr().out == told


def test_links_lead_somewhere() -> None:
    headings = {title.lower() for title in re.findall(r"^#+ (.+)$", PAGE, re.MULTILINE)}
    for target in re.findall(r"\]\(([^)]+)\)", PAGE):
        if target.startswith("#"):
            assert target.removeprefix("#") in headings
        else:
            assert (DOCS / target).is_file()


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
