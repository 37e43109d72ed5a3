"""`associate` on this system: what it writes, and what the desktop makes of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from nqpf_study import paths
from nqpf_study.__main__ import main
from nqpf_study.desktop import association

linux = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="freedesktop.org's rules")
TOOLS = ("xdg-mime", "gio", "update-mime-database", "update-desktop-database")
desktop_tools = pytest.mark.skipif(
    not all(map(shutil.which, TOOLS)), reason="the desktop's tools are not installed"
)
DECK, PACKAGE = "application/x-nqpf-study-deck", "application/x-nqpf-study-package"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "share"
    monkeypatch.setenv("XDG_DATA_HOME", str(made))
    return made


def files(home: Path) -> set[str]:
    return {path.relative_to(home).as_posix() for path in home.rglob("nqpf-study*")}


@linux
def test_it_writes_into_the_users_own_folder_and_takes_it_back(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "applications").mkdir(parents=True)
    (home / "applications" / "other.desktop").write_text("[Desktop Entry]\n", "utf-8")
    assert main(["associate"]) == 0
    assert "nqpf.yaml or .nqpf.zip can be opened" in capsys.readouterr().out
    assert {
        "applications/nqpf-study.desktop",
        "mime/packages/nqpf-study.xml",
        "icons/hicolor/scalable/apps/nqpf-study.svg",
        "icons/hicolor/16x16/apps/nqpf-study.png",
        "icons/hicolor/256x256/apps/nqpf-study.png",
    } <= files(home)
    assert main(["associate", "--remove"]) == 0
    assert files(home) == set()
    assert (home / "applications" / "other.desktop").exists()
    assert main(["associate", "--remove"]) == 0
    assert "nothing to remove" in capsys.readouterr().out


@linux
def test_its_launcher_starts_this_program(home: Path) -> None:
    main(["associate"])
    entry = (home / "applications" / "nqpf-study.desktop").read_text("utf-8")
    (line,) = [line for line in entry.splitlines() if line.startswith("Exec=")]
    assert line.endswith(" %F")
    command = association.launcher()
    assert Path(command[0]).is_absolute()
    version = subprocess.run(
        [*command, "--version"], check=True, capture_output=True, text=True, cwd=home
    ).stdout
    assert version.startswith("NQPF Study ")


@pytest.mark.skipif(sys.platform == "win32", reason="a script there is a program")
def test_an_installed_program_is_started_by_its_script(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "nqpf-study-window"
    script.touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert association.launcher() == (str(script),)


@linux
def test_a_bundle_is_started_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/nqpf-study/nqpf-study")
    assert association.launcher() == ("/opt/nqpf-study/nqpf-study",)


@linux
@desktop_tools
@pytest.mark.usefixtures("home")
def test_the_desktop_knows_deck_files_and_packages_and_opens_them_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    main(["associate"])
    for name, kind in (
        ("sea.nqpf.yaml", DECK),
        ("sea.nqpf.yml", DECK),
        ("sea.nqpf.zip", PACKAGE),
        ("sea.yaml", None),
        ("sea.zip", None),
    ):
        file = tmp_path / name
        file.write_bytes(b"PK\x03\x04" if name.endswith("zip") else b"format: 1\n")
        told = ask("gio", "info", "-a", "standard::content-type", str(file))
        assert ("x-nqpf" in told) is (kind is not None)
        assert kind is None or kind in told
    for kind in (DECK, PACKAGE):
        assert ask("xdg-mime", "query", "default", kind).strip() == "nqpf-study.desktop"
    main(["associate", "--remove"])
    assert ask("xdg-mime", "query", "default", DECK).strip() == ""


def ask(*command: str) -> str:
    return subprocess.run(
        command, check=True, capture_output=True, text=True, env=dict(os.environ)
    ).stdout


@linux
def test_a_folder_that_cannot_be_written_to_is_told(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.write_text("a file", "utf-8")
    assert main(["associate"]) == 1
    assert "can't be written" in capsys.readouterr().err


def test_the_desktops_files_agree_on_the_types() -> None:
    folder = paths.resources() / "desktop"
    types = {
        each.get("type")
        for each in ET.parse(folder / "nqpf-study.xml").getroot()  # noqa: S314 - our own file
    }
    entry = (folder / "nqpf-study.desktop").read_text("utf-8")
    assert f"MimeType={';'.join(sorted(str(each) for each in types))};" in entry
    assert types == {DECK, PACKAGE}


@linux
@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="is not installed")
def test_the_desktop_file_is_valid(home: Path) -> None:
    main(["associate"])
    entry = str(home / "applications" / "nqpf-study.desktop")
    assert ask("desktop-file-validate", entry) == ""
