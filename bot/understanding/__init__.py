"""Understanding: text in, meaning out; pure, and ignorant of dialogs, files and clocks."""
