"""How the commands get their ear: the recogniser as set, a word of warning for the demo model, progress."""

from __future__ import annotations

import sys
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from pipeline.hearing import hear
from pipeline.pbx import read_name
from pipeline.recognition import Recogniser
from pipeline.recognition.engines import recogniser_for
from pipeline.settings import Settings
from pipeline.transcript import Transcript
from scripts_library.loading import load_library

DEMO_WARNING = (
    "the demo speech model knows synthetic speech only; for real calls name a Whisper model: "
    "--model large-v3, or a folder (setting model, CALLGRADE_MODEL)"
)


def make_recogniser(settings: Settings) -> Recogniser:
    """The recogniser that the settings name; says on standard error when it is only the demo's."""
    if settings.model == "demo":
        print(f"callgrade: {DEMO_WARNING}", file=sys.stderr)  # noqa: T201
    return recogniser_for(settings)


def progress_bar() -> Progress:
    """A bar on standard error, so that standard output stays clean; silent where no one watches."""
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
        transient=True,
    )


def listen(file: Path, settings: Settings) -> Transcript:
    """The transcript of one recording; raises AudioError and RecogniserError."""
    recogniser = make_recogniser(settings)
    details = read_name(file, settings)
    campaigns = load_library(settings.library_dir).campaigns
    with progress_bar() as bar:
        task = bar.add_task(file.name, total=None)

        def show(seconds: float) -> None:
            bar.update(task, completed=seconds)

        return hear(file, details, settings, recogniser, show, campaigns).transcript
