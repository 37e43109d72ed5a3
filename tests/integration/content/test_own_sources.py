from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

from nqpf_study.content import source_reader
from nqpf_study.content.deck_file import ReadDeck, read_deck
from nqpf_study.content.problems import Code
from nqpf_study.domain.errors import Level
from nqpf_study.domain.source import Document, Source

TEXT = "Navigation\r\n\r\nThe text proper begins here.\n It ends here.\nFooter\n"
SHA256 = hashlib.sha256(TEXT.encode()).hexdigest()
ENTRY = {
    "id": "handout",
    "title": "A handout",
    "publisher": "Our school",
    "published": "2024",
    "file": "texts/handout.txt",
}


def read(
    folder: Path,
    *entries: dict[str, str],
    exact: str = "text proper",
    library: dict[str, Document] | None = None,
) -> ReadDeck:
    def written(entry: dict[str, str]) -> str:
        return "".join(f"    {name}: '{value}'\n" for name, value in entry.items())

    sources = "".join(f"  -\n{written(entry)}" for entry in entries)
    path = folder / "deck.yaml"
    path.write_text(
        "format: 1\n"
        "deck: {id: a-deck, title: A deck, language: de}\n"
        "notes:\n"
        "  - id: one\n"
        "    kind: basic\n"
        "    question: Q\n"
        "    answer: A\n"
        f"    passages: [{{source: handout, exact: '{exact}'}}]\n"
        f"sources:\n{sources}",
        "utf-8",
    )
    return read_deck(path, library or {})


def codes(found: ReadDeck) -> list[str]:
    return [problem.code for problem in found.problems]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "handout.txt").write_bytes(TEXT.encode())
    return tmp_path


def test_a_deck_brings_a_source_of_its_own(folder: Path) -> None:
    found = read(folder, ENTRY)
    source = Source(
        id="handout",
        title="A handout",
        publisher="Our school",
        published="2024",
        language="de",  # the deck's
        where="",
        file="texts/handout.txt",
        sha256=SHA256,
    )
    assert found.problems == ()
    assert found.documents == (Document(source, TEXT),)
    assert found.deck is not None
    assert found.deck.sources == (source,)


def test_what_a_source_says_of_itself_is_kept(folder: Path) -> None:
    found = read(
        folder,
        ENTRY
        | {
            "language": "zh-Hans",
            "where": "On the board",
            "original": "0.txt",
            "sha256": SHA256.upper(),
            "begins": "The text proper begins",
            "ends": "It ends here.",
        },
    )
    assert found.problems == ()
    source = found.documents[0].source
    assert (source.language, source.where, source.original) == ("zh-Hans", "On the board", "0.txt")
    assert (source.begins, source.ends) == ("The text proper begins", "It ends here.")
    assert source.sha256 == SHA256


def test_a_source_that_no_note_quotes_comes_along(folder: Path) -> None:
    other = ENTRY | {"id": "other"}
    assert [each.source.id for each in read(folder, ENTRY, other).documents] == ["handout", "other"]


def test_passages_are_checked_in_it(folder: Path) -> None:
    assert codes(read(folder, ENTRY, exact="no such words")) == [Code.PASSAGE_MISSING]


def test_a_source_with_an_error_is_not_unknown_to_its_passages(folder: Path) -> None:
    assert codes(read(folder, ENTRY | {"published": "soon"})) == [Code.BAD_DATE]
    assert codes(read(folder, ENTRY | {"titel": "A"})) == [Code.UNKNOWN_FIELD]


@pytest.mark.parametrize("field", ["id", "title", "publisher", "published", "file"])
def test_a_field_that_a_source_needs_is_asked_for(folder: Path, field: str) -> None:
    entry = {name: value for name, value in ENTRY.items() if name != field}
    assert Code.MISSING_FIELD in codes(read(folder, entry))
    assert Code.MISSING_FIELD in codes(read(folder, ENTRY | {field: ""}))


def test_a_missing_file_is_no_error(folder: Path) -> None:
    found = read(folder, ENTRY | {"file": "texts/gone.txt"})
    assert [(p.code, p.level) for p in found.problems] == [(Code.SOURCE_MISSING, Level.WARNING)]
    assert found.deck is not None
    assert found.documents[0].text is None


def test_where_a_file_is_missing_the_text_of_an_earlier_import_stays(folder: Path) -> None:
    earlier = read(folder, ENTRY).documents[0]
    gone = ENTRY | {"file": "texts/gone.txt"}
    found = read(folder, gone, library={"handout": earlier})
    assert codes(found) == [Code.SOURCE_MISSING]
    assert (found.documents[0].text, found.documents[0].source.sha256) == (TEXT, SHA256)
    other = read(folder, gone | {"sha256": "0" * 64}, library={"handout": earlier})
    assert codes(other) == [Code.SOURCE_MISSING]
    assert other.documents[0].text is None


def test_a_text_that_replaces_another_is_warned_of(folder: Path) -> None:
    earlier = read(folder, ENTRY).documents[0]
    library = {"handout": earlier}
    assert codes(read(folder, ENTRY, library=library)) == []
    (folder / "texts" / "handout.txt").write_text("Another text proper", "utf-8")
    found = read(folder, ENTRY, library=library)
    assert [(p.code, p.level) for p in found.problems] == [(Code.SOURCE_DIFFERS, Level.WARNING)]
    assert found.documents[0].text == "Another text proper"


@pytest.mark.parametrize(
    "name",
    [
        "../handout.txt",
        "texts/../../handout.txt",
        "/etc/hostname",
        "C:handout.txt",
        "C:/handout.txt",
        "\\\\server\\share\\handout.txt",
        "texts\\handout.txt",
    ],
)
def test_a_file_outside_the_deck_s_folder_is_refused(folder: Path, name: str) -> None:
    (folder.parent / "handout.txt").write_text(TEXT, "utf-8")
    assert codes(read(folder, ENTRY | {"file": name})) == [Code.SOURCE_OUTSIDE]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
def test_a_link_does_not_lead_out_of_the_folder(folder: Path) -> None:
    outside = folder.parent / "outside.txt"
    outside.write_text(TEXT, "utf-8")
    (folder / "link.txt").symlink_to(outside)
    assert codes(read(folder, ENTRY | {"file": "link.txt"})) == [Code.SOURCE_OUTSIDE]
    (folder / "loop.txt").symlink_to("loop.txt")
    assert codes(read(folder, ENTRY | {"file": "loop.txt"})) == [Code.SOURCE_OUTSIDE]


def test_a_name_that_no_file_can_have_is_a_problem(folder: Path) -> None:
    assert codes(read(folder, ENTRY | {"file": "x" * 300})) == [Code.UNREADABLE]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("文本".encode("gb18030"), Code.NOT_UTF8),
        (TEXT.encode("utf-16"), Code.NOT_UTF8),
        (b"PK\x03\x04\x00\x00", Code.BAD_CHARACTER),
    ],
)
def test_a_file_that_is_no_utf8_text_is_refused(folder: Path, data: bytes, code: Code) -> None:
    (folder / "texts" / "handout.txt").write_bytes(data)
    assert codes(read(folder, ENTRY)) == [code]


def test_the_message_names_the_line_that_is_no_utf8(folder: Path) -> None:
    (folder / "texts" / "handout.txt").write_bytes(b"fine\nfine\n\xff\n")
    (problem,) = read(folder, ENTRY).problems
    assert problem.message == "line 3 of the source's file is no UTF-8"
    assert (problem.line, problem.column) == (15, 11)


def test_a_text_that_is_too_large_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_reader, "LARGEST_SOURCE", 10)
    assert codes(read(folder, ENTRY)) == [Code.TOO_LARGE]


def test_a_changed_file_is_an_error_where_its_sum_was_recorded(folder: Path) -> None:
    (problem,) = read(folder, ENTRY | {"sha256": "0" * 64}).problems
    assert problem.code == Code.SOURCE_CHANGED
    assert SHA256 in problem.hint
