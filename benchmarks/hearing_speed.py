"""How fast is a stereo call heard, against faster-whisper used plainly and against what the model itself must cost?

    python -m benchmarks.hearing_speed                 # the demo model
    python -m benchmarks.hearing_speed --small         # random weights in Whisper-small's shape, 64 tokens a window
    python -m benchmarks.hearing_speed --model small   # any other model, by size or folder

Plain: `WhisperModel.transcribe` with its own VAD filter on each channel in turn; all else is the same.
The floor: encoding and decoding of the speech alone, in windows filled to the brim, without times for the words.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from faster_whisper import WhisperModel
from faster_whisper.tokenizer import Tokenizer

from benchmarks.random_whisper import write_small
from pipeline.audio import RATE, Samples, decode
from pipeline.recognition.lanes import LaneRecogniser
from pipeline.recognition.model_files import model_folder
from pipeline.recognition.recogniser import Recognition
from pipeline.recognition.voice import find_voice
from pipeline.recognition.whisper import WhisperLoader
from pipeline.recognition.whisper_model import WhisperModelInMemory
from pipeline.settings import ROOT, Settings
from pipeline.transcript import read_transcript
from pipeline.word_errors import WordErrors, count_errors, plain_words

SAMPLES = ROOT / "samples"
CALLS = ("out-89005550123-203-20261103-101530-1793690130.12", "79005550115_301_20261113-151817-LbWWbypoYX",
         "mikopbx-1793877610.1055_0Fk3uO")  # fmt: skip
TOKENS = 64
SIDES = {"left": ("agent", "client"), "right": ("client", "agent")}


def call() -> tuple[tuple[Samples, Samples], tuple[str, str]]:
    """Two lanes of several sample calls one after another, agent first, and the true words of each."""
    lanes: list[list[Samples]] = [[], []]
    spoken: list[list[str]] = [[], []]
    for name in CALLS:
        recording = next(path for path in (SAMPLES / "recordings").rglob(f"{name}.*") if path.suffix != ".json")
        truth = read_transcript(SAMPLES / "truth" / f"{name}.json")
        sounds = decode(recording).lanes
        agent_first = name.startswith("out")
        for lane, speaker in enumerate(("agent", "client")):
            lanes[lane].append(sounds[lane if agent_first else 1 - lane])
            spoken[lane] += [segment.text for segment in truth.segments if segment.speaker == speaker]
    joined = tuple(np.concatenate(parts) for parts in lanes)
    return (joined[0], joined[1]), (" ".join(spoken[0]), " ".join(spoken[1]))


def plain(model: WhisperModel, lanes: tuple[Samples, Samples], beam: int) -> list[str]:
    """Each channel in turn, as anyone would who has just read faster-whisper's README."""
    texts = []
    for lane in lanes:
        found, _ = model.transcribe(
            lane, language="ru", beam_size=beam, temperature=0.0, vad_filter=True, word_timestamps=True
        )
        texts.append(" ".join(segment.text.strip() for segment in found))
    return texts


def floor(model: WhisperModel, lanes: tuple[Samples, Samples], beam: int) -> None:
    """Only the model, only the speech, in full windows."""
    features = model.feature_extractor
    size = features.nb_max_frames * features.hop_length
    speech = np.concatenate([lane[start:end] for lane in lanes for start, end in find_voice(lane).spoken])
    windows = [speech[at : at + size] for at in range(0, speech.size, size)]
    tokenizer = Tokenizer(model.hf_tokenizer, True, task="transcribe", language="ru")
    prompt = model.get_prompt(tokenizer, [], without_timestamps=True)
    for at in range(0, len(windows), 8):
        batch = [features(window)[:, : features.nb_max_frames] for window in windows[at : at + 8]]
        padded = np.stack([np.pad(one, ((0, 0), (0, features.nb_max_frames - one.shape[1]))) for one in batch])
        sound = model.encode(padded)
        model.model.generate(sound, [prompt] * len(batch), beam_size=beam, max_length=model.max_length)


class Ready(WhisperLoader):
    """Loads nothing: the model is there already, the same one for every way."""

    def __init__(self, settings: Settings, model: WhisperModel) -> None:
        super().__init__(settings)
        self._model = model

    def load(self) -> WhisperModelInMemory:
        """The given model."""
        return WhisperModelInMemory(self._model, self._settings.beam_size, "given")


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """Seconds, and what came of it."""
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result


def errors(spoken: tuple[str, str], heard: list[str]) -> float:
    """Word error rate over both lanes."""
    total = WordErrors(0, 0)
    for said, got in zip(spoken, heard, strict=True):
        total += count_errors(plain_words(said), plain_words(got))
    return total.rate


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default="demo")
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--beam", type=int, default=5)
    chosen = parser.parse_args()
    lanes, spoken = call()
    seconds = lanes[0].size / RATE
    shares = [sum(end - start for start, end in find_voice(lane).spoken) / lane.size for lane in lanes]
    print(f"one stereo call of {seconds:.0f} s, speech in {shares[0]:.0%} and {shares[1]:.0%} of its lanes")
    with tempfile.TemporaryDirectory() as folder:
        path = write_small(Path(folder) / "small") if chosen.small else model_folder(chosen.model)
        cores = len(os.sched_getaffinity(0))
        model = WhisperModel(str(path), device="cpu", compute_type="int8", cpu_threads=cores)
        if chosen.small:
            model.max_length = TOKENS
        settings = Settings(model=str(path), beam_size=chosen.beam, language="ru")
        ours = LaneRecogniser(settings, Ready(settings, model))
        ours.recognise([lane[: 20 * RATE] for lane in lanes])
        least, _ = timed(lambda: floor(model, lanes, chosen.beam))
        mine, heard = timed(lambda: ours.recognise(lanes))
        theirs, written = timed(lambda: plain(model, lanes, chosen.beam))
    print(f"floor {least:7.1f} s   {seconds / least:6.1f} seconds of call a second")
    print(f"ours  {mine:7.1f} s   {seconds / mine:6.1f}   {mine / least:.2f} times the floor")
    print(f"plain {theirs:7.1f} s   {seconds / theirs:6.1f}   ours is {theirs / mine:.2f} times as fast")
    if not chosen.small and isinstance(heard, Recognition) and isinstance(written, list):
        texts = [" ".join(segment.text for segment in lane.segments) for lane in heard.lanes]
        print(f"word errors: ours {errors(spoken, texts):.1%}, plain {errors(spoken, written):.1%}")


if __name__ == "__main__":
    main()
