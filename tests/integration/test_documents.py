"""What README.md and CONTRIBUTING.md show is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nqpf_study.__main__ import main
from nqpf_study.cli import COMMANDS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def block(language: str) -> str:
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    return str(found)


@pytest.fixture
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = Path("my-deck.yaml")
    file.write_text(block("yaml"), "utf-8")
    return file


def test_the_deck_of_the_readme_is_complete(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(deck)]) == 0
    assert capsys.readouterr().out == "1 file, 1 note, 0 errors, 0 warnings\n"


def test_the_problems_of_the_readme_are_those_that_are_told(
    deck: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = deck.read_text("utf-8")
    deck.write_text(text.replace("answer:", "anwser:").replace("the leading", "a leading"), "utf-8")
    typed, told = block("console").split("\n", 1)
    assert main(typed.removeprefix("$ nqpf-study ").split()) == 1
    assert capsys.readouterr().out == told


def test_the_readme_names_every_command() -> None:
    rows = " ".join(line for line in README.splitlines() if line.startswith("| `"))
    assert {command for command in COMMANDS if not re.search(rf"`{command}\b", rows)} == set()


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (ROOT / target).exists(), target
