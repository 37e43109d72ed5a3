"""What a practice test is to be about."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.search_query import SavedSearch
from nqpf_study.ui import asking
from nqpf_study.ui.browse.search_menu import SearchMenu, menu_button
from nqpf_study.ui.practice.tag_choice import TagChoice
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import HALF, HIT, STEP
from nqpf_study.ui.widgets.numbers import NumberBox
from nqpf_study.ui.widgets.tall_dialog import Standard, TallDialog
from nqpf_study.ui.widgets.text import Text

if TYPE_CHECKING:
    from nqpf_study.study.marks import TagInUse

QUESTIONS, MOST_QUESTIONS = 20, 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a test is to be: decks by id (None: all), a search, how many questions, which form.

    A form of None lets the forms take turns. Of `tags`, a note has any; none: it need not.
    """

    decks: tuple[str, ...] | None = None
    search: str = ""
    count: int = QUESTIONS
    form: FormChoice | None = None
    tags: tuple[str, ...] = ()


class DeckBox(QCheckBox):
    """A deck's box; a title that is too long for its place is cut, and whole in the tooltip."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.setAccessibleName(title)
        self.setToolTip(title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._show_title(title)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height, and hardly a width."""
        return QSize(HIT, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show as much of the title as there is room for."""
        super().resizeEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        element = QStyle.SubElement.SE_CheckBoxContents
        room = self.style().subElementRect(element, option, self).width()
        cut = Qt.TextElideMode.ElideRight
        self._show_title(self.fontMetrics().elidedText(self._title, cut, room))

    def _show_title(self, title: str) -> None:
        self.setText(title.replace("&", "&&"))


class SetupDialog(TallDialog):
    """Asks for the decks, the number of questions and how they are asked."""

    started = Signal(object)
    """Take this test now: a Wanted."""

    paper_asked = Signal(object)
    """Write this test on paper: a Wanted."""

    def __init__(
        self,
        titles: Mapping[str, str],
        chosen: Collection[str],
        parent: QWidget | None = None,
        tags: Sequence[TagInUse] = (),
        searches: Sequence[SavedSearch] = (),
    ) -> None:
        """Offer the decks of `titles` by id; those `chosen` are marked, all where none is.

        Of `tags`, those that notes of the marked decks have are offered; `searches` are those that
        the learner saved.
        """
        title = QCoreApplication.translate("SetupDialog", "Practice test")
        super().__init__(title, title, Standard.Cancel, parent)
        self.decks = {id_: DeckBox(title) for id_, title in titles.items()}
        for id_, box in self.decks.items():
            box.setChecked(not chosen or id_ in chosen)
            box.toggled.connect(self._look)
        self.tags = TagChoice(tags, self._marked)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("All, or what stands in them"))
        self.searches = SearchMenu(self, keeps=False)
        self.searches.know(searches)
        self.searches.chosen.connect(self.search.setText)
        self.search.textChanged.connect(self.searches.be_at)
        self.count = NumberBox(QUESTIONS, 1, MOST_QUESTIONS)
        self.form = QComboBox()
        self.form.addItem(self.tr("The forms take turns"), None)
        for form, (name, meaning) in asking.choices().items():
            self.form.addItem(name, form)
            self.form.setItemData(self.form.count() - 1, meaning, Qt.ItemDataRole.ToolTipRole)
        self.start = QPushButton(self.tr("Start the test"))
        set_role(self.start, "primary")
        self.start.setDefault(True)
        self.paper = QPushButton(self.tr("On paper…"))
        self.paper.setToolTip(self.tr("The questions with room for the answers, and the key"))
        self.paper.clicked.connect(lambda: self.paper_asked.emit(self.wanted))
        self.buttons.addButton(self.start, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(self.paper, QDialogButtonBox.ButtonRole.ActionRole)
        self._fill()
        self._look()
        (self.start if self.decks else self.buttons.button(Standard.Cancel)).setFocus()

    @property
    def _marked(self) -> tuple[str, ...]:
        return tuple(id_ for id_, box in self.decks.items() if box.isChecked())

    @property
    def wanted(self) -> Wanted:
        """Return what was chosen."""
        marked = self._marked
        form = self.form.currentData()
        return Wanted(
            None if len(marked) == len(self.decks) else marked,
            self.search.text().strip(),
            self.count.value(),
            None if form is None else FormChoice(form),
            self.tags.chosen,
        )

    def accept(self) -> None:
        """Ask for the test; the dialog stays until there is one."""
        self.clear_error()
        self.started.emit(self.wanted)

    def _look(self) -> None:
        marked = self._marked
        for button in (self.start, self.paper):
            button.setEnabled(bool(marked))
        self.tags.show_decks(marked)

    def _fill(self) -> None:
        self.body.addWidget(
            Text(
                self.tr("A test changes nothing: no card comes earlier or later because of it."),
                wrap=True,
            )
        )
        if self.decks:
            self._add(self.tr("Decks"), *self.decks.values())
        else:
            none = self.tr("There are no decks yet: open a deck file first.")
            self.body.addWidget(Text(none, "muted", wrap=True))
        self.body.addWidget(self.tags)
        searching = QWidget()
        line = QHBoxLayout(searching)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(STEP)
        line.addWidget(self.search, 1)
        line.addWidget(menu_button("bookmark", self.tr("Saved searches"), self.searches))
        name = self.tr("Cards that a search finds")
        self.search.setAccessibleName(name)
        self._add(name, searching).setBuddy(self.search)
        for name, field in (
            (self.tr("Questions, at most"), self.count),
            (self.tr("How they are asked"), self.form),
        ):
            field.setAccessibleName(name)
            self._add(name, field).setBuddy(field)

    def _add(self, name: str, *fields: QWidget) -> Text:
        label = Text(name, "small")
        down = QVBoxLayout()
        down.setSpacing(HALF)
        for part in (label, *fields):
            down.addWidget(part)
        self.body.addLayout(down)
        return label
