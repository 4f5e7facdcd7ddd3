"""Help lines as values: which ones to show for a country and a need, and how old they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

EMERGENCY = "emergency"
TEXT_CHAT = "text-chat"
YOUNG_PEOPLE = "young-people"
WEBSITE = "website"
FOR_ANYONE = ("suicide", "emotional-support")
"""Lines that take whatever somebody brings, so that their texts may stand in for a missing one."""

KINDS: Mapping[str, str] = {
    EMERGENCY: "Emergency",
    "suicide": "Suicide and crisis",
    "emotional-support": "Someone to talk to",
    "domestic-abuse": "Abuse by a partner",
    TEXT_CHAT: "By text or chat",
    YOUNG_PEOPLE: "For young people",
    "own-behaviour": "If you worry about what you do",
    "stalking": "Stalking",
    "sexual-violence": "Sexual violence",
    "image-abuse": "Private pictures shared",
    "lgbt": "LGBT+",
    "men": "For men",
    WEBSITE: "On the web",
    "directory": "In any country",
}
"""What a line can be for, each with plain words for it. `text-chat` is a way of reaching one."""

SHOWN_MARKS = ("A", "B")
MARKS = (*SHOWN_MARKS, "C")
"""How sure a line is, as the file of lines explains; C is kept but never shown."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A number or an address, shown exactly as its `text` stands.

    `kinds` begins with what the line is first of all for. `checked_on` is the ISO date on
    which a person last tried it, empty when nobody has. `held` lines are not shown.
    """

    text: str
    kinds: tuple[str, ...]
    sure: str
    checked_on: str = ""
    held: bool = False

    @property
    def shown(self) -> bool:
        """Whether a person may ever see this line."""
        return self.sure in SHOWN_MARKS and not self.held

    def labelled(self) -> str:
        """Return the text behind plain words for what the line is for."""
        return f"{KINDS[self.kinds[0]]}: {self.text}"


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory with its lines; `iso` is its ISO 3166 code of two letters."""

    iso: str
    name: str
    lines: tuple[HelpLine, ...]


@dataclass(frozen=True, slots=True)
class HelpLines:
    """All lines there are; the first of the international `directories` is the most general."""

    countries: tuple[Country, ...]
    directories: tuple[HelpLine, ...]

    def for_(self, country: str | None, kinds: Iterable[str] = ()) -> tuple[HelpLine, ...]:
        """Return what to show someone in `country` (ISO code, None if unknown) with these needs.

        Emergency lines come first, then each need in the order given, calls before texts, then
        some way to text where the needs have none, then directories: those for a need without
        a line, and always the first one, because numbers change. Without needs, everything is
        returned. Neither a C line nor a held one is ever among them, and a line that is first
        of all for young people only when `young-people` is asked for.
        """
        asked = tuple(dict.fromkeys(kinds)) or tuple(KINDS)
        local = tuple(line for line in self._lines(country) if _fits(line, asked))
        found = [line for line in local if EMERGENCY in line.kinds]
        missing = []
        for kind in asked:
            serving = [line for line in local if kind in line.kinds]
            if not serving and kind not in (EMERGENCY, TEXT_CHAT, WEBSITE):
                missing.append(kind)
            found += sorted(serving, key=lambda line: TEXT_CHAT in line.kinds)
        if not any(TEXT_CHAT in line.kinds for line in found):
            texts = (line for line in local if TEXT_CHAT in line.kinds)
            found += [line for line in texts if not set(FOR_ANYONE).isdisjoint(line.kinds)]
        abroad = [line for line in self.directories if _fits(line, asked)]
        found += [line for kind in missing for line in abroad if kind in line.kinds]
        return tuple(dict.fromkeys(found + abroad[:1]))

    def age_sentence(self, lines: Sequence[HelpLine] | None = None) -> str:
        """Say how old these lines are, by default all that can be shown."""
        if lines is None:
            everywhere = (line for country in self.countries for line in country.lines)
            lines = [line for line in (*everywhere, *self.directories) if line.shown]
        dates = sorted(line.checked_on for line in lines if line.checked_on)
        if not dates:
            return "No person has checked these lines yet."
        if len(dates) < len(lines):
            return (
                "No person has checked some of these lines yet; "
                f"the others were last checked {_day(dates[0])}."
            )
        return f"These lines were last checked {_day(dates[0])}."

    def overlaid(self, own: HelpLines) -> HelpLines:
        """Return these lines with an operator's `own` in place of the same countries."""
        replaced = {country.iso for country in own.countries}
        kept = (country for country in self.countries if country.iso not in replaced)
        return HelpLines((*own.countries, *kept), own.directories or self.directories)

    def plain(self) -> tuple[Any, ...]:
        """Return nested tuples of texts and truths, from which `of` makes the same lines."""
        return (
            tuple((one.iso, one.name, _plain(one.lines)) for one in self.countries),
            _plain(self.directories),
        )

    @classmethod
    def of(cls, plain: tuple[Any, ...]) -> HelpLines:
        """Make the lines that `plain` was made from."""
        countries, directories = plain
        return cls(
            tuple(Country(iso, name, _lines(lines)) for iso, name, lines in countries),
            _lines(directories),
        )

    def _lines(self, iso: str | None) -> tuple[HelpLine, ...]:
        wanted = (iso or "").upper()
        return next((one.lines for one in self.countries if one.iso == wanted), ())


def _fits(line: HelpLine, asked: Sequence[str]) -> bool:
    return line.shown and (line.kinds[0] != YOUNG_PEOPLE or YOUNG_PEOPLE in asked)


def _plain(lines: Iterable[HelpLine]) -> tuple[Any, ...]:
    return tuple((one.text, one.kinds, one.sure, one.checked_on, one.held) for one in lines)


def _lines(plain: Iterable[tuple[Any, ...]]) -> tuple[HelpLine, ...]:
    return tuple(HelpLine(*one) for one in plain)


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"
