"""The compose file and the units start commands that exist, by settings that exist."""

from __future__ import annotations

import re

import pytest
import typer.main
from ruamel.yaml import YAML

from pipeline.cli.app import app
from pipeline.settings import ROOT, Settings

DEPLOY = ROOT / "deploy"
COMPOSE = YAML(typ="safe").load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
OURS = {name: part for name, part in COMPOSE["services"].items() if part["image"] == "callgrade"}
COMMANDS = typer.main.get_command(app)


def exists(command: list[str]) -> bool:
    context = typer.Context(COMMANDS)
    known = COMMANDS.get_command(context, command[0])  # type: ignore[attr-defined]
    if known is None:
        return False
    options = {one for part in known.params for one in part.opts}
    return all(word in options for word in command[1:] if word.startswith("--"))


@pytest.mark.parametrize("name", OURS)
def test_a_container_starts_a_command_with_settings_that_exist(name: str) -> None:
    part = OURS[name]
    assert exists(part["command"])
    wanted = {f"CALLGRADE_{field.upper()}" for field in Settings.model_fields}
    assert set(part["environment"]) <= wanted


@pytest.mark.parametrize("unit", sorted((DEPLOY / "systemd").glob("*.service")), ids=lambda path: path.name)
def test_a_unit_starts_a_command_that_exists(unit) -> None:  # type: ignore[no-untyped-def]
    line = re.search(r"^ExecStart=\S+/callgrade (.+)$", unit.read_text(encoding="utf-8"), re.MULTILINE)
    assert line is not None
    assert exists(line[1].split())


def test_every_setting_that_the_administrators_page_names_exists() -> None:
    for page in ("operation.md", "operation.en.md"):
        text = (ROOT / "docs" / page).read_text(encoding="utf-8")
        named = set(re.findall(r"^    ([a-z_]+) = ", text, re.MULTILINE)) | set(
            re.findall(r"`(\w+)`(?= \(\d| \()", text)
        )
        named |= set(re.findall(r"`(\w+_(?:seconds|days|dir|by|format))`", text))
        assert named - {"name", "pattern", "time", "directions", "workers"} <= set(Settings.model_fields)
