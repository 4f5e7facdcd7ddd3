"""What other libraries and plain lists read in the labelled sentences; started by ../understanding.py.

Runs in an environment of its own and needs nothing of this project. Usage: python
understanding.py FOLDER, with JSONL files named after what they are about. Prints one JSON object: for
each peer its version and, for each file, the values in the order of the rows and microseconds a text.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from time import process_time

PASSES = 3
SIDE = 0.05
"""Beyond this a polarity has a side; it is what VADER's authors advise."""
GRAVE = -0.5
"""From here on a polarity is taken for danger, as is done where nothing better is at hand."""

# What a developer writes in an hour: the lists that such programs usually begin with.
YES = "yes yeah yep yup yh sure definitely absolutely of course i do i am correct".split()
NO = "no nope nah never not don't dont didn't isn't can't none".split()
CRISIS = (
    "suicide", "suicidal", "kill myself", "killing myself", "end my life", "ending my life",
    "want to die", "wanna die", "wish i was dead", "better off dead", "no reason to live",
    "take my own life", "self harm", "self-harm", "cut myself", "cutting myself", "hurt myself",
    "overdose", "hang myself", "kms", "end it all", "don't want to live",
)  # fmt: skip
ABUSE = (
    "hit me", "hits me", "hitting me", "beat me", "slapped me", "punched me", "choked me",
    "strangled me", "pushed me", "kicked me", "abuse", "abusive", "abused", "raped", "forced me",
    "threatened", "afraid of him", "afraid of her", "scared of him", "scared of her", "controlling",
    "tracks my", "not allowed to", "wasn't allowed", "stalking",
)  # fmt: skip
GOOD = (
    "happy good great better proud calm relieved hopeful fun lovely love smile laughed glad".split()
)
BAD = (
    "sad bad worse cry crying cried hurt hate angry lonely broken gutted sick scared miss regret alone"
    " low awful jealous pain lost tired"
).split()
FIGURES = "zero one two three four five six seven eight nine ten".split()
LENGTHS = {"day": 1, "week": 7, "month": 30.4, "year": 365.25}


CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"


def words(text: str) -> list[str]:
    return re.findall(r"[a-z'-]+|\d+(?:\.\d+)?", text.lower().replace(CURLY, "'"))


def list_yes_no(row: dict) -> str:
    for word in words(row["text"]):
        if word in YES or word in NO:
            return "yes" if word in YES else "no"
    return "other"


def list_feeling(row: dict) -> str:
    said = words(row["text"])
    weight = sum(word in GOOD for word in said) - sum(word in BAD for word in said)
    return "pos" if weight > 0 else "neg" if weight < 0 else "neutral"


def list_scale(row: dict) -> float | None:
    for word in words(row["text"]):
        if word in FIGURES:
            return FIGURES.index(word)
        if word[0].isdigit():
            value = float(word)
            return value if row["from"] <= value <= row["to"] else None
    return None


def list_when(row: dict) -> dict | None:
    found = re.search(r"(\d+|a|an|[a-z]+) (day|week|month|year)s?", row["text"].lower())
    if found is None:
        return None
    many = found[1]
    count = int(many) if many.isdigit() else 1 if many in {"a", "an"} else None
    if many in FIGURES:
        count = FIGURES.index(many)
    if count is None:
        return None
    days = round(count * LENGTHS[found[2]])
    return {"days_min": days, "days_max": days}


def any_of(phrases: tuple[str, ...]):
    return lambda row: any(phrase in row["text"].lower().replace(CURLY, "'") for phrase in phrases)


def keyword_list() -> tuple[str, dict]:
    return "of an hour's work", {
        "yesno": list_yes_no, "feeling": list_feeling, "scale": list_scale, "when": list_when,
        "crisis": any_of(CRISIS), "abuse": any_of(ABUSE),
    }  # fmt: skip


def by_polarity(polarity) -> dict:
    def side(row: dict) -> str:
        value = polarity(row["text"])
        return "pos" if value >= SIDE else "neg" if value <= -SIDE else "neutral"

    def grave(row: dict) -> bool:
        return polarity(row["text"]) <= GRAVE

    return {"feeling": side, "crisis": grave, "abuse": grave}


def textblob() -> tuple[str, dict]:
    from textblob import TextBlob

    return version("textblob"), by_polarity(lambda text: TextBlob(text).sentiment.polarity)


def vader() -> tuple[str, dict]:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    scores = SentimentIntensityAnalyzer().polarity_scores
    return version("vaderSentiment"), by_polarity(lambda text: scores(text)["compound"])


def dates() -> tuple[str, dict]:
    import dateparser
    from dateparser.search import search_dates

    def when(row: dict) -> dict | None:
        ref = datetime.fromisoformat(row["ref"])
        rules = {"RELATIVE_BASE": ref, "PREFER_DATES_FROM": "past"}
        day = dateparser.parse(row["text"], languages=["en"], settings=rules)
        if day is None:
            found = search_dates(row["text"], languages=["en"], settings=rules)
            day = found[0][1] if found else None
        if day is None:
            return None
        days = (ref - day.replace(tzinfo=None)).days
        return {"days_min": days, "days_max": days} if days >= 0 else None

    return version("dateparser"), {"when": when}


def recognizers() -> tuple[str, dict]:
    from recognizers_choice import recognize_boolean
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number
    from recognizers_text import Culture

    english = Culture.English

    def yes_no(row: dict) -> str:
        found = recognize_boolean(row["text"], english)
        return ("yes" if found[0].resolution["value"] else "no") if found else "other"

    def scale(row: dict) -> float | None:
        found = recognize_number(row["text"], english)
        value = float(found[0].resolution["value"]) if found else None
        return value if value is not None and row["from"] <= value <= row["to"] else None

    def when(row: dict) -> dict | None:
        ref = datetime.fromisoformat(row["ref"])
        for found in recognize_datetime(row["text"], english, reference=ref):
            for value in (found.resolution or {}).get("values", ()):
                days = span(value, ref)
                if days is not None:
                    return days
        return None

    return version("recognizers-text-suite"), {"yesno": yes_no, "scale": scale, "when": when}


def span(value: dict, ref: datetime) -> dict | None:
    """Days before `ref`, or a length, of one resolution of Recognizers-Text; None if it lies ahead."""
    if value["type"] == "duration":
        days = round(float(value["value"]) / 86_400)
        return {"days_min": days, "days_max": days}
    try:
        first = datetime.fromisoformat(value.get("value") or value["start"])
        last = datetime.fromisoformat(value.get("value") or value["end"])
    except (KeyError, ValueError):
        return None
    if first > ref:
        return None
    return {"days_min": max((ref - last).days, 0), "days_max": (ref - first).days}


PEERS = {
    "keyword lists": keyword_list,
    "TextBlob": textblob,
    "VADER": vader,
    "Recognizers-Text": recognizers,
    "dateparser": dates,
}


def read_all(reader, rows: list[dict]) -> dict:
    values = [reader(row) for row in rows]
    best = float("inf")
    for _ in range(PASSES):
        start = process_time()
        for row in rows:
            reader(row)
        best = min(best, process_time() - start)
    return {"values": values, "micros": best * 1e6 / len(rows)}


def main() -> None:
    files = {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in sorted(Path(sys.argv[1]).glob("*.jsonl"))
    }
    told = {}
    for name, load in PEERS.items():
        try:
            number, readers = load()
        except ImportError as error:
            told[name] = {"missing": f"{type(error).__name__}: {error}"}
            continue
        told[name] = {
            "version": number,
            **{task: read_all(reader, files[task]) for task, reader in readers.items()},
        }
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
