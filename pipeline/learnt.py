"""What do reviewed calls teach of a step's words, and what does that say of a remark?

A script has two or three phrasings a step, managers have their own. In calls whose steps a person has confirmed or
corrected every word of the managers is seen with the steps that it went with and without them: the log of how much
oftener with than without is what it says for a step. Several such words together make a remark the step; words that
were heard elsewhere alone speak against it, and words that were never heard say nothing. What the remarks that did a
step came to is kept too: a remark like one of them is likely to do it as well.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.gist import Known, example_of, gist_by, known_by
from pipeline.heard import Token, hear, read_words
from pipeline.kept import Kept
from pipeline.language import grammar
from pipeline.language.gists import gists
from pipeline.remarks import joined
from pipeline.transcript import Transcript
from scripts_library.campaign import Campaign, Language, LearntWords, Step

Numbers = npt.NDArray[np.float64]

# Counts are smoothed as if a word had been seen a fifth of 0.3 times; chosen among few by `benchmarks.learning_curve`.
_SMOOTH, _SHARE = 0.3, 0.2
_FOR, _LEAST_FOR = 3.0, 1.0
_LEAST_WEIGHT = 0.25
# The log odds that speak neither for a step nor against it: those of any remark for any step.
_EVEN = -6.0


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A call with the remarks at which each step was done, by a person's word."""

    transcript: Transcript
    done: Mapping[str, frozenset[int]]


def learn(calls: Sequence[Reviewed], campaign: Campaign) -> LearntWords | None:
    """What the calls teach: by step and word what the word says for it, at most 3; None where no step was done."""
    seen: Counter[str] = Counter()
    with_step: dict[str, Counter[str]] = defaultdict(Counter)
    examples: dict[str, set[str]] = defaultdict(set)
    columns = {step.id: column for column, step in enumerate(campaign.steps)}
    remarks, of_step = 0, Counter[str]()
    for call in calls:
        heard = hear(call.transcript, campaign.language)
        said = call.transcript.segments
        own = [index for index in heard.order if heard.tokens[index] and said[index].speaker == "agent"]
        for remark in joined(heard, own):
            words = _telling([token for segment in remark for token in heard.tokens[segment]])
            seen.update(words)
            remarks += 1
            for step, done in call.done.items():
                if not done.isdisjoint(remark):
                    with_step[step].update(words)
                    of_step[step] += 1
                    did = [token for segment in remark if segment in done for token in heard.tokens[segment]]
                    if step in columns:
                        examples[step].add(example_of(did, columns[step], campaign))
    taught = {
        step.id: _of_script(step, campaign.language) | _weights(with_step[step.id], of_step[step.id], seen, remarks)
        for step in campaign.steps
        if of_step[step.id]
    }
    if not taught:
        return None
    told = {step: tuple(sorted(examples[step])) for step in taught}
    return LearntWords(calls=len(calls), seen=tuple(sorted(seen)), words=taught, gist=gists().version, remarks=told)


def _of_script(step: Step, language: Language) -> dict[str, float]:
    """The words of a step's own phrasings: they never speak against it, wherever else they were heard."""
    rules = grammar(language)
    texts = (step.title, *step.say, *step.examples.done)
    return dict.fromkeys(sorted({word for text in texts for word in _telling(read_words(text, rules))}), 0.0)


def _weights(own: Counter[str], count: int, seen: Counter[str], remarks: int) -> dict[str, float]:
    others = remarks - count + _SMOOTH
    found = {}
    for word, times in sorted(own.items()):
        share = (times + _SMOOTH * _SHARE) / (count + _SMOOTH)
        other = (seen[word] - times + _SMOOTH * _SHARE) / others
        found[word] = round(min(_FOR, math.log(share / other)), 2)
    return found


def learnt_features(tokens: Sequence[Sequence[Token]], campaign: Campaign) -> Numbers:
    """Remarks (rows) by steps (columns): what is said for a step by words that went with it, 0 and up, which share of
    the words was heard without the step alone, 0–1, and the log odds by remarks that did it, from -9 to 5.
    """
    learnt = campaign.learnt or LearntWords()
    seen = frozenset(learnt.seen)
    features = np.zeros((len(tokens), len(campaign.steps), 3))
    features[:, :, 2] = _by_remarks(tokens, campaign)
    for row, said in enumerate(tokens):
        words = sorted(_telling(said))
        for column, step in enumerate(campaign.steps):
            weights = learnt.words.get(step.id)
            if weights:
                own = sum(weight for word in words if (weight := weights.get(word, 0.0)) > _LEAST_FOR)
                others = sum(word in seen and word not in weights for word in words)
                features[row, column, :2] = own, others / (len(words) + 1)
    return features


def _by_remarks(tokens: Sequence[Sequence[Token]], campaign: Campaign) -> Numbers:
    """Log odds by nearness to remarks that did a step; even where none is known or another table made the vectors."""
    known = _examples.of(campaign)
    odds = gist_by(known, campaign, tokens)
    odds[:, ~np.isin(np.arange(len(campaign.steps)), known.steps)] = _EVEN
    return odds


def _read(campaign: Campaign) -> Known:
    learnt = campaign.learnt
    if learnt is None or learnt.gist != gists().version:
        return known_by({})
    return known_by({column: learnt.remarks.get(step.id, ()) for column, step in enumerate(campaign.steps)})


_examples = Kept(_read)


def _telling(tokens: Sequence[Token]) -> set[str]:
    return {token.form for token in tokens if token.weight >= _LEAST_WEIGHT and token.form[0] not in "#@"}
