"""A mistake in the library: where it stands, how bad it is, and what to write instead, in Russian or English."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from scripts_library import wording_en, wording_ru
from scripts_library.campaign import Language

Severity = Literal["error", "warning"]

# Worth mending, but the campaign means what it says: it is scored by.
WARNINGS = frozenset(
    {
        "bar_outside",
        "close_groups",
        "comment_cut",
        "duplicate_phrase",
        "empty_file",
        "empty_rule",
        "fact_unsaid",
        "held_phrase",
        "invisible_character",
        "mixed_letters",
        "no_examples",
        "no_way_optional",
        "number_as_text",
        "odd_id",
        "only_placeholders",
        "other_language",
        "overlapping_phrases",
        "stray_file",
        "too_short",
        "value_missing",
        "value_several",
        "weights_sum",
        "within_long",
    }
)

# Errors that leave no doubt of what is meant: `library check` refuses them, scoring goes on without them.
HARMLESS = frozenset(
    {
        "lone_synonym",
        "missing_title",
        "misnamed_file",
        "same_synonym",
        "single_not_list",
        "synonym_sign",
        "unknown_key",
        "unknown_placeholder",
    }
)

_WORDING = {"ru": wording_ru.WORDING, "en": wording_en.WORDING}
_SEVERITY = {"ru": wording_ru.SEVERITY, "en": wording_en.SEVERITY}


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: line and column count from 1, `code` is stable, `values` fill the wording's gaps."""

    file: Path
    line: int
    column: int
    code: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> Severity:
        """Whether the check fails by it."""
        return "warning" if self.code in WARNINGS else "error"

    @property
    def disables(self) -> bool:
        """Whether the campaign that has it can't be scored by."""
        return self.code not in WARNINGS and self.code not in HARMLESS

    def message(self, language: Language = "ru") -> str:
        """What is wrong, without a full stop."""
        return _WORDING[language][self.code].message.format_map(dict(self.values))

    def remedy(self, language: Language = "ru") -> str:
        """What to write instead, without a full stop."""
        wording = _WORDING[language][self.code]
        values = dict(self.values)
        if wording.otherwise is not None and not values.get("near"):
            return wording.otherwise.format_map(values)
        return wording.remedy.format_map(values)

    def text(self, language: Language = "ru") -> str:
        """What is wrong and what to write instead, on one line."""
        return " ".join(f"{self.message(language)}. {self.remedy(language)}".split())


def format_problem(problem: Problem, language: Language = "ru") -> str:
    """The problem as `path:line:column: error: message. remedy`, which editors turn into a link."""
    severity = _SEVERITY[language][problem.severity]
    return f"{problem.file}:{problem.line}:{problem.column}: {severity}: {problem.text(language)}"
