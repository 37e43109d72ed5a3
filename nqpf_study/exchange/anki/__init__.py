"""Decks as an Anki package."""

from nqpf_study.exchange.anki.export import export_anki

__all__ = ["export_anki"]
