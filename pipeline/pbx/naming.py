"""Which PBX wrote this file, and what does its name say? Each convention is asked; a sidecar has the last word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath

from pipeline.pbx import drops, freepbx, fusionpbx, grandstream, mikopbx, threecx, vicidial, yeastar, zadarma
from pipeline.pbx.details import CallDetails, NameOptions
from pipeline.pbx.sidecar import apply_sidecar

Convention = Callable[[PurePath, NameOptions], CallDetails | None]

# From the strictest pattern to the loosest: the folder drops would take anything with a date in it.
CONVENTIONS: tuple[Convention, ...] = (
    freepbx.read,
    yeastar.read,
    threecx.read,
    mikopbx.read,
    fusionpbx.read,
    grandstream.read,
    zadarma.read,
    vicidial.read,
    drops.read,
)


def details_from_name(path: PurePath, options: NameOptions) -> CallDetails:
    """What the name and the folders of a recording say of the call; pure, nothing is opened."""
    for convention in CONVENTIONS:
        details = convention(path, options)
        if details is not None:
            return details
    return CallDetails()


def read_name(path: Path, options: NameOptions) -> CallDetails:
    """What is known of a recording's call by its name, its folders and the JSON file beside it, if there is one.

    `options` are the settings phone_region and time_zone; raises SettingsError when the zone does not exist.
    """
    return apply_sidecar(details_from_name(path, options), path, options)
