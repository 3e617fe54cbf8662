"""A judge that judges otherwise has another version, or nobody would judge the history anew after an update."""

from __future__ import annotations

from tests.evaluation.judgements import KEPT, line


def test_the_judges_version_is_raised_when_its_judgements_change() -> None:
    kept, now = KEPT.read_text(encoding="utf-8"), line()
    assert now == kept, (
        f"the judge says otherwise than version {kept.split()[0]} did: raise ANALYSIS_VERSION in pipeline/version.py, "
        f"then python -m tests.evaluation.judgements > {KEPT.name}"
    )
