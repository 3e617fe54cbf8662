"""How do recordings, transcripts and analyses become rows, and rows the same transcript and analysis again?"""

from pipeline.storing.analyses import Judged, load_analysis, store_analyses, store_analysis
from pipeline.storing.transcripts import StoredSound, load_transcript, load_transcripts, store_call

__all__ = [
    "Judged",
    "StoredSound",
    "load_analysis",
    "load_transcript",
    "load_transcripts",
    "store_analyses",
    "store_analysis",
    "store_call",
]
