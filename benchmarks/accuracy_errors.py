"""Where did the program disagree with the reviewer? One line for each wrong judgement, with the remark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.evaluation.measure import Judged


def errors(judged: Judged) -> list[str]:
    """Every judgement of one call that differs from its labels."""
    steps = (
        [f"{judged.call.id} ({judged.call.third}) {line}" for line in _steps(judged)] if judged.call.eligible else []
    )
    return [*talk_errors(judged), *steps]


def talk_errors(judged: Judged) -> list[str]:
    """The same, but for the script's steps."""
    call, analysis = judged.call, judged.analysis
    lines: list[str] = []
    if analysis.eligible != call.eligible:
        lines.append(f"eligible: {analysis.eligible} ({analysis.why_not}), should be {call.eligible}")
    if call.outcome is not None and analysis.outcome.kind != call.outcome:
        lines.append(f"outcome: {analysis.outcome.kind}, should be {call.outcome}: {analysis.outcome.quote!r}")
    if call.eligible:
        lines += [*_facts(judged), *_objections(judged), *_forbidden(judged)]
    return [f"{call.id} ({call.third}) {line}" for line in lines]


def _steps(judged: Judged) -> Iterator[str]:
    call = judged.call
    found = {step.id: step for step in judged.analysis.steps}
    for step in call.campaign.steps:
        wanted, got = call.step_status(step), found.get(step.id)
        if got is None:
            yield f"step {step.id}: not judged, should be {wanted}"
        elif got.status != wanted:
            near = got.nearest[0] if got.nearest else None
            nearest = f" nearest {near.quote!r} {near.similarity:.2f} {near.reason}" if near else ""
            yield (
                f"step {step.id}: {got.status} {got.confidence:.2f}, should be {wanted}: found {got.quote!r} "
                f"{got.reason or ''};{nearest} labelled {_said(judged, call.labels.done.get(step.id, ()))}"
            )
        elif got.status == "done" and judged.rendition.remark_of[got.segment or 0] not in call.labels.done[step.id]:
            yield f"step {step.id}: done at {got.quote!r}, should be at {_said(judged, call.labels.done[step.id])}"


def _facts(judged: Judged) -> Iterator[str]:
    for fact in judged.analysis.facts:
        wanted = judged.call.fact_status(fact.id)
        if fact.status != wanted:
            yield f"fact {fact.id}: {fact.status}, should be {wanted}: {fact.quote!r} heard {fact.heard!r}"


def _objections(judged: Judged) -> Iterator[str]:
    found = {objection.id: objection for objection in judged.analysis.objections}
    for name, handled in judged.call.labels.objections.items():
        if name not in found:
            yield f"objection {name}: not found"
        elif found[name].handled != handled:
            yield f"objection {name}: handled {found[name].handled}, should be {handled}: {found[name].quote!r}"
    for name in found.keys() - judged.call.labels.objections.keys():
        yield f"objection {name}: found, but was not raised: {found[name].quote!r}"


def _forbidden(judged: Judged) -> Iterator[str]:
    found = {one.id: one.quote for one in judged.analysis.forbidden}
    for name in sorted(found.keys() ^ judged.call.labels.forbidden):
        yield f"forbidden {name}: {'found' if name in found else 'not found'}: {found.get(name)!r}"


def _said(judged: Judged, remarks: Iterable[int]) -> list[str]:
    wanted = set(remarks)
    pairs = zip(judged.rendition.remark_of, judged.rendition.transcript.segments, strict=True)
    return [segment.text for remark, segment in pairs if remark in wanted]
