"""Which of a campaign's phrases are said in a run of words, where, and how surely?"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.heard import Heard, Run, Token
from pipeline.language import grammar
from pipeline.matching.alignment import Fit, Row, clause_round, concepts, explained, fit, lay_out, remark_round
from pipeline.matching.guards import announced, asked_not_stated, asks
from pipeline.matching.targets import Key, Kind, Target, Targets, Variant, compile_targets
from pipeline.matching.wishes import wishes
from pipeline.matching.words import Thesaurus
from pipeline.transcript import Speaker
from scripts_library.campaign import Campaign

_CHUNK, _STRIDE = 48, 32
_LEAST_BOUND, _LEAST_CONCEPTS = 0.2, 0.5
_KEYWORD = 0.85
# Log odds below which a passage is of no use to its judge: facts lend weight to amounts even when they are unlikely.
_HOPELESS: dict[Kind, float] = {"fact": -2.0, "asked": -1.5, "objection": -2.5, "answer": -2.5}
_HOPELESS_ELSE = -0.2
# What the words that no posting holds (too small, or optional) can add to a phrasing's weight heard.
_SMALL_WORDS = 0.4
_MOST_COMPILED = 16

# The probability that something was said is a logistic curve of how much of its best phrasing was heard (coverage
# 0–1), how much that tells (log of the weight heard), and how many of its own words of any phrasing stand together
# (concepts, 1 is a phrasing's worth). Rounded from a fit on the labelled calls of `tests/evaluation`; rising in each.
# What is asked of a script is said in most calls, a given question or objection in few: hence a level for each kind.
LEVELS: dict[Kind, float] = {
    "step": -1.3,
    "forbidden": -5.0,
    "fact": -4.2,
    "asked": -4.2,
    "objection": -3.6,
    "answer": -4.2,
    "sign": -4.2,
    "policy": -4.2,
    "topic": -4.2,
    "follow": -3.6,
}
BY_COVERAGE, BY_WEIGHT, BY_CONCEPTS = 5.2, 0.8, 2.0
BY_PHRASINGS = 0.7
_NOT_ASKED, _ASKED = 1.5, 0.5
_MOST_CONCEPTS, _ONE_WORD_CONCEPTS = 1.3, 0.6
_GUARDED = 0.35


Bounds = list[tuple[float, int]]


class Evidence(NamedTuple):
    """What a confidence is made of.

    The best phrasing's coverage 0–1 and its weight; the target's own words, 1 a phrasing's worth; doublings of the
    number of phrasings beyond two; whether a question was told, or a statement asked; how much of the clause and of the
    remark the target's words account for; and what the clause weighs and whether it asks.
    """

    coverage: float
    weight: float
    concepts: float
    doublings: float
    not_asked: bool
    asked: bool
    clause_explained: float = 0.0
    remark_explained: float = 0.0
    clause_weight: float = 0.0
    asks: bool = False

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

    def _candidates(self, row: Row, kinds: frozenset[Kind]) -> Iterator[tuple[Target, Bounds]]:
        bounds: dict[int, float] = defaultdict(float)
        rich: dict[int, float] = defaultdict(float)
        for number, places in row.where.items():
            likeness = max(place[1] for place in places)
            for variant, weight in self.targets.postings.get(number, ()):
                bounds[variant] += weight * likeness
            for target, weight in self.targets.concept_postings.get(number, ()):
                rich[target] += weight * likeness
        chosen: dict[int, Bounds] = {number: [] for number, weight in rich.items() if weight >= _LEAST_CONCEPTS}
        for number, bound in bounds.items():
            variant_ = self.targets.variants[number]
            if not variant_.counter and bound >= _LEAST_BOUND * variant_.weight:
                chosen.setdefault(variant_.target, []).append((bound / variant_.weight, number))
        for number in sorted(chosen):
            target_ = self.targets.all[number]
            if target_.key.kind not in kinds:
                continue
            hopeful = sorted(chosen[number], key=lambda one: (-one[0], one[1]))
            if target_.key.kind == "step" or self._most(target_, hopeful, rich.get(number, 0.0)) >= _HOPELESS.get(
                target_.key.kind, _HOPELESS_ELSE
            ):
                yield target_, hopeful

    def _most(self, target: Target, variants: Bounds, rich: float) -> float:
        """The most that the log odds of a target can come to in a row."""
        share = min(_MOST_CONCEPTS, rich / target.need)
        most = -math.inf
        for bound, number in variants:
            variant = self.targets.variants[number]
            most = max(most, _worth(min(1.0, bound + _SMALL_WORDS / variant.weight), variant.weight))
        if not variants:
            most = _worth(0.0, 0.0)
        return LEVELS[target.key.kind] + most + BY_CONCEPTS * share - BY_PHRASINGS * target.doublings

    def _judge(
        self, run: Run, row: Row, target: Target, variants: Bounds, heard: Heard, *, marked: bool
    ) -> Match | None:
        best = _best_fit([(bound, self.targets.variants[number]) for bound, number in variants], row)
        rich = concepts(target, row)
        share = rich.weight / target.need
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
            target.doublings,
            marked and target.asks is True and not asked,
            marked and target.asks is False and asked,
            *self._round(target, row, (first, last)),
        )
        reason = self._objection_to(target, row, best, (first, last))
        logit = LEVELS[target.key.kind] + evidence.logit
        if reason is not None:
            logit = min(logit, -0.5) - 1.0
        return _match(heard, target.key, run.speaker, row.tokens[first : last + 1], likeness, logit, reason, evidence)

    def _round(self, target: Target, row: Row, span: tuple[int, int]) -> tuple[float, float, float, bool]:
        """How much of the clause and of the remark a target explains, what the clause weighs, whether it asks."""
        if target.key.kind != "step":
            return 0.0, 0.0, 0.0, False
        clause = clause_round(row, span)
        remark = remark_round(row, span)
        words = row.tokens[clause[0] : clause[1] + 1]
        return (
            explained(target, row, clause),
            explained(target, row, remark),
            row.sums[clause[1] + 1] - row.sums[clause[0]],
            any(asks(token, self.grammar) for token in words),
        )

    @property
    def asking(self) -> dict[str, bool | None]:
        """By step: whether it is a question, None where its phrasings don't say."""
        return {target.key.id: target.asks for target in self.targets.all if target.key.kind == "step"}

    def _objection_to(self, target: Target, row: Row, best: Fit | None, span: tuple[int, int]) -> str | None:
        """Why a place that is near enough must not count all the same, as a reason code."""
        if any(_holds(keyword, row, span) for keyword in target.none_of):
            return "excluded_word"
        if not all(_holds(keyword, row, span) for keyword in target.all_of):
            return "keyword_missing"
        if target.any_of and not any(_holds(keyword, row, span) for keyword in target.any_of):
            return "keyword_missing"
        coverage = best.coverage if best else 0.0
        counter = _best_fit([(1.0, self.targets.variants[number]) for number in target.counters], row)
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


def _best_fit(variants: Sequence[tuple[float, Variant]], row: Row) -> Fit | None:
    """The variant that fits best; each comes with the most that its coverage can be, the hopeful ones first."""
    best: Fit | None = None
    best_worth = -math.inf
    for bound, variant in variants:
        if best is not None and _worth(min(1.0, bound + _SMALL_WORDS / variant.weight), variant.weight) <= best_worth:
            continue
        found = fit(variant, row)
        if found is not None:
            worth = _worth(found.coverage, found.weight)
            if worth > best_worth + 1e-9:
                best, best_worth = found, worth
    return best


def _worth(coverage: float, weight: float) -> float:
    return BY_COVERAGE * coverage + BY_WEIGHT * math.log(coverage * weight + 0.2)


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
