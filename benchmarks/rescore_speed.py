"""How many stored calls a second are judged anew by one process, with reading and storing?

`python -m benchmarks.rescore_speed [--calls N] [--jobs N] [--profile]`: calls of five minutes (100 remarks with their
words) in an SQLite database of its own, judged once before by an older version of the campaign of `analyse_speed`.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import random
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.analyse_speed import campaign, transcript
from models import Database, RecordingRow
from models.schema import open_database
from pipeline.analysis import analyse
from pipeline.rescore import Options, Rescoring, rescore
from pipeline.storing import store_analysis, store_call
from scripts_library.campaign import Campaign

REMARKS = 100


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=300)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    old = campaign().model_copy(update={"version": "old"})
    new = old.model_copy(update={"version": "new"})
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{Path(folder) / 'calls.db'}")
        _fill(database, old, options.calls)
        analyse(transcript(REMARKS), new)
        profile = cProfile.Profile()
        began, used = time.perf_counter(), time.process_time()
        if options.profile:
            done: Rescoring = profile.runcall(rescore, database, [new], Options(jobs=options.jobs))
        else:
            done = rescore(database, [new], Options(jobs=options.jobs))
        wall, core = time.perf_counter() - began, time.process_time() - used
        print(f"{done.judged} calls in {wall:.1f} s with {options.jobs} process(es): {done.judged / wall:.0f} calls/s")
        if options.jobs == 1:
            print(f"{core:.1f} s of one core: {done.judged / core:.0f} calls/s a core, storing included")
        if options.profile:
            pstats.Stats(profile).sort_stats("tottime").print_stats(30)
        database.close()


def _fill(database: Database, judge: Campaign, calls: int) -> None:
    """Calls that differ: each with the remarks of the samples in an order of its own."""
    now = datetime.now(UTC)
    told = transcript(REMARKS)
    analysis = analyse(told, judge)
    chance = random.Random(11)  # noqa: S311 - no secret hangs on it
    with database.writing() as session:
        for number in range(calls):
            recording = RecordingRow(
                content_hash=f"{number:064}", path=f"/{number}.wav", name=f"{number}.wav", size=1, mtime_ns=1,
                state="done", first_seen=now,
            )  # fmt: skip
            session.add(recording)
            session.flush()
            texts = [(segment.text, segment.words, segment.start) for segment in told.segments]
            chance.shuffle(texts)
            segments = tuple(
                replace(
                    segment, text=text,
                    words=tuple(
                        replace(word, start=word.start - start + segment.start, end=word.end - start + segment.start)
                        for word in words
                    ),
                )
                for segment, (text, words, start) in zip(told.segments, texts, strict=True)
            )  # fmt: skip
            call = store_call(session, recording.id, replace(told, segments=segments, agent=str(number % 20)), now)
            store_analysis(session, call, analysis, judge, now)


if __name__ == "__main__":
    main()
