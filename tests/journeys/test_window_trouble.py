"""A data folder that cannot be used: said in words, nothing changed, and mended by the learner."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from nqpf_study.app import COLLECTION
from nqpf_study.domain.review import CardId
from nqpf_study.ui.settings.backups import BackupsDialog
from nqpf_study.ui.settings.page import SettingsPage
from tests.journeys.desk import Desk, words_on

NOBODY = 65534
FORTY = "40 cards, about 7 minutes"
HOLD = """
import sys
from pathlib import Path
from nqpf_study.app import Study
with Study.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


def empty(file: Path) -> None:
    file.write_bytes(b"")


def foreign(file: Path) -> None:
    file.write_text("Dear diary, this is no collection.\n" * 100, encoding="utf-8")


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def overwritten(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


@pytest.mark.parametrize(
    ("spoil", "what", "mend"),
    [
        (empty, "is an empty file.", "Restore a backup"),
        (foreign, "is not a collection of this program", "Restore a backup"),
        (cut_short, "is damaged.", "Restore a backup"),
        (overwritten, "is damaged.", "Restore a backup"),
        (newer, "was made by a newer version of the program.", "Install the newest version."),
    ],
)
def test_a_collection_that_cannot_be_opened(
    desk: Desk, loaded: Path, spoil: Callable[[Path], None], what: str, mend: str
) -> None:
    file = desk.home / COLLECTION
    spoil(file)
    before = file.read_bytes()
    assert_told(desk, what, mend)
    assert file.read_bytes() == before
    desk.press("Return")
    assert_still_told(desk, what)
    assert file.read_bytes() == before

    shutil.copy(loaded, file)
    desk.press("Return")
    assert desk.at_home().headline.text() == FORTY
    desk.close()


def test_a_damaged_collection_is_replaced_by_a_backup_from_where_it_is_told(desk: Desk) -> None:
    desk.open_at_home()
    card = grade_one(desk)
    desk.press("Escape")
    desk.at_home()
    desk.go(SettingsPage)
    desk.click_on("Back up now")
    desk.wait(lambda: "Backed up to" in desk.said())
    desk.close()
    overwritten(desk.home / COLLECTION)

    assert_told(desk, "is damaged.", "Restore a backup")
    desk.press("Tab")
    desk.press("Space")
    dialog = desk.dialog(BackupsDialog)
    assert dialog.list.count() == 1
    desk.press("Return")
    question = desk.dialog(QMessageBox)
    assert "Put this backup in the collection's place?" in question.text()
    desk.click_on("Restore", question)
    home = desk.at_home()
    assert home.more.text() == "39 new · 1 learning"
    assert len(desk.study.collection.entries(card)) == 1
    desk.close()


def grade_one(desk: Desk) -> CardId:
    desk.press("Return")
    desk.in_session()
    card = desk.sitting.card.id
    desk.press("Space")
    desk.press("3")
    return card


def test_a_collection_that_another_process_uses(desk: Desk) -> None:
    command = [sys.executable, "-c", HOLD, str(desk.home)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        assert_told(desk, "is in use by another window or program.", "Close the other one")
        desk.press("Return")
        assert_still_told(desk, "is in use by another window or program.")
        other.communicate()
    desk.press("Return")
    assert desk.at_home().headline.text() == FORTY
    desk.close()


@pytest.fixture
def kept_out(qtbot: QtBot, qapp: QApplication, loaded: Path) -> Iterator[Desk]:
    """A learner without the right to write into their data folder."""
    if sys.platform == "win32":
        pytest.skip("folders have no such rights")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        home = Path(folder) / "home"
        home.mkdir()
        shutil.copyfile(loaded, home / COLLECTION)
        desk = Desk(qtbot, qapp, home)
        before = os.geteuid()
        if before == 0:
            os.chown(home, NOBODY, -1)
            os.chown(home / COLLECTION, NOBODY, -1)
            os.seteuid(NOBODY)
        home.chmod(0o555)
        try:
            if not os.access(__file__, os.R_OK, effective_ids=True):
                pytest.skip("root keeps this checkout to itself, so nobody else can run it")
            yield desk
        finally:
            home.chmod(0o755)
            os.seteuid(before)
            desk.leave()


def test_a_folder_that_cannot_be_written_to(kept_out: Desk) -> None:
    desk = kept_out
    before = (desk.home / COLLECTION).read_bytes()
    assert_told(desk, "cannot be written to.", "Allow writing to its folder")
    assert [file.name for file in desk.home.iterdir()] == [COLLECTION]
    assert (desk.home / COLLECTION).read_bytes() == before
    desk.home.chmod(0o755)
    desk.press("Return")
    assert desk.at_home().headline.text() == FORTY
    grade_one(desk)
    desk.close()
    assert (desk.home / COLLECTION).read_bytes() != before


def test_a_window_closed_while_it_tells_of_trouble(desk: Desk) -> None:
    empty(desk.home / COLLECTION)
    assert_told(desk, "is an empty file.", "Or delete it to begin anew.")
    (desk.home / COLLECTION).unlink()
    desk.close()
    assert desk.open_at_home().headline.text() == FORTY
    desk.close()


def assert_told(desk: Desk, what: str, mend: str) -> None:
    """Open the window: a panel says what happened and what to do, and is ready to try again."""
    desk.open()
    desk.wait(lambda: desk.window.opening.trouble)
    assert desk.window.opening.isVisible()
    shown = words_on(desk.window.opening)
    assert what in shown
    assert mend in shown
    assert str(desk.home) in shown
    assert "Traceback" not in shown
    desk.wait(desk.window.opening.retry.hasFocus)


def assert_still_told(desk: Desk, what: str) -> None:
    desk.wait(lambda: what in desk.window.opening.trouble)
    desk.wait(desk.window.opening.retry.hasFocus)
