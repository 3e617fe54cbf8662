"""What does a PBX tell about a call by the name, the folder and the sidecar of its recording?"""

from pipeline.pbx.details import CallDetails, NameOptions
from pipeline.pbx.naming import read_name

__all__ = ["CallDetails", "NameOptions", "read_name"]
