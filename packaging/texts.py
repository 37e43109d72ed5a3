"""Finds the texts that the window shows: those marked for translation, and those that are not."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WINDOW = ROOT / "nqpf_study" / "ui"
BELOW = tuple(
    ROOT / "nqpf_study" / part
    for part in ("domain", "study", "content", "store", "exchange", "app")
)
BELOW_CONTEXT = "below"
"""The context of what the parts below the window say; `nqpf_study.ui.language` looks it up."""

_SENTENCE = re.compile(r"[A-Za-z]{2,}[,;]? [A-Za-z]+[,;]? [A-Za-z]{2,}")

_MARKUP = re.compile(r"^<|\{\s")  # HTML, style sheets

ERRORS = {"StudyError", "BadInput"}
REPORTS = {"error", "warn", "waive", "Finding"}
"""What reports a problem of a deck file: a place, a code, and then words."""

SHOWN_BY = {
    *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction"),
    *("Section", "setText", "setWindowTitle", "setToolTip", "setStatusTip"),
    *("setAccessibleName", "setAccessibleDescription", "setPlaceholderText", "setTitle"),
    *("setInformativeText", "setLabelText", "setPrefix", "setSuffix", "setSpecialValueText"),
    *("addAction", "addMenu", "addItem", "addItems", "addButton", "addTab", "setHeaderLabels"),
    *("say", "announce", "confirm", "getOpenFileName", "getSaveFileName", "getExistingDirectory"),
    *("question", "information", "warning", "critical", "StudyError"),
}
"""What puts its text arguments before the learner."""

ENGLISH = {
    "screen.py": "said on the terminal, before there is a window",
    "crash.py": "the log file's, and Qt's own",
    "formats.py": "a sentence that is measured, never shown",
    "tokens.py": "names of fonts",
    "setting.py": "names of fonts",
}
"""Modules with sentences that are not translated, and why."""

SAME_IN_ALL = {"NQPF Study", "Ctrl+D"}
"""The program's name, and keys as they are written on them."""

WITH_ROLE = {"Text", "CardText"}
"""What does so with its first argument; the second is a role of the style sheet."""


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A text to translate, in the context that tells where it stands."""

    context: str
    source: str


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something is amiss, and what."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        """Say it in a form that editors link to the place."""
        return f"{self.file}:{self.line}: {self.what}"


def messages() -> set[Message]:
    """Return every text that is marked for translation."""
    found = {message for path in python(WINDOW) for message in _Window(path).messages()}
    return found | {
        Message(BELOW_CONTEXT, text)
        for part in BELOW
        for path in python(part)
        for text, _ in _below(path)
        if text
    }


def faults(window: Path = WINDOW, below: Iterable[Path] = BELOW) -> list[Place]:
    """Return what no translator would see: marks without a literal text, and unmarked texts."""
    found = [place for path in python(window) for place in _Window(path).faults()]
    for part in below:
        for path in python(part):
            found += [
                _place(path, line, "what an error says is `phrase(template, name=value)`")
                for text, line in _below(path)
                if text is None
            ]
    return sorted(found)


def python(part: Path) -> list[Path]:
    """Return the modules of a folder, or the one module that `part` is."""
    return sorted(part.rglob("*.py")) if part.is_dir() else [part]


class _Window:
    """A module of the window."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._tree = ast.parse(path.read_text(encoding="utf-8"))
        self._context_of: dict[ast.AST, str] = {}
        self._name_classes(self._tree, "")
        self._constants = {
            target.id: node.value.value
            for node in self._tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        self._inside_shorthands: set[ast.AST] = set()
        self._short = dict(self._shorthands())

    def messages(self) -> Iterator[Message]:
        """Yield the marked texts."""
        for _, context, text in self._marks():
            if text is not None:
                yield Message(context, text)

    def faults(self) -> Iterator[Place]:
        """Yield the marks without a literal text, and the literals without a mark."""
        for call, _, text in self._marks():
            if text is None:
                yield _place(self._path, call.lineno, "a text to translate is to be a literal")
        for call in self._calls():
            for argument in _shown(call):
                for literal, said in _literals(argument):
                    yield _place(self._path, literal.lineno, f"not translated: {said!r}")
        if self._path.name not in ENGLISH:
            yield from self._sentences()

    def _sentences(self) -> Iterator[Place]:
        """Yield what reads like a sentence and is neither marked nor meant for us alone."""
        ours: set[ast.AST] = set()
        for node in ast.walk(self._tree):
            match node:
                case ast.Expr(ast.Constant() as docstring):
                    ours.add(docstring)
                case ast.Raise(exc=ast.Call() as raised) if _name(raised) not in ERRORS:
                    ours.update(ast.walk(raised))
                case ast.Call() if _name(node) in {"tr", "translate", *self._short, *SHOWN_BY}:
                    ours.update(ast.walk(node))
        for node in ast.walk(self._tree):
            if isinstance(node, ast.Constant) and node not in ours:
                said = str(node.value)
                if _SENTENCE.search(said) and not _MARKUP.search(said):
                    yield _place(self._path, node.lineno, f"not translated: {said!r}")

    def _marks(self) -> Iterator[tuple[ast.Call, str, str | None]]:
        for call in self._calls():
            name, method = _name(call), isinstance(call.func, ast.Attribute)
            if method and name == "tr" and call.args:
                yield call, self._context_of[call], _constant(call.args[0])
            elif _is_translate(call):
                context = self._named(call.args[0])
                if call not in self._inside_shorthands and context != BELOW_CONTEXT:
                    yield call, context, _constant(call.args[1])
            elif not method and name in self._short:
                yield call, self._short[name], _constant(call.args[0])

    def _shorthands(self) -> Iterator[tuple[str, str]]:
        """Yield the module's functions that only translate what they are given."""
        for node in self._tree.body:
            match node:
                case ast.FunctionDef(
                    name=name,
                    body=[*_, ast.Return(ast.Call(args=[context, ast.Name(), *_]) as call)],
                ) if _is_translate(call):
                    self._inside_shorthands.add(call)
                    yield name, self._named(context)

    def _named(self, context: ast.expr) -> str:
        """Return the context that an expression names: a literal, or a constant of the module."""
        if isinstance(context, ast.Name):
            return str(self._constants[context.id])
        return str(_constant(context))

    def _calls(self) -> Iterator[ast.Call]:
        return (node for node in ast.walk(self._tree) if isinstance(node, ast.Call))

    def _name_classes(self, node: ast.AST, context: str) -> None:
        for child in ast.iter_child_nodes(node):
            inside = child.name if isinstance(child, ast.ClassDef) else context
            self._context_of[child] = inside
            self._name_classes(child, inside)


def _below(path: Path) -> Iterator[tuple[str | None, int]]:
    """Yield what a module below the window says, None for a text that no translator would see."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        if _name(call) == "phrase" and isinstance(call.func, ast.Name):
            yield _constant(call.args[0]), call.lineno
        elif _name(call) in ERRORS:
            words = [word.value for word in call.keywords if word.arg in ("mend", "safe")]
            yield from _said(*call.args[:1], *words)
        elif _name(call) in REPORTS and len(call.args) > 2:
            yield from _said(*call.args[2:])


def _said(*arguments: ast.expr) -> Iterator[tuple[str | None, int]]:
    for argument in arguments:
        if isinstance(argument, ast.Constant):
            yield str(argument.value), argument.lineno
        elif isinstance(argument, ast.IfExp):
            yield from _said(argument.body, argument.orelse)
        elif isinstance(argument, ast.JoinedStr | ast.BinOp):
            yield None, argument.lineno


def _shown(call: ast.Call) -> list[ast.expr]:
    """Return the arguments of a call that come before the learner's eyes."""
    name = _name(call)
    if name in WITH_ROLE:
        return call.args[:1]
    return [*call.args, *(word.value for word in call.keywords)] if name in SHOWN_BY else []


def _literals(node: ast.expr) -> Iterator[tuple[ast.expr, str]]:
    """Yield the words that an expression shows as they are, not those that it translates."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and _has_words(node.value):
            yield node, node.value
    elif isinstance(node, ast.JoinedStr):
        for part in node.values:
            yield from _literals(part)
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif isinstance(node, ast.BinOp | ast.BoolOp):
        both = node.values if isinstance(node, ast.BoolOp) else (node.left, node.right)
        for part in both:
            yield from _literals(part)
    elif isinstance(node, ast.List | ast.Tuple):
        for part in node.elts:
            yield from _literals(part)


def _has_words(text: str) -> bool:
    if text in SAME_IN_ALL or text.startswith("<"):
        return False
    return any(first.isalpha() and second.isalpha() for first, second in pairwise(text))


def _constant(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _name(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _is_translate(call: ast.Call) -> bool:
    """Tell Qt's translate from a painter's."""
    match call.func:
        case ast.Attribute(value=ast.Name(id="QCoreApplication"), attr="translate"):
            return True
    return False


def _place(path: Path, line: int, what: str) -> Place:
    shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    return Place(shown.as_posix(), line, what)
