"""Which version of the program judged a call: the one place that says it, so that no judgement asks the disk."""

from __future__ import annotations

__version__ = "0.1.0"
# Raised whenever the same transcript and campaign may come out differently than before: results carry it, so that
# `callgrade rescore` knows which ones an older judge made. `tests/evaluation/test_judgements.py` notices.
ANALYSIS_VERSION = "2"
JUDGED_BY = f"{__version__}/{ANALYSIS_VERSION}"
