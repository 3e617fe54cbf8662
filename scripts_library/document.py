"""What does one YAML file of the library hold, and in which line and column does each part of it stand?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from scripts_library.problem import Problem
from scripts_library.syntax import Failure, compose
from scripts_library.traps import diagnose

# Numbers, dates and true/false stay the text that was written: what they mean is decided by the key they stand at,
# so that `- 24900` is a phrase in `say` and a number in `amount`.
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
Route: TypeAlias = tuple[str | int, ...]

# Keys whose lists hold what people say.
PHRASE_KEYS = frozenset({"say", "heard", "answer", "asked", "done", "not_done", "all_of", "any_of", "none_of"})

# Each mend is tried by parsing anew, so that a long file gets fewer of them.
_MOST_MENDS = 30
_LINES_TO_MEND = 4000
_MOST_VALUES = 50_000
_DEEPEST = 20
_MOST_SIGNS = 20
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]")
_GLUED_DASH = re.compile(r"^\s*([-–—•])(?=\S)|^\s*([–—•])\s")


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file, line and column from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Document:
    """One file's content with its places; a route is the keys and list positions that lead to a value."""

    file: Path
    lines: tuple[str, ...]
    data: Plain
    values: Mapping[Route, Mark] = field(default_factory=dict)
    keys: Mapping[Route, Mark] = field(default_factory=dict)
    ends: Mapping[Route, Mark] = field(default_factory=dict)
    empty: frozenset[Route] = frozenset()

    def at(self, route: Route) -> Plain:
        """The value that a route leads to, None where it leads nowhere."""
        data = self.data
        for part in route:
            if isinstance(part, str) and isinstance(data, dict):
                data = data.get(part)
            elif isinstance(part, int) and isinstance(data, list) and part < len(data):
                data = data[part]
            else:
                return None
        return data

    def place(self, route: Route) -> Mark:
        """Where the value stands; of one that isn't there, where its nearest holder stands."""
        for end in range(len(route), -1, -1):
            if route[:end] in self.values:
                return self.values[route[:end]]
        return Mark(1, 1)

    def source(self, route: Route) -> str:
        """The first line of a value as it is written in the file."""
        start, end = self.place(route), self.ends.get(route)
        line = self.lines[start.line - 1] if start.line <= len(self.lines) else ""
        stop = end.column - 1 if end is not None and end.line == start.line else None
        return line[start.column - 1 : stop].strip()

    def problem(self, code: str, route: Route, **values: object) -> Problem:
        """A problem at the place of a value."""
        return problem_at(self.file, self.place(route), code, **values)

    def key_problem(self, code: str, route: Route, **values: object) -> Problem:
        """A problem at the place of a key."""
        return problem_at(self.file, self.keys.get(route) or self.place(route), code, **values)


def problem_at(file: Path, mark: Mark, code: str, **values: object) -> Problem:
    """A problem at a place, its values as text."""
    return Problem(file, mark.line, mark.column, code, tuple((name, str(value)) for name, value in values.items()))


def parse(file: Path, text: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """The document in a text and what is wrong with it as YAML; None when no mend makes it parse."""
    text, problems = _without_control(file, text.removeprefix("\ufeff"))
    lines = re.split("\r\n|[\n\r\x85\u2028\u2029]", text)
    for _ in range(min(_MOST_MENDS, 1 + _LINES_TO_MEND // len(lines))):
        root = compose("\n".join(lines))
        if not isinstance(root, Failure):
            reader = _Reader(file, lines)
            document = reader.read(root)
            return document, (*problems, *reader.problems)
        problem, mended = diagnose(file, lines, root)
        problems.append(problem)
        if mended is None:
            break
        lines = mended
    return None, tuple(problems)


def _without_control(file: Path, text: str) -> tuple[str, list[Problem]]:
    problems = []
    for code, pattern in (("bad_character", _CONTROL), ("invisible_character", _INVISIBLE)):
        for found in islice(pattern.finditer(text), _MOST_SIGNS):
            before = text[: found.start()]
            line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
            problems.append(Problem(file, line, column, code, (("character", f"U+{ord(found[0]):04X}"),)))
    return _INVISIBLE.sub("", _CONTROL.sub(" ", text)), problems


class _TooDeepError(Exception):
    """Nesting, or references multiplied, past what any script needs."""


class _Reader:
    """Turns a node tree into plain data, noting places and what YAML allows but a writer can't mean."""

    def __init__(self, file: Path, lines: list[str]) -> None:
        self.file = file
        self.lines = lines
        self.values: dict[Route, Mark] = {}
        self.keys: dict[Route, Mark] = {}
        self.ends: dict[Route, Mark] = {}
        self.empty: set[Route] = set()
        self.problems: list[Problem] = []

    def read(self, root: Node | None) -> Document | None:
        try:
            data = None if root is None else self._plain(root, ())
        except _TooDeepError:
            self.problems.append(Problem(self.file, 1, 1, "too_deep"))
            return None
        empty = frozenset(self.empty)
        return Document(self.file, tuple(self.lines), data, self.values, self.keys, self.ends, empty)

    def _plain(self, node: Node, route: Route) -> Plain:
        if len(route) > _DEEPEST or len(self.values) > _MOST_VALUES:
            raise _TooDeepError
        self.values[route] = _mark(node)
        self.ends[route] = Mark(node.end_mark.line + 1, node.end_mark.column + 1)
        if isinstance(node, MappingNode):
            return self._mapping(node, route)
        if isinstance(node, SequenceNode):
            return [self._plain(item, (*route, number)) for number, item in enumerate(node.value)]
        return self._scalar(node, route)

    def _mapping(self, node: MappingNode, route: Route) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        for key_node, value_node in _pairs(node):
            key = self._key(key_node)
            below = (*route, key)
            if below in self.keys:
                first = self.keys[below].line
                self._note("duplicate_key", _mark(key_node), key=key, first=first)
                continue
            self.keys[below] = _mark(key_node)
            value = self._plain(value_node, below)
            if value is None:
                self.empty.add(below)
            else:
                found[key] = value
        return found

    def _key(self, node: Node) -> str:
        if isinstance(node, ScalarNode):
            return str(node.value)
        return str(self.lines[node.start_mark.line][node.start_mark.column :]).strip()

    def _scalar(self, node: Node, route: Route) -> str | None:
        if str(node.ctag).endswith(":null"):
            return None
        is_phrase = any(part in PHRASE_KEYS for part in route[-2:])
        if is_phrase and isinstance(node, ScalarNode) and node.style is None:
            self._look_at_unquoted(node, is_item=isinstance(route[-1], int))
        return str(node.value)

    def _look_at_unquoted(self, node: ScalarNode, *, is_item: bool) -> None:
        first, last = node.start_mark, node.end_mark
        rest = self.lines[last.line][last.column :] if last.line < len(self.lines) else ""
        if re.match(r"\s+#", rest):
            self._note("comment_cut", _mark(node), kept=node.value)
        # A list item may open with a dash of its own (direct speech); further lines and a text where a list was
        # meant may not: there YAML has folded several phrases into one.
        for number in range(first.line + is_item, last.line + 1 if last.column else last.line):
            glued = _GLUED_DASH.match(self.lines[number][first.column if number == first.line else 0 :])
            if glued is None:
                continue
            text = self.lines[number].lstrip(" -–—•")
            code = "dash_space" if glued[1] == "-" else "long_dash"
            column = len(self.lines[number]) - len(self.lines[number].lstrip())
            self._note(code, Mark(number + 1, column + 1), near=f"- {text}")

    def _note(self, code: str, mark: Mark, **values: object) -> None:
        self.problems.append(problem_at(self.file, mark, code, **values))


def _mark(node: Node) -> Mark:
    return Mark(node.start_mark.line + 1, node.start_mark.column + 1)


def _pairs(node: MappingNode) -> list[tuple[Node, Node]]:
    """The mapping's pairs, with what `<<: *name` brings in after them, save what it has itself."""
    own: list[tuple[Node, Node]] = []
    brought: list[Node] = []
    for key, value in node.value:
        if isinstance(key, ScalarNode) and str(key.ctag).endswith(":merge"):
            brought += value.value if isinstance(value, SequenceNode) else [value]
        else:
            own.append((key, value))
    names = {key.value for key, _ in own if isinstance(key, ScalarNode)}
    for mapping in brought:
        for key, value in mapping.value if isinstance(mapping, MappingNode) else ():
            if isinstance(key, ScalarNode) and key.value not in names:
                names.add(key.value)
                own.append((key, value))
    return own
