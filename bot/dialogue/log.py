"""The log of a talk read as a whole: which answers stand, which were taken back, what forgets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue.session import (
    Answered,
    Backed,
    Changed,
    Concluded,
    Detoured,
    Drafted,
    Key,
    Recalled,
    Retracted,
    Signalled,
    Skipped,
    Started,
    Unclear,
    Undone,
    Woke,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue.session import Entry

_ANSWERS = frozenset({Answered, Skipped, Changed, Woke})
_TALK = frozenset({Signalled, Retracted, Recalled, Detoured})
# What leaves the open question as it was, so that a button shown before it is still good.
_STILL = frozenset({Unclear, Recalled, Signalled, Drafted})


class Log(NamedTuple):
    """`standing` and `taken` by key; `talk` is what counts for the whole talk, in order."""

    started: Started | None
    first: int
    standing: dict[Key, Entry]
    taken: dict[Key, Entry]
    talk: list[Entry]
    detours: list[Detoured]
    drafts: list[Drafted]
    concluded: dict[Key, Concluded]
    since: int


def read_log(entries: Sequence[Entry]) -> Log:  # noqa: C901, PLR0912 - one pass, for speed
    """Read a log from its first entry to its last."""
    undone = {entry.target for entry in entries if isinstance(entry, Undone)}
    log = Log(None, 0, {}, {}, [], [], [], {}, 0)
    standing, taken, started, first, since = log.standing, log.taken, None, 0, 0
    for entry in entries:
        kind = entry.__class__
        if kind not in _STILL:
            since = entry.seq
        if kind in _ANSWERS:
            if entry.seq not in undone:
                key = entry.key  # type: ignore[union-attr]  # answers have keys
                standing[key] = entry
                if taken:
                    taken.pop(key, None)
        elif kind in _TALK:
            log.talk.append(entry)
            if isinstance(entry, Detoured):
                log.detours.append(entry)
            elif isinstance(entry, Recalled) and first == entry.seq - 1:
                first = entry.seq
        elif isinstance(entry, Backed):
            if entry.seq in undone:
                continue
            before = standing.get(entry.key)
            if before is not None and not isinstance(before, Backed):
                taken[entry.key] = before
            # What is known of earlier talks answers this no more: it stands to be asked.
            standing[entry.key] = entry
        elif isinstance(entry, Started):
            started, first = entry, entry.seq
        elif isinstance(entry, Drafted):
            log.drafts.append(entry)
        elif isinstance(entry, Concluded):
            log.concluded[entry.key] = entry
    return log._replace(started=started, first=first, since=since)


def levels_of(talk: Sequence[Entry]) -> list[tuple[int, str, str]]:
    """Return (seq, code, level) of every signal as it counts now: one taken back is amber."""
    found: list[tuple[int, str, str]] = []
    for entry in talk:
        if isinstance(entry, Signalled):
            found.append((entry.seq, entry.code, entry.level))
        elif isinstance(entry, Retracted):
            found = [
                (seq, code, "amber" if seq == entry.target else level) for seq, code, level in found
            ]
    return found


def told_at(entries: Sequence[Entry], standing: Entry) -> float:
    """Return when a standing answer was given: one that was changed from afar keeps its day."""
    if not isinstance(standing, Changed):
        return standing.at
    given = [
        one.at for one in entries
        if isinstance(one, (Answered, Skipped)) and one.key == standing.key and one.seq < standing.seq
    ]  # fmt: skip
    return given[-1] if given else standing.at


def forgotten(entries: Sequence[Entry], key: Key) -> tuple[Entry, ...]:
    """Return the log with every trace of what was said at `key` overwritten in place.

    Answers become skips that say they were forgotten, drafts lose their words, and sentences of
    conclusions are dropped, since they may lean on it. Nothing is appended.
    """
    return tuple(_without(entry, key) for entry in entries)


def _without(entry: Entry, key: Key) -> Entry:
    match entry:
        case Answered() | Changed() | Skipped() if entry.key == key:
            return Skipped(entry.seq, entry.at, entry.message, key, True, entry.texts)
        case Drafted() if entry.key == key:
            return entry._replace(text="")
        case Concluded():
            return entry._replace(lines=())
        case _:
            return entry


def undoable(entries: Sequence[Entry]) -> int:
    """Return the seq of the newest entry that can be undone (a back or a change), or 0."""
    undone = {entry.target for entry in entries if isinstance(entry, Undone)}
    for entry in reversed(entries):
        if isinstance(entry, (Backed, Changed)) and entry.seq not in undone:
            return entry.seq
    return 0
