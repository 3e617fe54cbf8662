"""The house rules that a compiler can't see: which room may import which, and who alone knows a library."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("api", "models", "pipeline", "scripts_library")

# The judging core: what `pipeline.analysis` stands on. Nothing in it may reach for disk, SQL, network or clock.
IMPURE = {
    "alembic", "api", "av", "ctranslate2", "fastapi", "faster_whisper", "httpx", "models", "os", "pathlib",
    "pydub", "random", "shutil", "socket", "sqlalchemy", "starlette", "subprocess", "time", "urllib",
}  # fmt: skip

ALONE = {
    "rapidfuzz": "pipeline/matching",
    "numba": "pipeline/matching/",
    "faster_whisper": "pipeline/recognition/",
    "ctranslate2": "pipeline/recognition/",
    "onnx_asr": "pipeline/recognition/",
    "pyannote": "pipeline/recognition/",
    "alembic": "models/",
    "fsspec": "pipeline/remote.py",
    "fastapi": "api/",
    "phonenumbers": "pipeline/pbx/",
    "procrastinate": "pipeline/worker.py",
    "prometheus_client": "pipeline/metrics.py",
    "typer": "pipeline/cli/",
    "watchfiles": "pipeline/watching.py",
}


def modules(*rooms: str) -> Iterator[Path]:
    for room in rooms:
        yield from sorted((ROOT / room).rglob("*.py"))


def imports(path: Path) -> set[str]:
    """Full names of all that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def tops(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in imports(path)}


def module_file(name: str) -> Path | None:
    for candidate in (ROOT / Path(*name.split("."), "__init__.py"), (ROOT / Path(*name.split("."))).with_suffix(".py")):
        if candidate.exists():
            return candidate
    return None


def reached_from(start: Path) -> set[Path]:
    """Every file of ours that a file stands on."""
    seen: set[Path] = set()
    waiting = [start]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        waiting += [file for name in imports(path) if (file := module_file(name))]
    return seen


def test_only_the_command_line_starts_the_web_room() -> None:
    guilty = [p for p in modules("models", "pipeline", "scripts_library") if "api" in tops(p)]
    assert {path.parent.name for path in guilty} <= {"cli"}


@pytest.mark.parametrize(
    ("room", "above"), [("models", {"api", "pipeline"}), ("scripts_library", {"api", "pipeline", "models"})]
)
def test_lower_rooms_know_nothing_of_the_rooms_above(room: str, above: set[str]) -> None:
    assert [p for p in modules(room) if tops(p) & above] == []


def test_the_judging_core_reaches_no_disk_no_sql_no_web_and_no_clock() -> None:
    core = reached_from(ROOT / "pipeline" / "analysis.py")
    assert len(core) > 8
    # The transcript's reader is the one edge that lives beside its type.
    edges = {ROOT / "pipeline" / "transcript.py"}
    assert {str(p.relative_to(ROOT)): tops(p) & IMPURE for p in core - edges if tops(p) & IMPURE} == {}


@pytest.mark.parametrize(("library", "place"), ALONE.items())
def test_a_library_is_known_in_one_place(library: str, place: str) -> None:
    users = [str(p.relative_to(ROOT)) for p in modules(*ROOMS) if library in tops(p)]
    assert users, f"nobody uses {library}: drop it from the dependencies or from this test"
    assert [user for user in users if not user.startswith(place)] == []


@pytest.mark.parametrize("path", list(modules(*ROOMS)), ids=lambda p: str(p.relative_to(ROOT)))
def test_every_module_opens_by_saying_what_it_is_for_and_stays_readable(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    if not source.strip():
        return
    assert ast.get_docstring(ast.parse(source)), "say in the first lines which question this module answers"
    assert len(source.splitlines()) <= 300, "split it by subject"
