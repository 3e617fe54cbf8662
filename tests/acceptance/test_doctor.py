"""`callgrade doctor FOLDER`: what an ingest would do, told before anything is done."""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path

import pytest

from tests.acceptance.program import Program

LONG_AGO = 3600


@pytest.fixture
def folder(samples: Path, tmp_path: Path) -> Path:
    """The samples, a web page called mp3, a call that is still going on, and a name that no rule knows."""
    folder = tmp_path / "pbx"
    shutil.copytree(samples / "recordings", folder)
    (folder / "page.mp3").write_text("<html>log in</html>")
    good = next((folder / "yeastar").glob("*.wav"))
    shutil.copy(good, folder / "meeting.wav")
    for path in folder.rglob("*"):
        os.utime(path, (time.time() - LONG_AGO,) * 2)
    shutil.copyfile(good, folder / "auto-1629121365-89005550123-656.wav")
    return folder


def test_doctor_says_how_it_reads_each_name_and_what_it_would_refuse_or_wait_for(
    callgrade: Program, folder: Path, tmp_path: Path
) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    ran = callgrade("doctor", folder)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "15 recordings" in ran.stdout
    assert "named as by freepbx" in ran.stdout
    assert "outbound, agent 203, client +79005550123, 2026-11-03 10:15:30 +0300" in ran.stdout
    assert "would be refused: " in ran.stdout
    assert "page.mp3: this is a web page" in ran.stdout
    assert "auto-1629121365-89005550123-656.wav: still being written" in ran.stdout
    assert "2 names follow no rule" in ran.stdout
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
    assert not (tmp_path / "data").exists()


def test_doctor_tells_programs_the_same_as_json(callgrade: Program, folder: Path) -> None:
    told = json.loads(callgrade("doctor", folder, "--json").stdout)
    files = {Path(one["path"]).name: one for one in told["files"]}
    assert files["page.mp3"]["refusal"].startswith("this is a web page")
    named = files["out-89005550123-203-20261103-101530-1793690130.12.wav"]
    assert (named["convention"], named["direction"], named["agent"]) == ("freepbx", "outbound", "203")
    assert 90 < named["seconds"] < 100


def test_doctor_uses_a_rule_of_the_settings(callgrade: Program, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "callgrade.toml").write_text(
        "[[name_patterns]]\nname = \"ours\"\npattern = '(?P<agent>meeting)$'\n", encoding="utf-8"
    )
    ran = callgrade("doctor", folder)
    assert "named as by ours" in ran.stdout
    assert "agent meeting" in ran.stdout


def test_doctor_of_a_good_folder_finds_nothing_wrong(callgrade: Program, samples: Path) -> None:
    assert callgrade("doctor", samples / "recordings" / "freepbx").returncode == 0
