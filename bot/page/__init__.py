"""The page to keep or share: a talk on one sheet, without anything that was skipped or risk-marked."""
