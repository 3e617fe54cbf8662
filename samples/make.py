"""Make the sample recordings, their true texts and their sidecars from `dialogues/`: `python -m samples.make`.

Needs what the speech model's recipe needs (eSpeak NG, scipy) and soundfile; see samples/README.md.
"""

from __future__ import annotations

import argparse
import json

from samples.dialogue import Dialogue, read_dialogues
from samples.encoding import write_recording
from samples.lanes import RATE, Call, Samples, build


def channels(dialogue: Dialogue, call: Call) -> list[Samples]:
    """The call's lanes as its recording has them: agent left or right, or both in one channel."""
    if dialogue.agent_side is None:
        return [(call.agent + call.client) * 0.8]
    return [call.agent, call.client] if dialogue.agent_side == "left" else [call.client, call.agent]


def make(dialogue: Dialogue) -> Call:
    """Write one call's recording, true text and, where it has one, sidecar; gives the call."""
    call = build(dialogue)
    path = dialogue.recording_path
    write_recording(path, channels(dialogue, call), RATE, dialogue.codec)
    if dialogue.sidecar:
        known = {
            "direction": dialogue.direction,
            "agent": dialogue.agent,
            "client": dialogue.client,
            "started_at": dialogue.started_at.isoformat(),
        }
        path.with_suffix(".json").write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
    dialogue.truth_path.parent.mkdir(parents=True, exist_ok=True)
    dialogue.truth_path.write_text(call.truth.to_json() + "\n", encoding="utf-8")
    return call


def main() -> None:
    """Make all samples, or those whose names are given."""
    parser = argparse.ArgumentParser(description="Make the sample recordings from their dialogues.")
    parser.add_argument("names", nargs="*", help="dialogues by name, all when none is given")
    wanted = parser.parse_args().names
    known = {dialogue.name: dialogue for dialogue in read_dialogues()}
    for name in wanted or known:
        if name not in known:
            parser.error(f"no dialogue {name}: write one of {', '.join(known)}")
        call = make(known[name])
        size = known[name].recording_path.stat().st_size
        print(f"{name:24} {len(call.agent) / RATE:6.1f} s {size / 1000:7.0f} kB  {known[name].recording}")


if __name__ == "__main__":
    main()
