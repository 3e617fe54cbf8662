"""Which of the words that an engine gives were never said? Each guard drops some, and says where and why.

What speech models are known to write where nobody speaks comes from the subtitles they were trained on; see
`shared/field.md` for what users of other systems met.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.recognition.remarks import PAUSE
from pipeline.recognition.voice import Voice
from pipeline.transcript import Stretch, Word

# Said by makers of films to those who watch, never on the telephone; compared as whole sentences, small letters only.
_INVENTED = re.compile(
    r"(?:редактор )?субтитр\w*(?: \w+){0,6}|корректор(?: \w+){1,3}|продолжение следует|"
    r"спасибо за (?:просмотр|внимание и до новых встреч)|благодарю за просмотр|"
    r"(?:подписывайтесь|подпишись|подпишитесь) на (?:наш |мой |этот )?канал(?: \w+){0,4}|"
    r"ставьте лайки?(?: \w+){0,6}|не забудьте подписаться(?: \w+){0,4}|dimatorzok|"
    r"(?:игорь негода|семкин) \w+|"
    r"thanks?(?: you)?(?: so much)? for watching(?: \w+){0,5}|(?:please )?(?:like and )?subscribe(?: \w+){0,6}|"
    r"subtitles? by(?: \w+){0,6}|transcri(?:bed|ption) by(?: \w+){0,6}|(?:www )?amara org(?: \w+){0,3}|"
    r"see you (?:in the )?next (?:video|time)|music|applause|музыка|аплодисменты"
)
_LONGEST_REPEATED = 8
# «да да да» is said, and «семь семь семь семь» in a number; the same words once more are a model that hangs.
_MOST_TIMES, _MOST_TIMES_OF_ONE = 3, 6


@dataclass(frozen=True, slots=True)
class Guarded:
    """The words that were said, and the stretches of those that were not, with the reason."""

    words: tuple[Word, ...]
    dropped: tuple[Stretch, ...] = ()


def guard(words: Sequence[Word], voice: Voice) -> Guarded:
    """The words of one window on the call's clock, without known inventions, hangs, and words where nobody speaks."""
    said: list[Word] = []
    dropped: list[Stretch] = []
    for sentence in _sentences(words):
        if is_invented(sentence):
            dropped += _stretch(sentence, "known_invention")
        else:
            said += sentence
    kept, hung = without_hangs(said)
    dropped += _stretch(hung, "repetition")
    spoken: list[Word] = []
    for word in kept:
        place = voice.covered(word.start, word.end)
        if place is None:
            dropped += _stretch([word], "no_voice")
        else:
            spoken.append(Word(round(place[0], 3), round(place[1], 3), word.text, word.probability))
    return Guarded(tuple(spoken), tuple(dropped))


def is_invented(words: Sequence[Word]) -> bool:
    """Whether a sentence is one of the known inventions."""
    said = " ".join(re.findall(r"\w+", "".join(word.text for word in words).lower().replace("ё", "е")))
    return bool(said) and _INVENTED.fullmatch(said) is not None


def _sentences(words: Sequence[Word]) -> list[list[Word]]:
    """The words cut after full stops and at pauses."""
    sentences: list[list[Word]] = []
    ended = True
    for word in words:
        if ended or word.start - sentences[-1][-1].end > PAUSE:
            sentences.append([])
        sentences[-1].append(word)
        ended = word.text.rstrip().endswith((".", "!", "?", "…"))
    return sentences


def without_hangs(words: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """The words, and those taken out because they came again and again running."""
    plain = [" ".join(re.findall(r"\w+", word.text.lower())) for word in words]
    kept: list[int] = []
    hung: list[Word] = []
    at = 0
    while at < len(words):
        length, times = _repeated(plain, at)
        if times > 1:
            kept += range(at, at + length)
            hung += words[at + length : at + length * times]
            at += length * times
        else:
            kept.append(at)
            at += 1
    return [words[index] for index in kept], hung


def _repeated(plain: Sequence[str], at: int) -> tuple[int, int]:
    """How many words from here on repeat themselves, and how often, counting the first time."""
    for length in range(1, _LONGEST_REPEATED + 1):
        unit, times = plain[at : at + length], 1
        while plain[at + length * times : at + length * (times + 1)] == unit and len(unit) == length:
            times += 1
        if times > (_MOST_TIMES_OF_ONE if length == 1 else _MOST_TIMES):
            return length, times
    return 1, 1


def _stretch(words: Sequence[Word], reason: str) -> tuple[Stretch, ...]:
    return (Stretch(words[0].start, max(word.end for word in words), reason),) if words else ()
