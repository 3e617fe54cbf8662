"""Everything of a campaign that was found in one call, by what it belongs to, for all the judges to read."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.heard import Heard, Token
from pipeline.matching import Key, Kind, Match, Matcher, Passages
from pipeline.matching.patterns import Said
from pipeline.sayings import DEED, WRONG, sayings
from pipeline.transcript import Speaker

_REACH = 2


@dataclass(frozen=True, slots=True)
class Findings:
    """The places where each phrase of a campaign may have been said, in the order of time.

    `asking` tells by step whether it is a question, None where its phrasings don't say; `wrongs` are the general
    wrongs of what is never to be said, each with the number of its turn.
    """

    heard: Heard
    places: Passages
    asking: Mapping[str, bool | None] = field(default_factory=dict)
    turns_said: tuple[tuple[Said, ...], ...] = ()
    turns_done: tuple[tuple[Said, ...], ...] = ()
    wrongs: tuple[tuple[int, Said], ...] = ()

    def sayings(self, turn: int) -> tuple[Said, ...]:
        """The general turns of phrase in one turn of the talk, but for deeds; their places count its words."""
        return self.turns_said[turn]

    def deeds(self, turn: int) -> tuple[Said, ...]:
        """The turns of phrase of general deeds in one turn of the talk; their places count its words."""
        return self.turns_done[turn]

    def as_match(self, said: Said, key: Key, turn: int, odds: float) -> Match:
        """A turn of phrase as a place where a target was said, for what is told by it alone."""
        tokens = self.heard.turn_words[turn][said.first : said.last + 1]
        return Match(
            key, 1.0, odds, self.heard.turns[turn].speaker, tokens[0].segment, tokens[0].start, tokens[-1].end, tokens,
            None, self.heard.transcript.segments,
        )  # fmt: skip

    def all(self, kind: Kind, name: str) -> tuple[Match, ...]:
        """Every place that came near, likely or not."""
        return self.places.get(Key(kind, name), ())

    def at_least(self, kind: Kind, name: str, odds: float) -> list[Match]:
        """The places with such log odds or better."""
        return self.places.at_least(Key(kind, name), odds)

    def likest(self, kind: Kind, name: str) -> Iterator[Match]:
        """Every place that came near, the likest first."""
        return self.places.likest(Key(kind, name))

    def odds(self, kind: Kind, name: str, segments: Iterable[int]) -> float | None:
        """The best log odds of the places in some segments; None where none came near."""
        return best_in(self.places.odds(Key(kind, name)), segments)

    def best(self, kind: Kind, name: str, segments: Container[int]) -> Match | None:
        """The likeliest place in some segments, the first of equals; None where none came near."""
        return self.places.best(Key(kind, name), segments)

    def odds_with(self, kind: Kind, name: str, token: Token) -> float | None:
        """The best log odds of the places that a number stands with (see `stands_with`)."""
        return self.places.odds_with(Key(kind, name), token, _REACH)

    def where_likely(self, kind: Kind, name: str) -> frozenset[int]:
        """The segments in which it was more likely said than not."""
        return frozenset(segment for segment, odds in self.places.odds(Key(kind, name)).items() if odds >= 0)

    def surest(self, kind: Kind, name: str) -> float:
        """The probability of the likeliest place, 0 where none came near."""
        return self.places.surest(Key(kind, name))

    def likely(self, kind: Kind, name: str, speaker: Speaker | None = None) -> list[Match]:
        """The places where it was more likely said than not; `speaker` leaves out what the other side said."""
        found = self.places.likely(Key(kind, name))
        return [match for match in found if speaker is None or match.speaker in (speaker, None)]


def look_through(heard: Heard, matcher: Matcher) -> Findings:
    """All of a campaign's phrases looked for in all that was said."""
    general = sayings(heard.grammar.code)
    said: list[tuple[Said, ...]] = []
    done: list[tuple[Said, ...]] = []
    wrongs: list[tuple[int, Said]] = []
    for number, turn in enumerate(general.find_in(heard.turn_words)):
        apart: tuple[list[Said], list[Said]] = ([], [])
        for one in turn:
            apart[one.name.startswith(DEED)].append(one)
            if one.name.startswith(WRONG):
                wrongs.append((number, one))
        said.append(tuple(apart[False]))
        done.append(tuple(apart[True]))
    return Findings(heard, matcher.find(heard), matcher.asking, tuple(said), tuple(done), tuple(wrongs))


def best_in(odds: Mapping[int, float], segments: Iterable[int]) -> float | None:
    """The best of some segments' log odds; None where there are none."""
    found = [odds[segment] for segment in segments if segment in odds] if odds else None
    return max(found) if found else None


def overlap(one: Match, other: Match) -> bool:
    """Whether two places share a moment of the same speech."""
    return one.start < other.end and other.start < one.end


def stands_with(match: Match, token: Token, heard: Heard) -> bool:
    """Whether a number is part of a passage or follows it at once, where a number of another kind took its place."""
    if any(word is token for word in match.tokens):
        return True
    last = match.tokens[-1]
    if token.segment != last.segment or not any(word.amount is not None for word in match.tokens):
        return False
    words = heard.tokens[token.segment]
    places = [place for place, word in enumerate(words) if word is token or word is last]
    return len(places) > 1 and words[places[-1]] is token and places[-1] - places[0] <= _REACH
