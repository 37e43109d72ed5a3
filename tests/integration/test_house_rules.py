"""The rules that tests/conftest.py holds every test to, broken on purpose."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = """
import logging
import os
from pathlib import Path

import pytest

from nqpf_study import paths

def test_fine(tmp_path):
    assert paths.home().is_relative_to(tmp_path)

@pytest.mark.logs("full")
def test_warning_expected():
    logging.getLogger("x").warning("the disk is full")

def test_warning():
    logging.getLogger("x").warning("the disk is full")

@pytest.mark.logs("full")
def test_warning_missing():
    pass

def test_socket():
    import socket
    try:
        socket.socket(socket.AF_INET)
    except PermissionError:
        pass

def test_qt_message(qapp):
    from PySide6.QtCore import qWarning
    qWarning("a signal without a slot")
"""


def test_a_broken_rule_fails_the_test_that_broke_it(tmp_path: Path) -> None:
    file = tmp_path / "test_rules.py"
    file.write_text(TESTS)
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "pytest", "-q", "-rA", "-p", "tests.conftest"]
    config = ["-c", str(root / "pyproject.toml"), "--rootdir", str(root), "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, *config, str(file)], cwd=root, capture_output=True, text=True, check=False
    )
    outcomes = re.findall(r"^(PASSED|FAILED|ERROR) \S*::(\w+)", done.stdout, re.MULTILINE)
    broken = {name for outcome, name in outcomes if outcome != "PASSED"}
    passed = {name for _, name in outcomes} - broken
    assert passed == {"test_fine", "test_warning_expected"}
    assert broken == {"test_warning", "test_warning_missing", "test_socket", "test_qt_message"}
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
