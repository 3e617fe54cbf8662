"""The SQL tables, one file a subject, and the way to a database that holds them."""

from models.address import DatabaseError
from models.analysis import AnalysisRow, FactRow, ForbiddenRow, ObjectionRow, StepRow
from models.call import CallRow, SegmentRow, StretchRow, WordRow
from models.cdr import CdrRow
from models.crm import CrmRow
from models.correction import CorrectionRow
from models.database import Database
from models.erasure import ErasureRow
from models.library import LibraryVersionRow
from models.recording import FileRow, RecordingRow
from models.tables import Table

__all__ = [
    "AnalysisRow",
    "CallRow",
    "CdrRow",
    "CrmRow",
    "CorrectionRow",
    "Database",
    "DatabaseError",
    "ErasureRow",
    "FactRow",
    "FileRow",
    "ForbiddenRow",
    "LibraryVersionRow",
    "ObjectionRow",
    "RecordingRow",
    "SegmentRow",
    "StepRow",
    "StretchRow",
    "Table",
    "WordRow",
]
