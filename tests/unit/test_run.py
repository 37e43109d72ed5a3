"""run.py: what it does once, what it asks for, and what it leaves alone."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "run.py"
MISSING = "A library is missing. sudo apt install libgl1"


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return run.py as a module, at home in a folder of its own."""
    spec = importlib.util.spec_from_file_location("run", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    venv = tmp_path / ".venv"
    venv.mkdir()
    (tmp_path / "pyproject.toml").write_text("[project]\n", "utf-8")
    for name, value in {
        "ROOT": tmp_path,
        "VENV": venv,
        "READY": venv / "ready.json",
        "UNFINISHED": venv / "unfinished",
    }.items():
        monkeypatch.setattr(module, name, value)
    return module


class Calls:
    """Takes the place of `must` and `subprocess.call`, and keeps what they were to run."""

    def __init__(self) -> None:
        self.made: list[list[str]] = []
        self.missing = ""
        """What ends with this cannot be had."""

    def __call__(self, command: list[str], *_: object, **__: object) -> int:
        self.made.append([str(word) for word in command])
        return int(bool(self.missing) and self.made[-1][-1].endswith(self.missing))


@pytest.fixture
def calls(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Calls:
    calls = Calls()
    monkeypatch.setattr(script, "must", calls)
    monkeypatch.setattr(script.subprocess, "call", calls)
    return calls


def test_a_step_is_done_once_for_a_pyproject(script: ModuleType, tmp_path: Path) -> None:
    done: list[str] = []
    script.once("app", done.append)
    script.once("app", done.append)
    assert done == ["app"]
    script.once("dev", done.append)
    script.once("app", done.append)
    assert done == ["app", "dev"]
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n", "utf-8")
    script.once("app", done.append)
    assert done == ["app", "dev", "app"]


def test_what_the_tests_need_covers_what_the_app_needs(script: ModuleType, calls: Calls) -> None:
    script.once("dev", lambda _: None)
    assert script.main(["--version"]) == 0
    assert calls.made == [[script.PYTHON, "-m", "nqpf_study", "--version"]]


def test_a_step_that_failed_is_done_again(script: ModuleType) -> None:
    def fail(_: str) -> None:
        raise SystemExit("no network")

    with pytest.raises(SystemExit):
        script.once("app", fail)
    done: list[str] = []
    script.once("app", done.append)
    assert done == ["app"]


def test_a_later_start_runs_the_app_and_nothing_else(
    script: ModuleType, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    for step in ("app", "screen"):
        script.once(step, lambda _: None)
    assert script.main(["--study"]) == 0
    assert calls.made == [[script.PYTHON, "-m", "nqpf_study", "--study"]]


def test_an_unfinished_environment_is_made_anew(
    script: ModuleType, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script, "works", lambda: True)
    script.UNFINISHED.touch()
    leftover = script.VENV / "leftover"
    leftover.touch()
    script.install("app")
    assert not leftover.exists()
    assert [command[1:3] for command in calls.made[:2]] == [["-m", "venv"], ["-m", "pip"]]
    assert not script.UNFINISHED.exists()


def test_a_broken_off_install_is_known_as_unfinished(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(script, "works", lambda: False)
    monkeypatch.setattr(script, "must", stop)
    with pytest.raises(KeyboardInterrupt):
        script.install("app")
    assert script.UNFINISHED.exists()


def test_an_environment_that_works_is_kept(
    script: ModuleType, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script, "works", lambda: True)
    script.install("dev")
    assert [command[1:3] for command in calls.made] == [["-m", "pip"]]
    assert calls.made[0][-1] == f"{script.ROOT}[dev]"


def test_the_app_goes_without_the_optimizer_where_there_is_none(
    script: ModuleType, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script, "works", lambda: True)
    calls.missing = "[fit]"
    script.install("app")
    assert [command[-1] for command in calls.made] == [str(script.ROOT), f"{script.ROOT}[fit]"]


def test_without_ensurepip_it_says_what_to_install(
    script: ModuleType, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script.importlib.util, "find_spec", lambda _: None)
    with pytest.raises(SystemExit, match="python3-venv"):
        script.install("app")
    assert calls.made == []


def test_an_old_python_is_told_so(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script.sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit, match=r"3\.11 or newer"):
        script.main([])


@pytest.mark.parametrize(
    ("arguments", "opens"),
    [
        ([], True),
        (["--study"], True),
        (["deck.yaml"], True),
        (["due"], False),
        (["--home", "x", "check", "y"], False),
        (["--version"], False),
    ],
)
def test_only_a_window_needs_the_libraries_of_windows(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, arguments: list[str], *, opens: bool
) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    assert script.opens_window(arguments) is opens
    monkeypatch.delenv("DISPLAY")
    assert script.opens_window(arguments) is False


def test_libraries_that_are_there_are_left_alone(
    script: ModuleType, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script, "why_no_window", lambda _: "")
    script.add_libraries("screen")
    assert calls.made == []


def test_libraries_are_added_where_that_is_allowed(
    script: ModuleType, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script, "why_no_window", lambda _: "" if calls.made else MISSING)
    monkeypatch.setattr(script.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(script, "as_root", lambda: ["sudo", "-n"])
    script.add_libraries("offscreen")
    assert [command[:2] for command in calls.made] == [["sudo", "-n"]] * 2
    assert calls.made[0][-1] == "update"
    assert {"libgl1", "libegl1", "libxcb-cursor0"} < set(calls.made[1])


@pytest.mark.parametrize("apt", [True, False])
def test_libraries_are_named_where_they_may_not_be_added(
    script: ModuleType, calls: Calls, monkeypatch: pytest.MonkeyPatch, *, apt: bool
) -> None:
    monkeypatch.setattr(script, "why_no_window", lambda _: MISSING)
    monkeypatch.setattr(script.shutil, "which", lambda name: f"/usr/bin/{name}" if apt else None)
    monkeypatch.setattr(script, "as_root", lambda: None)
    with pytest.raises(SystemExit, match="libgl1"):
        script.add_libraries("screen")
    assert calls.made == []


def test_a_failed_gate_fails_the_tests_that_pass(
    script: ModuleType, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script, "passes", lambda gate: gate[0] != "mypy")
    assert script.test([]) == 1
    monkeypatch.setattr(script, "passes", lambda _: True)
    assert script.test([]) == 0
    assert [command[2] for command in calls.made] == ["pytest", "pytest"]


def test_a_gate_that_fails_says_its_own_words(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(script, "BIN", Path(sys.executable).parent)
    gate = Path(sys.executable).name
    assert script.passes((gate, "-c", "")) is True
    assert script.passes((gate, "-c", "import sys; sys.exit('line 3 is wrong')")) is False
    assert "line 3 is wrong" in capfd.readouterr().out
