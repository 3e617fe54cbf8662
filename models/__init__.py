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
from models.cdr import CdrRow
from models.correction import CorrectionRow
from models.crm import CrmRow
from models.database import Database
from models.erasure import ErasureRow
from models.library import LibraryVersionRow
from models.recording import FileRow, RecordingRow
from models.tables import Table

__all__ = [
    "AnalysisRow",
    "CallRow",
    "CdrRow",
    "CorrectionRow",
    "CrmRow",
    "Database",
    "DatabaseError",
    "DeviationRow",
    "ErasureRow",
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
