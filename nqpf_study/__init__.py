"""NQPF Study: learn a subject from its sources."""

__version__ = "0.1.0"
