"""Dates that sources and cards name, and languages, said in the reader's own language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from nqpf_study.domain.source import Source


def written_out(date: str) -> str:
    """Return a date that a file writes as 2024-03-05, or a part of one, as one says it."""
    try:
        numbers = [int(part) for part in date.split("-")]
    except ValueError:
        return date
    year, month, day, *_ = (*numbers, 1, 1)
    known = QDate(year, month, day)
    if not known.isValid() or len(numbers) == 1:
        return date
    shape = (
        QCoreApplication.translate("Source", "d MMMM yyyy")
        if len(numbers) == 3
        else QCoreApplication.translate("Source", "MMMM yyyy")
    )
    return QLocale().toString(known, shape)


def published(source: Source) -> str:
    """Return the date of publication, or the part of one that is known."""
    return written_out(source.published)


def language(source: Source) -> str:
    """Return the name of the source's language."""
    primary = source.language.partition("-")[0].lower()
    if primary == "en":
        return QCoreApplication.translate("Source", "English")
    if primary == "zh":
        return QCoreApplication.translate("Source", "Chinese")
    known = QLocale(source.language).language()
    if known in (QLocale.Language.C, QLocale.Language.AnyLanguage):
        return source.language
    return QLocale.languageToString(known)  # in English: Qt has no other names


def facts(source: Source, *, with_language: bool = True) -> str:
    """Return publisher, date and language in one line."""
    said = [source.publisher, published(source)]
    if with_language:
        said.append(language(source))
    return " · ".join(filter(None, said))


def quoted(words: str, source: Source | None) -> str:
    """Join a quotation and its citation."""
    said = f"“{' '.join(words.split())}”"
    return f"{said}\n— {source.citation}" if source else said
