"""Packing, checking and importing by command: several files, folders and packages."""

from __future__ import annotations

from pathlib import Path

import pytest

from nqpf_study.__main__ import main

DECK = """\
format: 1
deck: {{id: {id}, title: Deck {id}}}
sources:
  - {{id: {id}-text, title: A text, publisher: P, published: "2024", file: {id}.txt}}
notes:
  - id: one
    kind: basic
    question: What does the text of {id} say?
    answer: "{answer}"
    passages: [{{source: {id}-text, exact: "{answer}"}}]
"""

Says = pytest.CaptureFixture[str]


def deck(folder: Path, id_: str, answer: str = "water") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / f"{id_}.txt").write_text(f"There is {answer}.", "utf-8")
    path = folder / f"{id_}.yaml"
    path.write_text(DECK.format(id=id_, answer=answer), "utf-8")
    return path


def test_a_package_is_made_checked_and_imported(tmp_path: Path, capsys: Says) -> None:
    file = deck(tmp_path, "sea")
    assert main(["pack", str(file)]) == 0
    package = tmp_path / "sea.nqpf.zip"
    assert capsys.readouterr().out.startswith(f"{package}: ")
    file.unlink()
    assert main(["check", str(package)]) == 0
    assert "1 file, 1 note, 0 errors" in capsys.readouterr().out
    assert main(["import", "--yes", str(package)]) == 0
    assert "Deck sea (sea): 1 added (notes)." in capsys.readouterr().out
    assert main(["import", str(package)]) == 0
    assert "nothing has changed" in capsys.readouterr().out


def test_a_newer_package_updates_the_deck(tmp_path: Path, capsys: Says) -> None:
    for answer, said in (("water", "1 added"), ("salt", "1 changed")):
        file = deck(tmp_path, "sea", answer)
        out = tmp_path / "out.nqpf.zip"
        assert main(["pack", str(file), "--out", str(out)]) == 0
        assert main(["import", "--yes", str(out)]) == 0
        assert said in capsys.readouterr().out
    assert main(["source", "sea/one"]) == 0
    assert "salt" in capsys.readouterr().out


def test_what_cannot_be_packed_is_told_with_every_problem(tmp_path: Path, capsys: Says) -> None:
    file = deck(tmp_path, "sea")
    (tmp_path / "sea.txt").write_text("Something else", "utf-8")
    assert main(["pack", str(file)]) == 1
    told = capsys.readouterr().err
    assert "passage-missing" in told
    assert "Nothing was packed." in told
    assert not (tmp_path / "sea.nqpf.zip").exists()


def test_a_package_has_its_own_ending(tmp_path: Path, capsys: Says) -> None:
    out = tmp_path / "sea.yaml"
    assert main(["pack", str(deck(tmp_path / "t", "sea")), "--out", str(out)]) == 1
    assert "ends in .nqpf.zip" in capsys.readouterr().err
    assert not out.exists()


def test_problems_in_a_package_are_told_by_its_name(tmp_path: Path, capsys: Says) -> None:
    file = deck(tmp_path, "sea")
    assert main(["pack", str(file)]) == 0
    package = tmp_path / "sea.nqpf.zip"
    package.write_bytes(package.read_bytes()[:100])
    other = deck(tmp_path / "b", "lake")
    other.write_text(other.read_text("utf-8").replace("answer:", "anwser:"), "utf-8")
    capsys.readouterr()
    assert main(["check", str(package), str(other)]) == 1
    told = capsys.readouterr().out
    assert f"{package}:0:0: unreadable: sea.nqpf.zip can't be opened: it is damaged" in told
    assert f"{other}:9:5: unknown-field" in told
    assert "2 files, 0 notes, 2 errors" in told


def test_several_files_are_imported_at_once(tmp_path: Path, capsys: Says) -> None:
    files = [str(deck(tmp_path, name)) for name in ("lake", "sea")]
    assert main(["import", "--yes", *files]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [
        "Deck lake (lake): 1 added (notes).",
        "Deck sea (sea): 1 added (notes).",
        "Imported. All progress is kept.",
    ]


def test_all_problems_of_several_files_are_told_and_none_is_imported(
    tmp_path: Path, capsys: Says
) -> None:
    sound, *wrong = (deck(tmp_path, name) for name in ("lake", "pond", "sea"))
    for file in wrong:
        file.write_text(file.read_text("utf-8").replace("answer:", "anwser:"), "utf-8")
    gone = tmp_path / "gone.nqpf.zip"
    assert main(["import", "--yes", *map(str, (sound, *wrong, gone))]) == 1
    told = capsys.readouterr().err
    assert [line.split(":")[0] for line in told.splitlines() if "unknown-field" in line] == [
        str(file) for file in wrong
    ]
    assert "gone.nqpf.zip can't be opened" in told
    assert told.endswith("Nothing was imported.\n")
    assert main(["decks"]) == 0
    assert "lake" not in capsys.readouterr().out


def test_one_deck_twice_is_a_question_that_is_not_guessed(tmp_path: Path, capsys: Says) -> None:
    files = [deck(tmp_path / folder, "sea", folder) for folder in ("old", "new")]
    assert main(["import", "--yes", *map(str, files)]) == 1
    assert f"{files[0]} and {files[1]} are both the deck “sea”." in capsys.readouterr().err
    assert main(["decks"]) == 0
    assert "sea" not in capsys.readouterr().out


def test_a_folder_stands_for_the_decks_in_it(tmp_path: Path, capsys: Says) -> None:
    folder = tmp_path / "decks"
    for name in ("lake", "sea"):
        deck(folder, name)
    assert main(["check", str(folder)]) == 0
    assert "2 files, 2 notes, 0 errors" in capsys.readouterr().out
    assert main(["import", "--yes", str(folder)]) == 0
    assert "Deck sea (sea): 1 added" in capsys.readouterr().out
    assert main(["check", str(tmp_path)]) == 1
    assert "There is no deck file in" in capsys.readouterr().err
