"""What do clients ask and object that the library has no fact and no objection for? Over many calls, grouped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.doubts import PREFIX
from pipeline.findings import Findings, look_through
from pipeline.heard import Token, hear
from pipeline.likeness import grouped, stems
from pipeline.matching import asks, matcher_for
from pipeline.objections import likely_claims
from pipeline.transcript import Transcript
from scripts_library.campaign import Campaign
from scripts_library.shapes import latin_id

UnknownKind = Literal["question", "objection"]

_KNOWN = 0.35
_LEAST_WORDS, _LEAST_TELLING, _MOST_WORDS = 3, 1, 30
_EXAMPLES = 5
_PHRASES = 6


@dataclass(frozen=True, slots=True)
class Example:
    """One remark of a client's, where it can be played: the call's number and seconds in it."""

    call: int
    segment: int
    start: float
    end: float
    quote: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """A matter that the library doesn't know: in how many calls it came up, examples, and an entry to add."""

    kind: UnknownKind
    title: str
    calls: int
    remarks: int
    examples: tuple[Example, ...]
    entry: str


@dataclass(frozen=True, slots=True)
class _Heard:
    kind: str
    weights: dict[str, float]
    example: Example


def find_unknown(talks: Iterable[tuple[int, Transcript]], campaign: Campaign, most: int = 20) -> tuple[Unknown, ...]:
    """The clients' questions and refusals that no fact or objection covers, the most frequent first."""
    heard = [one for number, transcript in talks for one in _uncovered(number, transcript, campaign)]
    groups = [[heard[at] for at in group] for group in grouped([h.weights for h in heard], [h.kind for h in heard])]
    found = [_unknown(group) for group in groups]
    return tuple(sorted(found, key=lambda one: (-one.calls, -one.remarks, one.title))[:most])


def _uncovered(number: int, transcript: Transcript, campaign: Campaign) -> Iterator[_Heard]:
    findings = look_through(hear(transcript, campaign.language), matcher_for(campaign))
    heard = findings.heard
    objected = {claim.turn for claim in likely_claims(campaign, findings)}
    for turn, spoken in enumerate(heard.turns):
        if spoken.speaker == "agent":
            continue
        tokens = [token for segment in spoken.segments for token in heard.tokens[segment]]
        doubts = Counter(said.name for said in findings.sayings(turn) if said.name.startswith(PREFIX) and not said.weak)
        if doubts and turn not in objected:
            name = doubts.most_common(1)[0][0]
            yield from _remark(number, f"objection:{name}*", tokens, findings)
            continue
        for clause in _questions(tokens, findings):
            if not _is_known(clause, findings):
                yield from _remark(number, "question", clause, findings)


def _questions(tokens: Sequence[Token], findings: Findings) -> Iterator[list[Token]]:
    """The sentences of a turn that ask; all of it where no marks are written."""
    sentence: list[Token] = []
    for token in tokens:
        if (
            sentence
            and token.opens_clause
            and (token.asked != sentence[-1].asked or token.segment != sentence[-1].segment)
        ):
            yield from _asking(sentence, findings)
            sentence = []
        sentence.append(token)
    yield from _asking(sentence, findings)


def _asking(sentence: list[Token], findings: Findings) -> Iterator[list[Token]]:
    if sentence and any(asks(token, findings.heard.grammar) for token in sentence):
        yield sentence


def _is_known(clause: Sequence[Token], findings: Findings) -> bool:
    places = {id(token) for token in clause}
    return any(
        match.confidence >= _KNOWN and any(id(token) in places for token in match.tokens)
        for key, found in findings.places.items()
        if key.kind in ("asked", "objection")
        for match in found
    )


def _remark(number: int, kind: str, tokens: Sequence[Token], findings: Findings) -> Iterator[_Heard]:
    weights = stems(tokens, findings.heard.grammar)
    if not _LEAST_WORDS <= len(tokens) <= _MOST_WORDS or sum(w >= _KNOWN for w in weights.values()) < _LEAST_TELLING:
        return
    segment = tokens[0].segment
    quote = " ".join(token.word for token in tokens)
    told = findings.heard.transcript.segments[segment].text.strip()
    whole = told if len(told) <= 2 * len(quote) else quote
    yield _Heard(kind, weights, Example(number, segment, round(tokens[0].start, 2), round(tokens[-1].end, 2), whole))


def _unknown(group: Sequence[_Heard]) -> Unknown:
    kind: UnknownKind = "question" if group[0].kind == "question" else "objection"
    shared = Counter(stem for one in group for stem in one.weights)
    # What most of the group says is its best title: the remark whose words the others share most, the shortest first.
    central = max(
        group, key=lambda one: (sum(shared[s] for s in one.weights) / (2 + len(one.weights)), -len(one.example.quote))
    )
    examples: dict[str, Example] = {central.example.quote.lower(): central.example}
    for one in group:
        examples.setdefault(one.example.quote.lower(), one.example)
    title = central.example.quote.rstrip("?.! ")
    calls = len({one.example.call for one in group})
    quotes = [example.quote for example in examples.values()][:_PHRASES]
    return Unknown(kind, title, calls, len(group), tuple(examples.values())[:_EXAMPLES], _entry(kind, title, quotes))


def _entry(kind: UnknownKind, title: str, quotes: Sequence[str]) -> str:
    """A YAML entry for products.yaml or objections.yaml, with what only a person knows left to fill in."""
    name = "-".join(latin_id(title).split("-")[:4]) or "new"
    lines = [f"- id: {name}", f"  title: {_quoted(title)}"]
    if kind == "question":
        lines += ['  value: {text: "…"}', "  asked:", *(f"    - {_quoted(quote)}" for quote in quotes)]
        lines += ["  say:", '    - "… {value}"']
    else:
        lines += ["  heard:", *(f"    - {_quoted(quote)}" for quote in quotes), "  answer:", '    - "…"']
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", " ").replace('"', "'").replace("{", "(").replace("}", ")") + '"'
