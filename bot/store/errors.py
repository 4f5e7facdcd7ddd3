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


class SomebodyElses(Conflict):
    """The talk's id belongs to another person, of whose talk nothing must be read or written."""

    sentence = (
        "This talk can't be saved under its name. Nothing was changed; start a new one to save it."
    )


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


class NoCipher(StoreError):
    """Keys are named, and what locks words with them is not installed."""

    sentence = (
        "What locks saved words with keys is not installed. "
        "Bring it with pip install 'afterword[postgres]'."
    )


class KeyGone(StoreError):
    """Words are there, and the key that reads them is not: it was destroyed, or is another one."""

    sentence = (
        "There are saved words that no key reads any more. Nothing was changed. If the file of "
        "keys was lost, bring its newest copy back."
    )


class StaleLock(StoreError):
    """A person was erased, and is here anew, since the key of their words was looked for."""

    sentence = "These words were to be kept for somebody who was just erased. Nothing was changed."


class KeysNeeded(StoreError):
    """The words on a server are locked, and no file of keys is named."""

    sentence = (
        "The saved words in {path} are locked with keys, and no file of keys is named. "
        "Set AFTERWORD_KEYS to it."
    )


class NotLocked(StoreError):
    """A file of keys is named for a server whose words were kept without."""

    sentence = (
        "The saved words in {path} are not locked yet. Lock them once with: afterword db seal "
        "(or start without AFTERWORD_KEYS)."
    )


class NoSealing(StoreError):
    """A file is sealed or is to be, and what seals is not installed."""

    sentence = (
        "What opens sealed files is not installed. Bring it with pip install 'afterword[sealed]'."
    )


class BadPassphrase(StoreError):
    """No passphrase, or one with a sign that nobody can type."""

    sentence = "A passphrase has to be one line of signs that can be typed. Nothing was changed."


class Sealed(StoreError):
    """The file is sealed, and no passphrase was given."""

    sentence = (
        "{path} is sealed with a passphrase, and none was given, so nothing in it can be read. "
        "It was left as it is."
    )


class WrongPassphrase(StoreError):
    """The passphrase does not open the file."""

    sentence = (
        "This passphrase does not open {path}. It was left as it is. "
        "Nobody can open it without the right one."
    )


class NotSealed(StoreError):
    """There is nothing to take off."""

    sentence = "{path} is not sealed. Nothing was changed."


class SealedAlready(StoreError):
    """There is a seal already."""

    sentence = "{path} is sealed already. Nothing was changed."
