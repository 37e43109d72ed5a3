"""The deck that a teacher starts from."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from nqpf_study import paths
from nqpf_study.__main__ import main
from nqpf_study.app import check_without_collection, deck_schema, new_deck
from nqpf_study.content.schema import deck_schema as schema
from nqpf_study.content.starter import deck_id
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.kinds import cards_of
from nqpf_study.domain.paragraphs import paragraphs


def is_han(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"


def written(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


CHINESE = pytest.mark.parametrize("chinese", [False, True])


@CHINESE
def test_it_is_right_by_every_check(tmp_path: Path, chinese: bool) -> None:
    made = new_deck(tmp_path / "new" / "decks", "Our harbour", chinese=chinese)
    assert (made.deck.name, made.source.name) == ("our-harbour.yaml", "our-harbour.txt")
    (checked,) = check_without_collection([made.deck])
    assert checked.problems == ()
    assert checked.deck is not None
    assert (checked.deck.id, checked.deck.title) == ("our-harbour", "Our harbour")
    assert len({note.kind for note in checked.deck.notes}) == 5
    assert all(note.passages and cards_of(note) for note in checked.deck.notes)
    assert checked.deck.language == ("zh-Hans" if chinese else "en")


def test_in_chinese_it_has_the_same_notes_with_a_text_of_its_own(tmp_path: Path) -> None:
    english = new_deck(tmp_path / "en", "蜜蜂")
    chinese = new_deck(tmp_path / "zh", "蜜蜂", chinese=True)
    notes, in_chinese = (
        yaml.safe_load(made.deck.read_text("utf-8"))["notes"] for made in (english, chinese)
    )
    assert [(note["id"], note["kind"]) for note in in_chinese] == [
        (note["id"], note["kind"]) for note in notes
    ]
    for made in (chinese.deck, chinese.source):
        assert sum(map(is_han, made.read_text("utf-8"))) > 100
    assert not any(map(is_han, english.source.read_text("utf-8")))


@CHINESE
def test_its_text_is_read_in_whole_paragraphs(tmp_path: Path, chinese: bool) -> None:
    text = new_deck(tmp_path, "My deck", chinese=chinese).source.read_text("utf-8")
    assert len(list(paragraphs(text))) == len(re.split(r"\n\n+", text.strip()))


@CHINESE
def test_editors_find_the_schema_beside_it(tmp_path: Path, chinese: bool) -> None:
    made = new_deck(tmp_path, "My deck", chinese=chinese)
    text = made.deck.read_text("utf-8")
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", text.splitlines()[0])
    assert named
    assert (tmp_path / named[1]).read_text("utf-8") == deck_schema()
    Draft202012Validator(schema()).validate(yaml.safe_load(text))


@CHINESE
def test_its_explanations_name_its_own_files(tmp_path: Path, chinese: bool) -> None:
    made = new_deck(tmp_path, "Our harbour", chinese=chinese)
    text = made.deck.read_text("utf-8")
    assert "$id" not in text
    assert "$title" not in text
    assert {*re.findall(r"[a-z-]+\.(?:yaml|txt)", text)} == {made.deck.name, made.source.name}


def test_a_second_deck_stands_beside_the_first(tmp_path: Path) -> None:
    first = new_deck(tmp_path, "One")
    first.schema.write_text("an older one", "utf-8")
    before = written(tmp_path)
    second = new_deck(tmp_path, "Two")
    assert written(tmp_path) == before | {
        path.name: path.read_text("utf-8") for path in (second.deck, second.source)
    }


@pytest.mark.parametrize("there", ["my-deck.yaml", "my-deck.txt"])
def test_nothing_is_ever_overwritten(tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_text("a year's work", "utf-8")
    with pytest.raises(
        StudyError, match=f"There is a file {there} .* already. Nothing was written."
    ):
        new_deck(tmp_path, "My deck")
    assert written(tmp_path) == {there: "a year's work"}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "harbour").write_text("ships", "utf-8")
    with pytest.raises(StudyError, match=r"can't be written: .*Nothing was written\."):
        new_deck(tmp_path / "harbour", "My deck")
    with pytest.raises(StudyError, match="can't be written"):
        new_deck(tmp_path / "harbour" / "deck", "My deck")
    assert written(tmp_path) == {"harbour": "ships"}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="all may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(StudyError, match="Choose a folder of your own"):
        new_deck(tmp_path, "My deck")
    tmp_path.chmod(0o755)
    assert written(tmp_path) == {}


def test_a_full_disk_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.open

    def full(path: Path, *args: Any, **more: Any) -> object:  # noqa: ANN401 - as Path.open
        if path.suffix == ".txt" and args == ("x",):
            raise OSError(28, "No space left on device", str(path))
        return write(path, *args, **more)

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(StudyError, match="No space left on device"):
        new_deck(tmp_path, "My deck")
    assert written(tmp_path) == {}


@pytest.mark.parametrize("title", ["", " \n ", "\x00\x1b"])
def test_a_deck_needs_a_title(tmp_path: Path, title: str) -> None:
    with pytest.raises(StudyError, match="needs a title"):
        new_deck(tmp_path, title)
    assert written(tmp_path) == {}


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("Our harbour", "our-harbour"),
        ("Ölhäfen, 2. Teil", "olhafen-2-teil"),
        ("港口", "my-deck"),
        ("True", "my-deck"),
        ("a" * 200, "a" * 60),
        ("a" * 59 + " b", "a" * 59),
    ],
)
def test_the_title_names_the_deck(title: str, id_: str) -> None:
    assert deck_id(title) == id_


@settings(max_examples=25)
@given(title=st.text(max_size=30).filter(lambda title: any(map(str.isalnum, title))))
def test_any_title_makes_a_deck_without_a_problem(
    title: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = new_deck(tmp_path_factory.mktemp("new"), title)
    (checked,) = check_without_collection([made.deck])
    assert checked.problems == ()
    assert checked.deck is not None
    shown = "".join(sign if sign.isprintable() else " " for sign in title)
    assert checked.deck.title == " ".join(shown.split())


def test_the_command_tells_what_it_wrote(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "decks"
    assert main(["new", str(folder), "--title", "Our harbour"]) == 0
    said = capsys.readouterr().out
    assert all(str(path) in said for path in folder.iterdir())
    assert main(["check", str(folder / "our-harbour.yaml")]) == 0
    capsys.readouterr()
    assert main(["new", str(folder), "--title", "Our harbour"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("There is a file our-harbour.yaml in")


def test_the_schema_command_writes_what_is_shipped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shipped = (paths.resources() / "schema" / "deck-1.schema.json").read_text("utf-8")
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == shipped
    assert main(["schema", "--out", str(tmp_path / "schema.json")]) == 0
    assert (tmp_path / "schema.json").read_text("utf-8") == shipped
