"""Which of a campaign's phrases are said in a run of words, where, and how surely?"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.heard import Heard, Run, Token
from pipeline.language import grammar
from pipeline.matching.alignment import Fit, Row, concepts, fit, lay_out
from pipeline.matching.guards import announced, asked_not_stated
from pipeline.matching.targets import Key, Kind, Target, Targets, Variant, compile_targets
from pipeline.matching.wishes import wishes
from pipeline.matching.words import Thesaurus
from pipeline.transcript import Speaker
from scripts_library.campaign import Campaign

_CHUNK, _STRIDE = 48, 32
_LEAST_BOUND, _LEAST_CONCEPTS = 0.3, 0.7
_KEYWORD = 0.85
_MOST_COMPILED = 16

# The probability that something was said is a logistic curve of how much of its best phrasing was heard (coverage
# 0–1), how much that tells (log of the weight heard), and how many of its own words of any phrasing stand together
# (concepts, 1 is a phrasing's worth). Rounded from a fit on the labelled calls of `tests/evaluation`; rising in each.
# What is asked of a script is said in most calls, a given question or objection in few: hence a level for each kind.
LEVELS: dict[Kind, float] = {
    "step": -1.3,
    "forbidden": -4.2,
    "fact": -4.2,
    "asked": -4.2,
    "objection": -3.6,
    "answer": -4.2,
    "sign": -4.2,
}
BY_COVERAGE, BY_WEIGHT, BY_CONCEPTS = 5.2, 0.8, 2.0
BY_PHRASINGS = 0.7
_NOT_ASKED, _ASKED = 1.5, 0.5
_MOST_CONCEPTS, _ONE_WORD_CONCEPTS = 1.3, 0.6
_GUARDED = 0.35


class Evidence(NamedTuple):
    """What a confidence is made of.

    The best phrasing's coverage 0–1 and its weight; the target's own words, 1 a phrasing's worth; doublings of the
    number of phrasings beyond two; and whether a question was told, or a statement asked.
    """

    coverage: float
    weight: float
    concepts: float
    doublings: float
    not_asked: bool
    asked: bool

    @property
    def logit(self) -> float:
        """Log odds before the level of the kind is added."""
        heard = math.log(self.coverage * self.weight + 0.2)
        found = BY_COVERAGE * self.coverage + BY_WEIGHT * heard + BY_CONCEPTS * self.concepts
        return found - BY_PHRASINGS * self.doublings - _NOT_ASKED * self.not_asked - _ASKED * self.asked


@dataclass(frozen=True, slots=True)
class Match:
    """A place where a target may have been said; `likeness` 0–1, `logit` log odds that it was, times in seconds."""

    key: Key
    likeness: float
    logit: float
    speaker: Speaker | None
    segment: int
    start: float
    end: float
    quote: str
    tokens: tuple[Token, ...]
    reason: str | None
    evidence: Evidence

    @property
    def confidence(self) -> float:
        """The probability that the target was said here, 0–1."""
        return probability(self.logit)


def probability(logit: float) -> float:
    """The probability for log odds."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


class Matcher:
    """A campaign's phrases compiled once; finds them in any number of calls."""

    def __init__(self, campaign: Campaign) -> None:
        self.grammar = grammar(campaign.language)
        thesaurus = Thesaurus(campaign.synonyms, campaign.related)
        self.targets: Targets = compile_targets(wishes(campaign), self.grammar, campaign.company, thesaurus)

    def find(self, heard: Heard, run: Run, kinds: frozenset[Kind]) -> list[Match]:
        """The best place of each target of some kinds in a run, chunk by chunk of a long one."""
        found: list[Match] = []
        marked = heard.questions_marked
        for tokens in _chunks(run.tokens):
            row = lay_out(tokens, self.targets.vocabulary)
            for target, variants in self._candidates(row, kinds):
                match = self._judge(run, row, target, variants, heard, marked=marked)
                if match is not None:
                    found.append(match)
        return found

    def _candidates(self, row: Row, kinds: frozenset[Kind]) -> Iterator[tuple[Target, list[int]]]:
        bounds: dict[int, float] = defaultdict(float)
        rich: dict[int, float] = defaultdict(float)
        for number, places in row.where.items():
            likeness = max(place[1] for place in places)
            for variant, weight in self.targets.postings.get(number, ()):
                bounds[variant] += weight * likeness
            for target, weight in self.targets.concept_postings.get(number, ()):
                rich[target] += weight * likeness
        chosen: dict[int, list[int]] = {number: [] for number, weight in rich.items() if weight >= _LEAST_CONCEPTS}
        for number, bound in bounds.items():
            variant_ = self.targets.variants[number]
            if not variant_.counter and bound >= _LEAST_BOUND * variant_.weight:
                chosen.setdefault(variant_.target, []).append(number)
        for number in sorted(chosen):
            target_ = self.targets.all[number]
            if target_.key.kind in kinds:
                yield target_, sorted(chosen[number])

    def _judge(
        self, run: Run, row: Row, target: Target, variants: Sequence[int], heard: Heard, *, marked: bool
    ) -> Match | None:
        best = _best_fit([self.targets.variants[number] for number in variants], row)
        rich = concepts(target, row)
        need = min(3.5, max(1.6, target.typical_weight))
        share = rich.weight / need
        concept_share = min(_MOST_CONCEPTS, share) if rich.words >= 2 else _ONE_WORD_CONCEPTS * min(1.0, share)
        if best is None and not rich.words:
            return None
        first, last = (best.first, best.last) if best is not None else (rich.first, rich.last)
        coverage, weight = (best.coverage, best.weight) if best is not None else (0.0, 0.0)
        likeness = max(coverage, min(1.0, 0.85 * concept_share))
        asked = any(token.asked for token in row.tokens[first : last + 1])
        evidence = Evidence(
            coverage,
            weight,
            concept_share,
            0.0 if target.key.kind == "sign" else math.log2(max(1.0, target.phrasings / 2)),
            marked and target.asks is True and not asked,
            marked and target.asks is False and asked,
        )
        reason = self._objection_to(target, row, best, (first, last))
        logit = LEVELS[target.key.kind] + evidence.logit
        if reason is not None:
            logit = min(logit, -0.5) - 1.0
        return _match(heard, target.key, run.speaker, row.tokens[first : last + 1], likeness, logit, reason, evidence)

    def _objection_to(self, target: Target, row: Row, best: Fit | None, span: tuple[int, int]) -> str | None:
        """Why a place that is near enough must not count all the same, as a reason code."""
        if any(_holds(keyword, row, span) for keyword in target.none_of):
            return "excluded_word"
        if not all(_holds(keyword, row, span) for keyword in target.all_of):
            return "keyword_missing"
        if target.any_of and not any(_holds(keyword, row, span) for keyword in target.any_of):
            return "keyword_missing"
        coverage = best.coverage if best else 0.0
        counter = _best_fit([self.targets.variants[number] for number in target.counters], row)
        if counter is not None and counter.coverage >= 0.75 and counter.coverage > coverage + 0.03:
            return "counter_example"
        if best is not None and best.negated:
            return "negated"
        if best is None or not best.asks:
            if asked_not_stated(row.tokens, span, self.grammar):
                return "asked_not_stated"
            if announced(row.tokens, span, self.grammar):
                return "announced"
        return None


def _best_fit(variants: Sequence[Variant], row: Row) -> Fit | None:
    best: Fit | None = None
    best_worth = -math.inf
    for variant in variants:
        found = fit(variant, row)
        if found is not None:
            worth = BY_COVERAGE * found.coverage + BY_WEIGHT * math.log(found.coverage * found.weight + 0.2)
            if worth > best_worth + 1e-9:
                best, best_worth = found, worth
    return best


def _holds(keyword: Variant, row: Row, span: tuple[int, int]) -> bool:
    found = fit(keyword, row)
    return found is not None and found.coverage >= _KEYWORD and abs(found.first - span[0]) <= _CHUNK // 2


def _chunks(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    if len(tokens) <= _CHUNK:
        yield tokens
        return
    for first in range(0, len(tokens) - _CHUNK + _STRIDE, _STRIDE):
        yield tokens[first : first + _CHUNK]


def _match(
    heard: Heard,
    key: Key,
    speaker: Speaker | None,
    tokens: Sequence[Token],
    likeness: float,
    logit: float,
    reason: str | None,
    evidence: Evidence,
) -> Match:
    weights: dict[int, float] = defaultdict(float)
    for token in tokens:
        weights[token.segment] += token.weight
    segment = max(weights, key=lambda index: (weights[index], -index))
    quote = " ".join(heard.transcript.segments[index].text.strip() for index in weights)
    start = min(token.start for token in tokens)
    end = max(token.end for token in tokens)
    return Match(key, likeness, logit, speaker, segment, start, end, quote, tuple(tokens), reason, evidence)


_compiled: dict[int, tuple[Campaign, Matcher]] = {}


def matcher_for(campaign: Campaign) -> Matcher:
    """The campaign's matcher, compiled at its first use and kept for the next calls."""
    held = _compiled.get(id(campaign))
    if held is not None and held[0] is campaign:
        return held[1]
    while len(_compiled) >= _MOST_COMPILED:
        del _compiled[next(iter(_compiled))]
    matcher = Matcher(campaign)
    _compiled[id(campaign)] = (campaign, matcher)
    return matcher
