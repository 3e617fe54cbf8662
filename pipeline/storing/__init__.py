"""How do recordings, transcripts and analyses become rows, and rows the same transcript and analysis again?"""

from pipeline.storing.analyses import load_analysis, store_analysis
from pipeline.storing.transcripts import StoredSound, load_transcript, store_call

__all__ = ["StoredSound", "load_analysis", "load_transcript", "store_analysis", "store_call"]
