"""The review log."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from nqpf_study.domain.replay import standing
from nqpf_study.domain.review import Act, CardId, CardStatus, LogEntry
from nqpf_study.study.ports import LoggedAct
from tests.fakes.parts.part import Part


class Log(Part):
    """Entries in the order in which they came."""

    def record(self, entry: LogEntry, status: CardStatus) -> None:
        self.record_all([(entry, status)])

    def entries(self, card: CardId) -> list[LogEntry]:
        return [entry for entry in self.log if entry.card == card]

    def log_length(self) -> int:
        return len(self.log)

    def whole_log(self) -> list[LogEntry]:
        return sorted(self.log, key=lambda entry: (entry.card, entry.id))

    def entries_since(self, first: UUID) -> list[LogEntry]:
        return sorted((one for one in self.log if one.id >= first), key=lambda entry: entry.id)

    def last_standing_act(self) -> LoggedAct | None:
        left = standing(self.log)
        if not left:
            return None
        newest = left[-1]
        if newest.act is Act.GRADE:
            return LoggedAct(newest, newest.id)
        done = (newest.act, newest.at)
        together = [entry for entry in left if (entry.act, entry.at) == done]
        return LoggedAct(newest, together[0].id, len(together))

    def last_entry_id(self) -> UUID | None:
        return max((entry.id for entry in self.log), default=None)

    def record_all(self, acts: Sequence[tuple[LogEntry, CardStatus]]) -> None:
        ids = {entry.id for entry in self.log}
        for entry, _ in acts:
            assert entry.id not in ids, "an id is used twice"
        for entry, status in acts:
            self.log.append(entry)
            self._row(entry.card).status = status
