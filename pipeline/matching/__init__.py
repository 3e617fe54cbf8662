"""Where in a call is a phrase said? The one fuzzy matcher that all judges use; rapidfuzz is known here only."""

from __future__ import annotations

from pipeline.matching.guards import asks
from pipeline.matching.passages import Match, Passages
from pipeline.matching.place import REASONS
from pipeline.matching.search import Matcher, matcher_for
from pipeline.matching.targets import Key, Kind
from pipeline.matching.weights import probability

__all__ = ["REASONS", "Key", "Kind", "Match", "Matcher", "Passages", "asks", "matcher_for", "probability"]
