"""What came of a trial."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Outcome:
    """A trial's rounds so far, what they bore out, and each failure in a line."""

    trial: str
    promise: str
    rounds: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    skipped: str = ""

    def count(self, what: str, number: int = 1) -> None:
        """Add to a figure that tells how much was tried."""
        self.counts[what] = self.counts.get(what, 0) + number

    def fail(self, why: str) -> None:
        self.failures.append(why)

    def expect(self, held: object, why: str) -> None:
        """Count a failure unless something held."""
        if not held:
            self.fail(why)

    def line(self) -> str:
        if self.skipped:
            return f"{self.trial}: skipped, {self.skipped}"
        tried = ", ".join(f"{number:,} {what}" for what, number in self.counts.items())
        said = f"{self.trial}: {self.rounds:,} rounds ({tried}); {self.promise}"
        return f"{said}: {len(self.failures)} failures"
