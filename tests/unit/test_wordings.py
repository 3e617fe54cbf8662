"""Every turn of phrase of a deed is met in the sentence that stands beside it."""

from __future__ import annotations

import pytest

from pipeline.heard import read_words
from pipeline.language import grammar
from pipeline.matching.patterns import Patterns
from pipeline.sayings import DEED
from pipeline.sayings.wordings import SUBJECTS, wordings


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("subject", SUBJECTS)
def test_each_turn_of_phrase_is_met_in_its_example(subject: str, language: str) -> None:
    every = list(wordings(subject, language))
    assert every
    patterns = Patterns({str(number): one.pattern for number, one in enumerate(every)}, grammar(language))
    rows = [read_words(one.example, grammar(language)) for one in every]
    met = [{said.name for said in row} for row in patterns.find_in(rows)]
    assert [one for number, one in enumerate(every) if str(number) not in met[number]] == []


@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_turn_of_phrase_is_there_twice(language: str) -> None:
    every = [(one.deed, one.pattern) for subject in SUBJECTS for one in wordings(subject, language)]
    assert all(deed.startswith(DEED) for deed, _ in every)
    assert len(every) == len(set(every))
