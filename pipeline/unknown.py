"""What do clients ask and object that the library has no fact and no objection for? Over many calls, grouped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.doubts import PREFIX, SUPPORTING, meanings
from pipeline.findings import Findings, look_through
from pipeline.heard import Token, hear
from pipeline.language import grammar
from pipeline.likeness import concepts_of, grouped, stems
from pipeline.matching import asks, matcher_for
from pipeline.objections import likely_claims
from pipeline.transcript import Transcript
from scripts_library.campaign import Campaign
from scripts_library.shapes import latin_id

UnknownKind = Literal["question", "objection"]

_KNOWN = 0.35
_LEAST_WORDS, _MOST_WORDS, _TELLING = 2, 30, 0.35
_EXAMPLES = 5
_PHRASES = 6
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")
_WORD = re.compile(r"\w+")


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
class _Talk:
    """One call: its number, what was found in it, the thesaurus' concepts, and whether questions are marked in it."""

    number: int
    findings: Findings
    concepts: Mapping[str, str]
    marked: bool


@dataclass(frozen=True, slots=True)
class _Heard:
    kind: str
    weights: dict[str, float]
    example: Example


def find_unknown(talks: Iterable[tuple[int, Transcript]], campaign: Campaign, most: int = 20) -> tuple[Unknown, ...]:
    """The clients' questions and refusals that no fact or objection covers, the most frequent first."""
    concepts = concepts_of(campaign.synonyms, grammar(campaign.language))
    heard = [one for number, told in talks for one in _uncovered(_talk(number, told, campaign, concepts), campaign)]
    groups = [[heard[at] for at in group] for group in grouped([h.weights for h in heard], [h.kind for h in heard])]
    # Of equally frequent ones the doubts first: they stand in the way of a sale.
    found = sorted(
        (_unknown(group) for group in groups), key=lambda one: (-one.calls, -one.remarks, one.kind, one.title)
    )
    return tuple(found[:most])


def _talk(number: int, transcript: Transcript, campaign: Campaign, concepts: Mapping[str, str]) -> _Talk:
    findings = look_through(hear(transcript, campaign.language), matcher_for(campaign))
    return _Talk(number, findings, concepts, any("?" in segment.text for segment in transcript.segments))


def _uncovered(talk: _Talk, campaign: Campaign) -> Iterator[_Heard]:
    covered = _covered(campaign, talk.findings)
    known = frozenset(name for meant in meanings(campaign).values() for name in meant.own)
    heard = talk.findings.heard
    for turn, spoken in enumerate(heard.turns):
        if spoken.speaker == "agent":
            continue
        tokens = [token for segment in spoken.segments for token in heard.tokens[segment]]
        doubt = _doubt(turn, known, covered.get(turn), talk.findings)
        if doubt is not None:
            yield from _remark(f"objection:{doubt}*", tokens, talk)
            continue
        for clause in _questions(tokens, talk):
            if not _is_known(clause, talk.findings):
                yield from _remark("question", clause, talk)


def _doubt(turn: int, known: frozenset[str], covered: frozenset[str] | None, findings: Findings) -> str | None:
    """The general doubt that a turn voices most and that no objection of the library stands for.

    Doubts that go with many matters count only where no objection was heard at all.
    """
    voiced = Counter(
        said.name.removeprefix(PREFIX)
        for said in findings.sayings(turn)
        if said.name.startswith(PREFIX) and not said.weak
    )
    open_ones = {name: count for name, count in voiced.items() if name not in known | (covered or frozenset())}
    clear = {name: count for name, count in open_ones.items() if name not in SUPPORTING}
    left = clear or (open_ones if covered is None else {})
    return max(left, key=lambda name: left[name], default=None)


def _covered(campaign: Campaign, findings: Findings) -> dict[int, frozenset[str]]:
    """The turns in which the library's objections were heard, with the general doubts that support those."""
    known = meanings(campaign)
    covered: dict[int, frozenset[str]] = {}
    for claim in likely_claims(campaign, findings):
        covered[claim.turn] = covered.get(claim.turn, frozenset()) | known[claim.rule.id].supporting
    return covered


def _questions(tokens: Sequence[Token], talk: _Talk) -> Iterator[list[Token]]:
    """The sentences of a turn that ask: by their marks where the transcript has such, else by their words.

    Without any marks all of a turn is one sentence.
    """
    sentence: list[Token] = []
    for token in tokens:
        if (
            sentence
            and token.opens_clause
            and (token.asked != sentence[-1].asked or token.segment != sentence[-1].segment)
        ):
            yield from _asking(sentence, talk)
            sentence = []
        sentence.append(token)
    yield from _asking(sentence, talk)


def _asking(sentence: list[Token], talk: _Talk) -> Iterator[list[Token]]:
    if any(token.asked if talk.marked else asks(token, talk.findings.heard.grammar) for token in sentence):
        yield sentence


def _is_known(clause: Sequence[Token], findings: Findings) -> bool:
    places = {id(token) for token in clause}
    return any(
        match.confidence >= _KNOWN and any(id(token) in places for token in match.tokens)
        for key, found in findings.places.items()
        if key.kind in ("asked", "objection")
        for match in found
    )


def _remark(kind: str, tokens: Sequence[Token], talk: _Talk) -> Iterator[_Heard]:
    heard = talk.findings.heard
    weights = stems(tokens, heard.grammar, talk.concepts)
    if len(tokens) > _MOST_WORDS:
        return
    # A doubt is told by its turn of phrase, a question by its words.
    if kind == "question" and (len(tokens) < _LEAST_WORDS or max(weights.values(), default=0.0) < _TELLING):
        return
    segment = tokens[0].segment
    quote = _quote(heard.transcript.segments[segment].text.strip(), tokens)
    yield _Heard(
        kind, weights, Example(talk.number, segment, round(tokens[0].start, 2), round(tokens[-1].end, 2), quote)
    )


def _quote(told: str, tokens: Sequence[Token]) -> str:
    """What was told, or of a long remark the sentence that has most of some of its words."""
    words = {token.word for token in tokens}
    if len(told.split()) <= 2 * len(tokens):
        return told
    sentences = [part.strip() for part in _SENTENCE.findall(told)]
    return max(sentences, key=lambda part: len(words.intersection(_WORD.findall(part.lower()))), default=told)


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
