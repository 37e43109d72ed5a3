"""The settings page: looks, the study day, limits, and the data folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.desktop.association import can_be_set
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.options import DeckOptions, FormChoice, StudyOptions
from nqpf_study.ui.language import Language
from nqpf_study.ui.pages import Page
from nqpf_study.ui.preferences import Appearance
from nqpf_study.ui.settings.limits import limits_said
from nqpf_study.ui.settings.opening import OpeningButton
from nqpf_study.ui.settings.section import Section
from nqpf_study.ui.slices import Slices
from nqpf_study.ui.tokens import ROOM, SCALES, WIDE
from nqpf_study.ui.widgets.forms import FitTable, FormBox
from nqpf_study.ui.widgets.numbers import NumberBox
from nqpf_study.ui.widgets.text import Text
from nqpf_study.ui.work import Job, run_job

if TYPE_CHECKING:
    from pathlib import Path

    from nqpf_study.app import Study
    from nqpf_study.ui.preferences import Preferences

WIDEST = 760


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the collection keeps of the settings, and the time zones that there are."""

    study: StudyOptions
    decks: Mapping[str, DeckOptions]
    titles: Mapping[str, str]
    zones: Sequence[str]


class SettingsPage(Page):
    """Each change is kept at once."""

    look_changed = Signal()
    """Appearance or text size were changed in the preferences."""

    language_changed = Signal()
    """Another language was chosen in the preferences."""

    limits_asked = Signal(str)
    """Edit the limits of a deck (its id)."""

    act_asked = Signal(str)
    """Do what the menu's entry of this name does: fit, folder, backup, restore or examine."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences: Preferences | None = None
        self._study: Study | None = None
        self._job: Job | None = None
        self.appearance = QComboBox()
        for choice, name in (
            (Appearance.SYSTEM, self.tr("As the system")),
            (Appearance.LIGHT, self.tr("Light")),
            (Appearance.DARK, self.tr("Dark")),
        ):
            self.appearance.addItem(name, choice)
        self.language = QComboBox()
        for language, name in (
            (Language.SYSTEM, self.tr("As the system")),
            (Language.ENGLISH, "English"),  # each in its own words, for who reads no other
            (Language.CHINESE, "简体中文"),
        ):
            self.language.addItem(name, language)
        self.scale = QComboBox()
        for scale in SCALES:
            self.scale.addItem(f"{round(scale * 100)}%", scale)
        self.form = FormBox()
        self.fit_table = FitTable()
        self.form.currentIndexChanged.connect(self._show_fit)
        self.rollover = NumberBox(4, 0, 23, ":00")
        self.zone = QComboBox()
        self.zone.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.zone.addItem(self.tr("The system's own"), "")
        self.language.activated.connect(self._choose_language)
        self.appearance.activated.connect(self._choose_look)
        self.scale.activated.connect(self._choose_look)
        self.form.activated.connect(self._choose_study)
        self.zone.activated.connect(self._choose_study)
        self.rollover.editingFinished.connect(self._choose_study)
        self.opening = OpeningButton(self.tr("Open deck files with a double click"))
        self.opening.message.connect(self.message)
        self._folder = Text("", "small", wrap=True)
        self._keeping = Lock()
        self._wanted = FormChoice.RECALL, 4, ""
        self._limits = Section(self.tr("Decks"))
        self._limits.hide()  # until there are any
        self._titles: Mapping[str, str] = {}
        self._decks: dict[str, tuple[QPushButton, Text]] = {}
        self._fit = self._button(self.tr("Fit…"), "fit")
        self._lay_out()

    @property
    def title(self) -> str:
        """Return the page's name, translated."""
        return self.tr("Settings")

    def refresh(self, study: Study) -> None:
        """Show what `study` keeps now."""
        self._study = study
        self.opening.look()
        if self._job is not None:
            self._job.forget()
        self._job = run_job(lambda _progress: _kept(study), self._show, self._fail, owner=self)

    def show_preferences(self, preferences: Preferences, home: Path) -> None:
        """Show the language and the looks that are chosen, and edit them from now on."""
        self._preferences = preferences
        self._folder.setText(str(home))
        self.language.setCurrentIndex(self.language.findData(preferences.language))
        self.appearance.setCurrentIndex(self.appearance.findData(preferences.appearance))
        self.scale.setCurrentIndex(self.scale.findData(preferences.text_scale))

    def _show(self, kept: _Kept) -> None:
        self.form.show_form(kept.study.form)
        self.rollover.setValue(kept.study.rollover_hour)
        if self.zone.count() == 1:
            for zone in kept.zones:
                self.zone.addItem(zone, zone)
        self.zone.setCurrentIndex(max(0, self.zone.findData(kept.study.zone)))
        if kept.titles != self._titles:
            self._list_decks(kept.titles)
        for id_, (button, said) in self._decks.items():
            limits = limits_said(kept.decks.get(id_, DeckOptions()))
            said.setText(limits)
            button.setAccessibleDescription(limits)

    def _list_decks(self, titles: Mapping[str, str]) -> None:
        """Make a row for each deck; later only their words change, so that the focus stays."""
        self._titles = titles
        self._decks.clear()
        self._limits.clear()
        self._limits.setVisible(bool(titles))
        for id_, title in titles.items():
            button, said = QPushButton(self.tr("Change…")), Text("", "small", wrap=True)
            button.clicked.connect(lambda _=False, id_=id_: self.limits_asked.emit(id_))
            self._limits.add(title, button, said, self.tr("Limits of {deck}"))
            self._decks[id_] = button, said
        stops = [self._fit, *(button for button, _said in self._decks.values())]
        for stop, following in pairwise(stops):
            self.setTabOrder(stop, following)  # as read: they were made after all others

    def _choose_look(self) -> None:
        if self._preferences is None:
            return
        self._preferences.appearance = Appearance(self.appearance.currentData())
        self._preferences.text_scale = float(self.scale.currentData())
        self.look_changed.emit()

    def _choose_language(self) -> None:
        language = Language(self.language.currentData())
        if self._preferences is not None and language is not self._preferences.language:
            self._preferences.language = language
            self.language_changed.emit()

    def _choose_study(self) -> None:
        study = self._study
        if study is None:
            return
        self._wanted = self.form.form, self.rollover.value(), str(self.zone.currentData())

        def keep() -> bool:
            with self._keeping:  # workers may come in any order: each keeps what is wanted by then
                form, hour, zone = self._wanted
                before = study.study_options()
                after = replace(before, form=form, rollover_hour=hour, zone=zone)
                if after != before:
                    study.set_study_options(after)
                return after != before

        run_job(lambda _progress: keep(), self._kept_study, self._fail, owner=self)

    def _show_fit(self) -> None:
        self.fit_table.setVisible(self.form.form is FormChoice.FIT)

    def _kept_study(self, changed: bool) -> None:  # noqa: FBT001 - a job's result
        if changed:
            self.changed.emit()

    def _fail(self, error: StudyError) -> None:
        self.message.emit(str(error))

    def _lay_out(self) -> None:
        looks = Section(self.tr("Appearance"))
        looks.add(self.tr("Language"), self.language, self.tr("Of the window, not of the cards."))
        looks.add(self.tr("Colours"), self.appearance)
        looks.add(self.tr("Text size"), self.scale, self.tr("Also Ctrl + and Ctrl −."))
        study = Section(self.tr("Study"))
        study.add(self.tr("How cards are asked"), self.form, self.form.meaning)
        study.add_below(self.fit_table)
        self._show_fit()
        study.add(
            self.tr("A study day starts at"),
            self.rollover,
            self.tr("What you study later at night still counts for the day before."),
        )
        study.add(self.tr("Time zone"), self.zone)
        study.add(
            self.tr("Fit to my memory"),
            self._fit,
            self.tr("Works out from your reviews how long you remember, and schedules by it."),
        )
        data = Section(self.tr("Your data"))
        data.add(
            self.tr("Data folder"),
            self._button(self.tr("Open"), "folder"),
            self._folder,
        )
        data.add(
            self.tr("Back up"),
            self._button(self.tr("Back up now"), "backup"),
            self.tr("Backups are also made before each import and each removal."),
        )
        data.add(
            self.tr("Restore"),
            self._button(self.tr("Restore a backup…"), "restore"),
            self.tr("The present collection is kept as a backup."),
        )
        data.add(
            self.tr("Merge"),
            self._button(self.tr("Merge another…"), "merge"),
            self.tr("Brings in what you studied on another machine."),
        )
        data.add(
            self.tr("Examine"),
            self._button(self.tr("Examine now"), "examine"),
            self.tr("Compares every card with its review log, and checks the file."),
        )
        if can_be_set():
            data.add(
                self.tr("Open deck files with a double click"),
                self.opening,
                self.tr("Those whose names end in .nqpf.yaml or .nqpf.zip, for you alone."),
            )
        column = QWidget()
        column.setMaximumWidth(WIDEST)
        down = QVBoxLayout(column)
        down.setContentsMargins(WIDE, WIDE, WIDE, ROOM)
        down.setSpacing(ROOM)
        down.addWidget(Text(self.title, "display"))
        for section in (looks, study, self._limits):
            down.addWidget(section)
        down.addStretch(1)
        Slices(self, _insert(down, data))
        ground = QWidget()
        across = QHBoxLayout(ground)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(column, 1000)
        across.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        scroll.setWidget(ground)

    def _button(self, text: str, act: str) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda _checked=False: self.act_asked.emit(act))
        return button


def _insert(down: QBoxLayout, part: QWidget) -> Iterator[None]:
    """Insert what lies below most windows' edge, above the stretch at the end."""
    down.insertWidget(down.count() - 1, part)
    yield


def _kept(study: Study) -> _Kept:
    titles = {deck.id: deck.title for deck in study.overview().decks}
    zones = sorted(available_timezones())  # which reads some hundred files
    return _Kept(study.study_options(), study.deck_options(), titles, zones)
