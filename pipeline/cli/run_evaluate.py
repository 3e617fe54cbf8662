"""How the word error rate of one or more ears is measured and shown."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from pipeline.audio import AudioError
from pipeline.choosing import choose_campaign
from pipeline.cli.hearing import make_recogniser, progress_bar
from pipeline.hearing import hear
from pipeline.hotwords import hotwords
from pipeline.misheard import Misheard, compare
from pipeline.pbx import read_name
from pipeline.references import Reference, find_references
from pipeline.settings import Settings
from pipeline.transcript import TranscriptError
from pipeline.word_errors import WordErrors
from scripts_library.campaign import Campaign
from scripts_library.loading import load_library

_COMMONEST = 15


@dataclass
class _Ear:
    """What one recogniser made of the references."""

    name: str
    all: Misheard = field(default_factory=Misheard)
    campaigns: dict[str, Misheard] = field(default_factory=dict)
    sound_seconds: float = 0.0
    work_seconds: float = 0.0
    failed: int = 0


def run_word_error_rate(folder: Path, recordings: Path, ears: Sequence[str], settings: Settings, as_json: bool) -> int:
    """Measure each ear on the references and print what came out; 1 when some could not be used."""
    references, unusable = find_references(folder, recordings)
    for line in unusable:
        print(f"callgrade: left out: {line}", file=sys.stderr)  # noqa: T201
    if not references:
        raise TranscriptError(
            f"no reference in {folder}: put a corrected transcript (transcribe --json) or a .txt there for each "
            "recording, under the recording's name"
        )
    campaigns = load_library(settings.library_dir).campaigns
    heard = [_measure(_settings_for(ear, settings), references, campaigns) for ear in ears or [""]]
    if as_json:
        print(json.dumps([_figures(ear) for ear in heard], ensure_ascii=False, indent=1))  # noqa: T201
    else:
        _show(heard)
    return 1 if unusable or any(ear.failed for ear in heard) else 0


def _settings_for(ear: str, settings: Settings) -> Settings:
    engine, _, model = ear.partition(":") if ear.startswith(("whisper:", "onnx:")) else ("", "", ear)
    chosen = {"engine": engine, "model": model}
    return settings.model_copy(update={name: value for name, value in chosen.items() if value})


def _measure(settings: Settings, references: Sequence[Reference], campaigns: Sequence[Campaign]) -> _Ear:
    recogniser = make_recogniser(settings)
    ear = _Ear(f"{recogniser.version.engine} {recogniser.version.model.partition('@')[0]}")
    names = hotwords(campaigns, settings.language)
    with progress_bar() as bar:
        for reference in bar.track(references, description=ear.name):
            began = time.monotonic()
            try:
                details = read_name(reference.recording, settings)
                heard = hear(reference.recording, details, settings, recogniser, campaigns=campaigns)
            except AudioError as error:
                print(f"callgrade: left out: {error}", file=sys.stderr)  # noqa: T201
                ear.failed += 1
                continue
            ear.work_seconds += time.monotonic() - began
            ear.sound_seconds += heard.audio.duration
            language = heard.transcript.language or "ru"
            found = compare(reference.spoken, heard.transcript, language, names)
            campaign = choose_campaign(heard.transcript, campaigns).campaign
            name = campaign.id if campaign else "—"
            ear.all += found
            ear.campaigns[name] = ear.campaigns.get(name, Misheard()) + found
    return ear


def _figures(ear: _Ear) -> dict[str, object]:
    pairs = ear.all.pairs.most_common(_COMMONEST)
    return {
        "ear": ear.name,
        **_rates(ear.all),
        "campaigns": {name: _rates(found) for name, found in sorted(ear.campaigns.items())},
        "commonest": [{"said": said, "heard": got, "times": times} for (said, got), times in pairs],
        "seconds_per_audio_hour": round(3600 * ear.work_seconds / ear.sound_seconds, 1) if ear.sound_seconds else None,
    }


def _rates(found: Misheard) -> dict[str, object]:
    lanes = {lane or "both": round(errors.rate, 4) for lane, errors in found.lanes.items()}
    return {
        "words": found.total.spoken,
        "rate": round(found.total.rate, 4),
        "lanes": lanes,
        "names": round(found.names.rate, 4) if found.names.spoken else None,
        "numbers": round(found.numbers.rate, 4) if found.numbers.spoken else None,
    }


def _show(heard: Sequence[_Ear]) -> None:
    console = Console(highlight=False)
    table = Table(header_style="bold")
    for heading in ("ear", "campaign", "words", "wrong", "agent", "client", "names", "numbers", "s an audio hour"):
        table.add_column(heading, justify="left" if heading in ("ear", "campaign") else "right", overflow="fold")
    for ear in heard:
        pace = f"{3600 * ear.work_seconds / ear.sound_seconds:.0f}" if ear.sound_seconds else "—"
        table.add_row(ear.name, "all", *_cells(ear.all), pace)
        for name, found in sorted(ear.campaigns.items()):
            table.add_row("", name, *_cells(found), "")
    console.print(table)
    for ear in heard:
        console.print(f"\ncommonest errors of {ear.name}:", markup=False)
        for (said, got), times in ear.all.pairs.most_common(_COMMONEST):
            console.print(f"{times:5d}  {said or '—'} → {got or '—'}", markup=False)


def _cells(found: Misheard) -> list[str]:
    agent, client = (found.lanes.get(lane) for lane in ("agent", "client"))
    parts = (found.total, agent, client, found.names, found.numbers)
    return [str(found.total.spoken), *(_rate(part) for part in parts)]


def _rate(errors: WordErrors | None) -> str:
    return f"{errors.rate:.1%}" if errors and errors.spoken else "—"
