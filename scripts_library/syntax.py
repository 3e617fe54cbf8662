"""What tree does a text of YAML hold, or where does it stop being YAML?

YAML 1.2 by ruamel.yaml, which unlike YAML 1.1 leaves `no`, `12:30` and `+7916…` as they are. The node tree keeps
line and column of every key and value, and constructs nothing, so that a foreign file can run no code.
"""

from __future__ import annotations

from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import Node


@dataclass(frozen=True, slots=True)
class Failure:
    """Where parsing stopped, lines and columns from 0; `context_line` is where the broken thing began."""

    line: int
    column: int
    reason: str
    context_line: int | None = None

    @property
    def reached(self) -> int:
        """The line up to which all is well: what is opened and never closed swallows the rest of the text."""
        swallows = "quoted scalar" in self.reason or ("a flow" in self.reason and "stream end" in self.reason)
        return self.context_line if swallows and self.context_line is not None else self.line


def compose(text: str) -> Node | Failure | None:
    """The root node, None for a text without content, or the first failure."""
    try:
        node: Node | None = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        context = error.context_mark
        reason = error.problem if error.context is None else f"{error.context}: {error.problem}"
        if mark is None:
            return Failure(0, 0, str(reason))
        return Failure(mark.line, mark.column, str(reason), None if context is None else context.line)
    except (YAMLError, ValueError) as error:
        return Failure(0, 0, " ".join(str(error).split()))
    except RecursionError:
        return Failure(0, 0, "nesting")
    return node
