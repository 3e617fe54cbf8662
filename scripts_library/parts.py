"""Which entries does one file bring to a campaign, its includes among them?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from scripts_library.campaign import Entry, Fact
from scripts_library.document import Document, Plain, Route
from scripts_library.entries import read_entry
from scripts_library.files import FORMAT, FileHead, Kind, ScriptFile, included
from scripts_library.problem import Problem
from scripts_library.shapes import EXAMPLES, latin_id
from scripts_library.shelf import Shelf

E_co = TypeVar("E_co", bound=Entry, covariant=True)
E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Sourced(Generic[E_co]):
    """An entry together with the place that it comes from; `whole` is False when some of it was wrong."""

    entry: E_co
    document: Document
    route: Route
    whole: bool = True

    @property
    def line(self) -> int:
        """The line that the entry begins in."""
        return self.document.place(self.route).line

    def problem(self, code: str, *way: str | int, **values: object) -> Problem:
        """A problem at a place within the entry."""
        return self.document.problem(code, (*self.route, *way), **values)


@dataclass(slots=True)
class Part:
    """What a file and its includes hold; `whole` is False when some of it could not be read at all."""

    entries: dict[str, dict[str, list[Sourced[Entry]]]] = field(default_factory=dict)
    ids: dict[str, set[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    files: set[Path] = field(default_factory=set)
    document: Document | None = None
    head: FileHead | None = None
    whole: bool = True

    def of(self, section: str, model: type[E]) -> tuple[Sourced[E], ...]:
        """The entries of one section in order."""
        found = (one for group in self.entries.get(section, {}).values() for one in group)
        return tuple(
            Sourced(one.entry, one.document, one.route, one.whole) for one in found if isinstance(one.entry, model)
        )

    def take(self, other: Part) -> None:
        """Adds an included file's entries; a later file's entry replaces those of its id."""
        for section, groups in other.entries.items():
            self.entries.setdefault(section, {}).update(groups)
        for section, ids in other.ids.items():
            self.ids.setdefault(section, set()).update(ids)
        self.problems += [problem for problem in other.problems if problem not in self.problems]
        self.files |= other.files
        self.whole &= other.whole


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads files into parts; what many campaigns include is read once."""

    shelf: Shelf
    _included: dict[Path, Part] = field(default_factory=dict)

    def read(self, file: Path, kind: Kind, trail: tuple[Path, ...] = ()) -> Part:
        """The part that a file makes; `trail` holds the files that led to it by include."""
        document, problems = self.shelf.open(file)
        part = Part(problems=list(problems), files={file.resolve()}, document=document, whole=document is not None)
        if document is None or not self._readable(document, part, kind):
            return part
        for name, route in _includes(document, part):
            included = self._include(document, name, route, kind, (*trail, file))
            if isinstance(included, Problem):
                part.problems.append(included)
                part.whole = False
            else:
                part.take(included)
        _read_head(part, document, kind)
        for section, model in kind.sections.items():
            _read_section(part, document, section, model)
        return part

    def _readable(self, document: Document, part: Part, kind: Kind) -> bool:
        """Whether the file is a mapping in a format that this program knows."""
        data = document.data
        if not isinstance(data, dict):
            if data is not None:
                part.problems.append(document.problem("not_mapping", (), example=f"{next(iter(kind.sections))}:"))
            else:
                code = "empty_script" if kind.model is ScriptFile else "empty_file"
                part.problems.append(document.problem(code, ()))
            return False
        found = str(data.get("format", FORMAT))
        if found.isdecimal() and int(found) > FORMAT:
            part.problems.append(document.problem("format_newer", ("format",), found=found, known=FORMAT))
            part.whole = False
            return False
        return True

    def _include(
        self, document: Document, name: str, route: Route, kind: Kind, trail: tuple[Path, ...]
    ) -> Part | Problem:
        beside = document.file.parent
        file = self.shelf.find(name, beside)
        if isinstance(file, str):
            near = self.shelf.similar(name, beside) if file == "include_missing" else ""
            return document.problem(file, route, name=name, near=near)
        key = file.resolve()
        if key in {passed.resolve() for passed in trail}:
            chain = " → ".join(passed.name for passed in (*trail, file))
            return document.problem("include_circular", route, chain=chain)
        if key not in self._included:
            self._included[key] = self.read(file, included(kind), trail)
        return self._included[key]


def _includes(document: Document, part: Part) -> Iterator[tuple[str, Route]]:
    """The names that a file includes, with their places."""
    given = document.at(("include",))
    if isinstance(given, str):
        yield given, ("include",)
    elif isinstance(given, list):
        for number, name in enumerate(given):
            if isinstance(name, str):
                yield name, ("include", number)
            else:
                part.problems.append(document.problem("empty_item", ("include", number)))
    elif given is not None:
        part.problems.append(document.problem("wrong_type", ("include",), key="include", example=EXAMPLES["include"]))


def _read_head(part: Part, document: Document, kind: Kind) -> None:
    """The file's own keys: checked here, with its lists left out, which are read one entry at a time."""
    data = document.data
    if isinstance(data, dict):
        rest: dict[str, Plain] = {key: [] if key in kind.sections else value for key, value in data.items()}
        rest.pop("include", None)
        part.head, problems = read_entry(kind.model, document, (), rest)
        part.problems += problems


def _read_section(part: Part, document: Document, section: str, model: type[Entry]) -> None:
    given = document.at((section,))
    if given is not None and not isinstance(given, list):
        part.problems.append(document.problem("section_not_list", (section,), key=section))
        part.whole = False
    own: dict[str, list[Sourced[Entry]]] = {}
    for number in range(len(given) if isinstance(given, list) else 0):
        route: Route = (section, number)
        entry, problems = read_entry(model, document, route)
        part.problems += problems
        if entry is None:
            continue
        named = document.at((*route, "id"))
        identity = named if isinstance(named, str) else f"_{number}"
        if not any(problem.code == "bad_id" for problem in problems):
            same = () if model is Fact else own.get(identity, ())
            part.problems += _identity_problems(document, route, identity, same)
        part.ids.setdefault(section, set()).add(identity)
        whole = not any(problem.disables for problem in problems)
        own.setdefault(identity, []).append(Sourced(entry, document, route, whole))
    part.entries.setdefault(section, {}).update(own)


def _identity_problems(
    document: Document, route: Route, identity: str, same: Sequence[Sourced[Entry]]
) -> Iterator[Problem]:
    if same:
        yield document.problem("duplicate_id", (*route, "id"), id=identity, first=same[0].line)
    elif latin_id(identity) != identity and not identity.startswith("_"):
        yield document.problem("odd_id", (*route, "id"), value=identity, near=latin_id(identity))
