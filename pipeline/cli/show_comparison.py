"""How a rescoring looks in a terminal: a bar while it runs, then each step, each manager and the agreement."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn
from rich.table import Table

from pipeline.cli.show import word
from pipeline.comparison import STATUSES, Comparison
from pipeline.rescore import Rescoring

_SHOWN = 20
_WORDS = {
    "ru": {
        "title": "Шаги до и после", "step": "Шаг", "flips": "изменилось", "manager": "Менеджер", "calls": "звонков",
        "before": "до", "after": "после", "score": "средняя оценка", "call": "Звонок", "changes": "Что изменилось",
        "passed": "зачёт", "failed": "незачёт", "agree": "Согласие с проверенными шагами",
        "counts": "{calls} звонков: заново оценено {judged}, изменилось {changed}",
        "dry": "Пробный прогон: ничего не сохранено.", "more": "… и ещё {count} (все: --json)",
    },
    "en": {
        "title": "Steps before and after", "step": "Step", "flips": "changed", "manager": "Agent", "calls": "calls",
        "before": "before", "after": "after", "score": "mean score", "call": "Call", "changes": "What changed",
        "passed": "passed", "failed": "failed", "agree": "Agreement with reviewed steps",
        "counts": "{calls} calls: {judged} judged anew, {changed} changed",
        "dry": "A dry run: nothing was stored.", "more": "… and {count} more (all: --json)",
    },
}  # fmt: skip


@contextmanager
def bar() -> Iterator[Callable[[int, int], None]]:
    """A progress bar on the terminal, told the calls done and to do."""
    console = Console(stderr=True)
    shown = Progress(
        BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console, disable=not console.is_terminal
    )
    with shown:
        task = shown.add_task("", total=None)
        yield lambda done, total: shown.update(task, completed=done, total=total)


def show_comparison(rescoring: Rescoring, language: str, *, dry_run: bool) -> None:
    """Print the comparison."""
    console = Console(highlight=False, soft_wrap=True)
    words, comparison = _WORDS[language], rescoring.comparison
    counts = {"calls": comparison.calls, "judged": rescoring.judged, "changed": comparison.changed}
    console.print(words["counts"].format(**counts))
    if comparison.steps:
        console.print(_steps(comparison, language))
    if comparison.managers:
        console.print(_managers(comparison, language))
    if comparison.flips:
        console.print(_flips(comparison, language))
    if len(comparison.flips) > _SHOWN:
        console.print(words["more"].format(count=len(comparison.flips) - _SHOWN))
    if comparison.score_before is not None or comparison.score_after is not None:
        console.print(f"{words['score']}: {_number(comparison.score_before)} → {_number(comparison.score_after)}")
    agreement = comparison.agreement
    if agreement.reviewed:
        shares = [f"{100 * right / agreement.reviewed:.0f} %" for right in (agreement.before, agreement.after)]
        console.print(f"{words['agree']}: {shares[0]} → {shares[1]} (n = {agreement.reviewed})")
    if dry_run:
        console.print(words["dry"])


def _steps(comparison: Comparison, language: str) -> Table:
    words = _WORDS[language]
    table = Table(title=words["title"])
    table.add_column(words["step"], overflow="fold")
    for status in STATUSES:
        table.add_column(word(status, language), justify="right")
    table.add_column(words["flips"], justify="right")
    for step in comparison.steps:
        cells = [
            f"{step.before[status]} → {step.after[status]}"
            if step.before[status] != step.after[status]
            else str(step.after[status])
            for status in STATUSES
        ]
        table.add_row(f"{step.campaign} / {step.step}", *cells, str(step.flips))
    return table


def _managers(comparison: Comparison, language: str) -> Table:
    words = _WORDS[language]
    table = Table()
    for name in ("manager", "calls", "before", "after"):
        table.add_column(words[name], justify="left" if name == "manager" else "right")
    for one in comparison.managers:
        table.add_row(one.agent, str(one.calls), f"{one.before:.1f}", f"{one.after:.1f}")
    return table


def _flips(comparison: Comparison, language: str) -> Table:
    words = _WORDS[language]
    table = Table()
    for name in ("call", "before", "after", "changes"):
        table.add_column(words[name])
    for flip in comparison.flips[:_SHOWN]:
        moved = ", ".join(
            f"{step}: {word(before, language) if before else '—'} → {word(after, language) if after else '—'}"
            for step, before, after in flip.steps
        )
        table.add_row(
            str(flip.call),
            _verdict(flip.score_before, flip.passed_before, words),
            _verdict(flip.score_after, flip.passed_after, words),
            moved,
        )
    return table


def _verdict(score: float | None, passed: bool | None, words: dict[str, str]) -> str:
    if passed is None:
        return _number(score)
    return f"{_number(score)} {words['passed' if passed else 'failed']}"


def _number(score: float | None) -> str:
    return "—" if score is None else f"{score:g}"
