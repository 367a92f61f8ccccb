"""Measures what pages of ruled tables cost, beside pdftotext on the same files.

Use: grid_bench.py KEHOACH [PAGES …]

Composes PDFs of 1, 10 and 100 pages (or PAGES), each page one grid of 40 rows and 6 columns whose
borders are drawn cell by cell, as office suites do, and prints CPU seconds of each program, least
of three runs, and their ratio. The cost of starting (patterns, for one) is in the first line; that of
a page is what the lines differ by.
"""
import csv
import os
import resource
import subprocess
import sys
import tempfile

ROWS, WIDTHS = 40, (30, 170, 90, 90, 70, 60)
# Words whose marks Latin-1 has: Vietnamese without any would be taken for a broken text layer.
WORDS = ("{n}", "Trang trí công viên các xã, thôn {n}", "Công an xã", "UBND các xã", "Quý hai",
         "Báo cáo")


def page_content(page):
    parts = ["0.5 w"]
    x = [42]
    for width in WIDTHS:
        x.append(x[-1] + width)
    for row in range(ROWS):
        top = 800 - 18 * row
        for column, words in enumerate(WORDS):
            left, right = x[column], x[column + 1]
            parts.append(f"{left} {top} m {right} {top} l S {left} {top - 18} m {right} {top - 18} l S")
            parts.append(f"{left} {top} m {left} {top - 18} l S {right} {top} m {right} {top - 18} l S")
            said = words.format(n=page * ROWS + row + 1)
            parts.append(f"BT /F 9 Tf {left + 3} {top - 12} Td ({said}) Tj ET")
    return "\n".join(parts).encode("latin-1")


def compose(path, pages):
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", None,
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman "
               b"/Encoding /WinAnsiEncoding >>"]
    kids = []
    for page in range(pages):
        content = page_content(page)
        objects.append(b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream")
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
                       b"/Resources << /Font << /F 3 0 R >> >> >>" % len(objects))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b" ".join(kids))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    with open(path, "wb") as file:
        file.write(out)


def check(kehoach, path, pages):
    """What is measured must be the reading of tables."""
    found = subprocess.run([kehoach, "extract", "--tables", "csv", path], check=True,
                           capture_output=True, text=True).stdout
    rows = sum(len(row) == len(WIDTHS) for row in csv.reader(found.splitlines()))
    if rows != pages * ROWS:
        sys.exit(f"grid_bench: {rows} rows of {pages * ROWS} found")


def cpu_seconds(command):
    def used():
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    best = None
    for _ in range(3):
        before = used()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        best = min(used() - before, best or 1e9)
    return best


def main():
    kehoach = sys.argv[1]
    counts = [int(pages) for pages in sys.argv[2:]] or [1, 10, 100]
    print(f"{'pages':>6}{'lines':>9}{'cells':>8}{'kehoach':>10}{'pdftotext':>11}{'ratio':>7}{'ms a page':>11}")
    before = None
    with tempfile.TemporaryDirectory() as folder:
        for pages in counts:
            path = os.path.join(folder, f"{pages}.pdf")
            compose(path, pages)
            check(kehoach, path, pages)
            ours = cpu_seconds([kehoach, "extract", "-j", "1", "--tables", "csv", path])
            theirs = cpu_seconds(["pdftotext", path, "-"])
            each = ours / pages if not before else (ours - before[1]) / (pages - before[0])
            cells = pages * ROWS * len(WIDTHS)
            print(f"{pages:>6}{4 * cells:>9}{cells:>8}{ours:>9.2f}s{theirs:>10.2f}s"
                  f"{ours / max(theirs, 0.001):>7.1f}{1000 * each:>11.1f}")
            before = (pages, ours)


main()
