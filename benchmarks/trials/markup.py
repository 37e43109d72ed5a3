"""Hostile markup in every text of a deck, in the window: shown as it stands, or refused.

The window runs without a screen. Traps are files that markup names; the system itself (inotify)
tells whether anything opened one, Qt included. Sockets are looked for among the open files of the
process and by Python's audit hook. A second is counted in processor time.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import sqlite3
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel

from benchmarks.trials import homes
from benchmarks.trials.outcome import Outcome
from nqpf_study.app import Study
from nqpf_study.domain.errors import Level
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.ui.crash import CrashHandler
from nqpf_study.ui.explore.page import ExplorePage
from nqpf_study.ui.language import Language, speak
from nqpf_study.ui.preferences import Preferences
from nqpf_study.ui.shell import Shell
from nqpf_study.ui.style import Look
from nqpf_study.ui.window import Window
from nqpf_study.ui.work import Job, end_all_jobs

LONGEST = 1.0
PATIENCE = 120_000
"""Milliseconds until a wait is given up."""

_IN_OPEN = 0x20
_REFERENCES = (
    '<img src="{}">',
    "<img src={}>",
    '<IMG SRC="{}" width=99999999 height=99999999>',
    '<body background="{}">',
    '<table background="{}"><tr><td>x</td></tr></table>',
    '<td background="{}">x</td>',
    '<link rel="stylesheet" href="{}">',
    '<style>@import url("{}");</style>',
    "<style>body {{ background-image: url({}) }}</style>",
    '<p style="background-image: url({})">x</p>',
    '<ul style="list-style-image: url({})"><li>x</li></ul>',
    '<object data="{}"></object>',
    '<embed src="{}">',
    '<iframe src="{}"></iframe>',
    '<script src="{}"></script>',
    '<video src="{}" autoplay></video>',
    '<audio src="{}" autoplay></audio>',
    '<a href="{}">click</a>',
    '<base href="{}"><img src="x.png">',
    '<meta http-equiv="refresh" content="0; url={}">',
    '<svg><image href="{}"/></svg>',
    '<input type="image" src="{}">',
    '<form action="{}"><input></form>',
    "![x]({})",
    "[x]({})",
    "[sound:{}]",
    "{}",
    "&lt;img src={}&gt;",
)
_PLACES = ("{file}", "{url}", "http://192.0.2.1/x.png", "//192.0.2.1/share/x.png", "/dev/zero")
_OTHER = (
    "<script>alert(1)</script>",
    "<b>bold</b>",
    "<b><i>never closed",
    "</p></div></body></html>",
    "<!-- a comment",
    "<![CDATA[ x ]]>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "<?php echo 1 ?>",
    "&nbsp;&amp;&lt;&#60;&#x3c;&bogus;",
    "<table>" * 25 + "x",
    "<span>" * 2_000 + "x",
    "<div style='font-size: 99999px'>x</div>",
    "<font size=+99>x</font>",
    "<p style='margin: -9999px'>x</p>",
    "<h1>x</h1>",
    "<hr><br>" * 200,
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='file:///etc/passwd'>x</a>",
    "<img src='data:image/png;base64,iVBORw0KGgo='>",
    "<img src=x onerror=alert(1)>",
    "<qt>x</qt>",
    "<html><body>x</body></html>",
    "x\u202ey<b>z\u202c",
    "a&b <c> \"d\" 'e' & f",
    "x" * 5_000,
    "新" * 3_000,
    "e" + "\u0301" * 500,
    "{{c1}} {{#x}} {{/x}} {{FrontSide}}",
    "$(touch x) `touch x` ${{HOME}} %PATH%",
    "\\(x\\) \\[x\\] $$x$$ [latex]\\input{/etc/passwd}[/latex]",
    '=HYPERLINK("http://192.0.2.1")',
    "&Ampersand && mnemonic",
)


def snippets(trap: Path) -> list[str]:
    """Return hostile texts that name a trap, each way to name it in turn."""
    named = [place.format(file=trap, url=trap.as_uri()) for place in _PLACES]
    made = [form.format(named[0]) for form in _REFERENCES]
    made += [form.format(named[1 + at % 4]) for at, form in enumerate(_REFERENCES[:20])]
    return [*made, *_OTHER]


def showing(folder: Path, rounds: int, seed: int) -> Outcome:  # noqa: ARG001 - nothing is thrown
    """Show decks of hostile texts in every part of the window."""
    outcome = Outcome("markup", "shown as it stands within 1 s, nothing opened, Qt silent")
    trap = folder / "trap.png"
    trap.write_bytes(b"no picture")
    hostile = snippets(trap)[:rounds]
    outcome.rounds = len(hostile)
    sockets: list[object] = []
    sys.addaudithook(
        lambda event, args: sockets.append(args) if event == "socket.connect" else None
    )
    trapped = Trap(trap)
    desk = _Desk(outcome, folder / "home")
    _study(outcome, desk, folder, hostile)
    outcome.expect(not trapped.sprung(), "something opened the trap")
    opened = [link for link in _open_files() if link.startswith("socket:")]
    outcome.expect(not sockets and not opened, f"sockets: {sockets}{opened}")
    trap.read_bytes()
    outcome.expect(trapped.sprung(), "the trap itself does not work")
    desk.close()
    return outcome


class Trap:
    """Tells whether anything in this machine opened a file."""

    def __init__(self, file: Path) -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        self._watching = libc.inotify_init1(os.O_NONBLOCK)
        if libc.inotify_add_watch(self._watching, bytes(file), _IN_OPEN) < 0:
            raise OSError(ctypes.get_errno(), "no inotify")

    def sprung(self) -> bool:
        try:
            return bool(os.read(self._watching, 4096))
        except BlockingIOError:
            return False


class _Desk:
    """The window on a data folder, and whatever it complains of."""

    def __init__(self, outcome: Outcome, home: Path) -> None:
        self._outcome = outcome
        self.clock = homes.Clock()
        found = QApplication.instance()
        self.application = (
            found
            if isinstance(found, QApplication)
            else QApplication(["NQPF Study", "-style", "Fusion"])
        )
        qInstallMessageHandler(self._complained)
        sys.excepthook = lambda kind, error, _: outcome.fail(f"{kind.__name__}: {error}")
        preferences = Preferences(home)
        speak(Language.ENGLISH)
        self._look = Look(self.application, preferences.appearance, preferences.text_scale)
        self.shell = Shell()
        log_file = home / "logs" / "nqpf-study.log"
        self.window = Window(
            self.shell,
            home,
            preferences,
            self._look,
            CrashHandler(),
            log_file,
            lambda folder: homes.opened(folder, self.clock),
        )
        self.shell.resize(1000, 700)
        self.shell.show()
        self.window.open()
        self.wait(lambda: self.window.study is not None)
        self.settle()

    @property
    def study(self) -> Study:
        assert self.window.study is not None
        return self.window.study

    def wait(self, until: Callable[[], object]) -> None:
        waited = QElapsedTimer()
        waited.start()
        while not until():
            self.application.processEvents()
            if waited.elapsed() > PATIENCE:
                raise TimeoutError("the window does not get there")

    def settle(self) -> None:
        self.application.processEvents()
        self.wait(lambda: not self.application.findChildren(Job))
        self.application.processEvents()

    def timed(self, what: str, do: Callable[[], object]) -> None:
        """Do something until all is painted; more than a second of it is a failure."""
        started = time.process_time()
        do()
        self.settle()
        self.shell.grab()
        took = time.process_time() - started
        self._outcome.count("looks")
        self._outcome.expect(took < LONGEST, f"{what}: {took:.1f} s")

    def close(self) -> None:
        self.shell.close()
        end_all_jobs()
        self.application.processEvents()
        qInstallMessageHandler(None)
        sys.excepthook = sys.__excepthook__

    def _complained(self, level: QtMsgType, _: object, said: str) -> None:
        if level is not QtMsgType.QtDebugMsg and "propagateSizeHints" not in said:
            self._outcome.fail(f"Qt says: {said}")


def _study(outcome: Outcome, desk: _Desk, folder: Path, hostile: list[str]) -> None:
    study, window = desk.study, desk.window
    for deck in list(study.deck_options()):
        study.remove_deck(deck)
    preview = study.preview(_deck_file(folder, hostile))
    wrong = [one for one in preview.checked.problems if one.level is Level.ERROR]
    if wrong:
        outcome.fail(f"the deck itself is refused: {wrong[0]}")
        return
    study.import_deck(preview)
    for deck, options in study.deck_options().items():
        study.set_deck_options(deck, replace(options, new_per_day=9999, reviews_per_day=9999))
    for place in ("study", "browse", "sources", "explore", "progress", "settings"):
        desk.timed(place, partial(window.go, place))
    for form in FormChoice:
        desk.clock.move(days=90)
        _sit(outcome, desk, form)
    _look_around(desk)
    _write_out(outcome, study, folder)


def _sit(outcome: Outcome, desk: _Desk, form: FormChoice) -> None:
    """Answer every card that waits, its source beside it."""
    window, view = desk.window, desk.window.session
    window.sittings.start(desk.study, None)
    desk.settle()
    view.begin(desk.study, desk.study.session(None, form))
    desk.settle()
    while view.sitting is not None and view.question is not None:
        question = view.question
        if question.phase.name == "END":
            break
        card = question.card.id
        desk.timed(f"{form}: question of {card}", lambda: None)
        if form is FormChoice.RECALL:
            _expect_shown(outcome, view, question.asked.face.question, str(card))
        desk.timed(f"{form}: answer of {card}", question.reveal)
        if form is FormChoice.RECALL and not question.asked.face.members:
            _expect_shown(outcome, view, question.answer.text, str(card))
        outcome.count("questions")
        question.grade(Rating.EASY)
    desk.timed("the end", view.leave)


def _look_around(desk: _Desk) -> None:
    """Look at every source, card and view."""
    window = desk.window
    for document in desk.study.documents():
        desk.timed(
            f"source {document.source.id}",
            partial(window.read_source, document.source.id, None),
        )
    desk.timed("browse", lambda: window.browse(""))
    table = window.places.page("browse").findChild(QAbstractItemView)
    assert table is not None
    for row in range(table.model().rowCount()):
        index = table.model().index(row, 0)
        desk.timed(f"row {row}", partial(table.setCurrentIndex, index))
    desk.timed("explore", lambda: window.go("explore"))
    explore = window.places.page("explore")
    assert isinstance(explore, ExplorePage)
    for name in ("measures", "timeline", "provinces", "glossary"):
        desk.timed(f"explore {name}", partial(explore.show_view, name))


def _write_out(outcome: Outcome, study: Study, folder: Path) -> None:
    """Print and export, and look for markup in what was written."""
    for suffix in (".html", ".txt"):
        printed = folder / f"test{suffix}"
        study.print_practice(printed, study.practice(count=200))
        if suffix == ".html":
            _expect_no_markup(outcome, "the printed test", printed.read_text("utf-8"))
    package = folder / "deck.apkg"
    study.export_anki(package)
    with zipfile.ZipFile(package) as whole:
        name = next(one for one in whole.namelist() if one.startswith("collection.anki2"))
        (folder / "anki.db").write_bytes(whole.read(name))
    with closing(sqlite3.connect(folder / "anki.db")) as raw:
        for (fields,) in raw.execute("SELECT flds FROM notes"):
            _expect_no_markup(outcome, "the Anki package", fields)
            outcome.count("exported notes")


def _expect_no_markup(outcome: Outcome, where: str, written: str) -> None:
    for tag in ("<img", "<script", "<iframe", "<object", "<embed", "<form", "<base", "<video"):
        outcome.expect(tag not in written.lower(), f"{where} holds {tag}")


def _expect_shown(outcome: Outcome, view: object, text: str, card: str) -> None:
    """Expect to find a text, as it was written, on the screen."""
    shown = []
    for label in view.findChildren(QLabel):  # type: ignore[attr-defined]
        if label.isVisible():
            said = label.text()
            plain = getattr(label, "said", None) is None
            shown.append(said if plain else QTextDocumentFragment.fromHtml(said).toPlainText())
    outcome.expect(_bare(text) in _bare("".join(shown)), f"{card} is not shown as it stands")


def _bare(text: str) -> str:
    return "".join(text.split()).replace("\u2060", "").replace("\u200b", "")


def _open_files() -> list[str]:
    links = []
    for entry in Path("/proc/self/fd").iterdir():
        try:
            links.append(str(entry.readlink()))
        except OSError:
            continue
    return links


def _deck_file(folder: Path, hostile: list[str]) -> Path:
    """Write a deck, as JSON, with each hostile text in each field of each kind of note."""
    sources, notes = [], []
    for at, text in enumerate(hostile):
        file = folder / f"source-{at}.txt"
        file.write_text(f"Before it.\n\n{at} {text} {at}\n\nAfter it.\n", encoding="utf-8")
        sources.append(
            {
                "id": f"s{at}",
                "title": text,
                "publisher": text,
                "published": "2024",
                "language": "en",
                "where": text,
                "original": text,
                "file": file.name,
                "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
            }
        )
        quoted = {"passages": [{"source": f"s{at}", "exact": f"{at} {text} {at}"}]}
        more = {"remark": text, "derived": text, "distractors": [text, f"{text} 2"], **quoted}
        members = [{"id": "a", "item": text, "cue": text}, f"{text} 2", f"{text} 3"]
        kinds: list[dict[str, object]] = [
            {"kind": "basic", "question": text, "answer": text},
            {
                "kind": "term",
                **dict.fromkeys(
                    ("term", "definition", "question", "cue", "chinese", "chinese_question"), text
                ),
                "pinyin": text,
                "variants": [text],
            },
            {
                "kind": "measure",
                "number": str(at + 1),
                **dict.fromkeys(("of", "title", "question", "parts_question"), text),
                "parts": members,
            },
            {
                "kind": "event",
                "date": "2024-01-31",
                **dict.fromkeys(("event", "date_text", "question", "cue"), text),
            },
            {
                "kind": "target",
                "year": "2024",
                "horizon": "now",
                **dict.fromkeys(("province", "question", "cue"), text),
                "targets": members,
            },
            {
                "kind": "reversed",
                **dict.fromkeys(("front", "back", "question", "back_question"), text),
            },
            {"kind": "list", "question": text, "items": members, "ordered": "true"},
        ]
        if not {"::", "{{", "}}"} & {text[i : i + 2] for i in range(len(text))}:
            kinds.append(
                {"kind": "cloze", "text": f"A {{{{c1::{text}}}}} of {{{{c2::b::{text}}}}}"}
            )
        notes += [{"id": f"{one['kind']}-{at}", **one, **more} for one in kinds]
    deck = {
        "format": "1",
        "deck": dict.fromkeys(("title", "description", "author", "licence"), hostile[0])
        | {"id": "hostile"},
        "sources": sources,
        "notes": notes,
    }
    path = folder / "hostile.yaml"
    path.write_text(json.dumps(deck, ensure_ascii=False, indent=0), encoding="utf-8")
    return path
