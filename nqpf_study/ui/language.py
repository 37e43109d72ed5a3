"""The language of the window: what is shown, how days and numbers are written, and Qt's own words.

The texts are in `resources/translations`; without a file for it, a language is English. What the
parts below the window say is English as well, and translated here: see `nqpf_study.domain.phrase`.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from nqpf_study import paths
from nqpf_study.domain.errors import BadInput, Problem, StudyError
from nqpf_study.domain.phrase import Phrase, put

BELOW = "below"
"""The context of the translations of what the parts below the window say."""

_SPOKEN = "nqpf_language"


class Language(StrEnum):
    """Which language: the system's choice, or one of those that the window has."""

    SYSTEM = "system"
    ENGLISH = "en"
    CHINESE = "zh_CN"


def system_language(preferred: list[str] | None = None) -> Language:
    """Return which of the window's languages the learner likes best, English where none.

    `preferred` is a list of language tags, the best first; by default the system's own.
    """
    asked = QLocale.system().uiLanguages() if preferred is None else preferred
    for tag in asked:
        language = tag.replace("_", "-").split("-")[0].lower()
        if language == "zh":
            return Language.CHINESE
        if language == "en":
            return Language.ENGLISH
    return Language.ENGLISH


def spoken() -> Language:
    """Return the language that the window speaks now."""
    application = QCoreApplication.instance()
    named = application and application.property(_SPOKEN)
    return Language(named) if named else Language.ENGLISH


def speak(chosen: Language) -> None:
    """Have the application speak a language from now on; what shows already is to be made anew."""
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("there is no application yet")
    language = system_language() if chosen is Language.SYSTEM else chosen
    QLocale.setDefault(_locale(language))
    if language is spoken():
        return
    if spoken() is not Language.ENGLISH:  # at the start looking for them would cost 20 ms
        for translator in application.findChildren(QTranslator):
            application.removeTranslator(translator)
            translator.deleteLater()
    application.setProperty(_SPOKEN, language.value)
    if language is not Language.ENGLISH:
        qts_own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        ours = str(paths.resources() / "translations")
        for file, folder in ((f"qtbase_{language}", qts_own), (f"nqpf-study_{language}", ours)):
            translator = QTranslator(application)
            if translator.load(file, folder):
                application.installTranslator(translator)


def told(text: str) -> str:
    """Return what a part below the window says, in the window's language."""
    if not isinstance(text, Phrase):
        return QCoreApplication.translate(BELOW, text) if text else ""
    values = {
        name: told(value) if isinstance(value, Phrase) else value
        for name, value in text.values.items()
    }
    return put(QCoreApplication.translate(BELOW, text.template), values)


def told_error(error: StudyError) -> StudyError:
    """Return an error, and all its problems, in the window's language."""
    if isinstance(error, BadInput):
        problems = tuple(told_problem(problem) for problem in error.problems)
        translated: StudyError = BadInput(told(error.what), problems, mend=told(error.mend))
        translated.safe = told(error.safe)
    else:
        translated = StudyError(told(error.what), mend=told(error.mend), safe=told(error.safe))
    translated.__cause__ = error
    return translated


def told_problem(problem: Problem) -> Problem:
    """Return a problem of a file in the window's language."""
    return replace(problem, message=told(problem.message), hint=told(problem.hint))


def _locale(language: Language) -> QLocale:
    if language is Language.CHINESE:
        return QLocale(QLocale.Language.Chinese, QLocale.Country.China)
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
