"""Issabel and Elastix: FreePBX's order of fields with kinds that FreePBX 12 no longer has.

`exten-EXT-CALLER-…` is an incoming call that an extension took, `force-NUMBER-EXT-…` one that must be recorded;
Elastix 2 wrote the kind and the caller as one, `OUT201-89161234567-…` (IssabelFoundation/issabelPBX,
core/functions.inc.php).
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from pipeline.pbx import freepbx
from pipeline.pbx.details import CallDetails, NameOptions

_OURS = re.compile(r"(?:exten|force)-", re.IGNORECASE)
_GLUED = re.compile(r"OUT(?P<source>\d+)-(?P<dest>[^-]+)-(?P<rest>\d{8}-\d{6}-.+)")


def read(path: PurePath, options: NameOptions) -> CallDetails | None:
    """The details that an Issabel or Elastix name gives, or None where it isn't one."""
    glued = _GLUED.fullmatch(path.stem)
    if glued:
        path = path.with_name(f"out-{glued['dest']}-{glued['source']}-{glued['rest']}{path.suffix}")
    elif not _OURS.match(path.name):
        return None
    details = freepbx.read(path, options)
    return replace(details, convention="issabel") if details else None
