"""Was it a lack of memory that ended the work at a call, and what can an administrator do about it?"""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.audio import AudioError, probe

# As Python, CTranslate2, CUDA, onnxruntime and the C++ library put it.
_SHORTAGE = re.compile(r"out of memory|bad_alloc|failed to allocate|cannot allocate memory", re.IGNORECASE)
# `benchmarks.hearing_memory`: 189 MiB for half an hour of stereo, with room for what comes and goes.
_MEBIBYTES_A_MINUTE = 8


def is_shortage(error: BaseException) -> bool:
    """Whether an error says that memory ran out, the machine's or the graphics card's."""
    return isinstance(error, MemoryError) or bool(_SHORTAGE.search(str(error)))


def shortage(path: Path) -> str:
    """One line: how much a recording takes, how much is free now, and what to set."""
    told = ["not enough memory to hear it"]
    seconds = _seconds(path)
    if seconds is not None:
        minutes = max(1, round(seconds / 60))
        told.append(f"{minutes} min of sound take about {minutes * _MEBIBYTES_A_MINUTE} MiB beside the model")
    free = free_mebibytes()
    if free is not None:
        told.append(f"{free} MiB are free on this machine now")
    return (
        f"{'; '.join(told)}: set calls_at_once = 1, compute_type = int8 or a smaller model; "
        "it is tried again with the next run"
    )


def free_mebibytes() -> int | None:
    """MiB that a program can still be given; None where the system doesn't tell."""
    try:
        told = Path("/proc/meminfo").read_text(encoding="ascii")
    except OSError:
        return None
    found = re.search(r"^MemAvailable:\s+(\d+) kB", told, re.MULTILINE)
    return int(found.group(1)) // 1024 if found else None


def _seconds(path: Path) -> float | None:
    try:
        return probe(path).seconds
    except (AudioError, OSError, MemoryError):
        return None
