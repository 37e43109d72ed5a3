"""The explore page: four ways of looking at what the decks say, and the details of one item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.domain.errors import StudyError
from nqpf_study.study.explore import Explored, Item
from nqpf_study.ui.accessible import name_choice
from nqpf_study.ui.explore.details import Details
from nqpf_study.ui.explore.glossary import GlossaryView
from nqpf_study.ui.explore.looking import Looking
from nqpf_study.ui.explore.marks import Legend
from nqpf_study.ui.explore.plain_views import MeasuresView, ProvincesView
from nqpf_study.ui.explore.switch import Switch
from nqpf_study.ui.explore.timeline_look import TimelineLook
from nqpf_study.ui.pages import Page
from nqpf_study.ui.reader.latest import Latest
from nqpf_study.ui.reader.turning_split import TurningSplit
from nqpf_study.ui.style import text_scale
from nqpf_study.ui.tokens import GAP, ROOM, STEP
from nqpf_study.ui.widgets.gradual_stack import GradualStack
from nqpf_study.ui.widgets.text import Text
from nqpf_study.ui.work import Job, run_job

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.ui.preferences import Preferences

VIEWS = ("measures", "timeline", "provinces", "glossary")

_BESIDE = 860
"""From this width on, in px, the details stand beside the view, else below it."""

_DETAILS_WIDTH = 344

_TITLE = 9
"""Letters of a deck's title for which there is always room."""

_SOON = 500
"""Milliseconds that the decks may take to be read before a word says that they are."""
_HIGH = 440
"""A page that is not so high, in px at a text scale of 1, shows a view or the details below it."""


class ExplorePage(Page):
    """Shows one view at a time; the details of an item come when they are asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._study: Study | None = None
        self._preferences: Preferences | None = None
        self._latest = Latest(self, self._fail)
        self._reading: Job | None = None
        self._all: Explored | None = None  # until they were read
        self._today = 0
        self._filled: dict[Looking, tuple[Explored, object]] = {}
        self.measures = MeasuresView()
        self.timeline = TimelineLook()
        self.provinces = ProvincesView()
        self.glossary = GlossaryView()
        self.views: dict[str, Looking] = dict(
            zip(VIEWS, (self.measures, self.timeline, self.provinces, self.glossary), strict=True)
        )
        self.switch = Switch(
            self.tr("What to look at"),
            {
                "measures": self.tr("Measures"),
                "timeline": self.tr("Timeline"),
                "provinces": self.tr("Provinces"),
                "glossary": self.tr("Glossary"),
            },
        )
        self.decks = QComboBox()
        name_choice(self.decks, self.tr("Decks to look at"))
        short = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.decks.setSizeAdjustPolicy(short)
        self.decks.setMinimumContentsLength(_TITLE)
        self.decks.currentTextChanged.connect(self.decks.setToolTip)  # it may be cut off
        self.decks.hide()
        self.legend = Legend()
        self.details = Details()
        self.details.hide()
        self._late = QTimer(self, singleShot=True, interval=_SOON)
        self._late.timeout.connect(self._say_reading)
        self._less_room = QTimer(self, singleShot=True, interval=0)
        self._less_room.timeout.connect(self._reveal)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.empty = Text("", "muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(ROOM)
        blank = QWidget()
        self.stack = GradualStack(blank, (*self.views.values(), self.empty))
        head = QHBoxLayout()
        head.setSpacing(STEP)
        head.addWidget(self.switch, 1)
        head.addWidget(self.decks, 0, Qt.AlignmentFlag.AlignTop)
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(GAP, 0, GAP, STEP)
        column.setSpacing(STEP)
        column.addWidget(self.stack, 1)
        column.addWidget(self.legend)
        self.split = TurningSplit(
            self._left, self.details, beside_from=_BESIDE, width=_DETAILS_WIDTH
        )
        self.split.turned.connect(self._share_room)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, GAP, 0, 0)
        whole.setSpacing(STEP)
        head.setContentsMargins(GAP, 0, GAP, 0)
        whole.addLayout(head)
        whole.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.switch.chosen.connect(self.show_view)
        self.decks.activated.connect(self._fill)
        for view in self.views.values():
            view.item_opened.connect(self._open)
            view.item_changed.connect(self._follow)
            view.key_changed.connect(self._count)
        self.details.source_requested.connect(self.source_requested)
        self.details.browse_requested.connect(self.browse_requested)
        self.details.study_requested.connect(self.study_requested)
        self.details.closed.connect(self.close_details)
        leave = QShortcut(QKeySequence("Esc"), self.stack)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._leave)

    @property
    def title(self) -> str:
        """Return the page's name, translated."""
        return self.tr("Explore")

    @property
    def view(self) -> Looking:
        """Return the view that is chosen."""
        return self.views[self.switch.present]

    def remember(self, preferences: Preferences) -> None:
        """Show the view that was shown last, and keep in mind which is."""
        self._preferences = preferences
        if preferences.explore_view in self.views:
            self.show_view(preferences.explore_view)

    # --- what is shown ------------------------------------------------------------------------

    def refresh(self, study: Study) -> None:
        """Show what `study` holds now; what is chosen stays so if it is still there."""
        self._study = study
        if self._preferences is not None:
            self.glossary.list.pinyin = self.details.pinyin = self._preferences.pinyin
        before = self._all
        if before is None:
            self._late.start()
        if self._reading is not None:
            self._reading.forget()
        self._reading = run_job(
            lambda progress: (_unless_new(study.explore(progress), before), study.today()),
            self._show,
            self._fail,
            owner=self,
        )

    def show_view(self, name: str) -> None:
        """Show a view: measures, timeline, provinces or glossary."""
        self.switch.choose(name)
        if self._preferences is not None:
            self._preferences.explore_view = name
        self.close_details()
        self._fill()

    def focus_search(self) -> None:
        """Put the focus into the search of the glossary."""
        self.show_view("glossary")
        self.stack.take(self.glossary)  # which shows once the decks are read
        self.glossary.field.setFocus()
        self.glossary.field.selectAll()

    def _show(self, found: tuple[Explored, int]) -> None:
        self._late.stop()
        self._all, self._today = found
        self._fill()
        item = self.details.item
        if item is not None and not self.details.isHidden():
            still = [each for each in self.view.items(found[0]) if each.key == item.key]
            if still:
                self._open(still[0])
            else:
                self.close_details()

    def _fill(self) -> None:
        """Fill the view that is chosen, from the decks that are."""
        if self._all is None:
            return
        self._offer_decks(self._all)
        explored = self._shown()
        items = list(self.view.items(explored))
        self._count()
        self.empty.setText(self.view.nothing)
        self.stack.show_part(self.view if items else self.empty)
        chosen = self.decks.currentData()
        all_before, chosen_before = self._filled.get(self.view, (None, None))
        if items and (all_before is not self._all or chosen_before != chosen):
            self._filled[self.view] = (self._all, chosen)
            shown = None if self.details.isHidden() else self.details.item
            self.view.look_at(explored, None if shown is None else shown.key)

    def _shown(self) -> Explored:
        """Return what the chosen decks hold."""
        chosen, explored = self.decks.currentData(), self._all or Explored()
        return explored if chosen is None else explored.of_decks([chosen])

    def _count(self) -> None:
        """Count what is shown, and tell what its marks mean."""
        self.legend.count(self.view.items(self._shown()), self.view.key())

    def _offer_decks(self, explored: Explored) -> None:
        """Offer the decks that have anything for this view, where they are several."""
        found = {item.deck: item.deck_title for item in self.view.items(explored)}
        chosen = self.decks.currentData()
        self.decks.clear()
        self.decks.addItem(self.tr("All decks"), None)
        for deck, title in found.items():
            self.decks.addItem(title, deck)
        self.decks.setCurrentIndex(max(0, self.decks.findData(chosen)) if chosen else 0)
        self.decks.setVisible(len(found) > 1)

    # --- details ------------------------------------------------------------------------------

    def _open(self, item: Item) -> None:
        study = self._study
        if study is None:
            return
        if self.details.show_item(item, self._today):
            self._latest.run(
                "passages", lambda: study.passages(item.cards[0]), self.details.show_passages
            )
        if self.details.isHidden():
            self.details.show()
            self.split.arrange()
            self._share_room()
            self._less_room.start()

    def _follow(self, item: Item | None) -> None:
        """Show the details of another item where details are shown."""
        if item is not None and not self.details.isHidden():
            self._open(item)

    def _reveal(self) -> None:
        self.view.reveal()

    def _leave(self) -> None:
        if not self.view.escape():
            self.close_details()

    def close_details(self) -> None:
        """Leave the whole room to the view."""
        if not self.details.isHidden():
            focused = QApplication.focusWidget()
            inside = focused is not None and self.details.isAncestorOf(focused)
            self.details.hide()
            self._left.show()
            if inside:
                self.view.ground().setFocus()

    def _share_room(self) -> None:
        """Give the details the whole page where there is no room for them and a view."""
        high = self.height() / text_scale()
        self.legend.be_brief(brief=high < _HIGH)
        alone = high < _HIGH and not self.split.beside and not self.details.isHidden()
        focused = self._left.isAncestorOf(QApplication.focusWidget() or self)
        self._left.setVisible(not alone)
        if alone and focused:
            self.details.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the room anew."""
        super().resizeEvent(event)
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Share the room anew in text of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._share_room()

    def _say_reading(self) -> None:
        self.empty.setText(self.tr("Reading the decks"))
        self.stack.show_part(self.empty)

    def _fail(self, error: StudyError) -> None:
        self._late.stop()
        self.message.emit(str(error))


def _unless_new(explored: Explored, before: Explored | None) -> Explored:
    """Return what was there before where nothing changed, so that nothing need be shown anew."""
    return before if before is not None and explored == before else explored
