"""Reads mutated documents: ``python -m tests.tools.fuzz SECONDS [FILE ...]``.

Every reading must end in an agreement or in a refusal in words, within limits of processor
time and memory. The files are those named, else the examples beside the checkout and the
text of the sample. A failure prints its seed, which makes the same mutation again.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from uuid import uuid4

from pa_tui.errors import AgreementError
from pa_tui.reading.agreement import read_agreement
from storage.sources import read_document

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT.parent / "shared" / "examples"
MEMORY = 2 << 30
"""Bytes of address space a reading may have."""
PROCESSOR = 30
"""Seconds of processor time a reading may take."""


def sources(named: Sequence[str]) -> list[Path]:
    """The documents to mutate."""
    if named:
        return [Path(name) for name in named]
    found = sorted(EXAMPLES.glob("*.*")) if EXAMPLES.is_dir() else []
    kept = [path for path in found if path.suffix in (".docx", ".pdf", ".txt", ".md")]
    return kept or [ROOT / "README.md"]


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes with a few of them changed, cut, doubled or moved."""
    body = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        place, length = chance.randrange(len(body) or 1), chance.randint(1, 400)
        piece = bytes(body[place : place + length])
        match chance.randrange(5):
            case 0:
                body[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del body[place : place + length]
            case 2:
                body[place:place] = piece * chance.randint(1, 30)
            case 3:
                other = chance.randrange(len(body) or 1)
                body[other:other] = piece
            case _:
                body[place:place] = chance.choice(_ODD)
    return bytes(body)


_ODD = (
    b"\x00",
    b"\xff\xfe",
    "\u202e\u2028\ufffc".encode(),
    b"\x1b]0;x\x07",
    b"1.1 " * 50,
    b"| a " * 200,
    b"- " * 500,
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"Artikel 1 " * 40,
)


def read(data: bytes, suffix: str) -> str:
    """What came of reading the bytes: "read", or "refused"."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / f"mutated{suffix}"
        path.write_bytes(data)
        try:
            read_agreement(read_document(path), mint=lambda: uuid4().hex, anyway=True)
        except AgreementError:
            return "refused"
    return "read"


def limit() -> None:
    """Bounds this process, where the system can."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def bound_processor(seconds: int) -> None:
    """Lets this process go on for so many seconds of processor time from now."""
    if sys.platform != "win32":
        import resource

        spent = int(time.process_time()) + 1
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (spent + seconds, hard))


def runs(paths: Sequence[Path], seeds: Iterator[int]) -> Iterator[tuple[int, Path, str]]:
    """Reads one mutation after another, each within its own limits."""
    for seed in seeds:
        chance = random.Random(seed)
        path = chance.choice(paths)
        bound_processor(PROCESSOR)
        try:
            came = read(mutated(path.read_bytes(), chance), path.suffix)
        except BaseException:
            print(f"seed {seed}, {path.name}", file=sys.stderr)
            raise
        yield seed, path, came


def main(arguments: Sequence[str]) -> None:
    """Goes on for so many seconds, and counts."""
    limit()
    paths = sources(arguments[1:])
    end = time.monotonic() + float(arguments[0])
    count = {"read": 0, "refused": 0}
    start = random.randrange(1 << 30)
    for _, _, came in runs(paths, iter(range(start, start + 10_000_000))):
        count[came] += 1
        if time.monotonic() > end:
            break
    print(f"{count['read']} read, {count['refused']} refused, from seed {start}")


if __name__ == "__main__":
    main(sys.argv[1:])
