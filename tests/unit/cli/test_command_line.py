from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from nqpf_study import __main__, __version__
from nqpf_study.cli import COMMANDS, command_line
from nqpf_study.cli.subcommand import between
from nqpf_study.domain.errors import BadInput, Problem, StudyError
from nqpf_study.ui import main as window


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> argparse.Namespace:
    """Make `due` raise whatever the test puts into `error`."""
    planned = argparse.Namespace(error=None)

    def run(_: argparse.Namespace) -> int:
        raise planned.error

    class Parser:
        def parse_args(self, _: object) -> argparse.Namespace:
            return argparse.Namespace(run=run, home=None)

    monkeypatch.setattr(command_line, "parser", Parser)
    return planned


def test_every_command_has_a_parser_and_its_purpose(capsys: pytest.CaptureFixture[str]) -> None:
    for command, purpose in COMMANDS.items():
        with pytest.raises(SystemExit) as ended:
            __main__.main([command, "--help"])
        assert ended.value.code == 0
        said = " ".join(capsys.readouterr().out.split())
        assert purpose in said


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        __main__.main(["--help"])
    said = capsys.readouterr().out
    assert all(f"  {command} " in said for command in COMMANDS)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        __main__.main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"NQPF Study {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [["check"], ["due", "--no-such"], ["export"], ["options", "--retention", "2"], ["chekc"]],
)
def test_wrong_usage_ends_with_two(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        __main__.main(arguments)
    assert ended.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_mistyped_command_is_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        __main__.main(["chekc"])
    assert "did you mean “check”?" in capsys.readouterr().err


def test_without_a_command_the_window_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []

    def run(home: Path, **asked: object) -> int:
        opened.append((home, asked))
        return 0

    monkeypatch.setattr(window, "run", run)
    files = [tmp_path / "d.yaml", tmp_path / "p.nqpf.zip"]
    for file in files:
        file.touch()
    assert __main__.main(["--home", str(tmp_path), *map(str, files), "--study"]) == 0
    assert __main__.main([f"--home={tmp_path}", "--study", "terms"]) == 0
    assert opened == [
        (tmp_path, {"study": True, "decks": None, "files": files}),
        (tmp_path, {"study": True, "decks": ["terms"], "files": []}),
    ]


def test_trouble_is_said_in_one_message(
    failing: argparse.Namespace, capsys: pytest.CaptureFixture[str]
) -> None:
    failing.error = StudyError("The disk is full.", safe="Nothing was lost.", mend="Free some.")
    assert command_line.run(["due"]) == 1
    assert capsys.readouterr().err == "The disk is full. Nothing was lost. Free some.\n"


def test_bad_input_lists_its_problems(
    failing: argparse.Namespace, capsys: pytest.CaptureFixture[str]
) -> None:
    failing.error = BadInput("d.yaml has errors.", (Problem("d.yaml", 3, 1, "code", "is wrong"),))
    assert command_line.run(["due"]) == 1
    assert capsys.readouterr().err == "d.yaml:3:1: code: is wrong\nd.yaml has errors.\n"


def test_a_fault_of_the_program_goes_into_a_log(
    failing: argparse.Namespace, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    failing.error = ZeroDivisionError("what the learner wrote")
    assert command_line.run(["due", "--json"]) == 1
    said = capsys.readouterr().err
    assert "Traceback" not in said
    log = tmp_path / "home" / "logs" / "nqpf-study.log"
    assert str(log) in said
    logged = log.read_text("utf-8")
    assert "ZeroDivisionError" in logged
    assert "\ndue\n" in logged
    assert "the learner wrote" not in logged


def test_the_world_failing_is_said_plainly(
    failing: argparse.Namespace, capsys: pytest.CaptureFixture[str]
) -> None:
    failing.error = PermissionError(13, "Permission denied", "/x")
    assert command_line.run(["due"]) == 1
    assert capsys.readouterr().err == "/x: Permission denied\n"


def test_an_interrupt_ends_quietly(
    failing: argparse.Namespace, capsys: pytest.CaptureFixture[str]
) -> None:
    failing.error = KeyboardInterrupt()
    assert command_line.run(["due"]) == 130
    assert not capsys.readouterr().err.strip()


def test_numbers_of_options_have_bounds() -> None:
    hour = between(int, 0, 23)
    assert hour("23") == 23
    for wrong in ("24", "-1", "four", "1.5"):
        with pytest.raises(argparse.ArgumentTypeError):
            hour(wrong)
    with pytest.raises(argparse.ArgumentTypeError):
        between(float, 0.7, 0.99)("nan")
