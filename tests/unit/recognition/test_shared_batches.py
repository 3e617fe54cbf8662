"""Windows of several calls are decoded together, and each call gets its own back, whatever becomes of the others."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator

import numpy as np
import pytest

from pipeline.audio import Samples
from pipeline.recognition.engine import Decoded
from pipeline.recognition.recogniser import RecogniserError
from pipeline.recognition.shared_batches import SharedBatches
from pipeline.transcript import Word

BROKEN = -1.0


class Counting:
    """An engine that writes the first sample of each window, and can be held up until calls are waiting."""

    window_seconds = 5.0
    windows_at_once = 4

    def __init__(self) -> None:
        self.batches: list[list[float]] = []
        self.begun = threading.Event()
        self.go_on = threading.Event()

    def knows(self, language: str) -> bool:
        return language == "ru"

    def language_shares(self, window: Samples) -> dict[str, float]:
        return {"ru": float(window.size > 0)}

    def decode(self, windows: Iterable[Samples], language: str, hotwords: str = "") -> Iterator[Decoded]:
        said = [float(window[0]) for window in windows]
        self.batches.append(said)
        self.begun.set()
        assert self.go_on.wait(20)
        if BROKEN in said:
            raise RecogniserError("this window can't be heard")
        for one in said:
            yield Decoded((Word(0.0, 1.0, f"{language}{hotwords} {one:g}", 1.0),), 0.0)


def call(*numbers: float) -> list[Samples]:
    return [np.full(10, number, np.float32) for number in numbers]


class Calls:
    """Threads that each want one call decoded; the first is at the engine before the others come."""

    def __init__(self, engine: Counting) -> None:
        self.engine = engine
        self.shared = SharedBatches(engine)
        self.written: dict[str, list[str]] = {}
        self.errors: dict[str, Exception] = {}

    def decode(self, name: str, windows: list[Samples], hotwords: str = "") -> None:
        try:
            found = self.shared.decode(windows, "ru", hotwords)
            self.written[name] = [word.text for one in found for word in one.words]
        except RecogniserError as error:
            self.errors[name] = error

    def run(self, first: list[Samples], **others: list[Samples]) -> None:
        threads = [threading.Thread(target=self.decode, args=("first", first))]
        threads[0].start()
        assert self.engine.begun.wait(20)
        threads += [threading.Thread(target=self.decode, args=item) for item in others.items()]
        for thread in threads[1:]:
            thread.start()
        while len(self.shared._waiting) < len(threads):
            threading.Event().wait(0.005)
        self.engine.go_on.set()
        for thread in threads:
            thread.join(20)


def test_windows_that_wait_go_together_and_come_back_to_their_calls() -> None:
    calls = Calls(Counting())
    calls.run(call(1, 2), second=call(11), third=call(21, 22))
    assert calls.engine.batches[0] == [1, 2]
    assert sorted(one for batch in calls.engine.batches[1:] for one in batch) == [11, 21, 22]
    assert len(calls.engine.batches) == 2
    assert calls.written == {"first": ["ru 1", "ru 2"], "second": ["ru 11"], "third": ["ru 21", "ru 22"]}


def test_one_call_that_cannot_be_heard_leaves_the_others_their_words() -> None:
    calls = Calls(Counting())
    calls.run(call(1), second=call(11, BROKEN), third=call(21))
    assert calls.written == {"first": ["ru 1"], "third": ["ru 21"]}
    assert list(calls.errors) == ["second"]


def test_no_batch_is_larger_than_the_engine_takes_and_the_order_stays() -> None:
    calls = Calls(Counting())
    calls.run(call(*range(1, 10)), second=call(*range(11, 18)))
    assert max(map(len, calls.engine.batches)) <= 4
    assert calls.written["first"] == [f"ru {number}" for number in range(1, 10)]
    assert calls.written["second"] == [f"ru {number}" for number in range(11, 18)]


def test_calls_that_are_told_other_names_are_decoded_apart() -> None:
    engine = Counting()
    engine.go_on.set()
    shared = SharedBatches(engine)
    one, other = shared.decode(call(1), "ru", "Север"), shared.decode(call(2), "ru", "Юг")
    assert [word.text for found in (one, other) for each in found for word in each.words] == ["ruСевер 1", "ruЮг 2"]
    assert engine.batches == [[1], [2]]


def test_a_call_that_ends_before_its_time_leaves_nothing_to_decode() -> None:
    engine = Counting()
    engine.go_on.set()
    shared = SharedBatches(engine)
    decoded = shared.decode(call(*range(9)), "ru")
    next(decoded)
    decoded.close()
    assert next(shared.decode(call(21), "ru")).words[0].text == "ru 21"
    assert engine.batches == [[0, 1, 2, 3], [21]]


def test_what_goes_wrong_in_making_a_window_is_that_calls_own_trouble() -> None:
    engine = Counting()
    engine.go_on.set()

    def windows() -> Iterator[Samples]:
        yield from call(1)
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="disk"):
        list(SharedBatches(engine).decode(windows(), "ru"))


def test_a_call_waits_for_its_last_window_while_another_call_has_it_decoded() -> None:
    engine = Counting()
    engine.go_on.set()
    shared = SharedBatches(engine)
    slow = shared.decode(call(*range(1, 6)), "ru")
    said = [next(slow).words[0].text]
    assert engine.batches == [[1, 2, 3, 4]]
    engine.go_on.clear()
    engine.begun.clear()
    other = threading.Thread(target=lambda: list(shared.decode(call(11), "ru")))
    other.start()
    assert engine.begun.wait(20)
    assert engine.batches[1:] == [[5, 11]]
    rest: list[str] = []
    waiting = threading.Thread(target=lambda: rest.extend(found.words[0].text for found in slow))
    waiting.start()
    # Those at hand are given out before it has to wait; then it must not take itself for finished.
    waiting.join(0.2)
    assert waiting.is_alive()
    engine.go_on.set()
    waiting.join(20)
    other.join(20)
    assert [*said, *rest] == [f"ru {number}" for number in range(1, 6)]
