"""Is a library written right? Every mistake at once: those of loading, and files that loading would never read."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from scripts_library.files import COMMON, NAMES, kind_of
from scripts_library.loading import Library, in_order, load_library
from scripts_library.parts import Reader
from scripts_library.problem import Problem, format_problem
from scripts_library.shelf import YAML_ENDINGS, Shelf
from scripts_library.thesaurus import language_of, read_thesaurus

__all__ = ["check_library", "format_problem"]


def check_library(folder: Path) -> tuple[Problem, ...]:
    """All that is wrong in a library or in one campaign's folder, sorted by place; it passes without errors."""
    library = load_library(folder)
    read = {file for loaded in library.folders for file in loaded.files}
    found = [*library.problems, *_unread(library, read)]
    if folder.is_dir():
        found += _common(folder, read)
    return in_order(found)


def _unread(library: Library, read: set[Path]) -> list[Problem]:
    """Files of campaigns that nothing reads: as a rule a name with a slip in it."""
    found = []
    for loaded in library.folders:
        for file in sorted(loaded.folder.iterdir()):
            ours = file.suffix.lower() in YAML_ENDINGS and not file.name.startswith(".")
            if ours and file.name not in NAMES and file.resolve() not in read:
                found.append(_stray(file))
    return found


def _stray(file: Path) -> Problem:
    absent = [name for name in NAMES if not (file.parent / name).exists()]
    near = get_close_matches(f"{file.stem.lower()}.yaml", absent, n=1, cutoff=0.75)
    if near:
        return Problem(file, 1, 1, "misnamed_file", (("name", file.name), ("near", near[0])))
    return Problem(file, 1, 1, "stray_file", (("name", file.name), ("known", ", ".join(NAMES))))


def _common(folder: Path, read: set[Path]) -> list[Problem]:
    """What is wrong in common files that no campaign includes yet."""
    shelf = Shelf(folder)
    reader = Reader(shelf)
    found: list[Problem] = []
    for file in sorted((folder / COMMON).glob("*")):
        if file.suffix.lower() not in YAML_ENDINGS or file.resolve() in read:
            continue
        if (language := language_of(file)) is not None:
            found += read_thesaurus(file, language, shelf).problems
            continue
        document, problems = shelf.open(file)
        data = document.data if document is not None else None
        kind = kind_of(frozenset(data)) if isinstance(data, dict) else None
        found += problems if kind is None else reader.read(file, kind).problems
    return found
