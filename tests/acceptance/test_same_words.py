"""The same recording gives the same transcript byte for byte: twice, alone, and in batches with other calls."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pipeline.hearing import hear
from pipeline.pbx import CallDetails
from pipeline.recognition import Recogniser
from pipeline.recognition.engines import recogniser_for
from pipeline.settings import load_settings

pytestmark = pytest.mark.speech


@pytest.mark.parametrize("engine", ["whisper", "onnx"])
def test_alone_twice_or_beside_others_a_call_has_the_same_words(samples: Path, engine: str) -> None:
    settings = load_settings(engine=engine)
    every = sorted((samples / "recordings").rglob("*"))
    recordings = [path for path in every if path.suffix in (".wav", ".mp3", ".opus")][:6]

    def words(path: Path, recogniser: Recogniser) -> str:
        return hear(path, CallDetails(), settings, recogniser).transcript.to_json()

    recogniser = recogniser_for(settings)
    alone = [words(path, recogniser) for path in recordings]
    with ThreadPoolExecutor(4) as threads:
        beside = list(threads.map(lambda path: words(path, recogniser), recordings))
    assert beside == alone
    assert [words(path, recogniser_for(settings)) for path in recordings[:2]] == alone[:2]
    assert all('"words"' in one for one in alone)
