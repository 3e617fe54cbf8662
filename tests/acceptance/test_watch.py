"""A watched folder from beginning to end with the real model: a call comes, is heard, shown, and erased at a wish."""

from __future__ import annotations

import json
import shutil
import signal
import time
from pathlib import Path

import pytest

from tests.acceptance.program import Program

QUICK = {"CALLGRADE_SETTLE_SECONDS": "0.2", "CALLGRADE_POLL_SECONDS": "0.2"}


@pytest.mark.speech
def test_a_call_that_comes_is_heard_once_it_is_whole_and_erased_at_the_clients_wish(
    tmp_path: Path, samples: Path
) -> None:
    callgrade = Program(tmp_path, QUICK)
    folder = tmp_path / "pbx"
    folder.mkdir()
    (sample,) = (samples / "recordings" / "yeastar").glob("*.wav")
    program = callgrade.start("ingest", folder, "--watch")
    assert program.stderr is not None
    content = sample.read_bytes()
    heard = ""
    for line in program.stderr:
        if "watching" in line:
            # Half of it first: as long as its header says more, it is waited for.
            (folder / sample.name).write_bytes(content[: len(content) // 2])
            time.sleep(1.5)
            (folder / sample.name).write_bytes(content)
        if sample.name in line:
            heard = line
            break
    assert "failed" not in heard, heard
    program.send_signal(signal.SIGINT)
    rest = program.communicate(timeout=60)[1]
    assert (program.returncode, "Traceback" in rest) == (130, False)

    told = json.loads(callgrade("status", "--json").stdout)
    assert told["states"] == {"waiting": 0, "done": 1, "failed": 0}
    receipt = json.loads(callgrade("erase", "89005550162", "--json").stdout)
    assert (receipt["counts"]["calls"], receipt["originals"]) == (1, [str(folder / sample.name)])
    assert list((tmp_path / "data").rglob("*.mp3")) == []
    shutil.copy(sample, folder / "again.wav")
    assert "0 done, 2 known already" in callgrade("ingest", folder).stderr
