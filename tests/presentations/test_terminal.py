import io
import sys

from stemma.presentations.terminal import WIDEST, Meter, complain, make_console


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def progress(monkeypatch, stream, seconds: float) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    now = iter([0.0, *[seconds] * 10])
    with Meter(clock=lambda: next(now)) as meter:
        meter.on_stage("links")
        meter.on_read(3, 7)
    return str(stream.getvalue())


def test_bar_shows_in_a_terminal_after_a_second(monkeypatch):
    shown = progress(monkeypatch, Terminal(), 1.5)
    assert "reading" in shown
    assert "3/7" in shown


def test_no_bar_for_short_work(monkeypatch):
    assert progress(monkeypatch, Terminal(), 0.5) == ""


def test_no_bar_where_there_is_no_terminal(monkeypatch):
    assert progress(monkeypatch, io.StringIO(), 60.0) == ""


def test_width_follows_the_terminal_up_to_what_can_be_read(monkeypatch):
    widths = []
    for columns in ("60", "400"):
        monkeypatch.setenv("COLUMNS", columns)
        widths.append(make_console().width)
    assert widths == [60, WIDEST]


def test_complaints_are_one_line_that_commands_no_terminal(capsys):
    complain("stemma: odd\nname\x1b[2J: empty")
    assert capsys.readouterr().err == "stemma: odd name\ufffd[2J: empty\n"
