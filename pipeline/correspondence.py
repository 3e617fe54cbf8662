"""How is a chat or a letter judged like a call? Exports of messengers, mail and plain dialogues read as transcripts.

WhatsApp's text export, Telegram's JSON export, `.eml` letters, a JSON list of messages and «Name: text» lines. A text
has no seconds: a message stands where it would stand if the talk were read aloud, so that order and places can be told.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parseaddr, parsedate_to_datetime
from pathlib import Path

from pipeline.pbx.numbers import to_e164
from pipeline.transcript import Segment, Speaker, Transcript

_LETTERS_A_SECOND, _GAP = 14.0, 0.5
_OWN_NAMES = frozenset({"менеджер", "оператор", "продавец", "agent", "manager", "operator", "sales", "a"})
_CLIENT_NAMES = frozenset({"клиент", "покупатель", "заказчик", "client", "customer", "c"})
_WHATSAPP = re.compile(
    r"^\u200e?\[?(?P<day>\d{1,2}[./]\d{1,2}[./]\d{2,4}),?\s+(?P<time>\d{1,2}:\d{2}(?::\d{2})?)(?:\s?(?P<half>[ap]m))?\]?"
    r"\s*(?:-\s*)?(?P<who>[^:\n]{1,60}):\s(?P<text>.*)$",
    re.IGNORECASE,
)
# Only America writes the month first: some day of a longer chat is beyond the twelfth.
_MONTH_FIRST = re.compile(r"^\u200e?\[?\d{1,2}/(1[3-9]|2\d|3[01])/\d{2,4},?\s")
# Where a picture or a voice message was.
_NO_WORDS = re.compile(r"\u200e?<[^>]*>|\u200e[\w ]+")
_NUMBER = re.compile(r"\+\d[\d\s()-]{8,}\d")
_NAMED = re.compile(r"^(?P<who>[^\s:][^:\n]{0,59}):\s(?P<text>.+)$")
_QUOTED = re.compile(r"^(>|-{2,}\s*(Original|Исходное|Пересыл)|On .+ wrote:$|.+ (пишет|писал|написал)\(?а?\)?:$)")


class CorrespondenceError(ValueError):
    """A chat or letter can't be read; the message is one line that says what to do, `reason` it without the file."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Message:
    """One message: who wrote it as the export names them, when, what, and to whom where it says so."""

    who: str
    text: str
    at: datetime | None = None
    to: tuple[str, ...] = ()


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
    if isinstance(data, dict):
        return ("messages" in data or "chats" in data) and "segments" not in data
    return isinstance(data, list)


def is_broken(file: Path) -> bool:
    """Whether a file that is called JSON can't be read as such."""
    try:
        json.loads(file.read_text(encoding="utf-8-sig"))
    except ValueError:
        return True
    return False


def read_correspondence(
    file: Path, agents: Sequence[str] = (), zone: tzinfo | None = None, region: str = "RU"
) -> Transcript:
    """A chat or a letter as a transcript; `agents` are managers' names (or addresses, or a part of them) in it.

    `zone` is that of times without one (the machine's when None), `region` the country of numbers without a code.
    Raises CorrespondenceError when the file holds no messages, or nobody in it can be told to be the manager.
    """
    try:
        messages = list(_messages(file, zone))
    except (OSError, ValueError, UnicodeDecodeError) as error:
        raise CorrespondenceError(file, f"can't be read as a chat or a letter ({error})") from error
    if not messages:
        raise CorrespondenceError(
            file, "no messages found; known are WhatsApp's and Telegram's exports, .eml, and lines of «Name: text»"
        )
    own = _own_names(messages, agents, file)
    others = [message.who for message in messages if message.who not in own]
    return Transcript(
        tuple(_segments(messages, own)),
        id=file.stem,
        language=_language(messages),
        agent=next((message.who for message in messages if message.who in own), None),
        client=_client(others, [to for message in messages for to in message.to], file, region),
        started_at=next((message.at for message in messages if message.at is not None), None),
        written="mail" if file.suffix.lower() == ".eml" else "chat",
    )


def _messages(file: Path, zone: tzinfo | None) -> Iterator[Message]:
    if file.suffix.lower() == ".eml":
        yield from _letter(file.read_bytes(), zone)
    elif file.suffix.lower() == ".json":
        yield from _listed(json.loads(file.read_text(encoding="utf-8-sig")), zone)
    else:
        said = _lines(file.read_text(encoding="utf-8-sig").splitlines(), zone)
        yield from (message for message in said if not _NO_WORDS.fullmatch(message.text))


def _lines(lines: Sequence[str], zone: tzinfo | None) -> Iterator[Message]:
    """Lines of a chat; a line without a name goes on with the message before it."""
    held: Message | None = None
    month_first = any(_MONTH_FIRST.match(line) for line in lines)
    for line in lines:
        found = _WHATSAPP.match(line) or _NAMED.match(line)
        if found is None:
            if held is not None and line.strip():
                held = Message(held.who, f"{held.text} {line.strip()}", held.at)
            continue
        if held is not None:
            yield held
        named = found.groupdict()
        at = _moment(named["day"], named["time"], named["half"], month_first, zone) if "day" in named else None
        held = Message(found["who"].strip(), found["text"].strip(), at)
    if held is not None:
        yield held


def _moment(day: str, time: str, half: str | None, month_first: bool, zone: tzinfo | None) -> datetime | None:
    """A moment as WhatsApp writes it, the day before the month but in American exports; None where it is none."""
    numbers = [int(part) for part in re.split(r"[./]", day)]
    clock = [int(part) for part in time.split(":")]
    year = numbers[2] + 2000 if numbers[2] < 100 else numbers[2]
    month, date = (numbers[0], numbers[1]) if month_first else (numbers[1], numbers[0])
    hour = clock[0] if half is None else clock[0] % 12 + 12 * (half.lower() == "pm")
    try:
        return _in_zone(datetime.fromisoformat(f"{year:04}-{month:02}-{date:02}T{hour:02}:{clock[1]:02}"), zone)
    except ValueError:
        return None


def _in_zone(moment: datetime, zone: tzinfo | None) -> datetime:
    if moment.tzinfo is not None:
        return moment
    return moment.astimezone() if zone is None else moment.replace(tzinfo=zone)


def _listed(data: object, zone: tzinfo | None) -> Iterator[Message]:
    """Messages of Telegram's export, or of a plain list with `from`, `text` and perhaps `date`; raises ValueError."""
    if isinstance(data, dict) and "chats" in data:
        raise ValueError("it holds several chats: export each by itself")
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
            at = _in_zone(datetime.fromisoformat(str(written)), zone) if written else None
            yield Message(str(who), " ".join(str(text).split()), at)


def _letter(content: bytes, zone: tzinfo | None) -> Iterator[Message]:
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
    at = _in_zone(parsedate_to_datetime(str(letter["date"])), zone) if letter["date"] else None
    name, address = parseaddr(str(letter["from"] or ""))
    said = " ".join(" ".join(own).split())
    if said:
        to = tuple(found for _, found in getaddresses([str(letter["to"] or "")]) if found)
        yield Message(f"{name} <{address}>".strip(), said, at, to)


def _own_names(messages: Sequence[Message], agents: Sequence[str], file: Path) -> frozenset[str]:
    """Who of those that wrote are managers; nobody where a letter is the client's."""
    names = list(dict.fromkeys(message.who for message in messages))
    own = frozenset(name for name in names if any(agent.lower() in name.lower() for agent in agents))
    own = own or frozenset(name for name in names if name.lower() in _OWN_NAMES)
    others = [name for name in names if name.lower() in _CLIENT_NAMES]
    if not own and len(names) == 2 and len(others) == 1:
        own = frozenset(names) - {others[0]}
    if own or (agents and file.suffix.lower() == ".eml"):
        return own
    if agents:
        raise CorrespondenceError(file, f"nobody in it is named {' or '.join(agents)}; there are: {', '.join(names)}")
    raise CorrespondenceError(file, f"say who the manager is with --agent NAME; there are: {', '.join(names)}")


def _client(others: Sequence[str], addressed: Sequence[str], file: Path, region: str) -> str | None:
    """Whom the manager writes with: a number, else a mail address, else a name, of who writes most; else whom to."""
    number = _NUMBER.search(file.stem)
    known = [name for name, _ in Counter(others).most_common() if name.lower() not in _CLIENT_NAMES]
    for text in ([number[0]] if number else []) + known:
        if (found := to_e164(text, region)) is not None:
            return found
    for text in known or list(addressed):
        if (address := parseaddr(text)[1]) and "@" in address:
            return address.lower()
    return known[0] if known else None


def _language(messages: Sequence[Message]) -> str:
    letters = [letter for message in messages for letter in message.text.lower() if letter.isalpha()]
    return "ru" if 2 * sum("а" <= letter <= "ё" for letter in letters) > len(letters) else "en"


def _segments(messages: Iterable[Message], own: frozenset[str]) -> Iterator[Segment]:
    moment = 0.0
    for message in messages:
        end = moment + max(0.5, len(message.text) / _LETTERS_A_SECOND)
        side: Speaker = "agent" if message.who in own else "client"
        yield Segment(round(moment, 2), round(end, 2), message.text, side)
        moment = end + _GAP
