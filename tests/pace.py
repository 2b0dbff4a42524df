"""How does the time of some work grow with it?"""

from __future__ import annotations

import time
from collections.abc import Callable

LINEAR = 3.0  # what work of twice the size may take, in terms of the one half; 4 where it grows with the square


def growth(work: Callable[[int], object], size: int) -> float:
    """How many times as long twice the work takes. The best of three tries each: a machine may have other things to do."""

    def took(size: int) -> float:
        began = time.process_time()
        work(size)
        return time.process_time() - began

    return min(took(2 * size) for _ in range(3)) / min(took(size) for _ in range(3))
