"""Which of a campaign's phrases are said in a call, where, and how surely?"""

from __future__ import annotations

import numpy as np

from pipeline.heard import Heard
from pipeline.kept import Kept
from pipeline.language import grammar
from pipeline.matching.book import bind
from pipeline.matching.passages import Looked, Passages
from pipeline.matching.sheet import Reader
from pipeline.matching.sweep import sweep
from pipeline.matching.targets import Targets, compile_targets
from pipeline.matching.wishes import wishes
from pipeline.matching.words import Thesaurus
from scripts_library.campaign import Campaign


class Matcher:
    """A campaign's phrases compiled once; finds them in any number of calls."""

    def __init__(self, campaign: Campaign) -> None:
        language = grammar(campaign.language)
        thesaurus = Thesaurus(campaign.synonyms, campaign.related)
        self.targets: Targets = compile_targets(wishes(campaign), language, campaign.company, thesaurus)
        self._book = bind(self.targets)
        self._reader = Reader(self.targets.vocabulary, language)
        self._keys = {target.key: number for number, target in enumerate(self.targets.all)}
        self._doublings = np.array([target.doublings for target in self.targets.all])

    def find(self, heard: Heard) -> Passages:
        """The best place of each target in each run of a call, part by part of a long one."""
        sheet, tokens, runs = self._reader.lay_out(heard)
        return Passages(Looked(self._keys, self._doublings, heard, tokens, sheet.words, runs), sweep(self._book, sheet))

    @property
    def asking(self) -> dict[str, bool | None]:
        """By step: whether it is a question, None where its phrasings don't say."""
        return {target.key.id: target.asks for target in self.targets.all if target.key.kind == "step"}


_compiled = Kept(Matcher)


def matcher_for(campaign: Campaign) -> Matcher:
    """The campaign's matcher, compiled at its first use and kept for the next calls."""
    return _compiled.of(campaign)
