"""What this channel says of its own, and what the host says otherwise here than on one's own machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogue.library import Library

OVER = "This talk is over. You can still write to me. /home begins a new one, /exit leaves."
LEFT: Mapping[str, str] = {
    "exit": (
        "You have left. I can't clear this chat for you. To hide it, close it in your list of "
        "messages. I write nothing more until you do."
    ),
    "paused": "You can come back at any time with /reflect.",
}

FIRST = (
    "Only you and I are in this chat. What I write can show on your lock screen; you can turn that "
    "off in Discord's settings. Discord keeps our messages as it keeps any other."
)
MOVED_ON = "That question has moved on."
MOVED_ON_ALONE = "That question has moved on. /reflect starts a talk."
IN_PRIVATE = "I wrote to you in a private message. Its first words can show on your lock screen."
HIDDEN = (
    "Only you can see this, and it goes away when Discord is closed. Please don't type in the "
    "channel, where others can read it. The buttons are enough."
)
HERE_INSTEAD = "I can't send you a private message, so we talk here."
NO_TEXT = "I can only read words. You can also type help."
TROUBLE = (
    "Something went wrong with that. Please try once more. If you are in danger, call your local "
    "emergency number. Help lines: https://findahelpline.com"
)

HELLO = "Here we can talk in private."
HURRIED = (
    "That was more than I can read at once, so I left out the last part. Wait a minute, then write "
    "it again. If you are in danger, call your local emergency number."
)

REFUSED = (
    "The people who run this bot have closed it for you. If you are in danger, call your local "
    "emergency number."
)
BEGIN_LABEL = "Start here"
REMINDED = "You asked me to write to you today. There is no need to answer. It can wait."

MODAL_TITLE = "Your answer"
MODAL_LABEL = "In your own words"

SENTENCES: Mapping[str, str] = {
    "host.erase": (
        "Erase all that this bot keeps about you? It can't be taken back. Messages in this chat "
        "stay with Discord until you delete them there."
    ),
    "host.erased": (
        "It is gone. One number stays: the one of your last message here, so that I don't take it "
        "for a new one. It says nothing about you."
    ),
    "host.data-here": (
        "The operator of this bot keeps it on their machine. Discord has our messages, too. "
        "/export gives you what is kept here. /erase takes it away."
    ),
    "host.about": (
        "I'm a program with set questions and set answers, for adults. I'm no therapist, and I "
        "only know your side. No doctor or therapist has checked my questions yet. What you agree "
        "to keep is on the machine of whoever runs this bot. Discord has our messages, too."
    ),
}
"""Sentences of the host that would be untrue where a message passes through others' machines."""


def on_discord(library: Library) -> Library:
    """Return the library with those sentences in place."""
    return library.saying(SENTENCES)
