"""What holds for all tests."""

import signal

# A build machine may start the tests with Ctrl-C ignored, and a program started from there would ignore it too: the
# tests of what an interrupted run leaves behind need it as a terminal has it.
signal.signal(signal.SIGINT, signal.default_int_handler)
