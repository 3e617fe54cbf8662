"""Which remarks speak of one matter? Remarks as weighed word stems, gathered into groups by the cosine between them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from pipeline.heard import Token
from pipeline.language.grammar import Grammar

Vector = Mapping[str, float]

_ALIKE = 0.34
_LOOSELY = 0.1
_LEAST_WEIGHT = 0.3


def stems(tokens: Sequence[Token], grammar: Grammar, concepts: Mapping[str, str]) -> dict[str, float]:
    """What a remark's words weigh, by concept, else by stem; small words and numbers are left out."""
    found: dict[str, float] = {}
    for token in tokens:
        if token.weight >= _LEAST_WEIGHT and token.amount is None:
            stem = concepts.get(token.form) or grammar.stem(token.form)
            found[stem] = max(found.get(stem, 0.0), token.weight)
    return found


def concepts_of(synonyms: Sequence[Sequence[str]], grammar: Grammar) -> dict[str, str]:
    """For each word of a thesaurus the group that it means the same with, by the name of the group's first word."""
    found: dict[str, str] = {}
    for group in synonyms:
        for member in group:
            if " " not in member:
                found.setdefault(grammar.forms(member)[0], f"~{group[0]}")
    return found


def grouped(remarks: Sequence[Vector], kinds: Sequence[str]) -> list[list[int]]:
    """The remarks' numbers in groups of one kind and one matter, the largest first; in a fixed order.

    A remark joins the group that it is nearest to, else opens one; rare words count more. A remark whose kind is named
    with a `*` at the end joins all others of that kind.
    """
    rarity = _rarity(remarks)
    vectors = [_unit({stem: weight * rarity[stem] for stem, weight in one.items()}) for one in remarks]
    order = sorted(range(len(vectors)), key=lambda one: (-len(vectors[one]), one))
    groups = _gathered(order, vectors, kinds, _ALIKE)
    alone = {group[0] for group in groups if len(group) == 1}
    # What came up once is laid together more loosely: a long tail of single remarks helps nobody.
    tail = _gathered([one for one in order if one in alone], vectors, kinds, _LOOSELY)
    groups = [group for group in groups if len(group) > 1] + tail
    return sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group[0]))


def _gathered(order: Sequence[int], vectors: Sequence[Vector], kinds: Sequence[str], alike: float) -> list[list[int]]:
    sums: list[dict[str, float]] = []
    members: list[list[int]] = []
    holders: dict[tuple[str, str], set[int]] = defaultdict(set)
    whole: dict[str, int] = {}
    for number in order:
        vector, kind = vectors[number], kinds[number]
        group = whole.get(kind) if kind.endswith("*") else _nearest(vector, kind, sums, holders, alike)
        if group is None:
            group = len(members)
            members.append([])
            sums.append({})
            whole.setdefault(kind, group)
        members[group].append(number)
        for stem, weight in vector.items():
            sums[group][stem] = sums[group].get(stem, 0.0) + weight
            holders[kind, stem].add(group)
    return members


def _rarity(remarks: Sequence[Vector]) -> dict[str, float]:
    counts = Counter(stem for remark in remarks for stem in remark)
    return {stem: math.log(1 + len(remarks) / count) for stem, count in counts.items()}


def _unit(vector: Vector) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {stem: weight / length for stem, weight in vector.items()} if length else {}


def _nearest(
    vector: Vector, kind: str, sums: Sequence[Vector], holders: Mapping[tuple[str, str], set[int]], alike: float
) -> int | None:
    near = sorted({group for stem in vector for group in holders.get((kind, stem), ())})
    best, likeness = None, alike
    for group in near:
        centre = sums[group]
        length = math.sqrt(sum(weight * weight for weight in centre.values()))
        cosine = sum(weight * centre.get(stem, 0.0) for stem, weight in vector.items()) / length
        if cosine > likeness:
            best, likeness = group, cosine
    return best
