"""The benchmark's slow line: it changes no byte, delays each, and shares its rate among all."""

import socket
import time
from threading import Thread
from types import SimpleNamespace

import pytest

from tests.bench.line import Line, Speed

MESSAGE = bytes(range(256)) * 100
FAST = Speed(rate=1e9, round_trip=0)


def echo_port() -> int:
    """A port of this machine that sends back what one connection sends."""
    listening = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        connection, _ = listening.accept()
        with connection:
            while chunk := connection.recv(4096):
                connection.sendall(chunk)

    Thread(target=answer, daemon=True).start()
    return int(listening.getsockname()[1])


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What the line takes for the time, in s: the last of these."""
    times = [100.0]
    clock = SimpleNamespace(monotonic=lambda: times[-1])
    monkeypatch.setattr("tests.bench.line.time", clock)
    return times


def test_every_byte_arrives_both_ways() -> None:
    with socket.create_connection(("127.0.0.1", Line(FAST, echo_port()).port)) as connection:
        connection.sendall(MESSAGE)
        arrived = connection.makefile("rb").read(len(MESSAGE))

    assert MESSAGE == arrived


def test_an_echo_takes_a_round_trip_to_connect_and_another_to_come_back() -> None:
    trip = 0.1
    line = Line(Speed(rate=1e9, round_trip=trip), echo_port())
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", line.port)) as connection:
        connection.sendall(b"?")
        connection.recv(1)

    assert time.monotonic() - began >= 2 * trip  # more on a busy machine


def test_a_thousand_bytes_take_a_second_at_8000_bits_a_second(clock: list[float]) -> None:
    slow = Line(Speed(rate=8_000, round_trip=0), echo_port())
    start = slow._turn(0)

    assert [1.0, 3.0] == [slow._turn(size) - start for size in (1_000, 2_000)]


def test_a_line_that_had_nothing_to_do_does_not_hurry_later(clock: list[float]) -> None:
    slow = Line(Speed(rate=8_000, round_trip=0), echo_port())
    slow._turn(1_000)
    clock.append(200.0)

    assert 1.0 == round(slow._turn(1_000) - clock[-1], 1)
