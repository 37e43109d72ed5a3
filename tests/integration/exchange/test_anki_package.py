"""The package as a file: whole or not there, and the same for the same decks."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from nqpf_study.domain.deck import Deck, Member, Note
from nqpf_study.domain.errors import Cancelled, Progress, StudyError, unheard
from nqpf_study.exchange.anki import export_anki
from tests.fakes.export_store import IMPORTED, MemoryExportStore

ITEMS = (Member("One", "one", "Which is first?"), Member("Two", "two", "Which is second?"))


def basic(number: int) -> Note:
    return Note(f"n{number}", "basic", {"question": f"Question {number}", "answer": "Answer " * 9})


@pytest.fixture
def store() -> MemoryExportStore:
    listed = Note("list", "list", {"question": "Which?", "items": ITEMS})
    return MemoryExportStore(
        [
            Deck("first", "First", notes=(*map(basic, range(450)), listed)),
            Deck("second", "Second", notes=(basic(1),)),
        ]
    )


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go, to see that none stays."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "packages"
    folder.mkdir()
    return folder / "out.apkg"


def stop_at(moment: int, step: str) -> Progress:
    def progress(done: int, total: int, doing: str) -> None:
        assert 0 <= done <= total
        if (done, doing) == (moment, step):
            raise Cancelled

    return progress


def test_the_number_of_ankis_notes_is_returned(store: MemoryExportStore, out: Path) -> None:
    assert export_anki(store, out, None, unheard) == 450 + 3 + 1
    assert export_anki(store, out, ["second"], unheard) == 1


def test_the_same_decks_make_the_same_bytes(store: MemoryExportStore, out: Path) -> None:
    export_anki(store, out, None, unheard)
    first = out.read_bytes()
    export_anki(store, out, ["second", "first", "second"], unheard)
    assert out.read_bytes() == first


def test_a_change_makes_other_bytes(store: MemoryExportStore, out: Path) -> None:
    export_anki(store, out, None, unheard)
    first = out.read_bytes()
    store.edit("second", basic(1), IMPORTED + timedelta(seconds=1))
    export_anki(store, out, None, unheard)
    assert out.read_bytes() != first


def test_a_package_is_a_compressed_collection(
    store: MemoryExportStore, out: Path, tmp_path: Path
) -> None:
    export_anki(store, out, None, unheard)
    with zipfile.ZipFile(out) as package:
        assert package.namelist() == ["collection.anki2", "media"]
        assert package.testzip() is None
        collection = package.getinfo("collection.anki2")
        assert collection.compress_size < collection.file_size / 5
        package.extract("collection.anki2", tmp_path)
    connection = sqlite3.connect(tmp_path / "collection.anki2")
    (found,) = connection.execute("PRAGMA integrity_check").fetchone()
    connection.close()
    assert found == "ok"


def test_progress_counts_the_notes(store: MemoryExportStore, out: Path) -> None:
    heard: list[tuple[int, int, str]] = []
    export_anki(store, out, None, lambda *said: heard.append(said))
    assert heard == [
        *((number, 2, "reading") for number in range(2)),
        *((number, 452, "writing") for number in range(0, 452, 100)),
        (452, 452, "packing"),
    ]


@pytest.mark.parametrize(
    "moment", [(1, "reading"), (0, "writing"), (300, "writing"), (452, "packing")]
)
def test_a_cancelled_export_leaves_nothing_behind(
    store: MemoryExportStore, out: Path, scratch: Path, moment: tuple[int, str]
) -> None:
    with pytest.raises(Cancelled):
        export_anki(store, out, None, stop_at(*moment))
    assert not list(out.parent.iterdir())
    assert not list(scratch.iterdir())


def test_a_cancelled_export_keeps_the_package_that_was_there(
    store: MemoryExportStore, out: Path
) -> None:
    out.write_bytes(b"an older package")
    with pytest.raises(Cancelled):
        export_anki(store, out, None, stop_at(452, "packing"))
    assert out.read_bytes() == b"an older package"
    assert list(out.parent.iterdir()) == [out]


def test_a_package_takes_the_place_of_an_older_one(store: MemoryExportStore, out: Path) -> None:
    out.write_bytes(b"an older package")
    export_anki(store, out, None, unheard)
    assert zipfile.is_zipfile(out)
    assert list(out.parent.iterdir()) == [out]


def test_an_unknown_deck_is_named(store: MemoryExportStore, out: Path) -> None:
    with pytest.raises(StudyError, match="no deck “third”"):
        export_anki(store, out, ["first", "third"], unheard)
    assert not out.exists()


def test_a_missing_folder_is_a_plain_message(
    store: MemoryExportStore, tmp_path: Path, scratch: Path
) -> None:
    with pytest.raises(StudyError, match="No such file or directory") as caught:
        export_anki(store, tmp_path / "nowhere" / "out.apkg", None, unheard)
    assert "Choose a folder" in str(caught.value)
    assert not list(scratch.iterdir())


def test_a_folder_in_the_way_is_a_plain_message(store: MemoryExportStore, out: Path) -> None:
    out.mkdir()
    with pytest.raises(StudyError, match="could not be written"):
        export_anki(store, out, None, unheard)
    assert list(out.parent.iterdir()) == [out]


def test_a_full_disk_is_a_plain_message(out: Path, scratch: Path) -> None:
    pytest.importorskip("resource")
    # A limit on a file's size meets both SQLite's writes and ours, as a full disk would.
    code = f"""
import resource, signal, sys, tempfile
from pathlib import Path
sys.path.insert(0, {str(Path.cwd())!r})
from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.errors import StudyError, unheard
from nqpf_study.exchange.anki import export_anki
from tests.fakes.export_store import MemoryExportStore
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
notes = tuple(Note(f"n{{n}}", "basic", {{"question": f"q{{n}}", "answer": f"{{n ** 99}}"}})
              for n in range(3000))
try:
    export_anki(MemoryExportStore([Deck("d", "D", notes=notes)]), Path(sys.argv[1]), None, unheard)
except StudyError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(out)],
        capture_output=True,
        text=True,
        check=True,
        env={"TMPDIR": str(scratch)},
    )
    assert "could not be written" in done.stdout
    assert "space left" in done.stdout
    assert not list(out.parent.iterdir())
    assert not list(scratch.iterdir())
