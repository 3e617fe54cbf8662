"""Whose voice is it in a lane that two people share? Each stretch of voice goes to the first or the second of them.

Light and offline: two Gaussians over timbre and pitch, and stretches that move to whichever explains them better until
none moves. Whether there are two voices at all is told by the Bayesian information criterion, as in Chen and
Gopalakrishnan, "Speaker, environment and channel change detection and clustering via the Bayesian information
criterion" (1998). Where one speaks right after the other, the change is found frame by frame (Viterbi).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from pipeline.audio import RATE, Samples
from pipeline.recognition.timbre import WIDTH, Array, Timbre, timbre
from pipeline.recognition.voice import Voice

Owners = NDArray[np.int64]
Gaussian = tuple[Array, Array]

_ROUNDS = 25
_SMOOTH = 20
# Neighbouring frames say nearly the same, so that much fewer than all count as evidence of their own.
_FRAMES_AT_ONCE = 30.0
_PENALTY = 3.0
_LEAST_FRAMES = 100
# What a change of speaker within a stretch must explain (log-likelihood), so that a cough does not make two.
_CHANGE = 120.0


@dataclass(frozen=True, slots=True)
class VoiceTurn:
    """A stretch of voice in seconds, whose it is (0 or 1; 0 is who speaks first) and how surely (0.5–1)."""

    start: float
    end: float
    who: int
    sure: float


class TellApart(Protocol):
    """What tells the two voices of a lane apart."""

    def __call__(self, lane: Samples, voice: Voice) -> tuple[VoiceTurn, ...]:
        """Whose each stretch of voice is; empty where the lane holds one voice only, or too little to tell."""
        ...


def tell_apart(lane: Samples, voice: Voice) -> tuple[VoiceTurn, ...]:
    """Whose each stretch of voice is; empty where the lane holds one voice only, or too little to tell."""
    heard = [timbre(lane[start:end]) for start, end in voice.spoken]
    features = [one.frames for one in heard]
    if sum(map(len, features)) < _LEAST_FRAMES or len(features) < 2:
        return ()
    owners = _best_split(features)
    if owners is None:
        return ()
    models = _models(features, owners)
    turns: list[VoiceTurn] = []
    for (start, end), one in zip(voice.spoken, heard, strict=True):
        turns += _turns(start / RATE, end / RATE, one, models)
    return tuple(VoiceTurn(turn.start, turn.end, turn.who ^ turns[0].who, turn.sure) for turn in turns)


def _best_split(features: Sequence[Array]) -> Owners | None:
    """The owners of the spans, from the best of several beginnings; None where one voice explains them as well."""
    means = np.array([one.mean(0) if len(one) else np.full(WIDTH, np.nan) for one in features])
    means[np.isnan(means).any(1)] = np.nanmean(means, 0)
    centred = (means - means.mean(0)) / (means.std(0) + 1e-9)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    best, best_gain = None, 0.0
    for start in (centred[:, -1], *(centred @ axis for axis in axes[:3])):
        owners = _settled(features, (start < np.median(start)).astype(np.int64))
        gain = _gain(features, owners)
        if gain > best_gain:
            best, best_gain = owners, gain
    return best


def _settled(features: Sequence[Array], owners: Owners) -> Owners:
    for _ in range(_ROUNDS):
        if owners.min() == owners.max():
            break
        models = _models(features, owners)
        moved = np.array([int(_ratios(one, models).sum() < 0) for one in features])
        if (moved == owners).all():
            break
        owners = moved
    return owners


def _gain(features: Sequence[Array], owners: Owners) -> float:
    """How much better two voices explain the lane than one, less what the second one's numbers must earn."""
    together = np.concatenate(list(features))
    parts = [_pooled(features, owners, who) for who in (0, 1)]
    if min(map(len, parts)) < _LEAST_FRAMES // 2:
        return -1.0
    explained = sum(float(_log_likelihood(part, _gaussian(part)).sum()) for part in parts)
    alone = float(_log_likelihood(together, _gaussian(together)).sum())
    numbers = WIDTH + WIDTH * (WIDTH + 1) / 2
    return (2 * (explained - alone) - _PENALTY * numbers * float(np.log(len(together)))) / _FRAMES_AT_ONCE


def _models(features: Sequence[Array], owners: Owners) -> tuple[Gaussian, Gaussian]:
    return _gaussian(_pooled(features, owners, 0)), _gaussian(_pooled(features, owners, 1))


def _pooled(features: Sequence[Array], owners: Owners, who: int) -> Array:
    return np.concatenate([features[0][:0], *(one for one, own in zip(features, owners, strict=True) if own == who)])


def _ratios(frames: Array, models: tuple[Gaussian, Gaussian]) -> Array:
    """By how much the first voice explains each frame better than the second (log-likelihood)."""
    return _log_likelihood(frames, models[0]) - _log_likelihood(frames, models[1])


def _gaussian(frames: Array) -> Gaussian:
    if len(frames) < 2:
        return np.zeros(WIDTH), np.eye(WIDTH)
    spread = np.cov(frames.T)
    weight = _SMOOTH / (_SMOOTH + len(frames))
    return frames.mean(0), (1 - weight) * spread + weight * np.diag(np.diag(spread)) + 1e-3 * np.eye(WIDTH)


def _log_likelihood(frames: Array, model: Gaussian) -> Array:
    if not len(frames):
        return np.zeros(0)
    mean, spread = model
    root = np.linalg.cholesky(spread)
    away = np.linalg.solve(root, (frames - mean).T)
    return np.asarray(-0.5 * (away**2).sum(0) - np.log(np.diag(root)).sum())


def _turns(start: float, end: float, heard: Timbre, models: tuple[Gaussian, Gaussian]) -> list[VoiceTurn]:
    """One stretch of voice, cut where the other speaker takes over."""
    ratios = _ratios(heard.frames, models)
    if not len(ratios):
        return [VoiceTurn(start, end, 0, 0.5)]
    owners = _path(ratios)
    changes = [0, *(np.flatnonzero(np.diff(owners)) + 1), len(owners)]
    edges = [start, *(start + (heard.times[at - 1] + heard.times[at]) / 2 for at in changes[1:-1]), end]
    return [
        VoiceTurn(round(float(a), 3), round(float(b), 3), int(owners[first]), _sure(ratios[first:last]))
        for (first, last), (a, b) in zip(pairwise(changes), pairwise(edges), strict=True)
    ]


def _path(ratios: Array) -> Owners:
    """The likeliest owner of each frame where every change of owner costs `_CHANGE`."""
    gains = np.stack([ratios, -ratios], 1) / 2
    best, came = gains[0].copy(), np.zeros((len(ratios), 2), np.int64)
    for at in range(1, len(ratios)):
        stay, change = best, best[::-1] - _CHANGE
        came[at] = np.where(stay >= change, (0, 1), (1, 0))
        best = np.maximum(stay, change) + gains[at]
    owners = np.zeros(len(ratios), np.int64)
    owners[-1] = int(best[1] > best[0])
    for at in range(len(ratios) - 1, 0, -1):
        owners[at - 1] = came[at, owners[at]]
    return owners


def _sure(ratios: Array) -> float:
    evidence = min(50.0, abs(float(ratios.sum())) / _FRAMES_AT_ONCE)
    return round(float(1.0 / (1.0 + np.exp(-evidence))), 3)
