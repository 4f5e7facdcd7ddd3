"""Everything that can go wrong with a store, each a sentence that says what to do about it."""

# ruff: noqa: N818 - each name says what is wrong; StoreError says that it is an error

from __future__ import annotations

from typing import ClassVar


class StoreError(Exception):
    """The store could not do what it was asked; `str()` is fit to be shown to a person."""

    sentence: ClassVar[str] = "The saved talks in {path} cannot be used right now."

    def __init__(self, path: object = "") -> None:
        super().__init__(self.sentence.format(path=path))


class Conflict(StoreError):
    """The talk is not where the caller believed it to be; nothing was changed."""

    sentence = (
        "That question has moved on: it was answered somewhere else first. "
        "Nothing was changed; go on from the newest question."
    )


class Repeated(Conflict):
    """The same message came twice; it is kept already."""

    sentence = "That message is kept already. Nothing was changed; go on from the newest question."


class UnknownConversation(StoreError):
    """No such talk, or no such entry in it."""

    sentence = "That talk is not kept here any more. It may have been erased; start a new one."


class Closed(StoreError):
    """The store was asked after it had been closed."""

    sentence = "The saved talks in {path} are closed already. Start the program again."


class Locked(StoreError):
    """Another process holds the file."""

    sentence = (
        "The saved talks in {path} are in use by another program. "
        "Your last answer is not saved; close the other one and answer again."
    )


class TracesLeft(StoreError):
    """The words are gone from the tables, but another process keeps old pages alive."""

    sentence = (
        "Your words are deleted, but another program still holds {path} open, so traces of "
        "them may be left in it. Close the other one and erase once more."
    )


class ReadOnly(StoreError):
    """The file or its disk takes no writing."""

    sentence = (
        "The saved talks in {path} can be read but not written. Allow writing to the file, "
        "its folder and its disk, or use another folder."
    )


class NotAllowed(StoreError):
    """The system refuses the file to this user."""

    sentence = (
        "This user may not open {path}. Run the program as the user who owns the file, "
        "or use another folder."
    )


class OpenToOthers(StoreError):
    """Other users of this machine could look at the talks."""

    sentence = (
        "Other users of this machine can look into {path}, so nothing is saved there. "
        "Close it with: chmod go-rwx '{path}' (or use a folder of its own)."
    )


class IsAFolder(StoreError):
    """The path names a folder."""

    sentence = "{path} is a folder. Name a file in it, such as talks.db."


class NoFolder(StoreError):
    """A part of the path is not a folder."""

    sentence = "{path} cannot be made: a part of its path is not a folder. Name another place."


class NotADatabase(StoreError):
    """The file is something else."""

    sentence = "{path} is not a file of saved talks. It was left as it is; name another file."


class NewerVersion(StoreError):
    """The file was written by a later release."""

    sentence = (
        "{path} was written by a newer version of this program. It was left as it is; "
        "install that version to open it."
    )


class Corrupt(StoreError):
    """The file is damaged."""

    sentence = (
        "{path} is damaged and cannot be read. Move it away and put a good copy in its place, "
        "or start without it."
    )


class Unwritable(StoreError):
    """A text holds half a character, which no file can keep."""

    sentence = (
        "There is a character in that text which cannot be saved in {path}. "
        "Your last answer is not saved; type it again without it."
    )


class DiskFull(StoreError):
    """There is no room for more."""

    sentence = (
        "The disk of {path} is full. Your last answer is not saved; make room and answer again."
    )


class DiskFailed(StoreError):
    """The system reports that reading or writing did not work."""

    sentence = (
        "The disk of {path} did not do what it was asked. Your last answer is not saved; "
        "look whether the disk is there, has room and allows files of this size."
    )


class NoDriver(StoreError):
    """A server is named, and what speaks to it is not installed."""

    sentence = (
        "The driver for {path} is not installed. Bring it with pip install 'afterword[postgres]'."
    )


class ServerAway(StoreError):
    """The server cannot be reached, refuses this program, or went away in the middle."""

    sentence = (
        "The saved talks in {path} cannot be reached, so nothing can be saved. "
        "Look whether the server runs and lets this program in."
    )


class NoRights(StoreError):
    """The server lets this program in, and not at the tables."""

    sentence = (
        "The server does not let this program make or use its tables in {path}. "
        "Give its user a database and a schema of their own."
    )


class NotOurs(StoreError):
    """The database holds the tables of another program."""

    sentence = (
        "{path} holds tables of another program. It was left as it is; "
        "name an empty database or schema."
    )


class AlreadyThere(StoreError):
    """A copy would have to be written over a file."""

    sentence = "{path} is there already and was left as it is. Name another file."


class NotThere(StoreError):
    """There is no such file to read."""

    sentence = "There is no file {path}. Nothing was changed."


class WithoutMarks(StoreError):
    """A copy from before erasures were written down; who was erased since cannot be told."""

    sentence = (
        "{path} is so old that it cannot be told which of the people in it were erased later. "
        "Nothing was changed."
    )
