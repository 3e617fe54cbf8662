"""What did the writer mean where YAML stops parsing, and how is it written?

Each trap proposes one line anew; a proposal counts only when the text, so mended, parses further than before. So a
remedy that is shown has been tried, and the rest of the file is searched for further mistakes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from scripts_library.files import ALL_KEYS
from scripts_library.problem import Problem
from scripts_library.syntax import Failure, compose

_ODD_SPACES = "\u00a0\u2007\u202f\u3000"
_LONG = "–—−•"
DASHES = ("-", *_LONG)
_KEY = r"[A-Za-z_][\w-]*:"
_LONGEST_SHOWN = 80
_LOOK_AHEAD = 30
# Never meant, whatever else is wrong nearby.
_SURE = ("odd_space", "dash_space", "long_dash")


@dataclass(frozen=True, slots=True)
class Mend:
    """One way to write a line anew: what trap it was, the line's number from 0, its new text."""

    code: str
    line: int
    text: str
    column: int = 0


def diagnose(file: Path, lines: list[str], failure: Failure) -> tuple[Problem, list[str] | None]:
    """The problem behind a failure, and the mended lines, or None when no trap fits."""
    tabs = [number for number, line in enumerate(lines) if re.match(r" *\t", line)]
    if tabs and "\\t" in failure.reason:
        first = Problem(file, tabs[0] + 1, 1, "tab", (("count", str(len(tabs))),))
        return first, max((_without_tabs(lines, width) for width in (2, 4, 8)), key=_parsed_lines)
    if "another document" in failure.reason:
        return Problem(file, failure.line + 1, 1, "several_documents"), lines[: failure.line]
    mends = [(mend, _reach(lines, mend, failure)) for mend in _mends(lines, failure)]
    furthest = max((reach for _, reach in mends), default=0)
    for mend, reach in mends:
        sure = mend.code in _SURE and reach >= failure.reached
        if sure or (reach == furthest and reach > max(failure.reached, mend.line)):
            code = "backslash" if "escape" in failure.reason else mend.code
            return _told(file, replace(mend, code=code)), _mended(lines, mend)
    return _untold(file, lines, failure), None


def _reach(lines: list[str], mend: Mend, failure: Failure) -> int:
    return _parsed_lines(_mended(lines, mend)[: failure.line + _LOOK_AHEAD])


def _mended(lines: list[str], mend: Mend) -> list[str]:
    return [*lines[: mend.line], mend.text, *lines[mend.line + 1 :]]


def _parsed_lines(lines: list[str]) -> int:
    """How many lines parse before the first failure."""
    outcome = compose("\n".join(lines))
    return outcome.reached if isinstance(outcome, Failure) else len(lines) + 1


def _without_tabs(lines: list[str], width: int) -> list[str]:
    return [re.sub(r"^[ \t]+", lambda lead: lead[0].expandtabs(width), line) for line in lines]


def _told(file: Path, mend: Mend) -> Problem:
    shown = mend.text.strip()
    near = shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"
    spaces = len(mend.text) - len(mend.text.lstrip())
    return Problem(file, mend.line + 1, mend.column + 1, mend.code, (("near", near), ("spaces", str(spaces))))


def _untold(file: Path, lines: list[str], failure: Failure) -> Problem:
    line = min(failure.line, max(len(lines) - 1, 0))
    if failure.reason == "nesting":
        return Problem(file, 1, 1, "too_deep")
    if "quoted scalar" in failure.reason and failure.context_line is not None:
        return Problem(file, failure.context_line + 1, 1, "unclosed_quote")
    return Problem(file, line + 1, failure.column + 1, "syntax", (("reason", failure.reason),))


def _mends(lines: list[str], failure: Failure) -> Iterator[Mend]:
    suspects = [failure.reached, *_before(lines, failure.reached)]
    if failure.context_line is not None:
        suspects.append(failure.context_line)
    suspects = [number for number in dict.fromkeys(suspects) if number < len(lines)]
    for trap in _TRAPS:
        for number in suspects:
            yield from trap(lines, number)


def _before(lines: list[str], number: int) -> Iterator[int]:
    """The line with content next above."""
    for above in range(min(number, len(lines)) - 1, -1, -1):
        if lines[above].strip() and not lines[above].lstrip().startswith("#"):
            yield above
            return


def _indents(lines: list[str], number: int) -> list[int]:
    """Indentations that the line may have been meant to have, the likeliest first."""
    near = [*_before(lines, number), *range(number + 1, min(number + 2, len(lines)))]
    found: list[int] = []
    for line in near:
        bare = lines[line].lstrip(" ")
        indent = len(lines[line]) - len(bare)
        found += [indent, indent + 2] if bare.endswith(":") else [indent]
        found += [indent + 2] if bare.startswith("- ") else []
        found += [indent - 2] if indent >= 2 else []
    return list(dict.fromkeys(found))


def _odd_space(lines: list[str], number: int) -> Iterator[Mend]:
    lead = re.match(rf"[ {_ODD_SPACES}]*(?:-[ {_ODD_SPACES}]+)?(?:{_KEY}[ {_ODD_SPACES}]*)?", lines[number])
    if lead is not None and any(space in lead[0] for space in _ODD_SPACES):
        plain = re.sub(f"[{_ODD_SPACES}]", " ", lead[0])
        yield Mend("odd_space", number, plain + lines[number][lead.end() :])


def _dash(lines: list[str], number: int) -> Iterator[Mend]:
    found = re.match(rf"( *)([{_LONG}] ?|-(?=[^\s-]))(.*)", lines[number])
    if found is not None:
        code = "dash_space" if found[2] == "-" else "long_dash"
        for indent in (len(found[1]), *_indents(lines, number)):
            yield Mend(code, number, f"{' ' * indent}- {found[3]}", len(found[1]))


def _colon(lines: list[str], number: int) -> Iterator[Mend]:
    found = re.match(rf"( *(?:- )?)({_KEY})(?=[^\s/])(.*)", lines[number])
    if found is not None:
        yield Mend("colon_space", number, f"{found[1]}{found[2]} {found[3]}", len(found[1]))


def _no_colon(lines: list[str], number: int) -> Iterator[Mend]:
    found = re.match(r"( *(?:- )?)([a-z_]+)(?: +(.*))?$", lines[number])
    if found is not None and found[2] in ALL_KEYS:
        value = f" {found[3]}" if found[3] else ""
        yield Mend("colon_missing", number, f"{found[1]}{found[2]}:{value}", len(found[1]))


def _quotes(lines: list[str], number: int) -> Iterator[Mend]:
    """A phrase, or the value of a key, in quotes that it lacks or has too many of."""
    found = re.match(rf"( *(?:- +)*(?:{_KEY} +)?)(.*?)\s*$", lines[number])
    if found is None or not found[1].strip() or not found[2]:
        return
    lead, text = found[1], found[2]
    column = len(lead)
    if re.fullmatch(r"\[.*\]", text):
        yield Mend("quote_needed", number, f"{lead}[{_each_quoted(text[1:-1])}]", column)
        return
    quote = text[0] if text[0] in "\"'" else ""
    inner = text[1:-1] if quote and len(text) > 1 and text.endswith(quote) else text
    if quote and inner is text and text.count(quote) == 1:
        yield Mend("unclosed_quote", number, f"{lead}{text}{quote}", column)
    elif quote:
        yield Mend("inner_quotes", number, lead + quoted(inner), column)
    else:
        yield Mend("quote_needed", number, lead + quoted(text), column)


def _each_quoted(text: str) -> str:
    """The items of a list in one line, each in quotes."""
    items = [item.strip() for item in text.split(",")]
    return ", ".join(item if item[:1] in ("'", '"') else quoted(item) for item in items if item)


def quoted(text: str) -> str:
    """The text in quotes that YAML takes: double ones unless it holds such itself."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _indentation(lines: list[str], number: int) -> Iterator[Mend]:
    bare = lines[number].lstrip(" ")
    indent = len(lines[number]) - len(bare)
    for other in _indents(lines, number):
        if other != indent and bare:
            yield Mend("indentation", number, " " * other + bare, indent)


_TRAPS: tuple[Callable[[list[str], int], Iterator[Mend]], ...] = (
    _odd_space,
    _dash,
    _colon,
    _no_colon,
    _quotes,
    _indentation,
)
