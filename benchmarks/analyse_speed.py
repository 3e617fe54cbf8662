"""How long does it take to judge a call, and how does that grow with the call and with the library?

`python -m benchmarks.analyse_speed [--profile]`: the shipped windows campaign, cut to 12 steps, 10 facts and 12
objections of 4 phrasings each, over the sample calls' true words, strung together to the wished number of remarks.
Times are those of one core (CPU time), so that other work on the machine counts as little as can be; `beat` tells how
fast the core is just now. The floor is what reading the remarks alone costs (words to normal forms).
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from pipeline.analysis import analyse
from pipeline.heard import hear
from pipeline.settings import Settings
from pipeline.transcript import Segment, Transcript, read_transcript
from scripts_library.campaign import Campaign
from scripts_library.loading import load_library

TRUTH = Path(__file__).resolve().parents[1] / "samples" / "truth"
PHRASINGS, STEPS, FACTS, OBJECTIONS = 4, 12, 10, 12
REMARK_SECONDS = 3.0
RUNS = 15


def campaign() -> Campaign:
    """The windows campaign at the size that the goal names."""
    library = load_library(Settings().library_dir)
    whole = next(one for one in library.campaigns if one.id == "windows-ru")
    return whole.model_copy(
        update={
            "steps": tuple(one.model_copy(update={"say": one.say[:PHRASINGS]}) for one in whole.steps[:STEPS]),
            "facts": tuple(one.model_copy(update={"say": one.say[:PHRASINGS]}) for one in whole.facts[:FACTS]),
            "objections": tuple(
                one.model_copy(update={"heard": one.heard[:PHRASINGS]}) for one in whole.objections[:OBJECTIONS]
            ),
        }
    )


def _all_remarks() -> list[Segment]:
    return [segment for path in sorted(TRUTH.glob("out-*.json")) for segment in read_transcript(path).segments]


def transcript(remarks: int) -> Transcript:
    """A call of so many remarks, three seconds each, in the words of the samples."""
    told = read_transcript(min(TRUTH.glob("out-*.json")))
    segments = []
    for number, one in enumerate(islice(cycle(_all_remarks()), remarks)):
        shift = number * REMARK_SECONDS - one.start
        words = tuple(replace(word, start=word.start + shift, end=word.end + shift) for word in one.words)
        segments.append(replace(one, start=one.start + shift, end=one.end + shift, words=words))
    return replace(told, segments=tuple(segments), duration=remarks * REMARK_SECONDS)


def milliseconds(work: Callable[[], object]) -> float:
    """The median of several runs, in milliseconds of a core."""
    taken = []
    for _ in range(RUNS):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return 1000 * statistics.median(taken)


def beat() -> float:
    """Seconds that a plain loop of five million rounds takes: how fast this machine's core is just now."""
    began = time.process_time()
    total = 0
    for number in range(5_000_000):
        total += number & 3
    return time.process_time() - began


def plot(points: Sequence[tuple[float, float]], unit: str) -> str:
    """Milliseconds over size as rows of signs: a straight line is linear growth."""
    most = max(taken for _, taken in points)
    return "\n".join(f"{size:5g} {unit} {'#' * round(60 * taken / most)} {taken:.1f} ms" for size, taken in points)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", action="store_true", help="where the time goes")
    chosen = parser.parse_args()
    script, call = campaign(), transcript(100)
    sizes = f"{len(script.steps)} steps, {len(script.facts)} facts, {len(script.objections)} objections"
    started = time.perf_counter()
    analyse(call, script)
    print(f"first call of a campaign ({sizes}): {1000 * (time.perf_counter() - started):.0f} ms of the clock")
    print(f"this core: {beat():.2f} s for five million rounds of a plain loop")
    points = []
    for remarks in (50, 100, 200, 400):
        longer = transcript(remarks)
        points.append((remarks, milliseconds(lambda longer=longer: analyse(longer, script))))  # type: ignore[misc]
        floor = milliseconds(lambda longer=longer: hear(longer, script.language))  # type: ignore[misc]
        print(f"{remarks:4} remarks: {points[-1][1]:6.1f} ms of a core, words alone {floor:5.1f} ms")
    print(plot(points, "remarks"))
    print(plot(_by_library(script, call), "times the library"))
    if chosen.profile:
        profile = cProfile.Profile()
        profile.runcall(lambda: [analyse(call, script) for _ in range(5)])
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


def _by_library(script: Campaign, call: Transcript) -> list[tuple[float, float]]:
    """Milliseconds for a part of the library, the whole, and twice of it (its second half under other ids)."""
    points = []
    for part in (0.25, 0.5, 1.0, 2.0):
        update = {}
        for name in ("steps", "facts", "objections"):
            whole = getattr(script, name)
            again = [one.model_copy(update={"id": f"{one.id}-2"}) for one in whole]
            update[name] = tuple(islice([*whole, *again], max(1, round(part * len(whole)))))
        sized = script.model_copy(update=update)
        analyse(call, sized)
        points.append((part, milliseconds(lambda sized=sized: analyse(call, sized))))  # type: ignore[misc]
    return points


if __name__ == "__main__":
    main()
