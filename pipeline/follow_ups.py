"""What did the manager promise to do after the call, and by when?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pipeline.due import due_time, names_a_time
from pipeline.findings import Findings
from pipeline.heard import Token

Deed = Literal["call", "send", "other"]

_REACH = 8
_CALLS = frozenset(
    {"перезвонить", "позвонить", "набрать", "связаться", "созвониться", "call", "ring", "phone", "reach", "contact"}
)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One promise of the manager's; `due` is None where no moment was named or the call's own is unknown."""

    id: Deed
    segment: int
    start: float
    end: float
    quote: str
    due: datetime | None = None


def find_follow_ups(findings: Findings) -> tuple[FollowUp, ...]:
    """Each promise to call or to send something, once a kind and moment, in the order of time."""
    found: dict[tuple[Deed, datetime | None], FollowUp] = {}
    for one in _promises(findings):
        found.setdefault((one.id, one.due), one)
    # «перезвоню» and later «тогда завтра в десять перезвоню» are one promise.
    timed = {one.id for one in found.values() if one.due is not None}
    kept = [one for one in found.values() if one.due is not None or one.id not in timed]
    return tuple(sorted(kept, key=lambda one: (one.start, one.id)))


def _promises(findings: Findings) -> Iterator[FollowUp]:
    heard = findings.heard
    for number, turn in enumerate(heard.turns):
        if turn.speaker != "agent":
            continue
        tokens = heard.turn_words[number]
        for said in findings.sayings(number):
            words = tokens[said.first : said.last + 1]
            if said.name != "promise" or any(token.negated or token.asked for token in words):
                continue
            near = tokens[max(0, said.first - _REACH) : said.last + 1 + _REACH]
            if not _by_the_manager(words, near, findings):
                continue
            due = due_time(heard, near) or (_agreed(findings, number) if _is_call(words, findings) else None)
            segment = heard.transcript.segments[words[0].segment]
            yield FollowUp(
                "call" if _is_call(words, findings) else "send" if _is_sending(words, findings) else "other",
                words[0].segment,
                round(words[0].start, 2),
                round(words[-1].end, 2),
                segment.text.strip(),
                due,
            )


def _by_the_manager(words: Sequence[Token], near: Sequence[Token], findings: Findings) -> bool:
    """Whether the manager will do it: «перезвоню», not «перезвоните»; in English an "I will" or "let me" before it."""
    if findings.heard.grammar.code == "ru":
        return any(word.word.endswith(("ю", "у", "юсь", "усь", "ем", "им", "емся", "имся")) for word in words)
    before = {token.word for token in near}
    return bool(before & {"i", "we", "me"}) and bool(before & {"will", "ll", "let", "sending", "can", "going"})


def _is_call(words: Sequence[Token], findings: Findings) -> bool:
    return any(word.form in _CALLS for word in words)


def _is_sending(words: Sequence[Token], findings: Findings) -> bool:
    return any(word.form in findings.heard.grammar.sendings for word in words)


def _agreed(findings: Findings, turn: int) -> datetime | None:
    """The moment that the client named just before or just after («давайте завтра в десять»)."""
    heard = findings.heard
    for other in (turn + 1, turn - 1):
        if 0 <= other < len(heard.turns):
            tokens = heard.turn_words[other]
            if any(names_a_time(heard, token) for token in tokens):
                return due_time(heard, tokens)
    return None
