"""Hostile deck files, and mutants of the shipped ones: a deck comes of each, or plain words.

A second is counted in processor time: other work on the machine is no hang.
"""

from __future__ import annotations

import faulthandler
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from random import Random

from benchmarks.trials import homes
from benchmarks.trials.outcome import Outcome
from nqpf_study import paths
from nqpf_study.app import Study
from nqpf_study.content.deck_file import ReadDeck, read_deck
from nqpf_study.content.manifest import read_manifest
from nqpf_study.domain.errors import BadInput, Level
from nqpf_study.domain.source import Document
from tests.integration.content.test_hostile_files import HOSTILE

LONGEST = 1.0
"""Seconds of the processor for one file."""

PATIENCE = 120
"""Seconds until a hang in one file ends the trial, with a traceback of where it is."""

LINT_EVERY, IMPORT_EVERY = 8, 25

LITERAL = (
    *("NO", "no", "yes", "on", "Off", "true", "null", "~", "010", "0x1F", "0o17", "1_000", "3.10"),
    *("1e3", ".5", ".inf", ".nan", "12:30", "12:30:45", "2024-03-05", "2024-03-05T12:00:00Z"),
    *("<<", "=", "!", "&", "*", "|", ">", "-", "?", ":", "%", "@", "`", "#", "[]", "{}", "---"),
    *("...", "- a", "a: b", "a : b", "a #b", "#a", "'", '"', "''", '""', "\\", "\\n", "\\u0041"),
    *("!!python/object:os.system", "&a *a", "*a", "%TAG", "{{c1::x}}", "{{x}}", "${HOME}", "$(ls)"),
    *("<b>", "<img src=x>", "&lt;", "&amp;amp;", "<!-- x", "]]>", "[sound:a.mp3]", "\\(x\\)"),
    *(
        "新质生产力",
        "ｆｕｌｌ",
        "é",
        "e\u0301",
        "🙂",
        "👨‍👩‍👧",
        "\u202eabc",
        "a\u00a0b",
        "a\u200bb",
        "ﬁ",
    ),
    *("=1+1", "+1", "-1", "@SUM(A1)", "a\tb", "a  b", "a|b", "a\\\\b", "';--", "%s", "{0}", "\x85"),
)
"""Texts that a YAML reader, or what comes after it, may take for something else."""


def reading(folder: Path, rounds: int, seed: int) -> Outcome:
    """Read hostile files, and files of texts that must arrive as they were written."""
    outcome = Outcome("deck-files", "plain words within 1 s, nothing imported in part, text kept")
    with homes.opened(folder / "home") as study, _no_hang():
        study.import_deck(study.preview(paths.decks()[0]))
        named = [*HOSTILE, *LITERAL]
        for name in Random(seed).sample(named, len(named))[:rounds] if seed > 1 else named[:rounds]:
            outcome.rounds += 1
            path = folder / "deck.yaml"
            if name in HOSTILE:
                content = HOSTILE[name]
                path.write_bytes(content if isinstance(content, bytes) else content.encode())
                _read(outcome, path, {}, name)
                _import(outcome, study, path, name)
                outcome.count("hostile")
            else:
                _expect_literal(outcome, study, path, name)
                outcome.count("literal")
    return outcome


def mutating(folder: Path, rounds: int, seed: int) -> Outcome:
    """Read mutants of the shipped decks: a few notes each, spoilt in a few places."""
    outcome = Outcome("mutants", "plain words within 1 s, nothing imported in part")
    random = Random(seed)
    library = {document.source.id: document for document in read_manifest(paths.manifest())}
    decks = [_parted(path.read_text(encoding="utf-8")) for path in paths.decks()]
    path = folder / "deck.yaml"
    with homes.opened(folder / "home") as study, _no_hang():
        study.load_curated()
        while outcome.rounds < rounds:
            outcome.rounds += 1
            mutant = _mutant(decks, random)
            path.write_bytes(mutant)
            name = f"mutant {outcome.rounds} of seed {seed}"
            found = _read(outcome, path, library, name, lint=outcome.rounds % LINT_EVERY == 0)
            if found is not None:
                outcome.count("refused" if found.deck is None else "read")
            if outcome.rounds % IMPORT_EVERY == 0:
                _import(outcome, study, path, name)
    return outcome


def _read(
    outcome: Outcome, path: Path, library: Mapping[str, Document], name: str, *, lint: bool = False
) -> ReadDeck | None:
    faulthandler.dump_traceback_later(PATIENCE, exit=True)  # anew for each file
    started = time.process_time()
    try:
        found = read_deck(path, library, lint=lint)
    except Exception as error:  # noqa: BLE001 - a traceback is the failure that is looked for
        outcome.fail(f"{name}: {type(error).__name__}: {error}")
        return None
    took = time.process_time() - started
    outcome.expect(took < LONGEST, f"{name}: {took:.1f} s")
    errors = [problem for problem in found.problems if problem.level is Level.ERROR]
    outcome.expect((found.deck is None) == bool(errors), f"{name}: a deck in spite of errors")
    for problem in found.problems:
        said = str(problem)
        plain = problem.message and len(said) < 1000 and len(said.splitlines()) == 1
        outcome.expect(plain and problem.line >= 0, f"{name}: says {said[:200]}")
    return found


def _import(outcome: Outcome, study: Study, path: Path, name: str) -> None:
    """Import a file: all of it is in the collection afterwards, or nothing of it."""
    before = homes.decks_of(study)
    try:
        preview = study.preview(path)
        study.import_deck(preview)
    except BadInput:
        outcome.expect(homes.decks_of(study) == before, f"{name}: refused, and yet imported")
    except Exception as error:  # noqa: BLE001 - as above
        outcome.fail(f"{name}, imported: {type(error).__name__}: {error}")
    else:
        deck = preview.checked.deck
        assert deck is not None
        held = homes.decks_of(study).get(deck.id, {})
        kept = {id_ for id_, (_, retired) in held.items() if not retired}
        outcome.expect(kept == {note.id for note in deck.notes}, f"{name}: imported in part")
        outcome.count("imported")


def _expect_literal(outcome: Outcome, study: Study, path: Path, text: str) -> None:
    """Write a text in every style of YAML that can hold it, import the deck, compare."""
    double = text.replace("\\", "\\\\").replace('"', '\\"').replace("\x85", "\\N")
    styles = {
        "double": '"' + double.replace("\t", "\\t") + '"',
        "single": "'" + text.replace("'", "''") + "'",
        "block": "|-\n      " + text,
        "folded": ">-\n      " + text,
    }
    if text == "\x85":  # a line's end, which only the escape can hold
        styles = {"double": '"x\\Nx"'}
        text = "x\x85x"
    plain = text[0].isalnum() and ": " not in text and " #" not in text and " :" not in text
    if plain and not text.endswith(":"):
        styles["plain"] = text
    notes = "".join(
        f"  - id: {style}\n    kind: basic\n    question: {written}\n    answer: {written}\n"
        f"    remark: {written}\n"
        for style, written in styles.items()
    )
    head = 'format: 1\ndeck: {id: literal, title: "' + double.replace("\t", "\\t") + '"}\nnotes:\n'
    if "\x85" in text:
        head = "format: 1\ndeck: {id: literal, title: A deck}\nnotes:\n"
    path.write_text(head + notes, encoding="utf-8", newline="\n")
    found = _read(outcome, path, {}, repr(text))
    if found is None or found.deck is None:
        said = [str(problem) for problem in found.problems] if found else []
        outcome.expect("\x85" in text and said, f"{text!r} is refused: {said[:2]}")
        return
    _import(outcome, study, path, repr(text))
    for note, _ in study.collection.notes_with_times("literal"):
        for field in ("question", "answer"):
            kept = note.text(field)
            outcome.expect(kept == text, f"{text!r} in {note.id} became {kept!r}")
        outcome.expect(note.remark == text, f"{text!r} in {note.id} became {note.remark!r}")


Parted = tuple[str, list[str]]


def _parted(content: str) -> Parted:
    """Part a deck file into its head and its notes."""
    head, _, notes = content.partition("\nnotes:\n")
    parts = notes.split("\n  - id: ")
    return head + "\nnotes:\n", [f"\n  - id: {note}" for note in parts[1:]]


_TOKENS = (
    *(
        "\n",
        "\n  ",
        "\n    ",
        "\t",
        ": ",
        ":",
        "- ",
        "\n- ",
        " #",
        "#",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&",
    ),
    *(
        "&a ",
        "*a",
        "!!str ",
        "!",
        "|",
        "|-\n",
        ">",
        "'",
        '"',
        "%",
        "@",
        "`",
        "?",
        "? ",
        "~",
        "<<: ",
    ),
    *(
        "---\n",
        "...\n",
        "\ufeff",
        "\0",
        "\x07",
        "\u2028",
        "\x85",
        "\ud83d",
        "新",
        "\u202e",
        "{{c1::",
    ),
    *(
        "{{c1::a::b}}",
        "}}",
        "id: ",
        "kind: ",
        "notes:\n",
        "9" * 400,
        "x" * 20_000,
        "\\x",
        "\r",
        "NaN",
    ),
)


def _mutant(decks: list[Parted], random: Random) -> bytes:
    head, notes = random.choice(decks)
    at = random.randrange(len(notes))
    text = head + "".join(notes[at : at + random.randint(1, 3)])
    for _ in range(random.randint(1, 4)):
        text = _spoilt(text, notes, random)
    content = bytearray(text.encode("utf-8", "surrogatepass"))
    if random.random() < 0.1:
        for _ in range(random.randint(1, 5)):
            content[random.randrange(len(content))] = random.randrange(256)
    return bytes(content)


def _spoilt(text: str, notes: list[str], random: Random) -> str:
    """Spoil a text in one place; the head is hit as often as the notes."""
    at = random.randrange(len(text) + 1)
    until = min(len(text), at + random.choice((0, 1, 1, 2, 5, 20, 200)))
    lines = text.split("\n")
    one, other = (random.randrange(len(lines)) for _ in range(2))
    match random.randrange(9):
        case 0:
            return text[:at] + text[until:]
        case 1 | 2 | 3:
            return text[:at] + random.choice(_TOKENS) + text[until:]
        case 4:
            lines[one], lines[other] = lines[other], lines[one]
        case 5:
            lines.insert(one, lines[other])
        case 6:
            lines[one] = random.choice(("", " ", "  ", "    ", "\t")) + lines[one].lstrip()
        case 7:
            other_note = random.choice(notes)
            start = random.randrange(len(other_note))
            return text[:at] + other_note[start : start + random.randint(1, 300)] + text[at:]
        case _:
            return text[:at]
    return "\n".join(lines)


@contextmanager
def _no_hang() -> Iterator[None]:
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()
