"""Does a reviewer see a step otherwise than the machine? `callgrade correct` keeps what the person says beside it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, cast

import typer

if TYPE_CHECKING:
    from pipeline.adherence import StepStatus

_STATUSES = ("done", "missed", "not_applicable", "unknown")


def correct(
    call: Annotated[int, typer.Argument(help="The call's number.")],
    step: Annotated[str, typer.Argument(help="The step's id.")],
    status: Annotated[str, typer.Argument(help="done, missed, not_applicable or unknown.")],
    at: Annotated[float | None, typer.Option(help="A second of the remark that it stands on.")] = None,
    note: Annotated[str | None, typer.Option(help="Why.")] = None,
    by: Annotated[str | None, typer.Option(help="Who says so.")] = None,
) -> None:
    """Say that a step was judged wrongly; the machine's answer stays beside yours, and examples come of it."""
    from models.schema import open_database
    from pipeline.settings import load_settings
    from pipeline.storing.corrections import CorrectionError
    from pipeline.storing.corrections import correct as store_correction

    if status not in _STATUSES:
        raise CorrectionError(f"a step can't be {status!r}: write one of {', '.join(_STATUSES)}")
    settings = load_settings()
    database = open_database(settings.database_url)
    try:
        with database.writing() as session:
            person = cast("StepStatus", status)
            kept = store_correction(session, call, step, person, datetime.now(UTC), at=at, note=note, reviewer=by)
    finally:
        database.close()
    at_quote = f": {kept.quote}" if kept.quote else ""
    if settings.interface_language == "ru":
        typer.echo(f"звонок {call}, шаг {step}: машина {kept.machine}, вы {kept.person}{at_quote}")
        typer.echo(f"пример попадёт в проверку: callgrade library test; что изменить: library suggest {kept.campaign}")
    else:
        typer.echo(f"call {call}, step {step}: the machine says {kept.machine}, you say {kept.person}{at_quote}")
        typer.echo(
            f"callgrade library test takes it as an example; library suggest {kept.campaign} tells what to change"
        )
