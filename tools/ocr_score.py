"""Reads degraded pages with kehoach and with plain Tesseract, and prints how well and how fast.

Called by tools/bench ocr:
  ocr_score.py OCR_BENCH KEHOACH FOLDER [--worst N] [--keep FOLDER] PDF…

FOLDER holds what tools/degrade --images made of the PDFs. The truth is the text layer of the
originals. A page has several right orders of reading (the two boxes of the head, the cells of a
table): the truth is had in kehoach's order and in pdftotext's, and each reader is held to the one
that suits it. Both readers have one thread; seconds are the processor's.
"""
import argparse
import json
import os
import pathlib
import resource
import subprocess
import tempfile
import time
import unicodedata
from collections import Counter, defaultdict

import numpy as np

# What looks alike on paper.
ALIKE = str.maketrans({"–": "-", "—": "-", "−": "-", "‑": "-", "“": '"', "”": '"', "″": '"',
                       "’": "'", "‘": "'", "…": "...", "⁄": "/", "•": "-", "·": "-"})


def plain(text):
    return " ".join(unicodedata.normalize("NFKC", text).translate(ALIKE).split())


def distance(one, other):
    """Letters to insert, delete or replace (Levenshtein), a row of the table at a time."""
    a, b = (np.array([ord(c) for c in text], dtype=np.int64) for text in (one, other))
    places = np.arange(len(b) + 1)
    row = places.copy()
    for i, letter in enumerate(a, 1):
        best = np.minimum(row[:-1] + (b != letter), row[1:] + 1)
        row = np.minimum.accumulate(np.concatenate(([i], best)) - places) + places
    return int(row[-1])


class Score:
    def __init__(self):
        self.letters = self.wrong = self.words = self.found = self.given = self.pages = 0
        self.processor = self.clock = 0.0  # seconds

    def add(self, truths, text, pages, seconds):
        text = plain(text)
        wrong = [(distance(truth, text), truth) for truth in truths]
        least, truth = min(wrong, key=lambda pair: pair[0] / max(1, len(pair[1])))
        self.wrong += least
        self.letters += len(truth)
        have, got = Counter(truth.split()), Counter(text.split())
        self.words += have.total()
        self.given += got.total()
        self.found += (have & got).total()
        self.pages += pages
        self.processor += seconds
        return least / max(1, len(truth))

    def cells(self):
        return (f"{100 * self.wrong / max(1, self.letters):8.2f}"
                f"{100 * (1 - self.found / max(1, self.words)):8.2f}"
                f"{100 * (1 - self.found / max(1, self.given)):8.2f}"
                f"{self.pages / max(self.processor, 1e-9):8.2f}"
                f"{self.pages / max(self.clock, 1e-9):8.2f}")


def bench(program, when, files):
    lines = subprocess.run([program, when, *map(str, files)], check=True, stdout=subprocess.PIPE,
                           env=os.environ | {"OMP_THREAD_LIMIT": "1"}).stdout
    return {read["file"]: read for read in map(json.loads, lines.splitlines())}


def tesseract(images, environment):
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as names:
        names.write("\n".join(map(str, images)))
        names.flush()
        return subprocess.run(["tesseract", names.name, "-", "-l", "vie"], check=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              env=environment).stdout.decode()


def in_one_thread(images):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    text = tesseract(images, os.environ | {"OMP_THREAD_LIMIT": "1"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return text, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def seconds_of(work):
    start = time.monotonic()
    work()
    return time.monotonic() - start


def extract(program, files):
    subprocess.run([program, "extract", "--ocr", "always", "-o", os.devnull, *map(str, files)],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def truths_of(program, originals):
    ours = bench(program, "never", originals)
    truths = {}
    for pdf in originals:
        layer = subprocess.run(["pdftotext", str(pdf), "-"], check=True,
                               stdout=subprocess.PIPE).stdout.decode()
        truths[pdf.stem] = [plain(ours[pdf.stem]["text"]), plain(layer)]
    return truths


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("kehoach")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("originals", nargs="+", type=pathlib.Path)
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--keep", type=pathlib.Path)
    given = parser.parse_args()
    truths = truths_of(given.program, given.originals)
    made = defaultdict(list)
    for pdf in sorted(given.folder.glob("*.pdf")):
        original, degradation = pdf.stem.rsplit(".", 1)
        made[degradation].append((original, pdf))
    print("CER and words in %, pages a second of one processor and by the clock\n"
          f"{'':14}{'kehoach':>40}{'tesseract -l vie':>40}\n"
          f"{'':14}" + f"{'CER':>8}{'missed':>8}{'extra':>8}{'cpu':>8}{'clock':>8}" * 2, flush=True)
    worst = []
    for degradation, files in sorted(made.items()):
        ours, plainly = Score(), Score()
        read = bench(given.program, "always", [pdf for _, pdf in files])
        for original, pdf in files:
            mine = read[pdf.stem]
            images = sorted(given.folder.glob(f"{pdf.stem}-*.png"))
            text, seconds = in_one_thread(images)
            share = ours.add(truths[original], mine["text"], len(images), mine["seconds"])
            other = plainly.add(truths[original], text, len(images), seconds)
            worst.append((share, other, pdf.stem))
            if given.keep:
                (given.keep / f"{pdf.stem}.kehoach.txt").write_text(mine["text"])
                (given.keep / f"{pdf.stem}.tesseract.txt").write_text(text)
                (given.keep / f"{original}.truth.txt").write_text(truths[original][0])
        ours.clock = seconds_of(lambda: extract(given.kehoach, [pdf for _, pdf in files]))
        images = sorted(given.folder.glob(f"*.{degradation}-*.png"))
        plainly.clock = seconds_of(lambda: tesseract(images, os.environ))
        print(f"{degradation:14}{ours.cells()}{plainly.cells()}", flush=True)
    for share, other, name in sorted(worst, reverse=True)[:given.worst]:
        print(f"{100 * share:8.2f} {100 * other:8.2f}  {name}")


if __name__ == "__main__":
    main()
