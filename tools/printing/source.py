"""The sources of composed documents: what stands in them, without how it is printed.

A source is a head of `key: value` lines, a line `---`, and a body of lines:

  text                  a paragraph; *text is bold, /text italic, */text both
  **bold** __italic__   inside a paragraph; {^text} is a footnote
  @header SHARE … @end  rows `left | right`; a trailing _ draws the short rule below the text
  @type, @title         the type, the abstract (lines separated by //)
  @rule SHARE           a short rule in the middle; @centre, @right, @left, @spaced TEXT: set lines
  @close … @end         recipients, a line --, then who signs; a line ~ is the gap for the signature
  @table WIDTHS head=N  rows `a | b | c` up to @end; // breaks a line, < joins the cell on the left,
                        ^ the one above, ↻text is turned (HTML only); lines=none, rows (those across
                        only) or dotted (dots between rows): HTML only; repeat=no: the head stands once
  @page, @landscape, @portrait (both start again at page 1), @columns N
"""
import dataclasses
import re

INLINE = re.compile(r"\*\*|__|\{\^(.*?)\}")


@dataclasses.dataclass
class Run:
    text: str
    bold: bool = False
    italic: bool = False
    note: str = ""  # a footnote's text; then `text` is empty


@dataclasses.dataclass
class Block:
    kind: str
    text: str = ""
    rows: list = dataclasses.field(default_factory=list)
    options: dict = dataclasses.field(default_factory=dict)


@dataclasses.dataclass
class Source:
    name: str
    head: dict  # key → value of its last line
    steps: list  # (key, {option: value}) in the order in which they stand
    blocks: list


def styled(text):
    """The text without its marks of style at the start, bold, italic."""
    mark = re.match(r"(\*/|\*(?=[^*\s])|/(?=\S))?", text).group()
    return text[len(mark):], "*" in mark, "/" in mark


def runs(text):
    """The runs of a paragraph, its own style at the start included."""
    text, bold, italic = styled(text)
    result, at = [], 0
    for mark in INLINE.finditer(text):
        if mark.start() > at:
            result.append(Run(text[at:mark.start()], bold, italic))
        at = mark.end()
        if mark.group() == "**":
            bold = not bold
        elif mark.group() == "__":
            italic = not italic
        else:
            result.append(Run("", note=mark.group(1)))
    if at < len(text):
        result.append(Run(text[at:], bold, italic))
    return result


def plain(text):
    """The text as a reader sees it, without marks."""
    return "".join(run.text for run in runs(text))


def options(text):
    """`a=b c="d e"` as a dictionary."""
    pairs = re.findall(r'(\w+)=("[^"]*"|\S+)', text)
    return {key: value.strip('"') for key, value in pairs}


def cells(line):
    return [cell.strip(" ") for cell in line.split("|")]


def take_until_end(lines):
    taken = []
    for line in lines:
        if line.strip() == "@end":
            return taken
        taken.append(line)
    raise ValueError("@end is missing")


def directive(line, lines):
    word, _, rest = line[1:].partition(" ")
    if word == "header":
        rows = [cells(row) for row in take_until_end(lines)]
        return Block("header", rows=rows, options={"share": float(rest or 40)})
    if word == "close":
        taken = take_until_end(lines)
        at = taken.index("--")
        return Block("close", rows=[taken[:at], taken[at + 1:]])
    if word == "table":
        widths, _, more = rest.partition(" ")
        rows = [cells(row) for row in take_until_end(lines)]
        shares = [float(width) for width in widths.split(",")]
        return Block("table", rows=rows, options={"widths": shares, **options(more)})
    return Block(word, rest)


def read_source(path):
    """The parsed source; ValueError where it is not well formed."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    keys, steps = {}, []
    for line in head.splitlines():
        key, _, value = line.partition(":")
        keys[key] = value.strip()
        steps.append((key, options(value)))
    blocks = []
    lines = iter(body.splitlines())
    for line in lines:
        if line.startswith("@"):
            blocks.append(directive(line, lines))
        elif line:
            blocks.append(Block("paragraph", line))
    return Source(path.stem, keys, steps, blocks)


def spans(rows):
    """The cells of a table as (row, column, text, rows spanned, columns spanned)."""
    result = []
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            if text in ("<", "^"):
                continue
            wide = 1
            while x + wide < len(row) and row[x + wide] == "<":
                wide += 1
            tall = 1
            while y + tall < len(rows) and rows[y + tall][x] == "^":
                tall += 1
            result.append((y, x, text, tall, wide))
    return result
