"""Prints a source with LibreOffice Writer, from a flat OpenDocument text made here."""
import pathlib
import subprocess
from xml.sax.saxutils import escape

from printing.source import runs, spans, styled

NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"' for name, urn in [
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"),
        ("draw", "drawing"), ("svg", "svg-compatible"), ("fo", "xsl-fo-compatible")])
INDENT = "1.27cm"


class OfficeText:
    def __init__(self, source):
        self.source = source
        self.font = source.head.get("font", "Tinos")
        self.size = float(source.head.get("size", 13.5))
        self.styles, self.body = {}, []
        self.master = "First"  # of the next paragraph; "" for none
        self.notes = self.tables = 0
        self.in_columns = False

    def style(self, family, properties, more=""):
        """The name of an automatic style, made once."""
        key = (family, properties, more)
        return self.styles.setdefault(key, f"A{len(self.styles)}")

    def paragraph_style(self, properties, more=""):
        inner = f"<style:paragraph-properties {properties}/>"
        if self.master:
            more += f' style:master-page-name="{self.master}"'
            if self.master != "First":
                inner = f'<style:paragraph-properties style:page-number="1" {properties}/>'
            self.master = ""
        return self.style("paragraph", inner, more)

    def inline(self, text, size=None, more=""):
        parts = []
        for run in runs(text):
            if run.note:
                self.notes += 1
                parts.append(
                    f'<text:note text:note-class="footnote" text:id="n{self.notes}">'
                    f"<text:note-citation>{self.notes}</text:note-citation><text:note-body>"
                    f'<text:p text:style-name="Footnote">{escape(" " + run.note)}</text:p>'
                    "</text:note-body></text:note>")
                continue
            weight = 'fo:font-weight="bold" ' if run.bold else ""
            slant = 'fo:font-style="italic" ' if run.italic else ""
            look = f'fo:font-size="{size or self.size}pt" {weight}{slant}{more}'
            name = self.style("text", f"<style:text-properties {look}/>")
            parts.append(f'<text:span text:style-name="{name}">{spaced(run.text)}</text:span>')
        return "".join(parts)

    def paragraph(self, text, properties, size=None, more=""):
        style = self.paragraph_style(properties)
        lines = "<text:line-break/>".join(
            self.inline(with_style_of(text, line), size, more) for line in text.split("//"))
        return f'<text:p text:style-name="{style}">{lines}</text:p>'

    def ruled(self, text, size, width):
        """A line, and the short rule below it where the text ends in _."""
        rule = text.endswith("_")
        line = self.paragraph(text.rstrip("_"), 'fo:text-align="center"', size)
        return line + (self.rule(40, width) if rule else "")

    def rule(self, share, width=16.3):
        """A rule over so many percent of a column that is `width` cm wide."""
        side = (100 - share) / 200 * width
        style = self.paragraph_style(
            f'fo:margin-left="{side:.2f}cm" fo:margin-right="{side:.2f}cm" fo:line-height="4pt" '
            'fo:margin-top="2.5pt" fo:border-top="0.5pt solid #000000"')
        tiny = self.style("text", '<style:text-properties fo:font-size="2pt"/>')
        return f'<text:p text:style-name="{style}"><text:span text:style-name="{tiny}"/></text:p>'

    def grid(self, widths, rows, border, head=0):
        """A table; rows: lists of (XML, rows spanned, columns spanned) or None where covered."""
        self.tables += 1
        look = ('<style:table-properties style:width="100%" table:align="margins" '
                'table:border-model="collapsing"/>')
        name = self.style("table", look)
        parts = [f'<table:table table:name="T{self.tables}" table:style-name="{name}">']
        for width in widths:
            column = self.style("table-column", "<style:table-column-properties "
                                f'style:rel-column-width="{int(width * 100)}*"/>')
            parts.append(f'<table:table-column table:style-name="{column}"/>')
        cell = self.style("table-cell", '<style:table-cell-properties style:vertical-align="'
                          f'{"middle" if border else "top"}" fo:padding="{1.5 if border else 0}pt" '
                          f'fo:border="{"0.5pt solid #000000" if border else "none"}"/>')
        for y, row in enumerate(rows):
            if head and y == 0:
                parts.append("<table:table-header-rows>")
            parts.append("<table:table-row>")
            for content in row:
                parts.append(grid_cell(content, cell))
            parts.append("</table:table-row>")
            if head and y == head - 1:
                parts.append("</table:table-header-rows>")
        parts.append("</table:table>")
        return "".join(parts)

    def opener(self):
        """A table can't open a page style here: an empty line of no height does."""
        if self.master:
            self.body.append(self.paragraph("", 'fo:line-height="1pt"', 1))

    def add(self, block):
        put = getattr(self, "add_" + block.kind)
        put(block)

    def add_header(self, block):
        self.opener()
        share = block.options["share"]
        widths = [share * 0.163, (100 - share) * 0.163]
        rows = [[(self.ruled(cell, self.size - 0.5, width), 1, 1)
                 for cell, width in zip(row, widths)] for row in block.rows]
        self.body.append(self.grid([share, 100 - share], rows, border=False))

    def add_type(self, block):
        self.body.append(self.paragraph("*" + block.text,
                                        'fo:text-align="center" fo:margin-top="12pt"', 14))

    def add_title(self, block):
        self.body.append(self.paragraph("*" + block.text, 'fo:text-align="center"', 14))

    def add_centre(self, block):
        self.body.append(self.paragraph(block.text,
                                        'fo:text-align="center" fo:margin-top="3pt"'))

    def add_left(self, block):
        self.body.append(self.paragraph(block.text, 'fo:text-align="start"'))

    def add_right(self, block):
        self.body.append(self.paragraph(block.text, 'fo:text-align="end"'))

    def add_spaced(self, block):
        self.body.append(self.paragraph("*" + block.text,
                                        'fo:text-align="center" fo:margin-top="8pt"', 14,
                                        'fo:letter-spacing="3pt" '))

    def add_rule(self, block):
        self.body.append(self.rule(float(block.text or 20)))

    def add_paragraph(self, block):
        self.body.append(self.paragraph(
            block.text, f'fo:text-align="justify" fo:text-indent="{INDENT}" fo:margin-top="4pt" '
            'fo:margin-bottom="2pt" fo:orphans="2" fo:widows="2"'))

    def add_close(self, block):
        left, right = block.rows
        small = [self.paragraph(line, 'fo:text-align="start"', self.size - (2.5 if i else 1.5))
                 for i, line in enumerate(left)]
        signing = []
        for line in right:
            gap = line == "~"
            signing.append(self.paragraph("" if gap else line, 'fo:text-align="center"' + (
                ' fo:line-height="52pt"' if gap else ""), self.size))
        self.body.append('<text:p text:style-name="Gap"/>')
        self.body.append(self.grid([48, 52], [[("".join(small), 1, 1), ("".join(signing), 1, 1)]],
                                   border=False))

    def add_table(self, block):
        self.opener()
        rows = [[None] * len(row) for row in block.rows]
        head = int(block.options.get("head", 1))
        size = float(block.options.get("size", self.size - 1.5))
        centred = block.options.get("centre", "1").split(",")
        for y, x, text, tall, wide in spans(block.rows):
            middle = y < head or str(x + 1) in centred
            bold = "*" if y < head and not text.startswith("*") else ""
            look = f'fo:text-align="{"center" if middle else "start"}"'
            rows[y][x] = (self.paragraph(bold + text, look, size), tall, wide)
        repeat = head if block.options.get("repeat", "yes") == "yes" else 0
        self.body.append(self.grid(block.options["widths"], rows, True, repeat))

    def add_page(self, _block):
        style = self.style("paragraph", '<style:paragraph-properties fo:break-before="page" '
                           'fo:line-height="1pt"/>')
        self.body.append(f'<text:p text:style-name="{style}"/>')

    def add_landscape(self, _block):
        self.master = "LandFirst"

    def add_portrait(self, _block):
        self.master = "Again"

    def add_columns(self, block):
        if self.in_columns:
            self.body.append("</text:section>")
        self.in_columns = int(block.text) > 1
        if self.in_columns:
            name = self.style("section", '<style:section-properties><style:columns '
                              f'fo:column-count="{block.text}" fo:column-gap="0.8cm"/>'
                              "</style:section-properties>")
            self.body.append(f'<text:section text:style-name="{name}" '
                             f'text:name="S{len(self.body)}">')

    def document(self):
        for block in self.source.blocks:
            self.add(block)
        automatic = "".join(
            f'<style:style style:name="{name}" style:family="{family}"{more}>{inner}</style:style>'
            for (family, inner, more), name in self.styles.items())
        return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMESPACES} '
                'office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">'
                f"{common_styles(self.font, self.size)}"
                f"<office:automatic-styles>{page_layouts()}{automatic}</office:automatic-styles>"
                f"<office:master-styles>{master_pages()}</office:master-styles>"
                f'<office:body><office:text>{"".join(self.body)}</office:text></office:body>'
                "</office:document>")


def grid_cell(content, style):
    if content is None:
        return "<table:covered-table-cell/>"
    inner, tall, wide = content
    span = f' table:number-rows-spanned="{tall}"' if tall > 1 else ""
    span += f' table:number-columns-spanned="{wide}"' if wide > 1 else ""
    return f'<table:table-cell table:style-name="{style}"{span}>{inner}</table:table-cell>'


def with_style_of(whole, line):
    """A later line of a text keeps the style that stands at the text's start."""
    mark = whole[:len(whole) - len(styled(whole)[0])]
    return line.strip(" ") if line.startswith(mark) else mark + line.strip(" ")


def spaced(text):
    """Runs of blanks, which XML would collapse, as elements."""
    parts = escape(text).split("  ")
    return '<text:s text:c="2"/>'.join(parts)


def common_styles(font, size):
    return (f'<office:font-face-decls><style:font-face style:name="{font}" '
            f'svg:font-family="{font}"/></office:font-face-decls><office:styles>'
            '<style:default-style style:family="paragraph"><style:text-properties '
            f'style:font-name="{font}" fo:font-size="{size}pt" fo:language="vi" fo:country="VN"/>'
            "</style:default-style>"
            '<style:style style:name="Footnote" style:family="paragraph">'
            '<style:text-properties fo:font-size="10pt"/></style:style>'
            '<style:style style:name="Gap" style:family="paragraph">'
            '<style:text-properties fo:font-size="6pt"/></style:style>'
            '<style:style style:name="Number" style:family="paragraph">'
            '<style:paragraph-properties fo:text-align="center"/></style:style></office:styles>')


def page_layouts():
    layouts = []
    for name, wide, tall, header in [("LFirst", 21, 29.7, 0), ("LRest", 21, 29.7, 1),
                                     ("LLandFirst", 29.7, 21, 0), ("LLandRest", 29.7, 21, 1)]:
        style = ('<style:header-style><style:header-footer-properties fo:min-height="0.9cm" '
                 'fo:margin-bottom="0.3cm"/></style:header-style>') if header else ""
        layouts.append(
            f'<style:page-layout style:name="{name}"><style:page-layout-properties '
            f'fo:page-width="{wide}cm" fo:page-height="{tall}cm" '
            f'style:print-orientation="{"landscape" if wide > tall else "portrait"}" '
            f'fo:margin-top="{1 if header else 2}cm" fo:margin-bottom="2cm" '
            f'fo:margin-left="3cm" fo:margin-right="1.7cm"/>{style}</style:page-layout>')
    return "".join(layouts)


def master_pages():
    number = ('<style:header><text:p text:style-name="Number"><text:page-number/></text:p>'
              "</style:header>")
    pages = [("First", "LFirst", "Rest", ""), ("Rest", "LRest", "Rest", number),
             ("Again", "LFirst", "Rest", ""),
             ("LandFirst", "LLandFirst", "LandRest", ""),
             ("LandRest", "LLandRest", "LandRest", number)]
    return "".join(
        f'<style:master-page style:name="{name}" style:page-layout-name="{layout}" '
        f'style:next-style-name="{after}">{inner}</style:master-page>'
        for name, layout, after, inner in pages)


def print_source(source, folder):
    """The path of the PDF, in `folder`."""
    text = pathlib.Path(folder) / f"{source.name}.fodt"
    text.write_text(OfficeText(source).document(), encoding="utf-8")
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless",
                    "--convert-to", "pdf", "--outdir", str(folder), str(text)],
                   check=True, capture_output=True)
    return text.with_suffix(".pdf")
