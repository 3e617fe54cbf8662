"""How the two sides shared the talk: who spoke how much, how fast, how politely, and who cut in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from pipeline.heard import Heard, Token
from pipeline.language.spelling import word_set
from pipeline.transcript import Segment, Speaker, Transcript

_MONOLOGUE_PAUSE = 2.0
_INTERRUPTION = 0.2
_LEAST_SPEECH_FOR_PACE = 3.0
HOLD_SECONDS = 15.0
_WORDS_OF_A_NAME = 3
_FORM, _WORD = attrgetter("form"), attrgetter("word")
_CALLED = frozenset({"звать"})
_TELLS_NAME = _CALLED | {"name"}
_ASKS_NAME = frozenset({"звать", "имя", "обращаться", "name"})
_DIMINUTIVE = re.compile(r"\w{3,}(чик|очка|ечка|енька|онька|очко|ечко|ушка|ушек|очек|ечек|юшка|ышко)")
_NOT_DIMINUTIVE = word_set(
    """
    мальчик девочка точка бочка ручка почка кочка очко летчик счетчик заказчик датчик докладчик разработчик подрядчик
    сетчик переводчик замерщик установщик водитель подушка игрушка пушка вертушка ловушка бабушка дедушка девушка
    человечек сорочка строчка карточка отсрочка рассрочка проволочка цепочка кнопочка подработчик перевозчик грузчик
    поставщик ящик кирпичик пластиночка отвертка раскладушка верхушка старушка
    """
)


@dataclass(frozen=True, slots=True)
class Conduct:
    """Figures of one call; None where it can't be known.

    Shares and clipping 0–1, times in seconds, pace in words a minute, loudness in dB below full scale.
    """

    talk_share_agent: float | None
    longest_monologue_agent: float | None
    longest_monologue_client: float | None
    interruptions_by_agent: int | None
    interruptions_by_client: int | None
    silence_share: float | None
    longest_silence: float | None
    reaction_time_agent: float | None
    pace_agent: float | None
    pace_client: float | None
    fillers_per_minute_agent: float | None
    holds: int | None = None
    pace_change_agent: float | None = None
    diminutives_per_minute_agent: float | None = None
    rude_remarks_agent: int | None = None
    client_named: int | None = None
    loudness_agent: float | None = None
    loudness_client: float | None = None
    clipping_agent: float | None = None
    clipping_client: float | None = None


def measure_conduct(heard: Heard, rude: int | None = None) -> Conduct:
    """The figures of one call; what needs to know who speaks is None where speakers aren't known.

    `rude` is the number of the manager's remarks with rude or blaming words, counted by `pipeline.norms`.
    """
    segments = [heard.transcript.segments[index] for index in heard.order if heard.tokens[index]]
    if heard.transcript.written:
        return _in_writing(segments, heard, rude)
    silence_share, longest_silence = _silence(segments, heard.transcript.length)
    if not heard.speakers_known:
        return Conduct(
            None,
            None,
            None,
            None,
            None,
            silence_share,
            longest_silence,
            None,
            None,
            None,
            None,
            _holds(segments, heard),
        )
    agent, client = _speech(segments, "agent"), _speech(segments, "client")
    both = agent + client
    return Conduct(
        talk_share_agent=round(agent / both, 3) if both else None,
        longest_monologue_agent=_longest_monologue(segments, "agent"),
        longest_monologue_client=_longest_monologue(segments, "client"),
        interruptions_by_agent=_interruptions(segments, "agent"),
        interruptions_by_client=_interruptions(segments, "client"),
        silence_share=silence_share,
        longest_silence=longest_silence,
        reaction_time_agent=_reaction_time(segments),
        pace_agent=_per_minute(heard.words("agent"), agent),
        pace_client=_per_minute(heard.words("client"), client),
        fillers_per_minute_agent=_per_minute(_fillers(heard), agent),
        holds=_holds(segments, heard),
        pace_change_agent=_pace_change(heard),
        diminutives_per_minute_agent=_per_minute(len(diminutives(heard)), agent),
        rude_remarks_agent=rude,
        client_named=client_named(heard),
        **_levels(heard.transcript),
    )


def _in_writing(segments: Sequence[Segment], heard: Heard, rude: int | None) -> Conduct:
    """What of conduct a chat or a letter can show: its seconds are none, only the share of letters is true."""
    agent, client = _speech(segments, "agent"), _speech(segments, "client")
    share = round(agent / (agent + client), 3) if agent and client else None
    spoken = (None,) * (len(fields(Conduct)) - 1)
    return replace(Conduct(share, *spoken), rude_remarks_agent=rude, client_named=client_named(heard))


def _levels(transcript: Transcript) -> dict[str, float]:
    """How loud each side was, by the names of the figures."""
    named = [level for level in transcript.levels or () if level.speaker is not None]
    return {f"loudness_{level.speaker}": level.loudness for level in named} | {
        f"clipping_{level.speaker}": level.clipping for level in named
    }


def _speech(segments: Sequence[Segment], speaker: Speaker) -> float:
    return sum(max(0.0, segment.end - segment.start) for segment in segments if segment.speaker == speaker)


def _silence(segments: Sequence[Segment], length: float) -> tuple[float | None, float | None]:
    if length <= 0:
        return None, None
    reached, silent, longest = 0.0, 0.0, 0.0
    for start, end in [(segment.start, segment.end) for segment in segments] + [(length, length)]:
        pause = max(0.0, start - reached)
        silent += pause
        longest = max(longest, pause)
        reached = max(reached, end)
    return round(min(1.0, silent / length), 3), round(longest, 2)


def _longest_monologue(segments: Sequence[Segment], speaker: Speaker) -> float | None:
    longest, start, end = 0.0, None, 0.0
    for segment in segments:
        if segment.speaker != speaker:
            start = None
            continue
        if start is None or segment.start - end > _MONOLOGUE_PAUSE:
            start = segment.start
        end = segment.end
        longest = max(longest, end - start)
    return round(longest, 2)


def _interruptions(segments: Sequence[Segment], speaker: Speaker) -> int:
    """How often one side began before the other had ended, and spoke on after it."""
    count = 0
    for before, segment in pairwise(segments):
        cut_in = segment.start < before.end - _INTERRUPTION and segment.end > before.end
        count += segment.speaker == speaker and before.speaker not in (speaker, None) and cut_in
    return count


def _reaction_time(segments: Sequence[Segment]) -> float | None:
    waits = sorted(
        max(0.0, segment.start - before.end)
        for before, segment in pairwise(segments)
        if before.speaker == "client" and segment.speaker == "agent"
    )
    if not waits:
        return None
    middle = len(waits) // 2
    return round(waits[middle] if len(waits) % 2 else (waits[middle - 1] + waits[middle]) / 2, 2)


def _per_minute(count: int, seconds: float) -> float | None:
    return round(60 * count / seconds, 1) if seconds >= _LEAST_SPEECH_FOR_PACE else None


def pauses(segments: Sequence[Segment]) -> list[tuple[float, float]]:
    """The stretches in which nobody spoke between two remarks, as start and end in seconds."""
    found, reached = [], segments[0].end if segments else 0.0
    for segment in segments[1:]:
        if segment.start > reached:
            found.append((reached, segment.start))
        reached = max(reached, segment.end)
    return found


def _holds(segments: Sequence[Segment], heard: Heard) -> int:
    """How often the talk stood still for as long as a client is put on hold."""
    return sum(end - start >= HOLD_SECONDS for start, end in pauses(segments))


def _pace_change(heard: Heard) -> float | None:
    """The manager's pace in the second half of the call as a share of that in the first, 1 for no change."""
    said = heard.transcript.segments
    own = [(said[index], len(heard.tokens[index])) for index in heard.order if said[index].speaker == "agent"]
    middle = heard.transcript.length / 2
    paces = []
    for first, last in ((0.0, middle), (middle, heard.transcript.length + 1)):
        half = [(words, one.end - one.start) for one, words in own if first <= one.start < last]
        paces.append(_per_minute(sum(words for words, _ in half), sum(seconds for _, seconds in half)))
    before, after = paces
    return round(after / before, 2) if before and after else None


def diminutives(heard: Heard) -> list[Token]:
    """The manager's words made small and sweet («договорчик», «звоночек»)."""
    if heard.grammar.code != "ru":
        return []
    return [
        token
        for index in heard.order
        if heard.transcript.segments[index].speaker == "agent"
        for token in heard.tokens[index]
        if _is_diminutive(token.form)
    ]


@lru_cache(maxsize=65_536)
def _is_diminutive(form: str) -> bool:
    return _DIMINUTIVE.fullmatch(form) is not None and form not in _NOT_DIMINUTIVE


def client_named(heard: Heard) -> int | None:
    """How often the manager calls the client by the name that the client gave; None where no name was given."""
    names = {name for index in heard.order for name in _name_given(heard, index)}
    if not names:
        return None
    return sum(
        token.form in names
        for index in heard.order
        if heard.transcript.segments[index].speaker == "agent"
        for token in heard.tokens[index]
    )


def _name_given(heard: Heard, index: int) -> Iterator[str]:
    """The name in «меня зовут Павел», or in a reply of a word or two to «как вас зовут»."""
    words = heard.tokens[index]
    if heard.transcript.segments[index].speaker != "client":
        return
    if not _TELLS_NAME.isdisjoint(map(_FORM, words)):
        for position, token in enumerate(words[:-1]):
            if token.form in _CALLED or (token.form == "name" and words[position + 1].form in ("be", "is", "s")):
                after = words[position + 1 :]
                yield from (one.form for one in after[:2] if one.weight >= 1 and one.amount is None)
                return
    turn = heard.turn_of(index) if words else 0
    if not turn or len(words) > _WORDS_OF_A_NAME or words[-1].weight < 1:
        return
    if any(not _ASKS_NAME.isdisjoint(map(_FORM, heard.tokens[each])) for each in heard.turns[turn - 1].segments):
        yield words[-1].form


def _fillers(heard: Heard) -> int:
    is_filler = heard.grammar.fillers.__contains__
    return sum(
        sum(map(is_filler, map(_WORD, heard.tokens[index])))
        for index in heard.order
        if heard.transcript.segments[index].speaker == "agent"
    )
