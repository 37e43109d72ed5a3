"""PySide reads the source of no module that is imported once the window starts."""

from __future__ import annotations

import linecache
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from nqpf_study.ui.quick_imports import spare_source_reading

feature = import_module("shibokensupport.feature")


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> str:
    """Return the name of a module that nobody imported yet."""
    name = f"imported_{request.node.name}"
    (tmp_path / f"{name}.py").write_text("from PySide6.QtCore import QObject\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(feature, "_mod_uses_pyside", feature._mod_uses_pyside)  # to come back
    return name


def was_read(name: str) -> bool:
    return any(Path(file).stem == name for file in linecache.cache)


def test_by_itself_it_reads_each(module: str) -> None:
    assert __import__(module).QObject is QObject
    assert was_read(module)


def test_it_is_kept_from_it_and_what_is_imported_works(module: str) -> None:
    spare_source_reading()
    assert __import__(module).QObject is QObject
    assert not was_read(module)
