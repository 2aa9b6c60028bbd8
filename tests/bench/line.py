"""A slow line between the browser and a server: a relay on loopback that delays and meters bytes.

It slows pages, workers and service workers alike, which a browser's own throttling does not.
"""

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass
from threading import Event, Thread

CHUNK = 2896
"""Bytes passed on at a time: two packets, so that the connections take turns."""
SLACK = 0.01
"""Seconds by which a late timer may be made up for."""


@dataclass(frozen=True)
class Speed:
    """A line's rate in bits a second, for all connections together, and its round trip in s."""

    rate: float
    round_trip: float


class Line:
    """A relay to a port of this machine, in a thread of its own."""

    def __init__(self, speed: Speed, target: int) -> None:
        self.speed = speed
        self.target = target
        self.free = 0.0  # when the line has passed on what was handed to it
        self.port = 0
        started = Event()
        Thread(target=lambda: asyncio.run(self._relay(started)), daemon=True).start()
        started.wait()

    async def _relay(self, started: Event) -> None:
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0, limit=2 * CHUNK)
        self.port = server.sockets[0].getsockname()[1]
        started.set()
        await server.serve_forever()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, which takes a round trip to be set up."""
        await asyncio.sleep(self.speed.round_trip)
        there, back = await asyncio.open_connection("127.0.0.1", self.target, limit=2 * CHUNK)
        with suppress(ConnectionError, asyncio.CancelledError):
            await asyncio.gather(self._way(reader, back), self._way(there, writer))

    async def _way(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One direction: what arrives waits its turn on the line, and for half a round trip."""
        due: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        late = asyncio.create_task(self._deliver(due, writer))
        try:
            while chunk := await reader.read(CHUNK):
                sent = max(self._turn(len(chunk)), time.monotonic())
                due.put_nowait((sent + self.speed.round_trip / 2, chunk))
                await asyncio.sleep(sent - time.monotonic())
        finally:
            due.put_nowait((0, b""))
            await late

    def _turn(self, size: int) -> float:
        """When the line will have passed on so many bytes more, as time.monotonic tells it."""
        self.free = max(self.free, time.monotonic() - SLACK) + 8 * size / self.speed.rate
        return self.free

    @staticmethod
    async def _deliver(
        due: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter
    ) -> None:
        with suppress(ConnectionError):
            while chunk := (item := await due.get())[1]:
                await asyncio.sleep(item[0] - time.monotonic())
                writer.write(chunk)
                await writer.drain()
            writer.close()
