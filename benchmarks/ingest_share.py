"""How much of a whole ingest is not the model? Decoding, voice activity, packing, judging, copies and storing together.

`python -m benchmarks.ingest_share [--calls-at-once N]`: the sample recordings are ingested into a fresh SQLite
database, heard with random weights in Whisper-small's shape. The model's time is what passes inside the engine, where
windows become words; the rest of the clock's time is everything else that the model had to wait for.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from faster_whisper import WhisperModel

from benchmarks.hearing_speed import SAMPLES, TOKENS
from benchmarks.random_whisper import write_small
from models.schema import open_database
from pipeline.audio import Samples
from pipeline.ingest import ingest
from pipeline.process import Tools
from pipeline.recognition.engine import Decoded
from pipeline.recognition.lanes import LaneRecogniser
from pipeline.recognition.whisper import WhisperLoader
from pipeline.recognition.whisper_model import WhisperModelInMemory
from pipeline.settings import Settings, load_settings
from scripts_library.loading import load_library


class Timed(WhisperModelInMemory):
    """The model with a clock on it: `busy` seconds passed inside it."""

    busy = 0.0

    def decode(self, windows: Iterable[Samples], language: str, hotwords: str = "") -> Iterator[Decoded]:
        """As the model decodes, each step of it timed."""
        decoded = super().decode(windows, language, hotwords)
        while True:
            began = time.perf_counter()
            one = next(decoded, None)
            self.busy += time.perf_counter() - began
            if one is None:
                return
            yield one


class Loader(WhisperLoader):
    """Gives one model that is in memory already."""

    def __init__(self, settings: Settings, model: Timed) -> None:
        super().__init__(settings)
        self._model = model

    def load(self) -> Timed:
        """The given model."""
        return self._model


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls-at-once", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "small"
        write_small(folder)
        settings = load_settings(data_dir=Path(place) / "data", model=str(folder), calls_at_once=options.calls_at_once)
        whisper = WhisperModel(str(folder), device="cpu", compute_type="int8")
        whisper.max_length = TOKENS
        model = Timed(whisper, settings.beam_size, "random")
        ear = LaneRecogniser(settings, Loader(settings, model))
        ear.warm_up()
        database = open_database(settings.database_url)
        tools = Tools(database, ear, load_library(settings.library_dir).campaigns, settings)
        model.busy = 0.0
        began = time.perf_counter()
        report = ingest(SAMPLES / "recordings", tools)
        wall = time.perf_counter() - began
        database.close()
    print(
        f"{len(report.done)} calls, {report.seconds / 60:.1f} minutes, {options.calls_at_once} at once: {wall:.1f} s, "
        f"{model.busy:.1f} s of it in the model; everything else {100 * (1 - model.busy / wall):.1f} %"
    )


if __name__ == "__main__":
    main()
