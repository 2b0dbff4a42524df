"""What was asked of a build, what of it had to be done, and how long did that take?"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct, field


class Line(Struct):
    """A step: how often its answer was wanted, how often it had to be worked out, and the seconds that took, in all processes together."""

    asked: int = 0
    ran: int = 0
    seconds: float = 0.0


class Ledger(Struct):
    """The steps of a build by name, in the order of their first use, and every stretch of work with its process."""

    traces: bool = True  # whether stretches are kept: over a long day of edits they would be many
    lines: dict[str, Line] = field(default_factory=dict)
    stretches: list[tuple[str, int, float, float, int]] = field(default_factory=list)  # step, process, start, end, items

    @contextmanager
    def step(self, name: str, asked: int = 1, ran: int | None = None) -> Iterator[Line]:
        """Notes a stretch of work done here. `ran` may be set on the line while it is done."""
        line = self.lines.setdefault(name, Line())
        line.asked += asked
        before, start = line.ran, time.time()
        yield line
        if ran is not None:
            line.ran += ran
        elif line.ran == before:
            line.ran += asked
        self._stretch(name, os.getpid(), start, time.time(), line.ran - before)

    def worked(self, name: str, process: int, start: float, end: float, items: int) -> None:
        """Notes a stretch of work done by another process, or by this one for it. Times in seconds since 1970."""
        self.lines.setdefault(name, Line()).ran += items
        self._stretch(name, process, start, end, items)

    def asked(self, name: str, items: int) -> None:
        """Notes how often the answer of a step is wanted."""
        self.lines.setdefault(name, Line()).asked += items

    def _stretch(self, name: str, process: int, start: float, end: float, items: int) -> None:
        self.lines[name].seconds += end - start
        if self.traces:
            self.stretches.append((name, process, start, end, items))

    def table(self) -> str:
        """The steps as a table."""
        rows = [("step", "asked", "ran", "seconds")]
        rows += [(name, f"{one.asked:,}", f"{one.ran:,}", f"{one.seconds:.3f}") for name, one in self.lines.items()]
        wide = [max(len(row[n]) for row in rows) for n in range(4)]
        return "\n".join("  ".join((row[0].ljust(wide[0]), *(cell.rjust(wide[n]) for n, cell in enumerate(row[1:], 1)))) for row in rows)

    def trace(self) -> str:
        """The stretches as Chrome's trace viewer, Perfetto and Speedscope read them: the Trace Event Format, complete events."""
        first = min((start for _, _, start, _, _ in self.stretches), default=0.0)
        events = [
            {
                "name": name,
                "ph": "X",
                "ts": round((start - first) * 1e6),
                "dur": round((end - start) * 1e6),
                "pid": 1,
                "tid": process,
                "args": {"items": items},
            }
            for name, process, start, end, items in self.stretches
        ]
        return json.dumps({"traceEvents": events, "displayTimeUnit": "ms"}) + "\n"
