"""The whole program, as a user runs it: a real process with real options, its output and its exit code."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.settings import DEMO_MODEL, ROOT
from tests.acceptance.program import Program


@pytest.fixture
def callgrade(tmp_path: Path) -> Program:
    """The program in a fresh folder."""
    return Program(tmp_path)


@pytest.fixture(scope="session")
def samples() -> Path:
    """The sample recordings."""
    assert (DEMO_MODEL / "model.bin").exists(), "the shipped speech model is missing from the checkout"
    return ROOT / "samples"
