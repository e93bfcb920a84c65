"""A moto on a free port of loopback: prints its URL, and ends when its standard input does.

So it never outlives whoever started it, however that ends."""

import sys

from moto.server import ThreadedMotoServer

server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
server.start()
host, port = server.get_host_and_port()
print(f"http://{host}:{port}", flush=True)
sys.stdin.read()
