"""Scores tables against the truth of the ICDAR-2013 table competition.

Use: tables_score.py TRUTH_DIR [--files] [--differences] < TABLES
  TABLES  what tables_bench prints, a JSON object a line

The measure is that of M. Göbel, T. Hassan, E. Oro, G. Orsi: ICDAR 2013 Table Competition. Each
non-blank cell and its nearest non-blank neighbour to the right and below make a relation; a
relation of ours is right if the truth of the document has it: same two texts (without blanks,
signs and case), same direction. Regions are not given: a table that is none costs precision, one
that is missed recall. Precision and recall are those of each document, averaged; overall are those
of all relations together. A file with two readings (NAMEa, NAMEb) has the one that fits better.
"""
import collections
import glob
import json
import os
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree


def normal(text):
    """The competition's form of a cell's text: blanks and signs say nothing, nor does case."""
    text = unicodedata.normalize("NFKC", text or "").upper()
    kept = "".join(c for c in text if c.isalnum())
    # A cell of signs alone ("-", "…", "(*)") is a cell too.
    return kept or "".join("_" for c in text if not c.isspace())[:1]


def relations(cells):
    """The relations of one table. cells: (row, last row, column, last column, text)."""
    grid = {}
    for number, (top, bottom, left, right, text) in enumerate(cells):
        if text:
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    grid.setdefault((row, column), number)
    found = set()
    for direction, line, along in (("right", 0, 1), ("below", 1, 0)):
        lines = collections.defaultdict(list)
        for place, number in grid.items():
            lines[place[line]].append((place[along], number))
        for places in lines.values():
            places.sort()
            for (_, one), (_, other) in zip(places, places[1:]):
                if one != other:
                    found.add((direction, one, other))
    return collections.Counter((way, cells[a][4], cells[b][4]) for way, a, b in found)


def truth_of(path):
    total = collections.Counter()
    for table in ElementTree.parse(path).getroot().iter("table"):
        cells = []
        for region in table.iter("region"):
            down, across = (int(region.get(k, 0)) for k in ("row-increment", "col-increment"))
            for cell in region.iter("cell"):
                top, left = int(cell.get("start-row")) + down, int(cell.get("start-col")) + across
                bottom = int(cell.get("end-row", top - down)) + down
                right = int(cell.get("end-col", left - across)) + across
                cells.append((top, bottom, left, right, normal(cell.findtext("content"))))
        total += relations(cells)
    return total


def ours_of(answer):
    total = collections.Counter()
    for table in answer["tables"]:
        total += relations([(c["row"], c["row"] + c["rowspan"] - 1, c["column"],
                             c["column"] + c["colspan"] - 1, normal(c["text"]))
                            for c in table["cells"]])
    return total


def ratio(part, whole):
    return part / whole if whole else 1.0


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def main():
    folder, options = sys.argv[1], sys.argv[2:]
    answers = {}
    for line in sys.stdin:
        answer = json.loads(line)
        answers[answer["file"]] = answer
    results = []
    for name, answer in sorted(answers.items()):
        ours = ours_of(answer)
        base = name[:-1] if name[-1] in "ab" else name
        paths = [p for n in (name, base, base + "a", base + "b")
                 for p in glob.glob(os.path.join(folder, n + "-str.xml"))]
        if not paths:
            continue
        truth = max(map(truth_of, dict.fromkeys(paths)),
                    key=lambda t: ratio(2 * sum((t & ours).values()),
                                        sum(t.values()) + sum(ours.values())))
        right = sum((truth & ours).values())
        results.append((name, right, sum(ours.values()), sum(truth.values())))
        if "--differences" in options:
            for sign, rest in (("-", truth - ours), ("+", ours - truth)):
                for (way, a, b), count in sorted(rest.items()):
                    print(f"{sign} {name} {way:5} {a} | {b}" + (f" x{count}" if count > 1 else ""))
    if not results:
        sys.exit("tables_score: no file has a truth beside it (NAME.pdf, NAME-str.xml)")
    if "--files" in options:
        for name, right, ours, truth in results:
            p, r = ratio(right, ours), ratio(right, truth)
            print(f"{name:12} precision {p:.3f}  recall {r:.3f}  F1 {f1(p, r):.3f}"
                  f"  ({right} of {truth} relations, {ours} found)")
    count = len(results)
    p = sum(ratio(right, ours) for _, right, ours, _ in results) / count
    r = sum(ratio(right, truth) for _, right, _, truth in results) / count
    right, ours, truth = (sum(result[i] for result in results) for i in (1, 2, 3))
    rows = [("kehoach", p, r, f1(p, r)),
            ("kehoach, all relations together", right / max(ours, 1), right / max(truth, 1),
             f1(right / max(ours, 1), right / max(truth, 1))),
            ("Tabula (tables of its own set)", 0.819, 0.897, f1(0.819, 0.897))]
    print(f"{count} documents, {truth} relations; regions not given")
    print(f"{'':34}precision  recall     F1")
    for label, precision, recall, score in rows:
        print(f"{label:34}{precision:9.3f}{recall:8.3f}{score:7.3f}")
    print(f"{'best published (regions given)':34}{'':9}{'':8}{0.946:7.3f}")


main()
