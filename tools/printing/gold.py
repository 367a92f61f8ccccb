"""The tables of a source as gold has them (docs/record.md, `tables`), without printing it.

What was composed is what must be read: nothing of an answer of kehoach is in it.
"""
import json
import re

from printing.source import plain, spans


def cell(text, tall, wide):
    lines = (plain(line.strip().removeprefix("↻")) for line in text.split("//"))
    said = re.sub(" +", " ", " ".join(lines)).strip()
    if tall == wide == 1:
        return said
    return {"text": said, "rowspan": tall, "colspan": wide}


def tables(source):
    result = []
    for block in source.blocks:
        if block.kind != "table":
            continue
        rows = [[] for _ in block.rows]
        for y, _, text, tall, wide in spans(block.rows):
            rows[y].append(cell(text, tall, wide))
        head = int(block.options.get("head", 1))
        result.append({"header_rows": head, "rows": rows})
    return result


def write(source, path):
    """Puts the tables into the gold file, whose other keys are written by hand."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    note = gold.pop("note", None)
    gold["tables"] = tables(source)
    if note:
        gold["note"] = note
    path.write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
