"""How alike are a heard word and a word of the library, 0–1? By form, root, sound, spelling and synonym group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA

from pipeline.heard import Token
from pipeline.language.grammar import Grammar
from pipeline.language.spelling import spell
from pipeline.matching.spelt import Spelt

Alike = tuple[tuple[int, float], ...]

# What the gaps {value}, {date} and {time} are numbered by, beside the words of the library.
VALUE, DATE, TIME = -1, -2, -3

# How much a heard word counts for the wanted one. Chosen by meaning, not fitted: the same form is certain, another
# form of the root nearly so, and a spelling that is merely near is worth as much as it is near.
SAME_FORM, OTHER_FORM, SYNONYM, SAME_STEM, SAME_SOUND, SAME_ROOT = 1.0, 0.95, 0.8, 0.9, 0.9, 0.75
RELATED = 0.6
LEAST = 0.4
_MOST_REMEMBERED = 60_000
_SMALL_WORD = 0.2
_SAME_BEGINNING = 5
_NAME_LIKENESS = 0.7


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Groups of words and sayings: what means the same, and what merely belongs to one matter."""

    synonyms: Sequence[Sequence[str]] = ()
    related: Sequence[Sequence[str]] = ()


class Vocabulary:
    """The distinct words of a campaign's phrases, numbered; finds which of them a heard word may stand for."""

    def __init__(self, grammar: Grammar, thesaurus: Thesaurus | None = None, name: Sequence[Token] = ()) -> None:
        self._grammar = grammar
        self._name = tuple(name)
        self._is_name: dict[tuple[str, str, int], bool] = {}
        self.forms: list[str] = []
        self._numbers: dict[str, int] = {}
        self._stems: dict[str, list[int]] = defaultdict(list)
        self._roots: dict[str, list[int]] = defaultdict(list)
        self._sounds: dict[str, list[int]] = defaultdict(list)
        self._spellings: dict[str, set[int]] = defaultdict(set)
        self._spelt = Spelt()
        self._beginnings: dict[str, list[str]] = defaultdict(list)
        self._groups: dict[str, set[int]] = defaultdict(set)
        self._members: dict[int, list[int]] = defaultdict(list)
        self._remembered: dict[tuple[str, str], Alike] = {}
        self._sayings: dict[tuple[str, str], list[tuple[tuple[str, ...], int]]] = defaultdict(list)
        self._worth: list[float] = []
        self.shared: set[int] = set()
        if thesaurus is not None:
            for worth, groups in ((SYNONYM, thesaurus.synonyms), (RELATED, thesaurus.related)):
                for members in groups:
                    self._learn(members, worth)

    def _learn(self, members: Sequence[str], worth: float) -> None:
        group = len(self._worth)
        self._worth.append(worth)
        for member in members:
            forms = tuple(self._grammar.forms(word.text)[0] for word in spell(member))
            if len(forms) == 1:
                self._groups[forms[0]].add(group)
            elif forms:
                self._sayings[forms[0], forms[1]].append((forms, group))

    def add(self, token: Token) -> int:
        """The number of a library word."""
        number = self._numbers.get(token.form)
        if number is None:
            number = self._numbers[token.form] = len(self.forms)
            self.forms.append(token.form)
            for group in self._groups.get(token.form, ()):
                self._members[group].append(number)
            if _is_wordlike(token, self._grammar) and token.form not in self._grammar.apart:
                stem = self._grammar.stem(token.form)
                if stem not in self._stems:
                    self._beginnings[stem[:_SAME_BEGINNING]].append(stem)
                self._stems[stem].append(number)
                for root in _roots(stem, self._grammar):
                    self._roots[root].append(number)
        if _is_wordlike(token, self._grammar):
            self._sounds[self._grammar.sound(token.word)].append(number)
            for spelling in (token.word, token.form):
                self._spelt.add(spelling)
                self._spellings[spelling].add(number)
        return number

    def alike(self, token: Token) -> Alike:
        """The library words that a heard word may stand for, with likeness from LEAST to 1, in a fixed order."""
        key = (token.word, token.form)
        found = self._remembered.get(key)
        if found is None:
            if len(self._remembered) >= _MOST_REMEMBERED:
                self._remembered.clear()
            found = self._remembered[key] = self._compare(token)
        return found

    def may_begin_name(self, token: Token) -> bool:
        """Whether a word is the first of the company's name, misheard or not."""
        return bool(self._name) and self._names(token, 0)

    def name_at(self, tokens: Sequence[Token], position: int) -> int:
        """How many words from a position on are the company's name, misheard or not; 0 where it isn't said there."""
        count = len(self._name)
        if not count or not self._names(tokens[position], 0) or position + count > len(tokens):
            return 0
        return count if all(self._names(tokens[position + i], i) for i in range(count)) else 0

    def name_number(self, place: int) -> int | None:
        """The number of the name's word at a place, None where no phrase has the name."""
        return self._numbers.get(self._name[place].form)

    def _names(self, token: Token, place: int) -> bool:
        key = (token.word, token.form, place)
        if key not in self._is_name:
            wanted = self._name[place]
            pairs = ((token.form, wanted.form.removeprefix("@")), (token.word, wanted.word))
            alike = max(OSA.normalized_similarity(*pair) for pair in pairs)
            heard, name = self._grammar.sound(token.word), self._grammar.sound(wanted.word)
            self._is_name[key] = alike >= _NAME_LIKENESS or heard == name
        return self._is_name[key]

    def sayings_in(self, words: Sequence[Token]) -> Iterator[tuple[range, int]]:
        """The sayings of several words in a phrase: at which of its words, and a number that any of the group fills."""
        for first, (word, following) in enumerate(pairwise(words)):
            for forms, group in self._sayings.get((word.form, following.form), ()):
                if tuple(token.form for token in words[first : first + len(forms)]) == forms:
                    name = f"~{group}"
                    number = self._numbers.get(name)
                    if number is None:
                        number = self._numbers[name] = len(self.forms)
                        self.forms.append(name)
                        self._members[group].append(number)
                        self.shared.add(number)
                    yield range(first, first + len(forms)), number

    @property
    def longest_saying(self) -> int:
        """How many words the longest saying has."""
        return max((len(forms) for known in self._sayings.values() for forms, _ in known), default=0)

    def begins_saying(self, first: Token, second: Token) -> bool:
        """Whether any saying begins with two words."""
        return (first.form, second.form) in self._sayings

    def sayings(self, tokens: Sequence[Token], position: int) -> Alike:
        """The library words that a saying of several words, begun at a position, stands for."""
        if position + 1 >= len(tokens):
            return ()
        known = self._sayings.get((tokens[position].form, tokens[position + 1].form))
        if known is None:
            return ()
        found: dict[int, float] = {}
        for forms, group in known:
            if tuple(token.form for token in tokens[position : position + len(forms)]) == forms:
                self._take(found, self._members.get(group, ()), self._worth[group])
        return tuple(sorted(found.items()))

    def joined(self, first: Token, second: Token) -> Alike:
        """The library words that two heard words are together («пере звоню»)."""
        if len(first.word) + len(second.word) < 6 or first.word[0] == "#" or second.word[0] == "#":
            return ()
        if self._grammar.known(first.word) and self._grammar.known(second.word) and self._grammar.code == "ru":
            return ()
        whole = first.word + second.word
        form = self._grammar.forms(whole)[0]
        if form in self._numbers:
            return ((self._numbers[form], OTHER_FORM),)
        return tuple((number, SAME_SOUND) for number in self._sounds.get(self._grammar.sound(whole), ())[:1])

    def _compare(self, token: Token) -> Alike:
        best: dict[int, float] = {}
        forms = (token.form,) if token.form.startswith("#") else (token.form, *self._grammar.forms(token.word))
        for rank, form in enumerate(dict.fromkeys(forms)):
            self._take(best, [self._numbers[form]] if form in self._numbers else (), OTHER_FORM if rank else SAME_FORM)
            for group in sorted(self._groups.get(form, ())):
                self._take(best, self._members.get(group, ()), self._worth[group])
        if _is_wordlike(token, self._grammar):
            self._by_root(best, token)
            self._by_spelling(best, token)
            if not best and not self._grammar.known(token.word):
                self._by_parts(best, token)
        return tuple(sorted((number, likeness) for number, likeness in best.items() if likeness >= LEAST))

    def _by_root(self, best: dict[int, float], token: Token) -> None:
        if len(token.word) >= 4:
            self._take(best, self._sounds.get(self._grammar.sound(token.word), ()), SAME_SOUND)
        if token.form in self._grammar.apart:
            return
        stem = self._grammar.stem(token.form)
        self._take(best, self._stems.get(stem, ()), SAME_STEM)
        for root in _roots(stem, self._grammar):
            self._take(best, self._roots.get(root, ()), SAME_ROOT)
        if len(stem) >= _SAME_BEGINNING:
            for other in self._beginnings.get(stem[:_SAME_BEGINNING], ()):
                if _shared_letters(stem, other) >= 0.65 * max(len(stem), len(other)):
                    self._take(best, self._stems[other], SAME_ROOT)

    def _by_spelling(self, best: dict[int, float], token: Token) -> None:
        if len(token.word) < 5:
            return
        least = 0.84 if self._grammar.known(token.word) else 0.74
        for text in dict.fromkeys((token.word, token.form)):
            for spelling, likeness in self._spelt.near(text, least):
                self._take(best, sorted(self._spellings[spelling]), min(0.9, likeness))

    def _by_parts(self, best: dict[int, float], token: Token) -> None:
        """A word that the recogniser ran together out of two."""
        for cut in range(2, len(token.word) - 2):
            parts = (token.word[:cut], token.word[cut:])
            if max(map(len, parts)) < 4 or not all(map(self._grammar.known, parts)):
                continue
            numbers = [self._numbers.get(self._grammar.forms(part)[0]) for part in parts]
            if all(number is not None for number in numbers):
                self._take(best, [number for number in numbers if number is not None], SAME_SOUND)

    @staticmethod
    def _take(best: dict[int, float], numbers: Iterable[int], likeness: float) -> None:
        for number in numbers:
            if likeness > best.get(number, 0.0):
                best[number] = likeness


def _is_wordlike(token: Token, grammar: Grammar) -> bool:
    return token.form[0] not in "#@" and grammar.weight(token.form) > _SMALL_WORD


def _roots(stem: str, grammar: Grammar) -> tuple[str, ...]:
    """The stem, and the stem without a prefix («перезвон»: «звон»)."""
    bare = [stem[len(p) :] for p in grammar.prefixes if stem.startswith(p) and len(stem) - len(p) >= 4]
    return (stem, *bare) if len(stem) >= 4 else ()


def _shared_letters(first: str, second: str) -> int:
    for count, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return count
    return min(len(first), len(second))
