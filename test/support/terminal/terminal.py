"""Runs a program in a pseudo terminal of so many columns: terminal.py COLUMNS PROGRAM ARGUMENT...

What the program writes to its terminal comes out of standard output as it is, and what comes in on standard input is typed
there. Exits as the program does."""

import fcntl
import os
import pty
import select
import struct
import sys
import termios

ROWS = 50

columns, program = int(sys.argv[1]), sys.argv[2:]
child, terminal = pty.fork()
if child == 0:
    # Before the program begins: it may ask at once how wide its terminal is.
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, columns, 0, 0))
    os.execvp(program[0], program)

sources = [terminal, 0]
while terminal in sources:
    for source in select.select(sources, [], [])[0]:
        try:
            data = os.read(source, 65536)
        except OSError:
            data = b""  # On Linux the terminal of a program that has ended is an error and not an end.
        if data:
            os.write(terminal if source == 0 else 1, data)
        else:
            sources.remove(source)
_, status = os.waitpid(child, 0)
sys.exit(os.waitstatus_to_exitcode(status) % 256)
