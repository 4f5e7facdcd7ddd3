"""What Rasa's own files can't say: which answers fit a question, and the last line."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import workload as w
from rasa_sdk import Action, FormValidationAction


class Validate(FormValidationAction):
    def name(self):
        return "validate_ten_form"

    def validate_subject(self, value, _dispatcher, _tracker, _domain):
        return {"subject": value if value in w.SUBJECTS else None}

    def validate_feeling(self, value, _dispatcher, _tracker, _domain):
        return {"feeling": value if value in w.FEELINGS else None}

    def validate_part(self, value, _dispatcher, _tracker, _domain):
        return {"part": value if value in w.PARTS else None}

    def validate_slept(self, value, _dispatcher, _tracker, _domain):
        fits = value in w.SIDES
        return {"slept": value, "well": value == "yes"} if fits else {"slept": None}

    def validate_second(self, value, _dispatcher, _tracker, _domain):
        return {"second": value if value in w.SIDES else None}

    def validate_strong(self, value, _dispatcher, _tracker, _domain):
        fits = str(value).isdigit() and 1 <= int(value) <= 10
        return {"strong": value if fits else None, "again": not fits}


class Closing(Action):
    def name(self):
        return "action_closing"

    def run(self, dispatcher, tracker, _domain):
        names = ("subject", "feeling", "part", "slept", "thought", "advice", "strong")
        dispatcher.utter_message(text=w.closing({one: tracker.get_slot(one) for one in names}))
        return []
