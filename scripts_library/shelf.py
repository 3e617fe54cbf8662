"""Where do a library's files lie, and what do they hold? Each file is read and parsed once, however many include it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from scripts_library.document import Document, parse
from scripts_library.problem import Problem

SHIPPED = Path(__file__).resolve().parent
YAML_ENDINGS = (".yaml", ".yml")
_LARGEST_MB = 2

Opened = tuple[Document | None, tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The files of one library: those below its root, and those shipped with the program."""

    root: Path
    shipped: Path = SHIPPED
    _opened: dict[Path, Opened] = field(default_factory=dict)

    def open(self, file: Path) -> Opened:
        """The document in a file, None when it can't be had, and what is wrong with it as a text."""
        key = file.resolve()
        if key not in self._opened:
            text = _text(file)
            self._opened[key] = (None, (text,)) if isinstance(text, Problem) else parse(file, text)
        return self._opened[key]

    def find(self, name: str, beside: Path) -> Path | str:
        """The file that an include means, or the code of what is wrong with it; never one outside the roots."""
        if not name.endswith(YAML_ENDINGS):
            return "include_not_yaml"
        code = "include_missing"
        for folder in (beside, self.root, self.shipped):
            file = Path(os.path.normpath(folder / name))
            if not self._inside(file):
                code = "include_outside"
            elif file.is_file():
                return file
        return code

    def similar(self, name: str, beside: Path) -> str:
        """The name of an existing file that a misspelt include most likely means, or an empty text."""
        names = {
            file.relative_to(folder).as_posix()
            for folder in (beside, self.root, self.shipped)
            for pattern in ("*.y*ml", "common/*.y*ml")
            for file in folder.glob(pattern)
            if self._inside(file)
        }
        close = get_close_matches(name, sorted(names), n=1, cutoff=0.5)
        bare = [other for other in sorted(names) if Path(other).name == Path(name).name]
        return next(iter((*bare, *close)), "")

    def _inside(self, file: Path) -> bool:
        real = file.resolve()
        return any(real.is_relative_to(folder.resolve()) for folder in (self.root, self.shipped))


def _text(file: Path) -> str | Problem:
    """The file's text, or why it can't be had."""
    try:
        if file.stat().st_size > _LARGEST_MB * 1024 * 1024:
            return Problem(file, 1, 1, "too_large", (("limit", str(_LARGEST_MB)),))
        raw = file.read_bytes()
    except OSError as error:
        return Problem(file, 1, 1, "unreadable", (("reason", error.strerror or type(error).__name__),))
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem(file, 1, 1, "not_utf8", (("encoding", "UTF-16"),))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        return Problem(file, line, column, "not_utf8", (("encoding", "Windows-1251"),))
