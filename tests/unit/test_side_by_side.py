"""Several calls are worked at side by side: given back in order, never too much at once, stopped when the run ends."""

from __future__ import annotations

import threading
from itertools import pairwise

import pytest

from pipeline.recognition import Progress
from pipeline.side_by_side import MOST_SECONDS, SideBySide


class Bench:
    """Work that notes how much of it is going on at once."""

    def __init__(self) -> None:
        self.now = 0
        self.most = 0
        self.lock = threading.Lock()
        self.both = threading.Barrier(2, timeout=20)

    def work(self, number: int, meet: bool = False) -> int:
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        if meet:
            self.both.wait()
        with self.lock:
            self.now -= 1
        return number


def test_calls_are_worked_at_together_and_given_back_in_their_order() -> None:
    bench = Bench()
    given: list[tuple[str, int]] = []
    with SideBySide[str, int](2, lambda *_: None) as calls:
        for number in range(6):
            given += calls.make_room(60.0)
            calls.begin(f"call {number}", 60.0, lambda _, number=number: bench.work(number, meet=True))  # type: ignore[misc]
        given += calls.finish()
    assert given == [(f"call {number}", number) for number in range(6)]
    assert bench.most == 2


def test_a_call_longer_than_fits_goes_alone() -> None:
    bench = Bench()
    given: list[tuple[int, int]] = []
    with SideBySide[int, int](3, lambda *_: None) as calls:
        for number, seconds in enumerate((60.0, MOST_SECONDS + 1, 60.0)):
            given += calls.make_room(seconds)
            assert not (seconds > MOST_SECONDS and bench.now)
            calls.begin(number, seconds, lambda _, number=number: bench.work(number))  # type: ignore[misc]
        given += calls.finish()
    assert given == [(0, 0), (1, 1), (2, 2)]


def test_progress_is_told_in_the_thread_that_gives_the_work() -> None:
    told: list[tuple[str, float, bool]] = []
    here = threading.current_thread()

    def work(progress: Progress) -> None:
        for seconds in (1.0, 2.0):
            progress(seconds)

    with SideBySide[str, None](2, lambda key, s: told.append((key, s, threading.current_thread() is here))) as calls:
        for key in ("a", "b"):
            calls.begin(key, 5.0, work)
        assert len(list(calls.finish())) == 2
    assert all(own for _, _, own in told)
    for key in ("a", "b"):
        assert all(one < other for one, other in pairwise(s for k, s, _ in told if k == key))


def test_what_ends_a_call_is_raised_and_the_others_are_stopped_at_their_next_sign() -> None:
    began, stopped = threading.Event(), threading.Event()

    def endless(progress: Progress) -> None:
        began.set()
        try:
            while True:
                progress(0.0)
                threading.Event().wait(0.001)
        finally:
            stopped.set()

    def broken(_: Progress) -> None:
        assert began.wait(20)
        raise ValueError("no such call")

    def run() -> None:
        with SideBySide[str, None](2, lambda *_: None) as calls:
            calls.begin("broken", 1.0, broken)
            calls.begin("endless", 1.0, endless)
            list(calls.finish())

    with pytest.raises(ValueError, match="no such call"):
        run()
    assert stopped.is_set()
