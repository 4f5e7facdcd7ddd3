"""What changing an answer changed beside it, from the talk before and after: plain, and only what is so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.session import Answered, Changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.dialogue.session import Entry, Key, Session
    from bot.dialogue.stand import Asked

    Conclusions = Iterable[tuple[Key, str]]


def consequences(
    before: Session, after: Session, concluded: Conclusions, concludes: Conclusions
) -> tuple[tuple[str, int], ...]:
    """Return the sentences to say, as (id, how many); both talks stand on a road of their own.

    `concluded` and `concludes` are the conclusions on the road before and after.
    """
    was, now = before.view.stack[0], after.view.stack[0]
    old, new = [one.key for one in was.road], [one.key for one in now.road]
    found = []
    asks = now.open is not None and now.open != was.open and now.open not in old
    if asks:
        found.append(("changed.asks", 1))
    # Behind a new question nobody can tell yet which of the later answers will count again.
    gone = _answers(before.entries, was.road, set(new))
    found += _counted("changed.behind" if asks else "changed.aside", gone)
    found += _counted("changed.again", _answers(after.entries, now.road, set(old)))
    said, says = dict(concluded), dict(concludes)
    if any(says.get(key, outcome) != outcome for key, outcome in said.items()):
        found.append(("changed.concluded", 1))
    elif said.keys() - says.keys():
        found.append(("changed.reopened", 1))
    return tuple(found) or (("changed.rest", 1),)


def _counted(name: str, count: int) -> list[tuple[str, int]]:
    return [(name if count > 1 else f"{name}.1", count)] if count else []


def _answers(entries: Sequence[Entry], road: Sequence[Asked], others: set[Key]) -> int:
    """Count the answers on a road whose questions are not on the other one."""
    return sum(
        one.key not in others and isinstance(entries[one.seq - 1], (Answered, Changed))
        for one in road
    )
