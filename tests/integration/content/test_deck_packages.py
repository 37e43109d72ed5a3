"""Decks are packed, unpacked, and packages that mean harm are refused as a whole."""

from __future__ import annotations

import io
import os
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nqpf_study.content.deck_file import read_deck
from nqpf_study.content.deck_places import decks_at
from nqpf_study.content.package_names import why_not
from nqpf_study.content.packing import pack, package_name
from nqpf_study.content.unpacking import Limits, read_package, unpack
from nqpf_study.domain.errors import BadInput, Cancelled, StudyError
from nqpf_study.domain.source import Document
from tests.fakes.dice import dice

DECK = """\
format: 1
deck: {id: harbour, title: Our harbour}
sources:
  - {id: handout, title: A handout, publisher: Class 7, published: "2024", file: FILE}
notes:
  - id: opening
    kind: basic
    question: When did it open?
    answer: In 1883
    passages: [{source: handout, exact: opened in 1883}]
"""
TEXT = "The harbour opened in 1883."
SMALL = Limits(package=20_000, unpacked=50_000, files=5)


def teacher(folder: Path, file: str = "texts/handout.txt", text: str = TEXT) -> Path:
    """Write a deck file with its source; return the deck file."""
    source = folder / file
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(text, "utf-8")
    deck = folder / "harbour.yaml"
    deck.write_text(DECK.replace("FILE", file), "utf-8")
    return deck


def packed(deck: Path) -> Path:
    package = deck.with_name(package_name(deck))
    package.write_bytes(pack(deck, {}).content)
    return package


Entry = tuple[str | zipfile.ZipInfo, str | bytes]


def zipped(path: Path, *entries: Entry) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries:
            made.writestr(name, content)
    return path


def inside(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


# --- there and back -------------------------------------------------------------------------------


def test_what_is_packed_is_there_again_when_it_is_unpacked(tmp_path: Path) -> None:
    deck = teacher(tmp_path / "teacher")
    found = unpack(packed(deck), tmp_path / "student")
    before, after = read_deck(deck, {}), read_deck(found, {})
    assert after.deck == before.deck is not None
    assert after.documents == before.documents
    assert found.read_bytes() == deck.read_bytes()
    assert inside(found.parent) == ["harbour.yaml", "texts/handout.txt"]


@given(
    st.dictionaries(
        st.from_regex(r"[a-zà-ÿ一-龥]{1,8}(/[a-z0-9 _-]{0,8}[a-z])?\.(txt|md)", fullmatch=True),
        st.text(max_size=200),
        max_size=4,
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_any_texts_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, texts: dict[str, str]
) -> None:
    folder = tmp_path_factory.mktemp("texts")
    deck = folder / "d.yaml"
    sources = [
        f'  - {{id: s{at}, title: T, publisher: P, published: "2024", file: "{name}"}}\n'
        for at, name in enumerate(texts)
    ]
    for name, text in texts.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(text.replace("\0", "").encode())
    listed = "sources:\n" + "".join(sources) if sources else ""
    deck.write_text(f"format: 1\ndeck: {{id: d, title: D}}\n{listed}notes: []\n", "utf-8")
    try:
        package = pack(deck, {})
    except StudyError:
        assert why_not(texts)  # two names that Windows takes for one
        return
    assert package.content == pack(deck, {}).content
    (folder / "d.nqpf.zip").write_bytes(package.content)
    files = read_package(folder / "d.nqpf.zip", Limits())
    assert files == {name: (folder / name).read_bytes() for name in ("d.yaml", *texts)}


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    first = teacher(tmp_path / "one")
    second = teacher(tmp_path / "two")
    os.utime(second, (10**9, 10**9))
    second.chmod(0o600)
    assert pack(first, {}).content == pack(second, {}).content


def test_only_what_the_deck_names_is_packed(tmp_path: Path) -> None:
    deck = teacher(tmp_path)
    (tmp_path / "grades-of-my-class.txt").write_text("private", "utf-8")
    assert pack(deck, {}).names == ("harbour.yaml", "texts/handout.txt")


def test_a_source_named_in_a_roundabout_way_is_found_again(tmp_path: Path) -> None:
    deck = teacher(tmp_path / "teacher", "texts/handout.txt")
    deck.write_text(DECK.replace("FILE", "./texts/../texts/handout.txt"), "utf-8")
    assert pack(deck, {}).names == ("harbour.yaml", "texts/handout.txt")
    found = read_deck(unpack(packed(deck), tmp_path / "student"), {})
    assert [document.text for document in found.documents] == [TEXT]


def test_the_programs_own_sources_need_no_packing(
    tmp_path: Path, library: dict[str, Document]
) -> None:
    deck = tmp_path / "mine.yaml"
    deck.write_text(
        DECK.partition("sources:")[0]
        + "notes: [{id: a, kind: basic, question: Q, answer: A, passages: [{source: story, "
        + "exact: A province}]}]\n",
        "utf-8",
    )
    assert pack(deck, library).names == ("mine.yaml",)
    with pytest.raises(BadInput, match="has errors"):
        pack(deck, {})


# --- what can't be packed -------------------------------------------------------------------------


def test_a_deck_with_errors_is_not_packed(tmp_path: Path) -> None:
    deck = teacher(tmp_path, text="Something else.")
    with pytest.raises(BadInput, match="Nothing was packed") as refused:
        pack(deck, {})
    assert [problem.code for problem in refused.value.problems] == ["passage-missing"]


def test_a_text_that_is_missing_is_named(tmp_path: Path) -> None:
    deck = teacher(tmp_path)
    (tmp_path / "texts" / "handout.txt").unlink()
    with pytest.raises(BadInput, match="Put handout"):
        pack(deck, {})


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("handout.html", "neither a deck file nor a plain text"),
        ("handout.yaml", "called like a deck file"),
        ("which?.txt", "no name that every system takes"),
    ],
)
def test_what_nobody_could_open_is_not_packed(tmp_path: Path, file: str, why: str) -> None:
    with pytest.raises(StudyError, match=why):
        pack(teacher(tmp_path, file), {})


def test_a_deck_that_is_too_large_is_not_packed(tmp_path: Path) -> None:
    deck = teacher(tmp_path, text=TEXT + "x" * 60_000)
    with pytest.raises(StudyError, match="larger than"):
        pack(deck, {}, limits=SMALL)


def test_another_file_is_no_deck(tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="is no deck file"):
        pack(tmp_path / "harbour.nqpf.zip", {})


# --- unpacking ------------------------------------------------------------------------------------


def test_the_same_package_goes_to_the_same_place(tmp_path: Path) -> None:
    package = packed(teacher(tmp_path / "teacher"))
    assert unpack(package, tmp_path / "s") == unpack(package, tmp_path / "s")
    assert len(list((tmp_path / "s").iterdir())) == 1


def test_a_newer_edition_leaves_the_older_one_alone(tmp_path: Path) -> None:
    deck = teacher(tmp_path / "teacher")
    first = unpack(packed(deck), tmp_path / "s")
    deck.write_text(deck.read_text("utf-8").replace("Our harbour", "The harbour"), "utf-8")
    second = unpack(packed(deck), tmp_path / "s")
    assert first.parent != second.parent
    assert "Our harbour" in first.read_text("utf-8")


def test_what_was_changed_after_unpacking_is_not_written_over(tmp_path: Path) -> None:
    package = packed(teacher(tmp_path / "teacher"))
    first = unpack(package, tmp_path / "s")
    first.write_text("mine now", "utf-8")
    second = unpack(package, tmp_path / "s")
    assert first.read_text("utf-8") == "mine now"
    assert read_deck(second, {}).deck is not None
    assert unpack(package, tmp_path / "s") == second


def test_a_folder_zipped_by_hand_is_taken_too(tmp_path: Path) -> None:
    package = zipped(
        tmp_path / "harbour.zip",
        ("harbour/", ""),
        ("harbour/harbour.yaml", DECK.replace("FILE", "handout.txt")),
        ("harbour/handout.txt", TEXT),
        ("harbour/.DS_Store", b"\0"),
        ("__MACOSX/harbour/._harbour.yaml", b"\0"),
    )
    found = unpack(package, tmp_path / "s")
    assert read_deck(found, {}).deck is not None
    assert inside(tmp_path / "s") == [
        f"{found.parents[1].name}/harbour/{name}" for name in ("handout.txt", "harbour.yaml")
    ]


def test_a_stop_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, total: int, doing: str) -> None:  # noqa: ARG001 - as called
        raise Cancelled

    with pytest.raises(Cancelled):
        unpack(packed(teacher(tmp_path / "teacher")), tmp_path / "s", progress=stop)
    assert not (tmp_path / "s").exists()


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "s").write_text("a file", "utf-8")
    with pytest.raises(StudyError, match="can't be unpacked") as told:
        unpack(packed(teacher(tmp_path / "teacher")), tmp_path / "s")
    assert told.value.safe == "Nothing was unpacked."


def test_what_fails_on_the_way_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = packed(teacher(tmp_path / "teacher"))
    write = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.suffix == ".yaml":
            raise OSError(28, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(StudyError, match="No space left on device"):
        unpack(package, tmp_path / "s")
    assert list((tmp_path / "s").iterdir()) == []


# --- packages that mean harm ----------------------------------------------------------------------


def link(name: str, target: str) -> tuple[zipfile.ZipInfo, str]:
    entry = zipfile.ZipInfo(name)
    entry.create_system = 3
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry, target


GOOD = ("deck.yaml", "format: 1\ndeck: {id: d, title: D}\nnotes: []\n")
HOSTILE: dict[str, list[Entry]] = {
    "an absolute path": [GOOD, ("/tmp/evil.txt", "x")],  # noqa: S108 - never written
    "a way out": [GOOD, ("../evil.txt", "x")],
    "a way out in the middle": [GOOD, ("a/../../evil.txt", "x")],
    "a way out on Windows": [GOOD, ("..\\evil.txt", "x")],
    "a drive": [GOOD, ("C:/evil.txt", "x")],
    "a deck that leads out": [("../deck.yaml", GOOD[1])],
    "a link": [GOOD, link("notes.txt", "/etc/passwd")],
    "a deck that is a link": [link("deck.yaml", "/etc/passwd")],
    "a link to a folder": [GOOD, link("texts", "/etc"), ("texts/a.txt", "x")],
    "a program": [GOOD, ("setup.exe", "MZ")],
    "another package": [GOOD, ("inner.zip", "PK")],
    "the same name twice": [GOOD, ("a.txt", "x"), ("A.txt", "y")],
    "a file that is a folder": [GOOD, ("a.txt", "x"), ("a.txt/b.txt", "y")],
    "a device": [GOOD, ("aux.txt", "x")],
    "two decks": [GOOD, ("other.yaml", GOOD[1])],
    "no deck": [("a.txt", "x")],
    "nothing": [],
    "too many files": [GOOD, *((f"{at}.txt", "x") for at in range(9))],
    "a bomb": [GOOD, ("a.txt", b"\0" * 10_000_000)],
    "a bomb in parts": [GOOD, *((f"{at}.txt", b"\0" * 20_000) for at in range(4))],
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("harm", HOSTILE)
def test_a_package_that_means_harm_is_refused_and_leaves_nothing(tmp_path: Path, harm: str) -> None:
    package = zipped(tmp_path / "x.nqpf.zip", *HOSTILE[harm])
    check_refused(package, tmp_path)


def check_refused(package: Path, folder: Path) -> None:
    with pytest.raises(StudyError, match=r"^x\.nqpf\.zip can't be opened: ") as refused:
        unpack(package, folder / "data" / "packages", SMALL)
    assert "\n" not in str(refused.value)
    assert inside(folder) == ["x.nqpf.zip"]


@pytest.mark.parametrize(
    ("at", "why"),
    [(6, "password"), (8, "damaged")],
    ids=["locked", "an unknown compression"],
)
def test_what_only_some_programs_unpack_is_refused(tmp_path: Path, at: int, why: str) -> None:
    package = zipped(tmp_path / "x.nqpf.zip", GOOD)
    data = bytearray(package.read_bytes())
    directory = data.index(b"PK\x01\x02")
    data[directory + at + 2] = 1 if at == 6 else 14
    data[at] = data[directory + at + 2]
    package.write_bytes(data)
    with pytest.raises(StudyError, match=why):
        unpack(package, tmp_path / "s")


def test_a_size_that_lies_is_not_believed(tmp_path: Path) -> None:
    package = zipped(tmp_path / "x.nqpf.zip", GOOD, ("a.txt", b"\0" * 90_000))
    data = bytearray(package.read_bytes())
    directory = data.rindex(b"PK\x01\x02")
    struct.pack_into("<L", data, directory + 24, 10)
    package.write_bytes(data)
    check_refused(package, tmp_path)


def test_a_directory_of_a_million_files_is_not_read(tmp_path: Path) -> None:
    package = zipped(tmp_path / "x.nqpf.zip", GOOD)
    data = package.read_bytes()
    end = data.rindex(b"PK\x05\x06")
    entry = data[data.index(b"PK\x01\x02") : end]
    many = entry * 5000
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 5000, 5000, len(many), end - len(entry), 0)
    large = tmp_path / "y.nqpf.zip"
    large.write_bytes(data[: end - len(entry)] + many + tail)
    with pytest.raises(StudyError, match="more than 500 files"):
        unpack(large, tmp_path / "s", Limits())


def test_the_form_for_larger_files_is_refused(tmp_path: Path) -> None:
    package = zipped(tmp_path / "x.nqpf.zip", GOOD)
    data = package.read_bytes()
    end = data.rindex(b"PK\x05\x06")
    package.write_bytes(data[:end] + struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 1) + data[end:])
    check_refused(package, tmp_path)


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"PK\x05\x06", b"no archive" * 99, b"PK\x05\x06" * 99]
)
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    package = tmp_path / "x.nqpf.zip"
    package.write_bytes(content)
    check_refused(package, tmp_path)


def test_a_package_that_is_not_there_or_too_large_is_told(tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="is not there"):
        unpack(tmp_path / "x.nqpf.zip", tmp_path / "s")
    (tmp_path / "x.nqpf.zip").write_bytes(bytes(30_000))
    with pytest.raises(StudyError, match="larger than"):
        unpack(tmp_path / "x.nqpf.zip", tmp_path / "s", SMALL)


def test_damaged_packages_are_opened_whole_or_not_at_all(tmp_path: Path) -> None:
    """A thousand mutants of a sound package: no traceback, and nothing but whole decks."""
    sound = packed(teacher(tmp_path / "teacher")).read_bytes()
    files = read_package(_written(tmp_path, sound), SMALL)
    chance = dice(1)
    opened = 0
    for _ in range(1000):
        mutant = bytearray(sound)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(mutant))
            if chance.random() < 0.8:
                mutant[at] = chance.randrange(256)
            else:
                del mutant[at : at + chance.randint(1, 40)]
        try:
            found = read_package(_written(tmp_path, bytes(mutant)), SMALL)
        except StudyError:
            continue
        opened += 1
        assert set(found.values()) <= set(files.values())  # a name may differ, no content
    assert opened < 1000


def _written(folder: Path, content: bytes) -> Path:
    path = folder / "mutant.nqpf.zip"
    path.write_bytes(content)
    return path


def test_members_are_read_from_an_archive_with_a_comment(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(*GOOD)
        package.comment = b"by hand"
    assert list(read_package(_written(tmp_path, made.getvalue()), SMALL)) == ["deck.yaml"]


# --- folders --------------------------------------------------------------------------------------


def test_a_folder_stands_for_its_decks_and_packages(tmp_path: Path) -> None:
    deck = teacher(tmp_path)
    packed(deck)  # the same deck once more
    zipped(tmp_path / "other.nqpf.zip", GOOD)
    zipped(tmp_path / "photographs.zip", GOOD)
    (tmp_path / "coverage.yaml").write_text("format: 1\n", "utf-8")
    found = decks_at(tmp_path, "coverage.yaml")
    assert [path.name for path in found] == ["harbour.yaml", "other.nqpf.zip"]
    assert decks_at(deck, "coverage.yaml") == (deck,)


def test_a_folder_without_decks_is_told(tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="There is no deck file in"):
        decks_at(tmp_path, "coverage.yaml")
