"""How a scored call looks in a terminal: what was judged, on which words, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.adherence import StepJudgement
from pipeline.analysis import Analysis
from pipeline.measures import measure_title
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
        "dont_know": "«не знаю» или «уточню»", "later": "«позже»", "silence": "тишина", "other": "о другом",
        "instead": "вместо ответа", "again": "клиент вернулся к этому", "reason": "причина", "due": "срок",
        "policy": "Сверх правил", "allowed": "можно", "topic": "Тема", "raised": "прозвучало",
        "followed": "подхвачено", "not_followed": "не подхвачено", "conduct": "Поведение", "promise": "Обещание",
        "call": "позвонить", "send": "прислать", "norm": "норма", "at_least": "не меньше", "at_most": "не больше",
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
        "dont_know": "doesn't know", "later": "later", "silence": "silence", "other": "something else",
        "instead": "instead of an answer", "again": "the client came back to it", "reason": "reason", "due": "due",
        "policy": "Outside the rules", "allowed": "allowed", "topic": "Topic", "raised": "came up",
        "followed": "taken up", "not_followed": "not taken up", "conduct": "Conduct", "promise": "Promise",
        "call": "to call", "send": "to send", "norm": "norm", "at_least": "at least", "at_most": "at most",
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
        nearest = word("nearest", language).capitalize()
        parts.append(f"{nearest}: {said(near.quote, near.start)} ({near.similarity:.0%})")
    return Text(" ".join(parts), style="dim")


def _findings(analysis: Analysis, campaign: Campaign, language: str) -> list[Text]:
    return [
        *_facts(analysis, campaign, language),
        *_objections(analysis, campaign, language),
        *_rules_and_topics(analysis, campaign, language),
        *_end(analysis, campaign, language),
        *_conduct(analysis, language),
    ]


def _facts(analysis: Analysis, campaign: Campaign, language: str) -> Iterator[Text]:
    titles = {fact.id: fact.title for fact in campaign.facts}
    for fact in analysis.facts:
        if fact.status == "not_needed":
            continue
        text = f"{word('fact', language)}: {titles.get(fact.id, fact.id)} — {word(fact.status, language)}"
        if fact.status in ("wrong", "outdated"):
            text += f" ({word('heard', language)} {fact.heard}, {word('expected', language)} {fact.expected})"
        text = f"{text} {said(fact.quote, fact.start)}".rstrip()
        if fact.reply is not None:
            text += f"; {word('instead', language)}: {fact.reply_quote or word(fact.reply, language)}"
        yield Text(text, style=_COLOURS[fact.status])


def _objections(analysis: Analysis, campaign: Campaign, language: str) -> Iterator[Text]:
    titles = {objection.id: objection.title for objection in campaign.objections}
    for one in analysis.objections:
        handled = "handled" if one.handled else "unknown" if one.handled is None else "not handled"
        title, quote = titles.get(one.id, one.id), said(one.quote, one.start)
        again = f" ({word('again', language)})" if one.again is not None else ""
        yield Text(f"{word('objection', language)}: {title} — {word(handled, language)}{again} {quote}")


def _rules_and_topics(analysis: Analysis, campaign: Campaign, language: str) -> Iterator[Text]:
    forbidden = {one.id: one.title for one in campaign.forbidden}
    for hit in analysis.forbidden:
        title = forbidden.get(hit.id, hit.id)
        yield Text(f"{word('forbidden', language)}: {title} {said(hit.quote, hit.start)}", style="red")
    rules = {rule.id: rule.title for rule in campaign.policy}
    for breach in analysis.policy:
        values = f" ({breach.heard}, {word('allowed', language)} {breach.limit})" if breach.heard else ""
        title = rules.get(breach.id, breach.id)
        yield Text(f"{word('policy', language)}: {title}{values} {said(breach.quote, breach.start)}", style="red")
    topics = {topic.id: topic.title for topic in campaign.topics}
    for topic in analysis.topics:
        title, status = topics.get(topic.id, topic.id), word(topic.status, language)
        yield Text(f"{word('topic', language)}: {title} — {status} {said(topic.quote, topic.start)}".rstrip())


def _end(analysis: Analysis, campaign: Campaign, language: str) -> Iterator[Text]:
    outcome = analysis.outcome
    titles = {objection.id: objection.title for objection in campaign.objections}
    text = f"{word('outcome', language)}: {word(outcome.kind, language)}"
    if outcome.reason is not None:
        text += f", {word('reason', language)}: {titles.get(outcome.reason, outcome.reason)}"
    if outcome.due is not None:
        text += f", {word('due', language)} {outcome.due:%Y-%m-%d %H:%M}"
    yield Text(f"{text} {said(outcome.quote, outcome.start)}".rstrip())
    for promise in analysis.follow_ups:
        due = f", {word('due', language)} {promise.due:%Y-%m-%d %H:%M}" if promise.due else ""
        told = said(promise.quote, promise.start)
        yield Text(f"{word('promise', language)}: {word(promise.id, language)}{due} {told}")


def _conduct(analysis: Analysis, language: str) -> Iterator[Text]:
    for found in analysis.deviations:
        limits = [(word("at_least", language), found.at_least), (word("at_most", language), found.at_most)]
        norm = ", ".join(f"{name} {limit:g}" for name, limit in limits if limit is not None)
        value = f"{measure_title(found.id, language)}: {found.value:g} ({word('norm', language)} {norm})"
        yield Text(f"{word('conduct', language)}: {value} {said(found.quote, found.start)}".rstrip(), style="yellow")


def dialogue(transcript: Transcript, language: str) -> list[str]:
    """A transcript as lines of a play: the moment, who speaks, what is said."""
    names = {"agent": word("agent", language), "client": word("client", language), None: "—"}
    return [f"{clock(s.start):>6}  {names[s.speaker]:<9} {s.text.strip()}" for s in transcript.segments]
