"""Which exceptions mean that the user's input can't be used, so that a line and exit code 2 answer them."""

from __future__ import annotations

import sys

# Imported rooms only: an error class of a room that was never loaded can't have been raised, and loading
# the speech engine only to name its errors would cost every command a second.
_ERRORS = (
    ("pipeline.settings", "SettingsError"),
    ("pipeline.transcript", "TranscriptError"),
    ("pipeline.correspondence", "CorrespondenceError"),
    ("pipeline.audio", "AudioError"),
    ("pipeline.recordings", "RecordingsError"),
    ("pipeline.remote", "RemoteError"),
    ("pipeline.cdr", "CdrError"),
    ("pipeline.crm", "CrmError"),
    ("pipeline.recognition", "RecogniserError"),
    ("pipeline.process", "ProcessError"),
    ("pipeline.embedding", "MeaningError"),
    ("pipeline.metrics", "MetricsError"),
    ("scripts_library.loading", "LibraryError"),
    ("models", "DatabaseError"),
    ("pipeline.storing.corrections", "CorrectionError"),
    ("api.security", "BindError"),
    ("api.server", "ServeError"),
)


def input_errors() -> tuple[type[Exception], ...]:
    """The error classes of the rooms that have been loaded in this process."""
    found = (getattr(sys.modules.get(module), name, None) for module, name in _ERRORS)
    return tuple(error for error in found if isinstance(error, type) and issubclass(error, Exception))
