"""How a scored call looks in a terminal: what was judged, on which words, and why."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.adherence import StepJudgement
from pipeline.analysis import Analysis
from pipeline.reasons import explain_reason
from pipeline.transcript import Transcript
from scripts_library.campaign import Campaign

_WORDS = {
    "ru": {
        "done": "выполнен", "missed": "пропущен", "not_applicable": "не требовался", "unknown": "не ясно",
        "stated": "названо", "wrong": "названо неверно", "outdated": "устарело", "unanswered": "не отвечено",
        "missing": "не сказано", "not_needed": "не спрашивали",
        "sale": "продажа", "next_step": "следующий шаг", "refusal": "отказ", "no_talk": "разговора не было",
        "score": "Оценка", "passed": "зачёт", "failed": "незачёт", "not scored": "Не оценивается",
        "step": "Шаг", "status": "Итог", "evidence": "Доказательство", "fact": "О продукте",
        "objection": "Возражение", "handled": "отработано", "not handled": "не отработано",
        "forbidden": "Запрещённая фраза", "outcome": "Исход", "sure": "уверенность",
        "agent": "менеджер", "client": "клиент", "nearest": "ближе всего", "expected": "верно", "heard": "услышано",
        "started": "Начало", "campaign": "Кампания", "length": "Длина", "verdict": "Вердикт",
        "word errors": "Ошибки в словах",
    },
    "en": {
        "done": "done", "missed": "missed", "not_applicable": "not applicable", "unknown": "can't tell",
        "stated": "stated", "wrong": "stated wrongly", "outdated": "outdated", "unanswered": "unanswered",
        "missing": "missing", "not_needed": "not asked",
        "sale": "sale", "next_step": "next step", "refusal": "refusal", "no_talk": "no talk",
        "score": "Score", "passed": "passed", "failed": "failed", "not scored": "Not scored",
        "step": "Step", "status": "Status", "evidence": "Evidence", "fact": "Product",
        "objection": "Objection", "handled": "handled", "not handled": "not handled",
        "forbidden": "Forbidden phrase", "outcome": "Outcome", "sure": "confidence",
        "agent": "agent", "client": "client", "nearest": "nearest", "expected": "expected", "heard": "heard",
        "started": "Started", "campaign": "Campaign", "length": "Length", "verdict": "Verdict",
        "word errors": "Word errors",
    },
}  # fmt: skip
_COLOURS = {
    "done": "green", "stated": "green", "missed": "red", "wrong": "red", "missing": "red", "outdated": "yellow",
    "unanswered": "yellow", "unknown": "yellow", "not_applicable": "dim", "not_needed": "dim",
}  # fmt: skip


def word(key: str, language: str) -> str:
    """A word of the terminal's tables in ru or en."""
    return _WORDS[language][key]


def clock(seconds: float) -> str:
    """Seconds as m:ss, the way a player shows them."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def said(quote: str | None, start: float | None) -> str:
    """A quote with the moment it can be played at."""
    if not quote:
        return ""
    return f"{clock(start)} «{quote.strip()}»" if start is not None else f"«{quote.strip()}»"


def explain(analysis: Analysis, campaign: Campaign, language: str, console: Console | None = None) -> None:
    """Print one analysis with the evidence for every judgement."""
    console = console or Console(highlight=False)
    if not analysis.eligible:
        console.print(f"{word('not scored', language)}: {explain_reason(analysis.why_not or '', language)}")
        return
    verdict = word("passed" if analysis.passed else "failed", language)
    console.print(f"[bold]{word('score', language)} {analysis.score:g} / 100[/bold] · {verdict} · {campaign.title}")
    console.print(_steps(analysis.steps, campaign, language))
    for line in _findings(analysis, campaign, language):
        console.print(line)


def _steps(judgements: Sequence[StepJudgement], campaign: Campaign, language: str) -> Table:
    titles = {step.id: step.title for step in campaign.steps}
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in ("step", "status", "sure", "evidence"):
        table.add_column(word(heading, language), overflow="fold")
    for judgement in judgements:
        table.add_row(
            titles.get(judgement.id, judgement.id),
            Text(word(judgement.status, language), style=_COLOURS[judgement.status]),
            f"{judgement.confidence:.0%}",
            _step_evidence(judgement, language),
        )
    return table


def _step_evidence(judgement: StepJudgement, language: str) -> Text:
    if judgement.quote:
        return Text(said(judgement.quote, judgement.start))
    parts = [explain_reason(judgement.reason, language)] if judgement.reason else []
    if judgement.status == "missed" and judgement.nearest:
        near = judgement.nearest[0]
        parts.append(f"{word('nearest', language)}: {said(near.quote, near.start)} ({near.similarity:.0%})")
    return Text("; ".join(parts), style="dim")


def _findings(analysis: Analysis, campaign: Campaign, language: str) -> list[Text]:
    lines: list[Text] = []
    fact_titles = {fact.id: fact.title for fact in campaign.facts}
    for fact in analysis.facts:
        if fact.status == "not_needed":
            continue
        text = f"{word('fact', language)}: {fact_titles.get(fact.id, fact.id)} — {word(fact.status, language)}"
        if fact.status in ("wrong", "outdated"):
            text += f" ({word('heard', language)} {fact.heard}, {word('expected', language)} {fact.expected})"
        lines.append(Text(f"{text} {said(fact.quote, fact.start)}".rstrip(), style=_COLOURS[fact.status]))
    objection_titles = {objection.id: objection.title for objection in campaign.objections}
    for objection in analysis.objections:
        handled = "handled" if objection.handled else "unknown" if objection.handled is None else "not handled"
        title = objection_titles.get(objection.id, objection.id)
        quote = said(objection.quote, objection.start)
        lines.append(Text(f"{word('objection', language)}: {title} — {word(handled, language)} {quote}"))
    forbidden_titles = {forbidden.id: forbidden.title for forbidden in campaign.forbidden}
    for hit in analysis.forbidden:
        title = forbidden_titles.get(hit.id, hit.id)
        lines.append(Text(f"{word('forbidden', language)}: {title} {said(hit.quote, hit.start)}", style="red"))
    outcome = word(analysis.outcome.kind, language)
    lines.append(Text(f"{word('outcome', language)}: {outcome} {said(analysis.outcome.quote, None)}".rstrip()))
    return lines


def dialogue(transcript: Transcript, language: str) -> list[str]:
    """A transcript as lines of a play: the moment, who speaks, what is said."""
    names = {"agent": word("agent", language), "client": word("client", language), None: "—"}
    return [f"{clock(s.start):>6}  {names[s.speaker]:<9} {s.text.strip()}" for s in transcript.segments]
