"""The SQL tables, one file a subject, and the way to a database that holds them."""

from models.address import DatabaseError
from models.analysis import (
    AnalysisRow,
    DeviationRow,
    FactRow,
    FollowUpRow,
    ForbiddenRow,
    ObjectionRow,
    PolicyRow,
    StepRow,
    TopicRow,
)
from models.call import CallRow, SegmentRow, StretchRow, WordRow
from models.database import Database
from models.library import LibraryVersionRow
from models.recording import FileRow, RecordingRow
from models.tables import Table

__all__ = [
    "AnalysisRow",
    "CallRow",
    "Database",
    "DatabaseError",
    "DeviationRow",
    "FactRow",
    "FileRow",
    "FollowUpRow",
    "ForbiddenRow",
    "LibraryVersionRow",
    "ObjectionRow",
    "PolicyRow",
    "RecordingRow",
    "SegmentRow",
    "StepRow",
    "StretchRow",
    "Table",
    "TopicRow",
    "WordRow",
]
