"""Which kind of journal is this, and what are its records? Files by what they hold, an SQL table by its address."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from pipeline.cdr import asterisk, columns, freeswitch
from pipeline.cdr.record import CdrRecord
from pipeline.pbx.details import NameOptions

_LARGEST_FILE = 50_000_000
_QUERY = "SELECT * FROM cdr"
_ROWS_AT_ONCE = 1000


class CdrError(ValueError):
    """The journal can't be read; the message is one line that says what to do."""


class JournalOptions(NameOptions, Protocol):
    """The settings that a journal is read with."""

    @property
    def cdr_columns(self) -> Mapping[str, str]:
        """Own names of columns, by field."""

    @property
    def cdr_time(self) -> str:
        """The strptime form of the journal's moments; empty: found out."""


def read_journal(source: str, options: JournalOptions) -> Iterator[CdrRecord]:
    """The records of a journal: a file, a folder of files, or the SQL address of an Asterisk database.

    Files are Master.csv, CSV with a header, or FreeSWITCH's JSON and XML; raises CdrError and SettingsError.
    """
    if "://" in source:
        yield from _from_sql(source, options)
        return
    path = Path(source)
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.suffix.lower() in (".csv", ".json", ".xml") and file.is_file():
                yield from _from_file(file, options)
    else:
        yield from _from_file(path, options)


def _from_file(path: Path, options: JournalOptions) -> Iterator[CdrRecord]:
    try:
        if path.suffix.lower() in (".json", ".xml"):
            if path.stat().st_size > _LARGEST_FILE:
                raise CdrError(f"{path} is larger than {_LARGEST_FILE // 1_000_000} MB: is it the record of one call?")
            content = path.read_text(encoding="utf-8-sig", errors="replace")
            one = (freeswitch.from_json if path.suffix.lower() == ".json" else freeswitch.from_xml)(content, options)
            if one is not None:
                yield one
            return
        yield from _from_csv(path, options)
    except OSError as error:
        raise CdrError(f"{path} can't be read: {error.strerror}: name a journal's file or folder") from error
    except (ValueError, csv.Error) as error:
        if isinstance(error, CdrError):
            raise
        raise CdrError(f"{path} is no journal: {' '.join(str(error).split())}") from error


def _from_csv(path: Path, options: JournalOptions) -> Iterator[CdrRecord]:
    with path.open(encoding=_encoding(path), errors="replace", newline="") as file:
        start = file.readline()
        delimiter = max(",;\t", key=start.count)
        file.seek(0)
        rows = csv.reader((line.replace("\0", "") for line in file), delimiter=delimiter)
        header = next(rows, [])
        if len(header) >= asterisk.LEAST_COLUMNS and asterisk.from_master(header, options) is not None:
            for row in (header, *rows):
                if (one := asterisk.from_master(row, options)) is not None:
                    yield one
            return
        names = [name.strip() for name in header]
        low = {name.lower() for name in names}
        found = columns.column_map(names, options.cdr_columns)
        if "started" not in found and "id" not in found:
            raise CdrError(
                f"{path}: no column with the call's time or id among {', '.join(names[:12])}: "
                "name yours in cdr_columns (callgrade.toml)"
            )
        for row in rows:
            named = dict(zip(names, row, strict=False))
            if {"calldate", "dstchannel"} <= low:
                one = asterisk.from_row(_lowered(named), options)
            elif "xml_cdr_uuid" in low or {"bleg_uuid", "start_stamp"} <= low:
                one = freeswitch.from_variables(_lowered(named), options)
            else:
                one = columns.from_row(named, found, options, options.cdr_time)
            if one is not None:
                yield one


def _lowered(row: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in row.items()}


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(65_536)
    try:
        head[:-4].decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # Spreadsheets in Russia save CSV so; a cut character at the piece's end is none.
        return "cp1251" if error.start < len(head) - 8 else "utf-8-sig"
    return "utf-8-sig"


def _from_sql(address: str, options: JournalOptions) -> Iterator[CdrRecord]:
    try:
        engine = create_engine(address.replace("postgresql://", "postgresql+psycopg://", 1))
    except (SQLAlchemyError, ImportError) as error:
        raise CdrError(
            f"the journal's database can't be opened ({type(error).__name__}): write postgresql://USER:PASSWORD@HOST/"
            "asteriskcdrdb, or mysql+pymysql://… after installing PyMySQL"
        ) from error
    try:
        with engine.connect() as connection:
            if engine.dialect.name in ("postgresql", "mysql", "mariadb"):
                connection.execute(text("SET TRANSACTION READ ONLY"))
            found = connection.execution_options(yield_per=_ROWS_AT_ONCE).execute(text(_QUERY))
            for row in found.mappings():
                named = {str(name).lower(): "" if value is None else str(value) for name, value in row.items()}
                if (one := asterisk.from_row(named, options)) is not None:
                    yield one
    except SQLAlchemyError as error:
        said = " ".join(str(getattr(error, "orig", error)).split())
        raise CdrError(f"the journal's table cdr can't be read: {said}") from error
    finally:
        engine.dispose()
