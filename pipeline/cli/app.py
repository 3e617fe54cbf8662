"""How a command is found, and how every failure becomes one line and an exit code.

0 done, 1 done but some recordings failed, 2 wrong usage or unusable input, 130 stopped from the keyboard.
"""

from __future__ import annotations

import sys

import typer

from pipeline.cli import (
    cdr,
    correct,
    crm,
    database,
    demo,
    doctor,
    evaluate,
    forgetting,
    funnel,
    ingest,
    ingest_text,
    library,
    report,
    rescore,
    score,
    serve,
    sides,
    status,
    transcribe,
    unknown,
    worker,
)
from pipeline.cli.failures import input_errors
from pipeline.version import __version__

app = typer.Typer(
    name="callgrade",
    help="Listens to every recorded sales call, scores it by your script and shows the evidence.",
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("demo")(demo.demo)
app.command("ingest")(ingest.ingest)
app.command("ingest-text")(ingest_text.ingest_text)
app.command("doctor")(doctor.doctor)
app.command("transcribe")(transcribe.transcribe)
app.command("score")(score.score)
app.command("cdr")(cdr.cdr)
app.command("crm")(crm.crm)
app.command("erase")(forgetting.erase)
app.command("retention")(forgetting.retention)
app.command("worker")(worker.worker)
app.command("exporter")(worker.exporter)
app.command("status")(status.status)
app.command("funnel")(funnel.funnel)
app.command("sides")(sides.sides)
app.command("rescore")(rescore.rescore)
app.command("correct")(correct.correct)
app.command("serve")(serve.serve)
app.command("unknown")(unknown.unknown)
app.add_typer(library.app, name="library")
app.add_typer(evaluate.app, name="evaluate")
app.add_typer(report.app, name="report")
app.add_typer(database.app, name="db")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"callgrade {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    context: typer.Context,
    version: bool = typer.Option(
        False, "--version", callback=_print_version, is_eager=True, help="Print the version and stop."
    ),
) -> None:
    """Listens to every recorded sales call, scores it by your script and shows the evidence."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def _complain(message: str) -> None:
    print(f"callgrade: {' '.join(message.split())}", file=sys.stderr)  # noqa: T201


def _told(error: typer.TyperException) -> str:
    told = getattr(error, "format_message", None)
    return str(told()) if callable(told) else str(error)


def _command_of(error: typer.TyperException) -> str:
    return str(getattr(getattr(error, "ctx", None), "command_path", "callgrade"))


def run(arguments: list[str] | None = None) -> int:
    """The exit code of one command; says any failure in one line on standard error."""
    try:
        code = app(args=arguments, prog_name="callgrade", standalone_mode=False)
    except typer.TyperException as error:
        _complain(f"{_told(error)} (see {_command_of(error)} --help)")
        return 2
    except (typer.Abort, KeyboardInterrupt):
        _complain("stopped; nothing is half-stored, the same command goes on where it stopped")
        return 130
    except BrokenPipeError:
        # The reader (head, less) went away: that is no failure of ours.
        sys.stderr.close()
        return 0
    except input_errors() as error:
        _complain(str(error))
        return 2
    return code if isinstance(code, int) else 0


def main() -> None:
    """The `callgrade` program."""
    sys.exit(run())
