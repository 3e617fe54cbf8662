"""What does a PBX's journal (CDR) say of calls? One file a kind of journal; all give the same records."""

from pipeline.cdr.reading import CdrError, read_journal
from pipeline.cdr.record import CdrRecord

__all__ = ["CdrError", "CdrRecord", "read_journal"]
