"""Work for a crew: steps that other processes can import."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from multiprocessing import parent_process
from pathlib import Path


def doubled(items: Sequence[int]) -> list[int]:
    return [2 * item for item in items]


def slowly(seconds: float, items: Sequence[int]) -> list[int]:
    time.sleep(seconds * len(items))
    return doubled(items)


def killed_once(mark: str, items: Sequence[int]) -> list[int]:
    """Kills the first process that comes by, unless it is the one that hires."""
    if parent_process():
        try:
            Path(mark).touch(exist_ok=False)
        except FileExistsError:
            return slowly(0.01, items)
        os.kill(os.getpid(), signal.SIGKILL)
    return slowly(0.01, items)


def killed(items: Sequence[int]) -> list[int]:
    """Kills every process but the one that hires."""
    if parent_process():
        os.kill(os.getpid(), signal.SIGKILL)
    return slowly(0.05, items)


def faulty(items: Sequence[int]) -> list[int]:
    if parent_process():
        raise ZeroDivisionError
    return slowly(0.01, items)


class Knot:
    """What only the collector can throw away."""

    tied = 0  # of those that are there

    def __init__(self) -> None:
        Knot.tied += 1
        self.itself = self

    def __del__(self) -> None:
        Knot.tied -= 1


def knotted(items: Sequence[int]) -> list[int]:
    for _ in items:
        Knot()
    return [Knot.tied for _ in items]
