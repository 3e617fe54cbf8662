"""Words of like sense speak for a step whose words they share none of, in either language and always the same way."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.heard import read_words
from pipeline.language import grammar
from pipeline.language.senses import LENGTH, senses
from pipeline.sense import sense
from scripts_library.campaign import Campaign


def campaign(language: str, **say: str) -> Campaign:
    steps = [{"id": name, "title": name, "say": [phrase]} for name, phrase in say.items()]
    return Campaign.model_validate({"id": "trial", "title": "Trial", "language": language, "steps": steps})


@pytest.mark.parametrize(
    ("language", "word", "near", "far"),
    [("ru", "врач", "доктор", "скидка"), ("ru", "скидка", "распродажа", "врач"), ("en", "doctor", "surgeon", "garden")],
)
def test_words_of_like_sense_lie_nearer(language: str, word: str, near: str, far: str) -> None:
    known = senses(language)
    one, like, other = (known.vectors[known.rows[name]] / LENGTH for name in (word, near, far))
    assert one @ one == pytest.approx(1, abs=0.1)
    assert one @ like > one @ other + 0.3


@pytest.mark.parametrize(
    ("language", "steps", "said"),
    [
        ("ru", {"doctor": "вас примет врач", "price": "назову цену"}, ("У нас отличные хирурги", "Обойдётся недорого")),
        ("en", {"doctor": "a doctor will see you", "price": "the price is low"}, ("our surgeon", "it is cheap")),
    ],
)
def test_a_remark_covers_the_step_of_its_matter_more(
    language: str, steps: dict[str, str], said: tuple[str, str]
) -> None:
    words = [read_words(text, grammar(language)) for text in said]
    covered = sense(campaign(language, **steps), words)
    assert covered[0, 0, 0] > covered[0, 1, 0]
    assert covered[1, 1, 0] > covered[1, 0, 0]


def test_the_order_of_remarks_makes_no_difference() -> None:
    script = campaign("ru", doctor="вас примет врач", price="назову цену")
    words = [read_words(text, grammar("ru")) for text in ("Хирург свободен", "Стоит сто рублей", "Угу", "До завтра")]
    forth, back = sense(script, words), sense(script, words[::-1])
    assert np.array_equal(forth, back[::-1])


def test_no_remarks_and_no_words_are_no_trouble() -> None:
    script = campaign("ru", doctor="вас примет врач")
    assert sense(script, []).shape == (0, 1, 2)
    assert np.array_equal(sense(script, [()]), np.zeros((1, 1, 2)))
    assert sense(campaign("ru"), [read_words("добрый день", grammar("ru"))]).shape == (1, 0, 2)
