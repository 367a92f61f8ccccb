"""Gold in short form, written beside the text it speaks of, made into a gold file of docs/record.md.

A figure is one line: `CODE | name | change unit bounds [more] | baseline>year | evidence`, CODE `-` for
none; bounds `3..5`, `90..`, `..5`, `85`, or `-` for none; more: `excl`, `approx`, `of=63`, `unit=hộ`,
`per=year`; years: `2022>2023`, `>2023`, `>` for none, `?` for one that is not scored. A task:
`text | lead; lead | cooperating; … | deadline` (what stands behind the text may be missing). A
citation: `number | type | date | issuer; as right | relation`. `-` is null, `?` is not scored.
"""

import json
import re

import markup


class GoldError(Exception):
    pass


def null(text):
    return None if text.strip() in ("-", "") else text.strip()


def fields(line):
    return [part.strip() for part in re.split(r"\s\|(?=\s|$)", line)]


def number(text):
    value = float(text)
    return int(value) if value == int(value) else value


def bounds(text):
    if text == "-":
        return None, None
    low, dots, high = text.partition("..")
    if not dots:
        return number(low), number(low)
    return (number(low) if low else None), (number(high) if high else None)


def figure(line):
    parts = fields(line)
    if len(parts) != 5:
        raise GoldError(f"a figure has five parts: {line}")
    code, name, what, years, evidence = parts
    change, unit, span, *more = what.split(" ")
    entry = {"indicator": {"code": null(code), "name": name}, "change": change, "unit": unit}
    entry["min"], entry["max"] = bounds(span)
    for word in more:
        key, _, value = word.partition("=")
        if key == "of":
            entry["of"] = number(value)
        elif key in ("unit", "per"):
            entry[{"unit": "printed_unit"}.get(key, key)] = value.replace("_", " ")
        else:
            entry[{"excl": "exclusive", "approx": "approximate"}[key]] = True
    if years:
        baseline, _, year = years.partition(">")
        if baseline != "?":
            entry["baseline_year"] = int(baseline) if baseline else None
        if year != "?":
            entry["year"] = int(year) if year else None
    entry["evidence"] = evidence
    return entry


def task(line):
    parts = fields(line)
    text, lead, cooperating, deadline = parts + [""] * (4 - len(parts))
    entry = {"text": text}
    entry["lead"] = [name.strip() for name in lead.split(";") if null(name)]
    entry["cooperating"] = [name.strip() for name in cooperating.split(";") if null(name)]
    if null(deadline):
        entry["deadline"] = {"text": deadline}
    return entry


def citation(line):
    parts = [null(part) for part in fields(line)]
    entry = dict(zip(("number", "type", "date", "issuer", "relation"), parts, strict=True))
    entry = {key: value for key, value in entry.items() if value != "?"}
    if entry.get("issuer") and ";" in entry["issuer"]:
        entry["issuer"], *entry["issuer_alt"] = entry["issuer"].split("; ")
    return entry


LISTS = {"targets": figure, "results": figure, "tasks": task, "citations": citation}


def optional(key, line):
    if " | " in line and key != "tasks":
        return LISTS[key](line)
    return {"text": line, "evidence": line} if key in ("targets", "results") else {"text": line}


def source(page):
    out = {"published": page.published(), "attachments": page.attached()}
    if page.layout.name == "shell":
        return out
    out["title"] = page.title
    if page.canonical:
        out["url"] = page.canonical
    if page.layout.name in ("wordpress", "newspaper"):
        out["site"] = page.site["name"]
    if page.options.get("encoding"):
        out["encoding"] = {"utf-16le": "UTF-16LE", "windows-1258": "windows-1258"}.get(
            page.options["encoding"], "UTF-8"
        )
    return out


def build(page):
    """The gold of `page`; what is not given for a list means that nothing may be found there."""
    given = page.gold
    out = {"kind": "page", "role": given["role"], "source": source(page) | given.get("source", {})}
    out["document"] = {key: (None if v == "-" else v) for key, v in given["document"].items()}
    if "period" in out["document"] and out["document"]["period"]:
        first, last = out["document"]["period"].split("-")
        out["document"]["period"] = {
            "from": int(first) if first else None,
            "to": int(last) if last else None,
        }
    for key, read in LISTS.items():
        if given.get(key) != "unscored":
            out[key] = [read(line) for line in given.get(key, [])]
    extra = {
        key: [optional(key, line) for line in given[f"optional_{key}"]]
        for key in LISTS
        if f"optional_{key}" in given
    }
    if "optional_attachments" in given:
        extra["attachments"] = [{"label": label} for label in given["optional_attachments"]]
    if extra:
        out["optional"] = extra
    for key in ("task_table", "table", "sections", "note", "tasks_scope", "citations_scope"):
        if key in given:
            out[key] = given[key]
    if page.layout.name != "shell":
        out["tables"] = tables(page)
    check(out, page)
    return out


def tables(page):
    """Every table of the article, cell by cell, from what its text says of it."""
    found, rows = [], None
    for line in page.body.splitlines() + [""]:
        if not line.startswith("|"):
            rows = None
            continue
        if rows is None:
            rows = []
            found.append({"header_rows": 0, "rows": rows})
        if line.startswith("|#"):
            found[-1]["header_rows"] += 1
        cells = line.lstrip("|#").strip().removesuffix("|").split(" | ")
        rows.append([table_cell(cell.strip()) for cell in cells])
    return found


def table_cell(text):
    spans = markup.SPAN.match(text)
    if spans:
        text = text[spans.end() :].strip()
    said = re.sub(" +", " ", markup.plain(text.replace(" // ", " "))).strip()
    down, across = (int(count or 1) for count in spans.groups()) if spans else (1, 1)
    if down == across == 1:
        return said
    return {"text": said, "rowspan": down, "colspan": across}


def check(gold, page):
    """Every piece of evidence stands in the article to the letter, and a task's words in order."""
    text = flat(page.text())
    for key in ("targets", "results"):
        for entry in gold.get(key, []) + gold.get("optional", {}).get(key, []):
            if flat(entry["evidence"]) not in text:
                raise GoldError(f"{page.name}: not in the text: {entry['evidence']}")
    for entry in gold.get("tasks", []) + gold.get("optional", {}).get("tasks", []):
        if flat(entry["text"]) not in text:
            raise GoldError(f"{page.name}: not in the text: {entry['text']}")
    for entry in gold.get("citations", []):
        if entry["number"] and entry["number"].replace(" ", "") not in text.replace(" ", ""):
            raise GoldError(f"{page.name}: not in the text: {entry['number']}")


def flat(text):
    return re.sub(r"\s+", " ", markup.plain(text))


def as_json(gold):
    return json.dumps(gold, ensure_ascii=False, indent=1) + "\n"
