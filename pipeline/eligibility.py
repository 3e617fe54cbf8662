"""Is this a sales talk at all, or a machine, a wrong number, silence, a call too short to be judged?"""

from __future__ import annotations

from pipeline.findings import Findings
from scripts_library.campaign import Campaign

_ANSWER_TO_A_MACHINE = 25
_SHORT_TALK = 60
_SURE = 0.6
_TWICE = 2


def why_not_eligible(campaign: Campaign, findings: Findings) -> str | None:
    """A reason code where the call can't be scored, else None."""
    heard = findings.heard
    words = sum(map(len, heard.tokens))
    if not words:
        return "no_speech"
    for sign, code in (("voicemail", "voicemail"), ("menu", "ivr_only")):
        if _said(findings, sign) and _only_a_machine(findings, words):
            return code
    if words <= _SHORT_TALK and (_said(findings, "wrong_number") or _voiced(findings, "wrong_number") >= _TWICE):
        return "wrong_number"
    # What is written has no length in seconds.
    if not heard.transcript.written and heard.transcript.length < campaign.least_seconds:
        return "too_short"
    if words < campaign.least_words:
        return "too_few_words"
    if heard.speakers_known:
        if not heard.words("agent"):
            return "agent_silent"
        # A letter is one side's by its nature, a chat that nobody answered is no talk.
        if not heard.words("client") and heard.transcript.written != "mail":
            return "client_silent"
    return None


def _said(findings: Findings, sign: str) -> bool:
    return findings.surest("sign", sign) >= _SURE


def _voiced(findings: Findings, name: str) -> int:
    """How many turns of phrase of a kind the client's side uses: one alone may mean something else."""
    heard = findings.heard
    return sum(
        said.name == name
        for number, turn in enumerate(heard.turns)
        if turn.speaker != "agent"
        for said in findings.sayings(number)
    )


def _only_a_machine(findings: Findings, words: int) -> bool:
    """Whether nobody answers the machine: the other side says next to nothing, or all is said by one voice."""
    heard = findings.heard
    if not heard.speakers_known:
        return words <= 2 * _SHORT_TALK
    return min(heard.words("agent"), heard.words("client")) <= _ANSWER_TO_A_MACHINE and len(heard.turns) <= 4
