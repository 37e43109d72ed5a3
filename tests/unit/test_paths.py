from __future__ import annotations

import sys
from pathlib import Path

import pytest

from nqpf_study import paths


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put the module elsewhere, as an installation would."""
    package = tmp_path / "place" / "nqpf_study"
    package.mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    return package


def test_a_checkout_keeps_decks_and_sources_beside_the_package() -> None:
    top = Path(__file__).parents[2]
    assert paths.shipped() == top
    assert paths.manifest() == top / "seeds" / "manifest.yaml"
    assert paths.manifest().is_file()
    assert paths.resources().is_dir()
    assert paths.guide() == top / "docs" / "decks.md"
    assert paths.guide(chinese=True) == top / "docs" / "decks.zh-CN.md"
    assert paths.guide().is_file()
    assert paths.guide(chinese=True).is_file()
    assert paths.decks()
    assert all(deck.suffix == ".yaml" and deck.is_file() for deck in paths.decks())


def test_an_installed_package_keeps_them_within(package: Path) -> None:
    data = package / "_data"
    data.mkdir()
    assert paths.shipped() == data
    assert paths.manifest() == data / "seeds" / "manifest.yaml"
    assert paths.guide() == data / "docs" / "decks.md"
    assert paths.guide(chinese=True) == data / "docs" / "decks.zh-CN.md"


def test_a_frozen_bundle_says_where_they_are(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert paths.shipped() == package.parent
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "bundle"), raising=False)
    assert paths.shipped() == tmp_path / "bundle"


def test_decks_are_shown_in_the_order_of_their_names(package: Path) -> None:
    assert paths.decks() == ()
    folder = package.parent / "decks"
    folder.mkdir()
    for name in ("20-events.yaml", "10-terms.yaml", "notes.txt"):
        (folder / name).touch()
    assert [deck.name for deck in paths.decks()] == ["10-terms.yaml", "20-events.yaml"]


def test_the_data_folder_is_the_one_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "named"))
    assert paths.home(str(tmp_path / "asked")) == tmp_path / "asked"
    assert paths.home() == tmp_path / "named"
    assert paths.home("") == tmp_path / "named"


def test_the_data_folder_may_be_given_as_a_shell_would(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert paths.home("~/cards") == tmp_path / "cards"
    assert paths.home("cards") == tmp_path / "cards"


@pytest.mark.parametrize("value", [None, ""])
def test_otherwise_the_system_says_where_data_lives(
    value: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    if value is not None:
        monkeypatch.setenv(paths.HOME_VARIABLE, value)
    monkeypatch.setenv("HOME", str(tmp_path))
    home = paths.home()
    assert home.name == "nqpf-study"
    assert home.is_absolute()
