"""What does the rest of a call say for each remark being each step? From log odds by words, as numbers to be weighed.

Every array has remarks as rows and steps as columns; a remark and a step that can't meet have a chance of 0.
"""

from __future__ import annotations

import math

import numpy as np

from pipeline.matching.book import Floats, Ints, Records, Truths
from pipeline.matching.compiled import compiled, compiled_and_kept

CONTEXT = (
    "other step fits better", "said better elsewhere", "far from its place", "against the order", "share in order",
    "claimed", "said elsewhere", "between", "between and unclaimed", "unclaimed question between", "beside a neighbour",
    "unclaimed question beside", "narrow gap", "first", "last", "conditional",
)  # fmt: skip
_ANCHOR = 0.5
_LEAST_STEPS_FOR_PLACE = 4
_NEVER = -8.0
_MOST_LEAD = 5.0

_PEAK = np.dtype(
    [
        *(("chance", "f8"), ("next_chance", "f8"), ("chance_at", "i8")),
        *(("odds", "f8"), ("next_odds", "f8"), ("odds_at", "i8")),
    ]
)


def surroundings(
    logits: Floats, allowed: Truths, questions: Floats, moments: Floats, conditional: Truths, turns: Ints
) -> Floats:
    """The features of CONTEXT; `questions` is 1 where a step that asks meets a remark that asks, `moments` are 0-1.

    `turns` numbers the turn of each remark from 0: what one side said at a stretch counts as one, in however many
    pieces the recogniser wrote it down.
    """
    remarks, steps = logits.shape
    features = np.zeros((remarks, steps, len(CONTEXT)))
    if not features.size:
        return features
    chance, odds = np.empty((remarks, steps)), np.empty((remarks, steps))
    by_remark, by_step = np.empty(remarks, dtype=_PEAK), np.empty(steps, dtype=_PEAK)
    _peaks(logits, allowed, chance, odds, by_remark, by_step)
    anchors = np.empty((2, steps))
    _look_around(chance, odds, by_remark, by_step, questions, moments, conditional, turns, anchors, features)
    return features


@compiled_and_kept
def _peaks(logits: Floats, allowed: Truths, chance: Floats, odds: Floats, by_remark: Records, by_step: Records) -> None:
    """Chance and log odds of each place, and the two largest of each row and column."""
    for row in range(len(by_remark)):
        _forget(by_remark[row])
    for step in range(len(by_step)):
        _forget(by_step[step])
    for row in range(len(by_remark)):
        for step in range(len(by_step)):
            logit = logits[row, step]
            odds[row, step] = logit if allowed[row, step] else _NEVER
            likely = 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))
            chance[row, step] = likely if allowed[row, step] else 0.0
            _note(by_remark[row], step, chance[row, step], odds[row, step])
            _note(by_step[step], row, chance[row, step], odds[row, step])
    for row in range(len(by_remark)):
        _complete(by_remark[row])
    for step in range(len(by_step)):
        _complete(by_step[step])


@compiled
def _forget(peak: np.void) -> None:
    peak["chance"] = peak["next_chance"] = peak["odds"] = peak["next_odds"] = -math.inf
    peak["chance_at"] = peak["odds_at"] = 0


@compiled
def _note(peak: np.void, place: int, chance: float, odds: float) -> None:
    if chance > peak["chance"]:
        peak["next_chance"], peak["chance"], peak["chance_at"] = peak["chance"], chance, place
    elif chance > peak["next_chance"]:
        peak["next_chance"] = chance
    if odds > peak["odds"]:
        peak["next_odds"], peak["odds"], peak["odds_at"] = peak["odds"], odds, place
    elif odds > peak["next_odds"]:
        peak["next_odds"] = odds


@compiled
def _complete(peak: np.void) -> None:
    """Where there is one place alone, there is no other that could be likelier."""
    if peak["next_odds"] == -math.inf:
        peak["next_chance"], peak["next_odds"] = 0.0, _NEVER


@compiled_and_kept
def _look_around(
    chance: Floats, odds: Floats, by_remark: Records, by_step: Records, questions: Floats, moments: Floats,
    conditional: Truths, turns: Ints, anchors: Floats, features: Floats,
) -> None:  # fmt: skip
    remarks, steps = chance.shape
    _anchors(by_step, turns, anchors)
    always = 0
    for step in range(steps):
        always += not conditional[step]
    expected = 0
    for step in range(steps):
        placed = always >= _LEAST_STEPS_FOR_PLACE and not conditional[step]
        before, after = anchors[0, step], anchors[1, step]
        for row in range(remarks):
            told = features[row, step]
            mine, theirs = by_remark[row], by_step[step]
            claimed = mine["next_chance"] if mine["chance_at"] == step else mine["chance"]
            lead = (mine["next_odds"] if mine["odds_at"] == step else mine["odds"]) - odds[row, step]
            own_lead = (theirs["next_odds"] if theirs["odds_at"] == row else theirs["odds"]) - odds[row, step]
            in_order, against = _order(row, step, by_step, conditional)
            between = 1.0 if before <= turns[row] <= after else 0.0
            beside = _beside(row, step, by_step, turns)
            told[0] = max(0.0, min(_MOST_LEAD, lead + 1))
            told[1] = max(0.0, min(_MOST_LEAD, own_lead + 1))
            told[2] = abs(moments[row] - expected / (always - 1)) if placed else 0.0
            told[3] = against
            told[4] = in_order / (in_order + against + 0.5)
            told[5] = claimed
            told[6] = theirs["next_chance"] if theirs["chance_at"] == row else theirs["chance"]
            told[7] = between
            told[8] = between * (1 - claimed)
            told[9] = between * (1 - claimed) * questions[row, step]
            told[10] = beside
            told[11] = beside * (1 - claimed) * questions[row, step]
            told[12] = between / (max(0.0, after - before) + 1)
            told[13] = turns[row] == 0
            told[14] = turns[row] == turns[-1]
            told[15] = conditional[step]
        expected += not conditional[step]


@compiled
def _order(row: int, step: int, by_step: Records, conditional: Truths) -> tuple[float, float]:
    """How much of the other steps, where they are likeliest, speaks for and against a step being at a remark."""
    in_order = against = 0.0
    for other in range(len(by_step)):
        if other == step or conditional[other]:
            continue
        weight = by_step[other]["chance"] / (1 + 0.5 * (abs(step - other) - 1))
        at = by_step[other]["chance_at"]
        if at == row or (at < row) == (other < step):
            in_order += weight
        else:
            against += weight
    return in_order, against


@compiled
def _anchors(by_step: Records, turns: Ints, anchors: Floats) -> None:
    """For each step the turns of the nearest likely step before it and after it in the script."""
    steps = len(by_step)
    anchors[0, 0], anchors[1, steps - 1] = 0, turns[-1] + 1
    for step in range(1, steps):
        near = by_step[step - 1]
        anchors[0, step] = turns[near["chance_at"]] if near["chance"] > _ANCHOR else anchors[0, step - 1]
    for step in range(steps - 2, -1, -1):
        near = by_step[step + 1]
        anchors[1, step] = turns[near["chance_at"]] if near["chance"] > _ANCHOR else anchors[1, step + 1]


@compiled
def _beside(row: int, step: int, by_step: Records, turns: Ints) -> float:
    """How many of a step's neighbours in the script are likely at the same turn or the next to it."""
    found = 0.0
    if step > 0 and by_step[step - 1]["chance"] > _ANCHOR:
        found += 0 <= turns[row] - turns[by_step[step - 1]["chance_at"]] <= 1
    if step + 1 < len(by_step) and by_step[step + 1]["chance"] > _ANCHOR:
        found += 0 <= turns[by_step[step + 1]["chance_at"]] - turns[row] <= 1
    return found
