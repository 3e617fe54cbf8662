"""How long is a call kept, and how is a client erased? By days a campaign, or by number, with a receipt for both."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import AnalysisRow, CallRow, Database
from pipeline.originals import lying_at
from pipeline.pbx.naming import details_from_name
from pipeline.pbx.numbers import to_e164
from pipeline.settings import Settings, SettingsError
from pipeline.storing.erasing import (
    Erased,
    calls_older_than,
    erase_client,
    erase_words,
    keep_receipt,
    unheard,
)

log = logging.getLogger(__name__)

_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an erasure did; `originals` are files of the PBX that still lie there, `left` copies that could not go.

    `number` is that of the receipt in the database, None for a dry run.
    """

    number: int | None
    why: str
    subject: str | None
    counts: dict[str, int]
    originals: tuple[str, ...]
    left: tuple[str, ...]

    def as_data(self) -> dict[str, object]:
        """The receipt as JSON takes it."""
        return asdict(self)


class _DryRunError(Exception):
    """Undoes a transaction whose figures are all that is wanted."""


def keep_to_retention(
    database: Database, settings: Settings, now: datetime, *, dry_run: bool = False
) -> Receipt | None:
    """Erase the sound and words of calls whose days are over; None where no time is set or nothing is due."""
    total: Counter[str] = Counter()
    left: list[str] = []
    for days, campaigns in _by_days(database, settings):
        limit = now - timedelta(days=days)
        while True:
            try:
                with database.writing() as session:
                    calls = calls_older_than(session, limit, campaigns, 1_000_000 if dry_run else _AT_ONCE)
                    erased = erase_words(session, calls, "retention", now) if calls else Erased({}, (), ())
                    if dry_run:
                        raise _DryRunError
            except _DryRunError:
                total.update(erased.counts)
                break
            if not calls:
                break
            left += _delete_copies(erased, settings.data_dir)
            total.update(erased.counts)
    if not total.get("calls"):
        return None
    counts = dict(total)
    if dry_run:
        return Receipt(None, "retention", None, counts, (), ())
    with database.writing() as session:
        number = keep_receipt(session, "retention", None, counts, now)
    return Receipt(number, "retention", None, counts, (), tuple(left))


def forget_client(
    database: Database, settings: Settings, number: str, now: datetime, *, dry_run: bool = False
) -> Receipt:
    """Erase all that is kept of one client, whom a phone number, a mail address or a name in chats tells.

    Raises SettingsError for what is none of them: a name counts only as some chat has it, letter by letter.
    """
    try:
        with database.writing() as session:
            client = _identity(session, number, settings)
            named = [one for one, path in unheard(session) if _is_theirs(path, client, settings)]
            erased = erase_client(session, client, named, now)
            receipt = None if dry_run else keep_receipt(session, "client", hidden(client), erased.counts, now)
            if dry_run:
                raise _DryRunError
    except _DryRunError:
        pass
    left = [] if dry_run else _delete_copies(erased, settings.data_dir)
    lying = {str(place) for path, content_hash in erased.originals for place in lying_at(path, content_hash, settings)}
    return Receipt(receipt, "client", hidden(client), erased.counts, tuple(sorted(lying)), tuple(left))


def hidden(number: str) -> str:
    """A phone number by which its owner knows it and nobody else: the middle is hidden."""
    return f"{number[:2]}{'*' * (len(number) - 4)}{number[-2:]}"


def _identity(session: Session, told: str, settings: Settings) -> str:
    """A client as calls have them: E.164, a mail address in small letters, or the name in a chat."""
    number = to_e164(told, settings.phone_region)
    if number is not None:
        return number
    if "@" in told:
        return told.strip().lower()
    if session.scalar(select(CallRow.id).where(CallRow.client == told, CallRow.written.is_not(None)).limit(1)) is None:
        raise SettingsError(f"{told} is no phone number and nobody's name in a chat: write it as +79161234567")
    return told


def _is_theirs(path: Path, client: str, settings: Settings) -> bool:
    """Whether the name of a file that is no call yet names a client."""
    if not client.startswith("+"):
        return client.lower() in path.name.lower()
    return details_from_name(path, settings).client == client or client[2:] in _digits(path)


def _digits(path: Path) -> str:
    return "".join(letter for letter in path.name if letter.isdigit())


def _by_days(database: Database, settings: Settings) -> Sequence[tuple[int, list[str | None]]]:
    """After how many days which campaigns' calls are due; None stands for calls of no campaign."""
    with database.reading() as session:
        campaigns: list[str | None] = [None, *session.scalars(select(AnalysisRow.campaign_id).distinct())]
    days: dict[int, list[str | None]] = {}
    for campaign in campaigns:
        own = settings.retention_days_of.get(campaign or "", settings.retention_days)
        if own > 0:
            days.setdefault(own, []).append(campaign)
    return sorted(days.items())


def _delete_copies(erased: Erased, data_dir: Path) -> list[str]:
    left = []
    for name in erased.copies:
        try:
            (data_dir / name).unlink(missing_ok=True)
        except OSError as error:
            # The next sweep of the data folder takes it: no call claims it any more.
            log.warning("%s could not be deleted: %s", data_dir / name, error.strerror)
            left.append(str(data_dir / name))
    return left
