"""Which PBX wrote this file, and what does its name say? Each convention is asked; a sidecar has the last word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path, PurePath

from pipeline.pbx import (
    asterisk,
    bitrix24,
    drops,
    freepbx,
    fusionpbx,
    grandstream,
    issabel,
    mango,
    mikopbx,
    own,
    sipuni,
    threecx,
    uis,
    vicidial,
    yeastar,
    zadarma,
)
from pipeline.pbx.details import CallDetails, NameOptions
from pipeline.pbx.sidecar import apply_sidecar

Convention = Callable[[PurePath, NameOptions], CallDetails | None]

# From the strictest pattern to the loosest: plain Asterisk would take any name with a unique id in it, the folder drops
# anything with a date. The company's own patterns come first: whoever wrote one knows the folder.
CONVENTIONS: Mapping[str, Convention] = {
    "own": own.read,
    "issabel": issabel.read,
    "freepbx": freepbx.read,
    "yeastar": yeastar.read,
    "3cx": threecx.read,
    "mikopbx": mikopbx.read,
    "fusionpbx": fusionpbx.read,
    "grandstream": grandstream.read,
    "zadarma": zadarma.read,
    "vicidial": vicidial.read,
    "bitrix24": bitrix24.read,
    "mango": mango.read,
    "uis": uis.read,
    "sipuni": sipuni.read,
    "asterisk": asterisk.read,
    "folder": drops.read,
}


def details_from_name(path: PurePath, options: NameOptions) -> CallDetails:
    """What the name and the folders of a recording say of the call; pure, nothing is opened."""
    for convention in CONVENTIONS.values():
        details = convention(path, options)
        if details is not None:
            return details
    return CallDetails()


def read_name(path: Path, options: NameOptions, here: Path | None = None) -> CallDetails:
    """What is known of a recording's call by its name, its folders and the JSON file beside it, if there is one.

    `here` is where the file was brought to, if it lies on storage. `options` are the settings phone_region, time_zone
    and name_patterns; raises SettingsError when the zone does not exist.
    """
    return apply_sidecar(details_from_name(path, options), here or path, options)
