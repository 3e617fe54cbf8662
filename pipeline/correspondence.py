"""How is a chat or a letter judged like a call? Exports of messengers, mail and plain dialogues read as transcripts.

WhatsApp's text export, Telegram's JSON export, `.eml` letters, a JSON list of messages and «Name: text» lines. A text
has no seconds: a message stands where it would stand if the talk were read aloud, so that order and places can be told.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path

from pipeline.transcript import Segment, Speaker, Transcript

_LETTERS_A_SECOND, _GAP = 14.0, 0.5
_OWN_NAMES = frozenset({"менеджер", "оператор", "продавец", "agent", "manager", "operator", "sales", "a"})
_CLIENT_NAMES = frozenset({"клиент", "покупатель", "заказчик", "client", "customer", "c"})
_WHATSAPP = re.compile(
    r"^\u200e?\[?(?P<day>\d{1,2}[./]\d{1,2}[./]\d{2,4}),?\s+(?P<time>\d{1,2}:\d{2}(?::\d{2})?)(?:\s?[ap]m)?\]?"
    r"\s*(?:-\s*)?(?P<who>[^:\n]{1,60}):\s(?P<text>.*)$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"^(?P<who>[^\s:][^:\n]{0,59}):\s(?P<text>.+)$")
_QUOTED = re.compile(r"^(>|-{2,}\s*(Original|Исходное|Пересыл)|On .+ wrote:$|.+ (пишет|писал|написал)\(?а?\)?:$)")


class CorrespondenceError(ValueError):
    """A chat or letter can't be read; the message is one line that says what to do."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message: who wrote it as the export names them, when, and what."""

    who: str
    text: str
    at: datetime | None = None


def is_correspondence(file: Path) -> bool:
    """Whether a file is a chat or a letter rather than a transcript: by its ending, a JSON by what it holds."""
    if file.suffix.lower() in (".txt", ".eml"):
        return True
    if file.suffix.lower() != ".json" or not file.is_file():
        return False
    try:
        data = json.loads(file.read_text(encoding="utf-8-sig"))
    except ValueError:
        return False
    return isinstance(data, list) or (isinstance(data, dict) and "messages" in data and "segments" not in data)


def read_correspondence(file: Path, agent: str | None = None) -> Transcript:
    """A chat or a letter as a transcript; `agent` is the manager's name (or address, or a part of it) in it.

    Raises CorrespondenceError when the file holds no messages, or nobody in it can be told to be the manager.
    """
    try:
        messages = list(_messages(file))
    except (OSError, ValueError, UnicodeDecodeError) as error:
        raise CorrespondenceError(f"{file}: can't be read as a chat or a letter ({error})") from error
    if not messages:
        raise CorrespondenceError(
            f"{file}: no messages found; known are WhatsApp's and Telegram's exports, .eml, and lines of «Name: text»"
        )
    own = _own_name(messages, agent, file)
    started = next((message.at for message in messages if message.at is not None), None)
    return Transcript(tuple(_segments(messages, own)), id=file.stem, started_at=started)


def _messages(file: Path) -> Iterator[Message]:
    if file.suffix.lower() == ".eml":
        yield from _letter(file.read_bytes())
    elif file.suffix.lower() == ".json":
        yield from _listed(json.loads(file.read_text(encoding="utf-8-sig")))
    else:
        yield from _lines(file.read_text(encoding="utf-8-sig").splitlines())


def _lines(lines: Iterable[str]) -> Iterator[Message]:
    """Lines of a chat; a line without a name goes on with the message before it."""
    held: Message | None = None
    for line in lines:
        found = _WHATSAPP.match(line) or _NAMED.match(line)
        if found is None:
            if held is not None and line.strip():
                held = Message(held.who, f"{held.text} {line.strip()}", held.at)
            continue
        if held is not None:
            yield held
        named = found.groupdict()
        at = _moment(named["day"], named["time"]) if "day" in named else None
        held = Message(found["who"].strip(), found["text"].strip(), at)
    if held is not None:
        yield held


def _moment(day: str, time: str) -> datetime | None:
    """A day as WhatsApp writes it, day first, with its time in the machine's zone; None where it is none."""
    numbers = [int(part) for part in re.split(r"[./]", day)]
    clock = [int(part) for part in time.split(":")]
    year = numbers[2] + 2000 if numbers[2] < 100 else numbers[2]
    try:
        return datetime(year, numbers[1], numbers[0], clock[0], clock[1]).astimezone()
    except ValueError:
        return None


def _listed(data: object) -> Iterator[Message]:
    """Messages of Telegram's export, or of a plain list with `from`, `text` and perhaps `date`."""
    listed = data.get("messages", []) if isinstance(data, dict) else data
    for one in listed if isinstance(listed, list) else ():
        if not isinstance(one, dict) or one.get("type", "message") != "message":
            continue
        text = one.get("text") or one.get("body") or ""
        if isinstance(text, list):
            text = "".join(part if isinstance(part, str) else str(part.get("text", "")) for part in text)
        who = one.get("from") or one.get("author") or one.get("speaker") or ""
        written = one.get("date") or one.get("at") or one.get("time")
        if str(text).strip():
            at = datetime.fromisoformat(str(written)).astimezone() if written else None
            yield Message(str(who), " ".join(str(text).split()), at)


def _letter(content: bytes) -> Iterator[Message]:
    letter = message_from_bytes(content, policy=policy.default)
    if not isinstance(letter, EmailMessage):
        return
    body = letter.get_body(("plain", "html"))
    text = str(body.get_content()) if body is not None else ""
    if body is not None and body.get_content_subtype() == "html":
        text = re.sub(r"<[^>]+>", " ", re.sub(r"(?is)<(style|script).*?</\1>", " ", text))
    own: list[str] = []
    for line in text.splitlines():
        if _QUOTED.match(line.strip()):
            break
        own.append(line.strip())
    at = parsedate_to_datetime(str(letter["date"])) if letter["date"] else None
    name, address = parseaddr(str(letter["from"] or ""))
    said = " ".join(" ".join(own).split())
    if said:
        yield Message(f"{name} <{address}>", said, at)


def _own_name(messages: Sequence[Message], agent: str | None, file: Path) -> frozenset[str]:
    names = list(dict.fromkeys(message.who for message in messages))
    if agent is not None:
        own = frozenset(name for name in names if agent.lower() in name.lower())
        if own:
            return own
        if file.suffix.lower() == ".eml":
            return frozenset()
        raise CorrespondenceError(f"{file}: nobody in it is named {agent}; there are: {', '.join(names)}")
    own = frozenset(name for name in names if name.lower() in _OWN_NAMES)
    others = [name for name in names if name.lower() in _CLIENT_NAMES]
    if not own and len(names) == 2 and len(others) == 1:
        own = frozenset(names) - {others[0]}
    if not own:
        raise CorrespondenceError(f"{file}: say who the manager is with --agent NAME; there are: {', '.join(names)}")
    return own


def _segments(messages: Iterable[Message], own: frozenset[str]) -> Iterator[Segment]:
    moment = 0.0
    for message in messages:
        end = moment + max(0.5, len(message.text) / _LETTERS_A_SECOND)
        side: Speaker = "agent" if message.who in own else "client"
        yield Segment(round(moment, 2), round(end, 2), message.text, side)
        moment = end + _GAP
