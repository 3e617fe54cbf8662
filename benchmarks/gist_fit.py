"""Which vectors of words tell what a remark does? Makes `pipeline/language/gists.npz` from `benchmarks/remarks`.

`python -m benchmarks.gist_fit` (three minutes on two cores; needs jax and optax, which nothing else here does). Each
remark, as written and as misheard, is to come near to the phrasings of the steps that it does and to no others of its
script; what comes out is rounded to whole numbers. No labelled call of `tests/evaluation` is among the remarks.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt
import optax

import pipeline.language
from benchmarks.labelled_remarks import Talk, talks
from pipeline.gist import WHOLE, stretches
from pipeline.heard import read_words
from pipeline.language import grammar
from pipeline.language.gists import BITS, LOUD, PLACES, pairs_of, traits_of
from pipeline.language.senses import LENGTH, senses
from pipeline.language.senses import PLACES as SENSES
from pipeline.meaning import plain_phrase
from tests.evaluation.misheard import misheard_words

Numbers = npt.NDArray[np.float32]
Whole = npt.NDArray[np.int32]
Weights = dict[str, jax.Array]
Words = tuple[tuple[int, int, int, int, int, float], ...]

COPIES, ROUNDS, TALKS_AT_ONCE = 4, 4, 32
LEARNING, SHRINKING, HEARD = 3e-3, 1e-4, 0.65
_REMARKS, _STEPS, _PARTS, _PHRASINGS, _PHRASES = 34, 16, 110, 72, 5
_STEEPNESS, _SHIFT, _SMALLEST, _NOWHERE = 10.0, -6.0, 1e-3, -2.0
# Over all copies, so that only what was misheard once is left out.
_LEAST_SEEN = 2


class Book:
    """All stretches of words that occur, each once, and the forms of their words by number."""

    def __init__(self) -> None:
        self.forms: dict[str, int] = {"": 0}
        self.seen: Counter[str] = Counter()
        self.stretches: dict[Words, int] = {(): 0}

    def words(self, text: str, language: str) -> Words:
        """A text's words: form, beginning, word, end, form with the one before, and weight."""
        tokens = read_words(text, grammar(language))
        traits = [traits_of(token.word, token.form, language) for token in tokens]
        hashes = np.array([own.hashed for own in traits], dtype=np.uint64)
        pairs = pairs_of(hashes, np.arange(len(tokens)) == 0).tolist() if tokens else []
        self.seen.update(own.form for own in traits)
        return tuple(
            (self.forms.setdefault(own.form, len(self.forms)), own.beginning, own.word, own.end, pair, token.weight)
            for own, pair, token in zip(traits, pairs, tokens, strict=True)
        )

    def number(self, words: Words) -> int:
        """The number of a stretch."""
        return self.stretches.setdefault(words, len(self.stretches))


@dataclass(frozen=True, slots=True)
class Batch:
    """Stretches with the remark of each, phrasings with the step of each, and 1 where a remark does a step."""

    parts: Whole
    remark_of: Whole
    phrasings: Whole
    step_of: Whole
    done: Numbers
    counts: Numbers


def main() -> None:
    """Learn the vectors and write them."""
    book = Book()
    chance = random.Random(0)  # noqa: S311 - no secret hangs on it
    batches = [each for talk in talks() for copy in range(COPIES) for each in _batches(talk, copy, book, chance)]
    print(f"{len(batches)} batches, {len(book.stretches)} stretches, {len(book.forms)} forms")
    _write(book, Told(book).learn(batches))


def _batches(talk: Talk, copy: int, book: Book, chance: random.Random) -> Iterator[Batch]:
    language = talk.script.language
    phrasings: list[int] = []
    step_of: list[int] = []
    for step, (title, own) in enumerate(talk.script.steps[:_STEPS]):
        for text in (title, *map(plain_phrase, own[:_PHRASES])):
            phrasings.append(book.number(book.words(text, language)[:WHOLE]))
            step_of.append(step)
    remarks = list(talk.remarks)
    if not talk.is_call:
        chance.shuffle(remarks)
    for first in range(0, len(remarks), _REMARKS):
        some = remarks[first : first + _REMARKS]
        parts: list[int] = []
        remark_of: list[int] = []
        done, counts = np.zeros((_REMARKS, _STEPS), np.float32), np.zeros((_REMARKS, _STEPS), np.float32)
        for row, (text, steps) in enumerate(some):
            said = text if copy % 2 == 0 else " ".join(misheard_words(text, language, chance)) or text
            words = book.words(said, language)
            for begin, end in stretches(len(words)) if words else []:
                parts.append(book.number(words[begin:end]))
                remark_of.append(row)
            done[row, list(steps)] = 1
        counts[: len(some), : len(talk.script.steps)] = 1
        yield Batch(
            _filled(parts, _PARTS, 0), _filled(remark_of, _PARTS, _REMARKS), _filled(phrasings, _PHRASINGS, 0),
            _filled(step_of, _PHRASINGS, _STEPS), done, counts,
        )  # fmt: skip


def _filled(numbers: Sequence[int], length: int, filling: int) -> Whole:
    # The few batches that are longer lose their end.
    return np.array([*numbers[:length], *[filling] * (length - len(numbers))], dtype=np.int32)


class Told:
    """What is learnt from the batches: vectors of forms and of shared places, how loud each form is, and the curve."""

    def __init__(self, book: Book) -> None:
        form, known = np.zeros((len(book.stretches), WHOLE), np.int32), senses_of(book.forms)
        places, weight = np.zeros((*form.shape, 4), np.int32), np.zeros(form.shape, np.float32)
        for words, row in book.stretches.items():
            for at, (own, *shared, heavy) in enumerate(words):
                form[row, at], places[row, at], weight[row, at] = own, shared, heavy
        self.form, self.places, self.weight = jnp.array(form), jnp.array(places), jnp.array(weight)
        self.senses = jnp.array(known)
        turned = np.linalg.qr(np.random.default_rng(0).normal(size=(PLACES, PLACES)))[0]
        self.begin: Weights = {
            "turn": jnp.array(turned[:SENSES], jnp.float32),
            "forms": jnp.zeros((len(book.forms), PLACES)),
            "shared": jnp.zeros((4, 1 << BITS, PLACES)),
            "louder": jnp.zeros(len(book.forms)),
            "steepness": jnp.float32(_STEEPNESS),
            "shift": jnp.float32(_SHIFT),
        }

    def learn(self, batches: Sequence[Batch]) -> Weights:
        """The weights after so many rounds over all batches in an order by chance."""
        count = len(batches) // TALKS_AT_ONCE
        adam = optax.adam(optax.cosine_decay_schedule(LEARNING, ROUNDS * count))
        weights, state = self.begin, adam.init(self.begin)

        @partial(jax.jit, donate_argnums=(0, 1))
        def step(weights, state, batch, key):  # type: ignore[no-untyped-def]
            loss, slope = jax.value_and_grad(self._loss)(weights, batch, key)
            change, state = adam.update(slope, state)
            return optax.apply_updates(weights, change), state, loss

        order, key = np.random.default_rng(0), jax.random.PRNGKey(0)
        for turn in range(ROUNDS):
            shuffled, total = order.permutation(len(batches)), 0.0
            for number in range(count):
                key, own = jax.random.split(key)
                some = [batches[i] for i in shuffled[number * TALKS_AT_ONCE : (number + 1) * TALKS_AT_ONCE]]
                stacked = [np.stack([getattr(one, name) for one in some]) for name in Batch.__slots__]
                weights, state, loss = step(weights, state, stacked, own)
                total += float(loss)
            print(f"round {turn + 1} of {ROUNDS}: {total / count:.4f}", flush=True)
        return dict(weights)

    def _loss(self, weights: Weights, batch: Sequence[jax.Array], key: jax.Array) -> jax.Array:
        likeness = jax.vmap(partial(self._likeness, weights))(
            *batch[:4], jax.random.split(key, len(batch[0]))
        )  # fmt: skip
        done, counts = batch[4], batch[5] * (likeness > _NOWHERE / 2)
        odds = weights["steepness"] * likeness + weights["shift"]
        wrong = jnp.maximum(odds, 0) - odds * done + jnp.log1p(jnp.exp(-jnp.abs(odds)))
        large = jnp.sum(weights["forms"] ** 2) + jnp.sum(weights["shared"] ** 2)
        return jnp.sum(wrong * counts) / jnp.sum(counts) + SHRINKING * large

    def _likeness(self, weights: Weights, *batch: jax.Array) -> jax.Array:
        parts, remark_of, phrasings, step_of, key = batch
        said, asked = jax.random.split(key)
        near = self._vectors(weights, parts, said) @ self._vectors(weights, phrasings, asked).T
        rows = jnp.full((_REMARKS + 1, _PHRASINGS), _NOWHERE).at[remark_of].max(near)
        steps = jnp.full((_STEPS + 1, _REMARKS + 1), _NOWHERE).at[step_of].max(rows.T)
        return steps.T[:_REMARKS, :_STEPS]

    def _vectors(self, weights: Weights, numbers: jax.Array, key: jax.Array) -> jax.Array:
        form, places = self.form[numbers], self.places[numbers]
        loud = self.weight[numbers] * jnp.exp(weights["louder"][form])
        # A third of the words goes unheard at each look, so that no remark is known by one word alone.
        loud = loud * jax.random.bernoulli(key, HEARD, loud.shape)
        vectors = self.senses[form] @ weights["turn"] + weights["forms"][form]
        for kind in range(4):
            vectors = vectors + weights["shared"][kind][places[..., kind]]
        total = (vectors * loud[..., None]).sum(-2)
        return total * jax.lax.rsqrt((total * total).sum(-1, keepdims=True) + _SMALLEST)


def senses_of(forms: Iterable[str]) -> Numbers:
    """The senses of forms that begin with their language; zeros where a word is not known."""
    known = {language: senses(language) for language in ("ru", "en")}
    rows = [(known[form[:2]].rows.get(form[2:]), known[form[:2]]) if form else (None, None) for form in forms]
    vectors = [np.zeros(SENSES, np.float32) if row is None or own is None else own.vectors[row] for row, own in rows]
    return (np.stack(vectors) / LENGTH).astype(np.float32)


def _write(book: Book, weights: Weights) -> None:
    """The file: forms that were met or have a sense, one row for all others, and whole numbers of one byte."""
    learnt = {name: np.asarray(each, dtype=np.float64) for name, each in weights.items()}
    met = [form for form in book.forms if form and book.seen[form] >= _LEAST_SEEN]
    sensed = [language + form for language in ("ru", "en") for form in senses(language).rows]
    names = sorted({*met, *sensed})
    rows = np.array([book.forms.get(name, 0) for name in names])
    own = np.where(rows[:, None] > 0, learnt["forms"][rows], 0.0)
    forms = np.concatenate((senses_of(names) @ learnt["turn"] + own, np.zeros((1, PLACES))))
    loudness = np.exp(np.append(np.where(rows > 0, learnt["louder"][rows], 0.0), 0.0))
    scale = 127 / max(np.quantile(np.abs(forms), 0.9999), np.quantile(np.abs(learnt["shared"]), 0.9999))
    file = Path(pipeline.language.__file__).parent / "gists.npz"
    np.savez_compressed(
        file, names=np.frombuffer("\n".join(names).encode(), dtype=np.uint8), forms=_whole(forms * scale),
        loudness=np.clip(np.round(loudness * LOUD), 0, 255).astype(np.uint8), shared=_whole(learnt["shared"] * scale),
        curve=np.array((learnt["steepness"], learnt["shift"], _SMALLEST * (scale * LOUD) ** 2)),
    )  # fmt: skip
    print(f"{len(names)} forms, {file.stat().st_size / 1e6:.1f} MB")


def _whole(numbers: npt.NDArray[np.float64]) -> npt.NDArray[np.int8]:
    return np.clip(np.round(numbers), -127, 127).astype(np.int8)


if __name__ == "__main__":
    main()
