"""Set NQPF Study up and start it: `python3 run.py`. Its gates and tests: `python3 run.py test`.

Needs Python alone. What is missing is installed into .venv beside this file; what Qt needs of a
Debian system is installed too where that is allowed, and named otherwise. Later starts find all
in place and touch no network.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = str(BIN / "python")
UNFINISHED = VENV / "unfinished"
READY = VENV / "ready.json"

WITHOUT_WINDOW = {"--help", "-h", "--version"}
AT_ONCE = ("--numprocesses", "auto", "--maxprocesses", "4")
WHY_NO_WINDOW = "import sys; from nqpf_study.ui.screen import *; sys.exit(why_no_window())"
GATES = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    ("nqpf-study", "check", "--strict", *sorted(map(str, ROOT.glob("decks/*.yaml")))),
)


def main(arguments: list[str]) -> int:
    """Set up what `arguments` need and run it; return the exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - any Python may run this file
        found = sys.version.split()[0]
        raise SystemExit(f"NQPF Study needs Python 3.11 or newer; this is {found}.")
    testing = arguments[:1] == ["test"]
    once("dev" if testing else "app", install, covered_by="dev")
    if sys.platform == "linux" and (testing or opens_window(arguments)):
        once("offscreen" if testing else "screen", add_libraries)
    return test(arguments[1:]) if testing else start(arguments)


def opens_window(arguments: list[str]) -> bool:
    """Tell whether these arguments open a window on a screen that X or Wayland shows."""
    from nqpf_study.cli import COMMANDS  # noqa: PLC0415 - a newer Python is asked for first

    screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(screen) and not {*COMMANDS, *WITHOUT_WINDOW}.intersection(arguments)


def start(arguments: list[str]) -> int:
    """Run the app."""
    code = subprocess.call([PYTHON, "-m", "nqpf_study", *arguments])
    if code < 0:
        print("The app was stopped. What stands above, from Qt, may say why.", file=sys.stderr)
        return 1
    return code


def test(picked: list[str]) -> int:
    """Run every gate, then all tests; where tests are `picked` (pytest's arguments), only those."""
    failed = [] if picked else [gate for gate in GATES if not passes(gate)]
    code = subprocess.call([PYTHON, "-m", "pytest", *(picked or AT_ONCE)], cwd=ROOT)
    if failed:
        print("Failed before the tests:", ", ".join(" ".join(gate[:2]) for gate in failed))
    return code or bool(failed)


def passes(gate: tuple[str, ...]) -> bool:
    """Run one gate and say what came of it, in its own words where it failed."""
    done = subprocess.run(
        [str(BIN / gate[0]), *gate[1:]],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    print("failed" if done.returncode else "passed", *gate[:2], flush=True)
    if done.returncode:
        sys.stdout.buffer.write(done.stdout)
    return done.returncode == 0


def once(step: str, do: Callable[[str], None], covered_by: str = "") -> None:
    """Do a step of the set-up unless it, or one that covers it, was done.

    Done means: for this pyproject.toml, this Python and this folder.
    """
    said = (ROOT / "pyproject.toml").read_text("utf-8") + sys.version + str(ROOT)
    stamp = hashlib.sha256(said.encode()).hexdigest()
    try:
        done = json.loads(READY.read_text("utf-8"))
    except (OSError, ValueError):
        done = {}
    if stamp not in (done.get(step), done.get(covered_by)):
        do(step)
        READY.write_text(json.dumps({**done, step: stamp}), "utf-8")


def install(extra: str) -> None:
    """Install the project into .venv, which is made anew where it is unfinished or broken."""
    if importlib.util.find_spec("ensurepip") is None:
        raise SystemExit(
            "This Python cannot make virtual environments. On Debian, this adds what it lacks:\n\n"
            "  sudo apt-get install python3-venv\n"
        )
    print("Setting up. This is done once, and takes a few minutes ...", flush=True)
    if UNFINISHED.exists() or not works():
        shutil.rmtree(VENV, ignore_errors=True)
        VENV.mkdir()
        UNFINISHED.touch()
        must([sys.executable, "-m", "venv", str(VENV)], "The folder .venv could not be made.")
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    project = f"{ROOT}[dev]" if extra == "dev" else str(ROOT)
    must([*pip, "--editable", project], "Installing failed. With a network, run this again.")
    UNFINISHED.unlink(missing_ok=True)
    if extra != "dev":  # fitting to a learner's memory: a gain, but not every system has the wheel
        wheels = ["--only-binary", "fsrs-rs-python", "--editable", f"{ROOT}[fit]"]
        subprocess.call([*pip, *wheels], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def works() -> bool:
    """Tell whether .venv has a pip for the Python that runs this."""
    asked = [PYTHON, "-c", "import pip, sys; print(sys.version)"]
    try:
        return subprocess.check_output(asked, text=True).strip() == sys.version
    except (OSError, subprocess.CalledProcessError):
        return False


def add_libraries(where: str) -> None:
    """Add the system libraries that Qt lacks here, where that is allowed; name them otherwise."""
    from nqpf_study.ui.screen import PACKAGES  # noqa: PLC0415 - a newer Python is asked for first

    missing = why_no_window(where)
    if missing and shutil.which("apt-get") and (root := as_root()) is not None:
        print("Adding the system libraries that Qt needs ...", flush=True)
        apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        must([*apt, "update"], "apt-get could not read its lists of packages.")
        install = [*apt, "install", "-y", "--no-install-recommends", *PACKAGES.split()]
        must(install, "apt-get could not add the libraries.")
        missing = why_no_window(where)
    if missing:
        raise SystemExit(missing)


def why_no_window(where: str) -> str:
    """Return what keeps the app from opening windows, nothing where it can."""
    platform = {"QT_QPA_PLATFORM": "offscreen"} if where == "offscreen" else {}
    asked = subprocess.run(
        [PYTHON, "-c", WHY_NO_WINDOW],
        cwd=ROOT,
        env={**os.environ, **platform},
        capture_output=True,
        text=True,
        check=False,
    )
    return asked.stderr.strip() if asked.returncode else ""


def as_root() -> list[str] | None:
    """Return what to put before a command to run it as root, None where that is not allowed."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return None if asked.returncode else ["sudo", "-n"]


def must(command: list[str], otherwise: str) -> None:
    """Run a command that the set-up cannot do without; only what it complains of is shown."""
    if subprocess.call(command, stdout=subprocess.DEVNULL):
        raise SystemExit(otherwise)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
