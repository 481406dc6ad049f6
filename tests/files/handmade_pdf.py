"""Writes small PDFs by hand: words at a place, in a size, plain or bold."""

from __future__ import annotations

from pathlib import Path

# A page is a list of (x, y, size, bold, words).
Page = list[tuple[float, float, float, bool, str]]


def write_pdf(path: Path, pages: list[Page], *, encrypt: bool = False) -> Path:
    """Pages as a PDF with Helvetica; ``encrypt`` claims a password nobody has."""
    count = len(pages)
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        font("Helvetica"),
        font("Helvetica-Bold"),
    ]
    for number, page in enumerate(pages):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            f" /Contents {6 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode()
        )
        stream = b"\n".join(drawn(*piece) for piece in page)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    locked = b""
    if encrypt:
        secret = b"<" + b"5a" * 32 + b">"
        locked = b" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O %s /U %s >>" % (
            secret,
            secret,
        )
        locked += (
            b" /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
        )
    out += b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        locked,
        start,
    )
    path.write_bytes(out)
    return path


def font(name: str) -> bytes:
    return (
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
    ).encode()


def drawn(x: float, y: float, size: float, bold: bool, words: str) -> bytes:
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    head = f"BT /F{2 if bold else 1} {size} Tf 1 0 0 1 {x} {y} Tm (".encode()
    return head + escaped.encode("cp1252") + b") Tj ET"


def column(lines: list[tuple[str, float, bool]], top: float = 760, x: float = 71) -> Page:
    """Lines below one another: words, size, bold; "" leaves half a line open."""
    page: Page = []
    y = top
    for words, size, bold in lines:
        if words:
            page.append((x, y, size, bold, words))
        y -= size * (1.3 if words else 0.8)
    return page
