"""Prints a source from HTML: with Chromium, or with WeasyPrint where footnotes are wanted."""
import html
import pathlib
import subprocess

from printing.source import runs, spans

CHROMIUM = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--no-pdf-header-footer"]
SHEET = """
@page { size: A4; margin: 20mm 17mm 20mm 30mm; @top-center { content: counter(page); } }
@page :first { @top-center { content: none; } }
@page wide { size: A4 landscape; @top-center { content: counter(page); } }
body { font: %(size)spt/1.32 %(font)s; margin: 0; }
p { margin: 3pt 0; white-space: pre-wrap; }
p.body { text-align: justify; text-indent: 12.7mm; orphans: 2; widows: 2; }
p.c { text-align: center; } p.r { text-align: right; } p.l { text-align: left; }
p.big { font-size: 14pt; font-weight: bold; text-align: center; margin: 0; }
p.type { margin-top: 14pt; } p.spaced { letter-spacing: 3pt; margin-top: 8pt; }
div.rule { border-top: 0.6pt solid black; margin: 2pt auto 4pt auto; height: 0; }
table { border-collapse: collapse; width: 100%%; }
table.box td { vertical-align: top; padding: 0; } table.box p { margin: 0; text-align: center; }
table.head { font-size: %(head)spt; }
table.box p.l { text-align: left; }
table.grid { font-size: %(small)spt; line-height: 1.2; margin: 4pt 0; }
table.grid td, table.grid th { border: 0.6pt solid black; padding: 2pt 3pt; }
table.grid td.m { text-align: center; }
table.none td, table.none th { border: none; padding: 3pt 5pt; }
table.rows td, table.rows th { border-left: none; border-right: none; }
table.dotted td { border-top: 0.6pt dotted black; border-bottom: 0.6pt dotted black; }
span.turned { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; } thead { display: table-header-group; }
tr { break-inside: %(split)s; }
div.wide { page: wide; break-before: page; } div.again { break-before: page; }
div.columns { column-gap: 8mm; text-align: justify; }
span.note { float: footnote; font-size: 10pt; font-weight: normal; font-style: normal; }
::footnote-call { font-variant-position: normal; vertical-align: super; font-size: 65%%; line-height: 0; }
span.gap { display: block; height: 52pt; }
"""


class Page:
    def __init__(self, source):
        self.source = source
        self.size = float(source.head.get("size", 13.5))
        self.open = []  # the ends of divisions that are open
        self.parts = []

    def inline(self, text):
        parts = []
        for run in runs(text):
            if run.note:
                parts.append(f'<span class="note">{html.escape(run.note)}</span>')
                continue
            inner = html.escape(run.text)
            inner = f"<b>{inner}</b>" if run.bold else inner
            parts.append(f"<i>{inner}</i>" if run.italic else inner)
        return "".join(parts)

    def paragraph(self, text, name):
        lines = "<br>".join(self.inline(line.strip(" ")) for line in text.split("//"))
        return f'<p class="{name}">{lines}</p>'

    def ruled(self, text):
        line = self.paragraph(text.rstrip("_"), "c")
        return line + ('<div class="rule" style="width:40%"></div>' if text.endswith("_") else "")

    def add_header(self, block):
        share = block.options["share"]
        self.parts.append(f'<table class="box head"><col style="width:{share}%"><col>')
        for row in block.rows:
            self.parts.append("<tr>" + "".join(f"<td>{self.ruled(cell)}</td>" for cell in row)
                              + "</tr>")
        self.parts.append("</table>")

    def add_type(self, block):
        self.parts.append(self.paragraph(block.text, "big type"))

    def add_title(self, block):
        self.parts.append(self.paragraph(block.text, "big"))

    def add_spaced(self, block):
        self.parts.append(self.paragraph(block.text, "big spaced"))

    def add_centre(self, block):
        self.parts.append(self.paragraph(block.text, "c"))

    def add_left(self, block):
        self.parts.append(self.paragraph(block.text, "l"))

    def add_right(self, block):
        self.parts.append(self.paragraph(block.text, "r"))

    def add_rule(self, block):
        self.parts.append(f'<div class="rule" style="width:{block.text or 20}%"></div>')

    def add_paragraph(self, block):
        self.parts.append(self.paragraph(block.text, "body"))

    def add_close(self, block):
        left, right = block.rows
        sizes = [self.size - (2.5 if i else 1.5) for i in range(len(left))]
        small = "".join(f'<p class="l" style="font-size:{size}pt">{self.inline(line)}</p>'
                        for size, line in zip(sizes, left))
        signing = "".join('<span class="gap"></span>' if line == "~" else
                          self.paragraph(line, "c") for line in right)
        self.parts.append('<table class="box" style="margin-top:8pt;break-inside:avoid"><tr>'
                          f'<td style="width:48%">{small}</td><td>{signing}</td></tr></table>')

    def add_table(self, block):
        head = int(block.options.get("head", 1))
        centred = block.options.get("centre", "1").split(",")
        whole = sum(block.options["widths"])
        lines = block.options.get("lines", "")
        self.parts.append(f'<table class="grid {lines}">' + "".join(
            f'<col style="width:{100 * width / whole}%">' for width in block.options["widths"]))
        by_row = {}
        for y, x, text, tall, wide in spans(block.rows):
            tag = "th" if y < head else "td"
            middle = ' class="m"' if str(x + 1) in centred else ""
            lines = "<br>".join(self.inline(line.strip()) for line in text.split("//"))
            if text.startswith("↻"):
                lines = f'<span class="turned">{lines.removeprefix("↻")}</span>'
            by_row.setdefault(y, []).append(
                f'<{tag}{middle} rowspan="{tall}" colspan="{wide}">{lines}</{tag}>')
        for y in range(len(block.rows)):
            self.parts.append({0: "<thead>"}.get(y, "") if head else "")
            self.parts.append("<tr>" + "".join(by_row.get(y, [])) + "</tr>")
            self.parts.append("</thead>" if head and y == head - 1 else "")
        self.parts.append("</table>")

    def add_page(self, _block):
        self.parts.append('<div style="break-before:page"></div>')

    def add_landscape(self, _block):
        self.division("wide")

    def add_portrait(self, _block):
        self.division("again")

    def add_columns(self, block):
        if int(block.text) > 1:
            self.parts.append(f'<div class="columns" style="columns:{block.text}">')
        else:
            self.parts.append("</div>")

    def division(self, name):
        self.parts += self.open
        self.open = ["</div>"]
        self.parts.append(f'<div class="{name}">')

    def document(self):
        for block in self.source.blocks:
            getattr(self, "add_" + block.kind)(block)
        head = self.source.head
        sheet = SHEET % {"size": self.size, "head": self.size - 1,
                         "small": head.get("small", self.size - 1.5),
                         "font": head.get("font", "Tinos"), "split": head.get("split", "auto")}
        face = "".join(f"@font-face {{ font-family: {name}; src: url(file://{path}); "
                       f"font-weight: {weight}; font-style: {slant}; }}"
                       for name, path, weight, slant in faces(head.get("faces", "")))
        return ('<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title></title>'
                f'<style>{face}{sheet}</style></head><body>{"".join(self.parts)}'
                f'{"".join(self.open)}</body></html>')


def faces(text):
    """`NAME PREFIX`: the four files PREFIX-Regular.ttf … as faces of a family NAME."""
    if not text:
        return
    name, prefix = text.split(" ", 1)
    for style, weight, slant in [("Regular", 400, "normal"), ("Bold", 700, "normal"),
                                 ("Italic", 400, "italic"), ("BoldItalic", 700, "italic")]:
        yield name, f"{prefix}-{style}.ttf", weight, slant


def print_source(source, folder, program="chromium"):
    """The path of the PDF, in `folder`."""
    page = pathlib.Path(folder) / f"{source.name}.html"
    page.write_text(Page(source).document(), encoding="utf-8")
    out = page.with_suffix(".pdf")
    if program == "weasyprint":
        command = ["weasyprint", str(page), str(out)]
    else:
        command = CHROMIUM + [f"--user-data-dir={folder}/browser", f"--print-to-pdf={out}",
                              page.as_uri()]
    subprocess.run(command, check=True, capture_output=True)
    return out
