from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.content.package_names import is_package, why_not


@pytest.mark.parametrize(
    "name",
    [
        "harbour.yaml",
        "texts/handout.txt",
        "讲义/新质生产力.txt",
        "a b/c.d.md",
        "X.YML",
        ".hidden.txt",
    ],
)
def test_usual_names_are_fine(name: str) -> None:
    assert why_not([name]) is None


@pytest.mark.parametrize(
    "name",
    [
        *("/etc/passwd.txt", "../a.txt", "a/../b.txt", "a//b.txt", "./a.txt", "", "a/", ".."),
        "/".join("abcdefghi") + ".txt",
    ],
)
def test_no_name_leads_out_of_the_packages_folder(name: str) -> None:
    assert "own folder" in str(why_not([name]))


@pytest.mark.parametrize(
    "name",
    [
        *("C:\\a.txt", "c:a.txt", "a\\b.txt", "con.txt", "a/LPT1.txt", "aux/b.txt", "nul .txt"),
        *("a?.txt", "tab\t.txt", "a./b.txt", "a /b.txt", "right\u202eleft.txt", "x" * 201 + ".txt"),
    ],
)
def test_names_that_some_system_reads_otherwise_are_refused(name: str) -> None:
    assert "every system" in str(why_not([name]))


@pytest.mark.parametrize("name", ["run.exe", "deck", "a.yaml.sh", "page.html", "deck.yaml.lnk"])
def test_only_decks_and_texts_are_taken(name: str) -> None:
    assert "neither a deck file nor a plain text" in str(why_not([name]))


@pytest.mark.parametrize(
    "names", [("a.txt", "A.TXT"), ("a.txt", "a.txt/b.txt"), ("é.txt", "e\u0301.txt")]
)
def test_names_that_are_one_on_some_system_are_refused(names: tuple[str, str]) -> None:
    assert "twice" in str(why_not(names))


@given(st.text(max_size=30).map(lambda start: start + ".txt"))
def test_what_is_let_through_stays_inside_on_every_system(name: str) -> None:
    if why_not([name]) is None:
        for path in (PurePosixPath(name), PureWindowsPath(name)):
            assert not path.is_absolute()
            assert not path.drive
            assert ".." not in path.parts
            assert path.as_posix() == name


@pytest.mark.parametrize(
    ("name", "one"),
    [
        ("harbour.nqpf.zip", True),
        ("harbour.nqpf (1).ZIP", True),
        ("harbour.nqpf.yaml", False),
        ("zip", False),
    ],
)
def test_a_zip_file_is_opened_as_a_package(name: str, *, one: bool) -> None:
    assert is_package(name) is one
