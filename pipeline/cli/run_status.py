"""How the state of the work looks in a terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from rich.console import Console

from pipeline.progress import FailedRecording, Progress


def as_data(found: Progress, failures: Sequence[FailedRecording]) -> dict[str, object]:
    """The state as JSON takes it."""
    return {**asdict(found), "failed_recordings": [asdict(one) for one in failures]}


def print_status(found: Progress, failures: Sequence[FailedRecording]) -> None:
    """Print the state for people."""
    console = Console(highlight=False, soft_wrap=True)
    states = found.states
    console.print(f"waiting {states['waiting']}, done {states['done']}, failed {states['failed']}")
    if found.oldest_seconds is not None:
        console.print(f"the oldest waits since {span(found.oldest_seconds)}")
    rate = f"last hour: {found.done_last_hour} done"
    if found.real_time_factor:
        rate += f", {found.audio_seconds / 60:.0f} minutes of audio, {1 / found.real_time_factor:.1f} times real time"
    console.print(rate)
    if found.waiting:
        clear = (
            "unknown: nothing was done in the last hour" if found.clear_seconds is None else span(found.clear_seconds)
        )
        console.print(f"time to clear: {clear}")
        console.print(f"at work: {', '.join(found.workers) or 'nobody'}", markup=False)
    for reason, count in sorted(found.failures.items(), key=lambda one: -one[1]):
        console.print(f"failed as {reason}: {count}", markup=False)
    for one in failures:
        console.print(f"  {one.name}: {one.reason}", markup=False)
    if found.states["failed"] > len(failures):
        console.print(f"  … and {found.states['failed'] - len(failures)} more")


def span(seconds: float) -> str:
    """A length of time in the two largest units that matter."""
    minutes = int(seconds // 60)
    if minutes >= 2 * 24 * 60:
        return f"{minutes // 1440} d {minutes % 1440 // 60} h"
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min {int(seconds) % 60} s"
