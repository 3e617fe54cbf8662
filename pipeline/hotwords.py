"""Which names may come up in a call? They are told to the recogniser beforehand, where it can make use of them.

What a company and its products are called is what speech models mishear most, and what is checked.
"""

from __future__ import annotations

from collections.abc import Sequence

from scripts_library.campaign import Campaign

_MOST = 40


def hotwords(campaigns: Sequence[Campaign], language: str) -> tuple[str, ...]:
    """The names in the campaigns of a language ("auto": of all), each once, in a fixed order."""
    speaking = [campaign for campaign in campaigns if language in ("auto", campaign.language)]
    names: dict[str, None] = {}
    for campaign in sorted(speaking, key=lambda campaign: campaign.id):
        told = (campaign.company or "", *campaign.hotwords)
        names |= dict.fromkeys(name for name in told if name)
    return tuple(names)[:_MOST]
