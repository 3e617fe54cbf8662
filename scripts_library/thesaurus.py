"""Which words and turns of phrase mean the same in a campaign's calls?

Three files tell it, each optional but the first: the one shipped for the language, the library's own in `common/`, and
the campaign's own. Their groups are put together; none replaces another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import get_args

from scripts_library.campaign import Language
from scripts_library.document import Document, Plain, Route
from scripts_library.entries import read_entry
from scripts_library.files import COMMON, FORMAT, SYNONYMS, SynonymsFile
from scripts_library.phrases import foreign
from scripts_library.problem import Problem
from scripts_library.shapes import EXAMPLES
from scripts_library.shelf import SHIPPED, Shelf
from scripts_library.traps import quoted

Group = tuple[str, ...]
_LANGUAGES: tuple[Language, ...] = get_args(Language)
_SAME, _RELATED = "synonyms", "related"
_SIGNS = re.compile(r"[(){}|]")


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Groups of what means the same, and of what is merely of one matter, in a fixed order; and what is wrong."""

    groups: tuple[Group, ...] = ()
    related: tuple[Group, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: frozenset[Path] = frozenset()

    def joined(self, other: Thesaurus) -> Thesaurus:
        """The two as one, what both have once."""
        groups = tuple(sorted({*self.groups, *other.groups}))
        related = tuple(sorted({*self.related, *other.related}))
        problems = tuple(dict.fromkeys((*self.problems, *other.problems)))
        return Thesaurus(groups, related, problems, self.files | other.files)


def thesaurus_of(folder: Path, language: Language, shelf: Shelf) -> Thesaurus:
    """The groups for a campaign in a folder: the shipped ones, the library's common ones, and its own."""
    thesaurus = shipped_thesaurus(language)
    for file in (shelf.root / COMMON / common_name(language), folder / SYNONYMS):
        if file.exists() and file.resolve() not in thesaurus.files:
            thesaurus = thesaurus.joined(read_thesaurus(file, language, shelf))
    return thesaurus


@lru_cache(maxsize=2)
def shipped_thesaurus(language: Language) -> Thesaurus:
    """The groups that come with the program; read once in a process, as YAML of that length takes its time."""
    return read_thesaurus(SHIPPED / COMMON / common_name(language), language, Shelf(SHIPPED))


def common_name(language: Language) -> str:
    """The name of a language's thesaurus in `common/`."""
    return f"synonyms.{language}.yaml"


def language_of(file: Path) -> Language | None:
    """The language of a thesaurus in `common/`, None for any other file."""
    return next((language for language in _LANGUAGES if file.name == common_name(language)), None)


def read_thesaurus(file: Path, language: Language, shelf: Shelf) -> Thesaurus:
    """One file's groups, without what is wrong in them, and what that is."""
    document, problems = shelf.open(file)
    found = list(problems)
    groups: list[tuple[int, Group]] = []
    related: list[tuple[int, Group]] = []
    if document is not None:
        found += _head(document)
        for key, held in ((_SAME, groups), (_RELATED, related)):
            for number, given in enumerate(_given(document, key)):
                group, wrong = _group(document, (key, number), given, language)
                found += wrong
                if len(group) > 1:
                    held.append((number, group))
        found += _too_close(document, groups)
    return Thesaurus(_ordered(groups), _ordered(related), tuple(found), frozenset({file.resolve()}))


def _ordered(groups: list[tuple[int, Group]]) -> tuple[Group, ...]:
    return tuple(sorted({group for _, group in groups}))


def _head(document: Document) -> Iterator[Problem]:
    """What is wrong with the file's own keys."""
    data = document.data
    if data is None:
        yield document.problem("empty_file", ())
    elif not isinstance(data, dict):
        yield document.problem("not_mapping", (), example=EXAMPLES["synonyms"])
    elif (found := str(data.get("format", FORMAT))).isdecimal() and int(found) > FORMAT:
        yield document.problem("format_newer", ("format",), found=found, known=FORMAT)
    else:
        rest: dict[str, Plain] = {key: [] if key in (_SAME, _RELATED) else given for key, given in data.items()}
        yield from read_entry(SynonymsFile, document, (), rest)[1]
        for key in (_SAME, _RELATED):
            if data.get(key) is not None and not isinstance(data[key], list):
                yield document.problem("wrong_type", (key,), key=key, example=EXAMPLES[key])


def _given(document: Document, key: str) -> list[Plain]:
    given = document.at((key,))
    return given if isinstance(given, list) else []


def _group(document: Document, route: Route, given: Plain, language: Language) -> tuple[Group, list[Problem]]:
    """The members that can be used, sorted, and what is wrong with the others."""
    if not isinstance(given, list):
        near = f"- [{given}]" if isinstance(given, str) else ""
        return (), [document.problem("group_not_list" if given is not None else "empty_item", route, near=near)]
    problems: list[Problem] = []
    members: dict[str, str] = {}
    for number, member in enumerate(given):
        here = (*route, number)
        if not isinstance(member, str) or not member.strip():
            problems.append(_no_text(document, here, member))
        elif folded(member) in members:
            problems.append(document.problem("same_synonym", here, word=member))
        elif _SIGNS.search(member):
            problems.append(document.problem("synonym_sign", here, word=member))
        else:
            members[folded(member)] = " ".join(member.split())
            problems += _foreign(document, here, member, language)
    if len(given) < 2:
        problems.append(document.problem("lone_synonym", route, word=next(iter(members.values()), "")))
    return tuple(sorted(members.values())), problems


def _foreign(document: Document, route: Route, member: str, language: Language) -> Iterator[Problem]:
    for fault in foreign(member, language):
        yield document.problem(fault.code, route, **dict(fault.values))


def _no_text(document: Document, route: Route, member: Plain) -> Problem:
    if isinstance(member, dict):
        return document.problem("item_is_mapping", route, near=quoted(document.source(route)))
    if isinstance(member, list):
        return document.problem("item_is_list", route, near=quoted(document.source(route)))
    return document.problem("empty_item", route)


def _too_close(document: Document, groups: list[tuple[int, Group]]) -> Iterator[Problem]:
    """Groups that share two members or more: as a rule one group written twice."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, group in groups:
        for member in group:
            holders[folded(member)].append(number)
    shared: dict[tuple[int, int], list[str]] = defaultdict(list)
    for word, numbers in holders.items():
        for pair in combinations(numbers, 2):
            shared[pair].append(word)
    for (first, second), words in sorted(shared.items()):
        if len(words) > 1:
            line = document.place((_SAME, first)).line
            yield document.problem("close_groups", (_SAME, second), words=", ".join(sorted(words)), first=line)


def folded(member: str) -> str:
    """A member as it is compared with others: case, ё and spaces make no difference."""
    return " ".join(member.lower().replace("ё", "е").split())
