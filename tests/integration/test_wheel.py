"""The wheel: what it holds, and that the program runs from it alone."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ("docs/decks.md", "docs/decks.zh-CN.md", "docs/examples")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--quiet"]
    subprocess.run([*pip, "--target", str(target), str(wheel)], check=True)
    return target


def test_it_carries_all_that_the_program_reads(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    for name in ("decks", *PAGES, "seeds", "resources"):
        for path in (ROOT / name, *(ROOT / name).rglob("*")):
            if path.is_file():
                assert f"nqpf_study/_data/{path.relative_to(ROOT).as_posix()}" in held
    for path in (ROOT / "nqpf_study").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert path.relative_to(ROOT).as_posix() in held
    assert "nqpf_study/py.typed" in held
    assert any(name.endswith("licenses/LICENSE") for name in held)


def test_it_carries_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"nqpf_study"}


def test_no_other_pages_are_carried(wheel: Path) -> None:
    held = [name for name in zipfile.ZipFile(wheel).namelist() if "_data/docs/" in name]
    carried = {f"docs/{name.split('_data/docs/')[1].split('/')[0]}" for name in held}
    assert carried == set(PAGES)


def test_the_program_runs_from_it_in_another_folder(installed: Path, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(installed),
        "NQPF_STUDY_HOME": str(tmp_path / "home"),
    }

    def run(*arguments: str) -> str:
        command = [sys.executable, "-P", "-m", "nqpf_study", *arguments]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
        ).stdout

    where = subprocess.run(
        [sys.executable, "-P", "-c", "import nqpf_study; print(nqpf_study.__file__)"],
        cwd=tmp_path,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert Path(where.strip()).is_relative_to(installed)
    decks = sorted((installed / "nqpf_study" / "_data" / "decks").glob("*.yaml"))
    assert "4 files" in run("check", *map(str, decks))
    assert "nqpf-terms" in run("decks")
