"""What do the words of each remark say for and against each step, as numbers that can be weighed?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.amount_said import amount_said
from pipeline.deeds import deeds_in, deeds_of
from pipeline.findings import Findings
from pipeline.gist import gist
from pipeline.heard import Heard
from pipeline.learnt import learnt_features
from pipeline.matching import REASONS, Key, Match, Passages
from pipeline.meaning import Meaning, nearness
from pipeline.out_of_place import why_out_of_turn
from pipeline.put_off import where_put_off
from pipeline.remarks import joined, text_of
from scripts_library.campaign import Campaign, Step

DEEDS = ("its deed", "deed known", "another's deed")
COMPANY = ("company said", "company not said")
AMOUNT = ("amount said", "amount not said")
GIST = ("gist",)
WORDS = (
    "coverage", "weight heard", "concepts", "doublings", "objected", "clause explained",
    "remark explained", "clause weight", "heard", "heard mostly here", "question asked", "question without its form",
    "question told", "statement asked", "statement", "question mark", "question answered", "answer", "put off",
    "English", "remark weight", "no question marks", "word for word",
    *COMPANY, *AMOUNT, *GIST, *DEEDS,
)  # fmt: skip
_RULED_OUT = [REASONS.index(reason) for reason in ("excluded_word", "keyword_missing", "counter_example")]
_ITS_DEED, _ITS_GIST = WORDS.index("its deed"), WORDS.index("gist")
_NOWHERE = -1
# From which coverage on a phrasing is said word for word, and how much its words must weigh to tell anything.
_AS_WRITTEN, _TELLING = 0.97, 1.2
# From which log odds on a remark's gist speaks for a step.
_LIKE_IN_GIST = -1.0

Numbers = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]
Indexes = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Grid:
    """Remarks (rows, each of one or more `segments`) against steps (columns).

    `words` holds the features of WORDS; `allowed` tells where a remark may count for a step; `questions` is 1 where a
    step that asks meets a remark that asks; `moments` are the remarks' places in the call, 0–1; `turns` number their
    turns from 0; `chosen` is the number of the passage that came near, -1 where none did; `nearness` is that of
    meaning, where a sentence model is at hand; `learnt` are the features of what reviewed calls taught of the words,
    where some did.
    """

    segments: tuple[tuple[int, ...], ...]
    words: Numbers
    allowed: Truths
    questions: Numbers
    moments: Numbers
    conditional: Truths
    turns: Indexes
    chosen: Indexes
    passages: Passages
    nearness: Numbers | None = None
    learnt: Numbers | None = None

    @property
    def remarks(self) -> int:
        """How many remarks there are."""
        return len(self.segments)

    @property
    def steps(self) -> int:
        """How many steps there are."""
        return len(self.conditional)

    def place(self, row: int, column: int) -> Match | None:
        """The passage of a remark that came near to a step, if any did."""
        number = int(self.chosen[row, column])
        return None if number == _NOWHERE else self.passages.match(number)

    def speaks(self, row: int, column: int) -> bool:
        """Whether anything that was said in a remark speaks for a step, and not its place alone."""
        said = self.chosen[row, column] != _NOWHERE or self.words[row, column, _ITS_DEED] > 0
        said = said or self.words[row, column, _ITS_GIST] >= _LIKE_IN_GIST
        learnt = self.learnt is not None and self.learnt[row, column, 0] > 0
        return bool(said or learnt) or self.nearness is not None


@dataclass(frozen=True, slots=True)
class _Remarks:
    """The remarks of the sides that steps are asked of, each an index of every array; `row_of` is by segment."""

    segments: Sequence[tuple[int, ...]]
    row_of: Indexes
    weight: Numbers
    asks: Truths
    tells: Truths
    marked: Truths
    answered: Truths
    answer: Numbers
    named: Truths


def lay_grid(campaign: Campaign, findings: Findings, meaning: Meaning | None = None, *, anywhere: bool = False) -> Grid:
    """The grid of a call for the steps of a campaign's script; `anywhere` leaves their seconds and places aside."""
    steps = campaign.steps
    remarks = _remarks(steps, findings)
    keys = [Key("step", step.id) for step in steps]
    chosen = findings.places.chosen(keys, remarks.row_of, len(remarks.segments))
    near = chosen != _NOWHERE
    found = findings.places.found[chosen[near]]
    asks = np.repeat(remarks.asks[:, None], len(steps), axis=1)
    asks[near] = found["asks"] != 0
    asking = [findings.asking.get(step.id) for step in steps]
    tokens = findings.heard.tokens
    own = [[token for segment in remark for token in tokens[segment]] for remark in remarks.segments]
    put_off = where_put_off(findings, remarks.row_of, chosen, near)
    more = (
        _by_company(campaign, remarks), amount_said(campaign, own), gist(campaign, own)[:, :, None],
        _by_deeds(campaign, remarks, findings),
    )  # fmt: skip
    of_call = campaign.language == "en", not findings.heard.questions_marked
    length = findings.heard.transcript.length or 1.0
    said = findings.heard.transcript.segments
    return Grid(
        tuple(remarks.segments),
        _words(remarks, asking, near, chosen, asks, put_off, of_call, findings.places, *more),
        _allowed(steps, remarks, findings, anywhere=anywhere) & _by_keywords(steps, near, chosen, findings.places),
        (asks & [kind is True for kind in asking]).astype(float),
        np.array([said[remark[0]].start / length for remark in remarks.segments]),
        np.array([step.when is not None for step in steps], dtype=bool),
        _turns(remarks, findings.heard),
        chosen,
        findings.places,
        None if meaning is None else nearness([text_of(one, said) for one in remarks.segments], steps, meaning),
        learnt_features(own, campaign) if campaign.learnt else None,
    )


def _turns(remarks: _Remarks, heard: Heard) -> Indexes:
    """The turn of each remark, numbered from 0 without a gap; each its own where nobody knows who speaks."""
    if not heard.speakers_known:
        return np.arange(len(remarks.segments), dtype=np.int64)
    numbers = np.array([heard.turn_of(remark[0]) for remark in remarks.segments], dtype=np.int64)
    result: Indexes = np.cumsum(np.diff(numbers, prepend=numbers[:1]) != 0)
    return result


def _remarks(steps: Sequence[Step], findings: Findings) -> _Remarks:
    heard = findings.heard
    said = heard.transcript.segments
    sides = {step.speaker for step in steps}
    order = [index for index in heard.order if heard.tokens[index]]
    own = joined(heard, [i for i in order if said[i].speaker is None or said[i].speaker in sides or "any" in sides])
    replies = _replies(order, [segment.speaker for segment in said])
    row_of = np.full(len(said), _NOWHERE, dtype=np.int64)
    segments = np.array([segment for remark in own for segment in remark], dtype=np.int64)
    rows = np.repeat(np.arange(len(own)), list(map(len, own)))
    row_of[segments] = rows
    heavy, *flags = (each[segments] for each in findings.places.of_segments(len(said)))
    asks, tells, marked, named = (np.bincount(rows, flag, minlength=len(own)) > 0 for flag in flags)
    after = [replies[remark[-1]] for remark in own]
    answers = [0 if reply is None else len(heard.tokens[reply]) for reply, _ in after]
    # The name may come a remark before or after the greeting: «Алло! - Да? - Это фабрика «Дубрава».»
    near_named = named.copy()
    near_named[1:] |= named[:-1]
    near_named[:-1] |= named[1:]
    return _Remarks(
        own, row_of, np.bincount(rows, heavy, minlength=len(own)).astype(np.float64), asks, tells, marked,
        np.array([at_once for _, at_once in after], dtype=bool), np.array(answers, dtype=np.float64), near_named,
    )  # fmt: skip


def _replies(order: Sequence[int], speakers: Sequence[str | None]) -> dict[int, tuple[int | None, bool]]:
    """For each remark the next one of another side, and whether it follows at once."""
    replies: dict[int, tuple[int | None, bool]] = {}
    after: int | None = None
    for index in reversed(order):
        if after is not None and speakers[after] != speakers[index]:
            replies[index] = (after, True)
        else:
            replies[index] = (replies[after][0] if after is not None else None, False)
        after = index
    return replies


def _words(
    remarks: _Remarks, asking: Sequence[bool | None], near: Truths, chosen: Indexes, asks: Truths, put_off: Truths,
    of_call: tuple[bool, bool], passages: Passages, *more: Numbers,
) -> Numbers:  # fmt: skip
    """The features of WORDS: of the passage where one came near, and of its clause, else of the whole remark.

    Some count by a little other measure (`of_call`): what is said in English, whose tables are younger than the Russian
    ones, and what was written down by a recogniser that knows no question marks.
    """
    found = passages.found[chosen[near]]
    heard = found["coverage"] * found["weight"]
    english, unmarked = of_call
    weight = np.repeat(remarks.weight[:, None], len(asking), axis=1)
    weight[near] = found["clause_weight"]
    here, as_written = np.zeros(near.shape, dtype=bool), np.zeros(near.shape, dtype=bool)
    as_written[near] = (found["coverage"] >= _AS_WRITTEN) & (heard >= _TELLING) & (found["reason"] == 0)
    here[near] = remarks.row_of[found["segment"]] == np.nonzero(near)[0]
    wants, states = (np.array([kind is truth for kind in asking], dtype=bool) for truth in (True, False))
    tells, answered = remarks.tells[:, None], remarks.answered[:, None]
    words = np.zeros((*near.shape, len(WORDS)))
    words[:, :, -len((*COMPANY, *AMOUNT, *GIST, *DEEDS)) :] = np.concatenate(more, axis=2)
    words[:, :, 1] = np.log(0.2)
    words[near, :7] = np.stack(
        (
            found["coverage"], np.log(heard + 0.2), found["concepts"], passages.doublings[found["target"]],
            found["reason"] > 0, found["clause_explained"], found["remark_explained"] * here[near],
        ), axis=1,
    )  # fmt: skip
    by_clause = (
        np.log(weight + 0.3), near, here, wants & asks, wants & ~asks & ~tells, wants & ~asks & tells,
        states & asks, states & ~asks, remarks.marked[:, None], wants & answered,
        wants * np.log(1 + remarks.answer)[:, None], put_off, english, np.log(remarks.weight + 0.3)[:, None], unmarked,
        as_written,
    )  # fmt: skip
    for number, feature in enumerate(by_clause, start=7):
        words[:, :, number] = feature
    return words


def _by_company(campaign: Campaign, remarks: _Remarks) -> Numbers:
    """Where the company's name is said at a step that asks for it in every phrasing, and where it is not."""
    wanted = [campaign.company is not None and _wants_company(step) for step in campaign.steps]
    said = remarks.named[:, None] & np.array(wanted, dtype=bool)
    return np.stack((said, ~remarks.named[:, None] & np.array(wanted, dtype=bool)), axis=2).astype(np.float64)


def _wants_company(step: Step) -> bool:
    return bool(step.say) and all("{company}" in phrase for phrase in step.say)


def _by_deeds(campaign: Campaign, remarks: _Remarks, findings: Findings) -> Numbers:
    """Whether a remark does what a step is about, whether that is known of the step, and whether it does another's."""
    meant, row_of = deeds_of(campaign), remarks.row_of.tolist()
    best: dict[tuple[int, int], float] = {}
    for segment, deed in deeds_in(findings, meant.steps_of):
        for column, share in meant.steps_of[deed]:
            place = row_of[segment], column
            best[place] = max(share, best.get(place, 0.0))
    shares = np.zeros((len(remarks.segments), len(campaign.steps)))
    for (row, column), share in best.items():
        if row != _NOWHERE:
            shares[row, column] = share
    most = shares.max(axis=1, keepdims=True, initial=0.0)
    anothers = np.where(most > shares, most - shares, 0.0)
    return np.stack((shares, np.broadcast_to(meant.known, shares.shape), anothers), axis=2)


def _allowed(steps: Sequence[Step], remarks: _Remarks, findings: Findings, *, anywhere: bool) -> Truths:
    """Where a remark's side and second are those that the step asks for."""
    transcript = findings.heard.transcript
    own = remarks.segments
    said = [transcript.segments[remark[0]] for remark in own]
    starts = np.array([one.start for one in said])
    ends = np.array([transcript.segments[remark[-1]].end for remark in own])
    allowed = np.ones((len(said), len(steps)), dtype=bool)
    for column, step in enumerate(steps):
        if step.speaker != "any":
            allowed[:, column] = [one.speaker in (step.speaker, None) for one in said]
        if anywhere:
            continue
        if step.within is not None and step.within.start is not None:
            allowed[:, column] &= starts <= step.within.start
        if step.within is not None and step.within.end is not None:
            allowed[:, column] &= ends >= transcript.length - step.within.end
        if step.within is not None and step.within.asks_for_turns:
            allowed[:, column] &= [why_out_of_turn(step, remark[0], findings.heard) is None for remark in own]
    return allowed


def _by_keywords(steps: Sequence[Step], near: Truths, chosen: Indexes, passages: Passages) -> Truths:
    """Where nothing that the trainer demands is missing, and nothing that the trainer excludes is said."""
    bare = [not step.keywords.all_of and not step.keywords.any_of for step in steps]
    allowed = np.tile(np.array(bare, dtype=bool), (len(near), 1))
    allowed[near] = ~np.isin(passages.found["reason"][chosen[near]], _RULED_OUT)
    return allowed
