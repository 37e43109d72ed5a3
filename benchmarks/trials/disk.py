"""A disk that fills up at ten places, one that may not be written to, a collection that is taken.

The disk is a small tmpfs in a mount namespace of its own, which a user who may make namespaces
needs no other right for. Elsewhere these trials are skipped.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from benchmarks.sample import write_deck
from benchmarks.trials import homes
from benchmarks.trials.outcome import Outcome
from nqpf_study.app import COLLECTION, Study
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.review import Rating

NOTES = 400
GRADES = 300
SMALLEST, LARGEST = 120, 6_000
"""KiB: room for hardly a file, and almost for the whole journey."""

ROOM = "64m"
FULL = "is full"
_MOUNT, _UMOUNT = (shutil.which(name) or name for name in ("mount", "umount"))
_NAMESPACE = ("unshare", "--map-root-user", "--mount")


def filling(folder: Path, rounds: int, seed: int) -> Outcome:
    """Let disks of several sizes fill up on the journey from the first start to a backup."""
    return _within_namespace("filling", Outcome("full-disk", ""), folder, rounds, seed)


def shutting(folder: Path, rounds: int, seed: int) -> Outcome:
    """Try a disk that turns read-only, and a second start beside the first."""
    return _within_namespace("shutting", Outcome("shut-folder", ""), folder, rounds, seed)


def _within_namespace(what: str, outcome: Outcome, folder: Path, rounds: int, seed: int) -> Outcome:
    command = [sys.executable, "-m", "benchmarks.trials.disk", what, str(folder)]
    if shutil.which("unshare") is None or subprocess.call(
        [*_NAMESPACE, "true"], stderr=subprocess.DEVNULL
    ):
        outcome.skipped = "for want of mount namespaces"
        return outcome
    done = subprocess.run(
        [*_NAMESPACE, *command, str(rounds), str(seed)],
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        outcome.fail("the trial itself broke off")
        return outcome
    return Outcome(**json.loads(done.stdout.splitlines()[-1]))


def _fill(folder: Path, rounds: int, _seed: int) -> Outcome:
    outcome = Outcome("full-disk", "a plain message, nothing lost, goes on when freed")
    deck = write_deck(folder, NOTES)
    for at in range(rounds):
        share = at / max(1, rounds - 1)
        size = round(SMALLEST * (LARGEST / SMALLEST) ** share)
        with _disk(folder / "disk", f"{size}k") as disk:
            _journey(outcome, disk, deck, size)
        outcome.rounds += 1
    return outcome


def _journey(outcome: Outcome, disk: Path, deck: Path, size: int) -> None:
    """Go on step by step; where the disk is full, look at what is kept, make room, go on."""
    home = disk / "home"
    saved: set[str] = set()
    steps: tuple[tuple[str, Callable[[], None]], ...] = (
        ("a first start", lambda: _with(home, lambda study: study.load_curated())),
        ("an import", lambda: _with(home, lambda study: _import(study, deck))),
        ("a session", lambda: _with(home, lambda study: _grade(study, saved))),
        ("a backup", lambda: _with(home, lambda study: study.back_up())),
        (
            "an export",
            lambda: _with(home, lambda study: study.export_anki(disk / "out.apkg")),
        ),
        ("a restore", lambda: _restore(home)),
    )
    for name, step in steps:
        try:
            step()
            continue
        except StudyError as error:
            said = str(error)
        except Exception as error:  # noqa: BLE001 - any other is the failure that is looked for
            outcome.fail(f"{size} KiB, {name}: {type(error).__name__}: {error}")
            said = FULL
        outcome.count(f"in {name}")
        outcome.expect(FULL in said, f"{size} KiB, {name}: {said}")
        _cli_is_plain(outcome, home, f"{size} KiB, {name}")
        _mount(disk, f"remount,size={ROOM}")
        if (home / COLLECTION).exists():
            try:
                with homes.opened(home) as study:
                    for problem in study.examine().problems:
                        outcome.fail(f"{size} KiB, {name}: the doctor says: {problem}")
            except StudyError as error:
                outcome.fail(f"{size} KiB, {name}, with room again: {error}")
                return
            lost = saved - set(homes.logged(home))
            outcome.expect(not lost, f"{size} KiB, {name}: {len(lost)} saved reviews are lost")
        step()
    outcome.count("saved reviews", len(saved))
    with homes.opened(home) as study:
        outcome.expect(study.examine().fine, f"{size} KiB: the doctor finds fault at the end")
        outcome.expect("sample" in study.deck_options(), f"{size} KiB: the import is lost")
    outcome.expect(not saved - set(homes.logged(home)), f"{size} KiB: reviews are lost at the end")
    for unfit in homes.unfit_backups(home, disk.parent):
        outcome.fail(f"{size} KiB: a backup is not whole: {unfit}")


def _cli_is_plain(outcome: Outcome, home: Path, at: str) -> None:
    """See that the command line, on the full disk, says what is the matter or works."""
    for words in (("due",), ("doctor", "--json"), ("backup",)):
        done = subprocess.run(
            [sys.executable, "-m", "nqpf_study", "--home", str(home), *words],
            capture_output=True,
            text=True,
            check=False,
        )
        said = done.stdout + done.stderr
        outcome.expect("Traceback" not in said, f"{at}: {words[0]} shows a traceback: {said}")
        outcome.expect("has a fault" not in said, f"{at}: {words[0]}: {said}")
        outcome.expect(done.returncode in (0, 1), f"{at}: {words[0]} ends with {done.returncode}")


def _shut(folder: Path, rounds: int, _seed: int) -> Outcome:
    outcome = Outcome("shut-folder", "a plain message, nothing changed, goes on when opened")
    deck = write_deck(folder, NOTES)
    for _ in range(rounds):
        with _disk(folder / "disk", ROOM) as disk:
            home = disk / "home"
            _with(home, lambda study: _import(study, deck))
            _with(home, lambda study: _grade(study, set()))
            _taken(outcome, home)
            _turned_read_only(outcome, disk, home)
        outcome.rounds += 1
    return outcome


def _taken(outcome: Outcome, home: Path) -> None:
    """Hold the collection open and start a second program on it."""
    before = homes.logged(home)
    with homes.opened(home):
        for words in (("import", "nothing.yaml"), ("study",), ("doctor", "--repair")):
            _refused(outcome, home, words, "is in use by another")
        for words in (("due",), ("doctor",), ("search", "plan"), ("stats",), ("backup",)):
            done = _cli(home, *words)
            outcome.expect(done.returncode == 0, f"{words[0]} beside a window: {done.stderr}")
            outcome.count("looks beside it")
    outcome.expect(homes.logged(home) == before, "the log changed")
    done = _cli(home, "doctor", "--repair")
    outcome.expect(done.returncode == 0, f"it does not go on when let go: {done.stderr}")


def _turned_read_only(outcome: Outcome, disk: Path, home: Path) -> None:
    """Turn the disk read-only: before a start, and in the middle of a session."""
    before = homes.logged(home)
    _mount(disk, "remount,ro")
    for words in (("study",), ("options", "--new-per-day", "3"), ("doctor", "--repair")):
        _refused(outcome, home, words, "cannot be written to")
    for words in (("due",), ("doctor",), ("search", "plan"), ("stats",)):
        done = _cli(home, *words)
        outcome.expect(done.returncode == 0, f"{words[0]} on a read-only disk: {done.stderr}")
        outcome.count("looks at it")
    _refused(outcome, disk / "other", ("study",), "cannot be written to")
    _mount(disk, "remount,rw")
    outcome.expect(homes.logged(home) == before, "the log changed")
    done = _cli(home, "options", "--new-per-day", "3")
    outcome.expect(done.returncode == 0, f"it does not go on when opened: {done.stderr}")


def _refused(outcome: Outcome, home: Path, words: tuple[str, ...], why: str) -> None:
    done = _cli(home, *words)
    told = done.returncode == 1 and why in done.stderr and "Traceback" not in done.stderr
    outcome.expect(told, f"{words[0]}: {done.returncode}, {done.stdout}{done.stderr}")
    outcome.count("refusals")


def _cli(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "nqpf_study", "--home", str(home), *words],
        capture_output=True,
        text=True,
        input="\n4\n" * 3,
        check=False,
    )


def _with(home: Path, do: Callable[[Study], object]) -> None:
    with homes.opened(home) as study:
        do(study)


def _import(study: Study, deck: Path) -> None:
    study.import_deck(study.preview(deck))


def _grade(study: Study, saved: set[str]) -> None:
    """Answer cards as new ones are offered, and note what was saved."""
    options = study.deck_options()["sample"]
    study.set_deck_options("sample", replace(options, new_per_day=GRADES + len(saved)))
    session = study.session(["sample"])
    while session.asked is not None and len(saved) < GRADES:
        session.reveal()
        session.grade(Rating.EASY)
        last = study.collection.last_entry_id()
        saved.add(str(last))


def _restore(home: Path) -> None:
    from nqpf_study.app import restore

    backups = sorted((home / "backups").glob("*.db"))
    restore(home, backups[-1])


@contextmanager
def _disk(at: Path, size: str) -> Iterator[Path]:
    at.mkdir(exist_ok=True)
    subprocess.run([_MOUNT, "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(at)], check=True)
    try:
        yield at
    finally:
        subprocess.run([_UMOUNT, "--lazy", str(at)], check=True)


def _mount(disk: Path, options: str) -> None:
    subprocess.run([_MOUNT, "-o", options, str(disk)], check=True)


if __name__ == "__main__":
    trials = {"filling": _fill, "shutting": _shut}
    found = trials[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
    print(json.dumps(vars(found)))
