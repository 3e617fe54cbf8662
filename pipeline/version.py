"""Which version of the program judged a call: the one place that says it, so that no judgement asks the disk."""

from __future__ import annotations

__version__ = "0.1.0"
# Raised whenever the same transcript and campaign may come out differently than before.
ANALYSIS_VERSION = "1"
