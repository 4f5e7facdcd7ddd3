"""Looks over a set-up before it goes live: each finding is a sentence with its mend. No network."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, NamedTuple

from bot.channels import opening
from bot.channels.discord.configuring import SettingsError, Wishes, wishes
from bot.channels.discord.endpoints import NotLoopbackError, endpoints
from bot.channels.discord.secrets import token
from bot.channels.discord.sharding import VARIABLE as SHARDS
from bot.channels.discord.sharding import WrongShardsError, shards
from bot.channels.unlocking import opener
from bot.store.errors import StoreError
from bot.store.places import named, untouched

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.dialogue.library import Library
    from bot.settings import Settings

PERMISSIONS = 0
"""What the bot asks of a server: nothing. Answers to commands and direct messages need no right."""

FINE, LOOK, WRONG = "ok", "look", "wrong"


class Finding(NamedTuple):
    """What was looked at, how it is (ok, look, wrong), what was found, and what mends it."""

    what: str
    how: str
    found: str
    mend: str = ""

    def __str__(self) -> str:
        mend = f"\n         {self.mend}" if self.mend else ""
        return f"{self.how:<6} {self.what}: {self.found}{mend}"


def look_over(here: Settings, environ: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return what was found: token, settings, dialogs, help lines, database, permissions."""
    return tuple(_findings(here, environ))


def _findings(here: Settings, environ: Mapping[str, str]) -> Iterator[Finding]:
    wished = Wishes()
    try:
        wished = wishes(here.config)
        yield Finding("settings", FINE, "readable")
    except SettingsError as error:
        yield Finding("settings", WRONG, str(error), "docs/discord.md shows each name.")
    yield from _token(environ, wished.token_file)
    yield from _part(here, environ.get(SHARDS, "") or wished.shards)
    try:
        if any(endpoints(environ)):
            yield Finding("addresses", LOOK, "a stand-in for Discord on this machine is named",
                          "Leave the DISCORD_ variables out to go live.")  # fmt: skip
    except NotLoopbackError as error:
        yield Finding("addresses", WRONG, str(error))
    yield from _dialogs(here)
    yield from _database(here)


def _part(here: Settings, written: str) -> Iterator[Finding]:
    try:
        part = shards(written)
    except WrongShardsError as error:
        yield Finding("shards", WRONG, str(error))
        return
    if part.ids:
        found = f"this process runs {len(part.ids)} of {part.total}"
        on_server = isinstance(here.db, str)
        mend = "" if on_server else "Processes on several machines need a server: AFTERWORD_DB."
        yield Finding("shards", FINE if on_server else LOOK, found, mend)


def _dialogs(here: Settings) -> Iterator[Finding]:
    mend = "See AFTERWORD_DIALOGS and AFTERWORD_CONFIG."
    for folder in (here.dialogs, here.config):
        if not folder.is_dir():
            yield Finding("dialogs", WRONG, f"there is no folder {folder}", mend)
            return
    try:
        loaded = opening.load(here)
    except OSError:
        yield Finding("dialogs", WRONG, "the files can't be read", mend)
        return
    if loaded.library is None:
        yield Finding("dialogs", WRONG, "there are mistakes in them", "Run: afterword check")
        return
    if lacking := opening.lacking(loaded.library):
        yield Finding("dialogs", WRONG, f"there are no {lacking}, so nothing starts", mend)
        return
    count = len(loaded.library.programs)
    yield Finding("dialogs", FINE, f"{count} of them, without mistakes")
    yield from _lines(loaded.library, here)


def _token(environ: Mapping[str, str], file: str) -> Iterator[Finding]:
    secret = token(environ, file)
    if not secret.value:
        yield Finding("token", WRONG, secret.wrong)
        return
    if not secret.has_form:
        mend = "Take it from the portal: Bot, Reset Token. Copy all of it, with both dots."
        yield Finding("token", WRONG, "it does not look like one of Discord's", mend)
        return
    yield Finding("token", FINE, "it has the form of one")
    application = _application(secret.value)
    if application:
        link = (
            f"https://discord.com/oauth2/authorize?client_id={application}"
            f"&scope=bot+applications.commands&permissions={PERMISSIONS}"
        )
        found = f"none are needed: the permissions integer is {PERMISSIONS}"
        yield Finding("permissions", FINE, found, f"Invite link: {link}")


def _lines(library: Library, here: Settings) -> Iterator[Finding]:
    lines = library.lines
    shown = [one for country in lines.countries for one in country.lines if one.shown]
    shown += [one for one in lines.directories if one.shown]
    never = sum(1 for one in shown if not one.checked_on)
    how = LOOK if never else FINE
    mend = (
        f"Try each line, and write the day behind checked_on in {here.config / 'resources.yaml'}."
        if never
        else ""
    )
    found = f"{len(shown)} can be shown, {never} of them never checked. {lines.age_sentence()}"
    yield Finding("help lines", how, found, mend)
    if here.country and here.country not in {one.iso for one in lines.countries}:
        found = f"there are none for the country {here.country}; international ones are shown"
        yield Finding("help lines", LOOK, found, "Add the country to resources.yaml.")


def _database(here: Settings) -> Iterator[Finding]:
    if untouched(here.db):
        yield Finding("database", FINE, f"{named(here.db)} is made when the first talk is kept")
        return
    try:
        opener(here, ask=False)().close()
    except StoreError as error:
        yield Finding("database", WRONG, str(error))
    else:
        yield Finding("database", FINE, f"{named(here.db)} can be opened and written")


def _application(secret: str) -> str:
    """Return the application's id, which the first part of a token holds; "" if it is not there."""
    first = secret.partition(".")[0]
    try:
        read = base64.urlsafe_b64decode(first + "=" * (-len(first) % 4)).decode("ascii")
    except (binascii.Error, UnicodeDecodeError):
        return ""
    return read if read.isdecimal() else ""
