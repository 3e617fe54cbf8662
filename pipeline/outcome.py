"""How the call ended: a sale, an agreed next step, a refusal, or no talk at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pipeline.due import due_time, names_a_time
from pipeline.findings import Findings
from pipeline.heard import Token
from pipeline.transcript import Speaker

OutcomeKind = Literal["sale", "next_step", "refusal", "no_talk"]

_LAST_PART = 0.4


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of the talk with the remark that shows it; `due` is when the next step was promised."""

    kind: OutcomeKind
    segment: int | None = None
    quote: str | None = None
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Sign:
    """Something said that shows an end, with the words that may say when."""

    kind: OutcomeKind
    moment: float
    segment: int
    tokens: tuple[Token, ...]


def find_outcome(findings: Findings, *, eligible: bool) -> Outcome:
    """How a call ended, by the last thing in it that shows an end; without any sign nothing was agreed: a refusal."""
    if not eligible:
        return Outcome("no_talk")
    signs = [
        *_said(findings, "sale", None),
        *_said(findings, "refusal", "client"),
        *_said(findings, "next_step", None),
        *_appointments(findings),
    ]
    last = max(signs or list(_sendings(findings)), key=lambda sign: sign.moment, default=None)
    if last is None:
        return Outcome("refusal")
    heard = findings.heard
    if last.kind == "next_step":
        # The day may have been agreed on in one remark and the hour in the one before.
        dues = [
            due_time(heard, sign.tokens) for sign in sorted(signs, key=lambda s: -s.moment) if sign.kind == last.kind
        ]
        due = next((moment for moment in dues if moment is not None), None)
        return Outcome("next_step", last.segment, _quote(findings, last.segment), due)
    return Outcome(last.kind, last.segment, _quote(findings, last.segment))


def _quote(findings: Findings, segment: int) -> str:
    return findings.heard.transcript.segments[segment].text.strip()


def _said(findings: Findings, kind: Literal["sale", "refusal", "next_step"], speaker: Speaker | None) -> list[_Sign]:
    start = _LAST_PART * findings.heard.transcript.length
    return [
        _Sign(kind, match.start, match.segment, tuple(findings.heard.tokens[match.segment]))
        for match in findings.likely("sign", kind, speaker)
        if match.start >= start
    ]


def _appointments(findings: Findings) -> Iterator[_Sign]:
    """Remarks that name a time together with what is to be done then, not refused by a word of denial."""
    heard = findings.heard
    for turn in heard.turns:
        tokens = tuple(token for segment in turn.segments for token in heard.tokens[segment])
        if not tokens or tokens[0].start < _LAST_PART * heard.transcript.length:
            continue
        times = [token for token in tokens if names_a_time(heard, token)]
        doing = any(token.form in heard.grammar.appointments and not token.negated for token in tokens)
        if times and doing:
            yield _Sign("next_step", times[0].start, times[0].segment, tokens)


def _sendings(findings: Findings) -> Iterator[_Sign]:
    """Remarks in which the manager promises to send something."""
    heard = findings.heard
    for turn in heard.turns:
        if turn.speaker == "client":
            continue
        for segment in turn.segments:
            for token in heard.tokens[segment]:
                late = token.start >= _LAST_PART * heard.transcript.length
                if late and token.form in heard.grammar.sendings and not token.negated:
                    yield _Sign("next_step", token.start, segment, heard.tokens[segment])
