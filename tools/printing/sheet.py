"""Prints a source with ReportLab, word by word: for old fonts, and for bold that is drawn twice."""
import pathlib

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from printing import legacy
from printing.source import runs, spans, styled

LEFT, RIGHT, TOP, BOTTOM = 85, 48, 57, 57


class Voice:
    """Turns runs of text into pieces (font, codes), by the encoding that the source asks for."""

    def __init__(self, encoding, folder, prefix):
        self.encoding, self.folder, self.prefix = encoding, folder, prefix
        self.names = {}

    def font(self, bold, italic, capitals=False):
        key = (bold, italic, capitals)
        if key not in self.names:
            name = f"{self.encoding}{key}"
            pdfmetrics.registerFont(TTFont(name, str(self.file((bold, italic), capitals))))
            self.names[key] = name
        return self.names[key]

    def file(self, style, capitals):
        if self.encoding == "tcvn3":
            return legacy.tcvn3_font(style, capitals, self.folder)
        if self.encoding == "vni":
            return legacy.vni_font(style, self.folder)
        return f"{self.prefix}-{legacy.STYLES[style]}.ttf"

    def pieces(self, text, bold, italic):
        if self.encoding == "tcvn3":
            return [(self.font(bold, italic, capitals), codes)
                    for capitals, codes in legacy.in_tcvn3(text)]
        codes = legacy.in_vni(text) if self.encoding == "vni" else text
        return [(self.font(bold, italic), codes)]


class Sheet:
    def __init__(self, source, folder, out):
        head = source.head
        self.canvas = Canvas(str(out), pagesize=A4, pageCompression=1)
        prefix = head.get("fontfiles", str(legacy.TINOS / "Tinos"))
        self.body_voice = Voice(head.get("encoding", "unicode"), folder, prefix)
        self.voice = self.head_voice = self.body_voice
        if "head_encoding" in head:
            self.voice = self.head_voice = Voice(head["head_encoding"], folder, prefix)
        self.twice = head.get("bold") == "twice"
        self.size = float(head.get("size", 13))
        self.width, self.height = A4
        self.y, self.number = TOP, 1
        self.notes = []

    # ---- lines
    def words(self, text, size):
        """[(pieces, width, space after)]; a word may go on after a hyphen."""
        result = []
        for run in runs(text):
            bold = run.bold and not self.twice
            for at, word in enumerate(run.text.split(" ")):
                if not word and result:
                    result.append([[], 0, False, False])  # one more blank
                parts = [part for part in word.replace("-", "-\0").split("\0") if part]
                for part in parts:
                    pieces = self.voice.pieces(part, bold, run.italic)
                    wide = sum(pdfmetrics.stringWidth(codes, font, size) for font, codes in pieces)
                    result.append([pieces, wide, False, run.bold and self.twice])
                if at < run.text.count(" ") and result:
                    result[-1][2] = True
        return result

    def space(self, size):
        return pdfmetrics.stringWidth(" ", self.voice.font(False, False), size)

    def broken(self, text, size, width, indent):
        """The words of each line."""
        lines, line, filled = [], [], indent
        for word in self.words(text, size):
            if line and filled + word[1] > width:
                lines.append(line)
                line, filled = [], 0
            line.append(word)
            filled += word[1] + (self.space(size) if word[2] else 0)
        return lines + [line]

    def draw_line(self, line, x, y, size, gap):
        """Draws words from x on; y is the baseline from the top."""
        for pieces, _, spaced, twice in line:
            for k, (font, codes) in enumerate(pieces):
                shown = codes + (" " if spaced and k + 1 == len(pieces) else "")
                for shift in (0, 0.35) if twice else (0,):
                    text = self.canvas.beginText(x + shift, self.height - y)
                    text.setFont(font, size)
                    text.textOut(shown)
                    self.canvas.drawText(text)
                x += pdfmetrics.stringWidth(codes, font, size)
            x += gap if spaced else 0
        return x

    def lay(self, text, x, width, size, align="left", indent=0.0, lead=1.28, flow=True):
        """Sets a paragraph at the current height."""
        for part in text.split("//"):
            mark = text[:len(text) - len(styled(text)[0])]
            part = part.strip() if part.startswith(mark) else mark + part.strip()
            lines = self.broken(part, size, width, indent)
            for at, line in enumerate(lines):
                if flow:
                    self.make_room(size * lead)
                self.y += size * lead
                first = indent if at == 0 else 0
                blanks = sum(1 for word in line[:-1] if word[2])
                natural = sum(word[1] for word in line) + blanks * self.space(size)
                gap = self.space(size)
                if align == "justify" and at + 1 < len(lines) and blanks:
                    gap += (width - first - natural) / blanks
                start = x + first
                if align in ("center", "right"):
                    start += (width - natural) / (2 if align == "center" else 1)
                self.draw_line(line, start, self.y, size, gap)

    def make_room(self, tall):
        if self.y + tall > self.height - BOTTOM:
            self.new_page()

    def new_page(self):
        self.canvas.showPage()
        self.number += 1
        self.y = TOP
        label = str(self.number)
        wide = pdfmetrics.stringWidth(label, self.voice.font(False, False), self.size)
        self.canvas.setFont(self.voice.font(False, False), self.size)
        self.canvas.drawString((self.width + LEFT - RIGHT - wide) / 2, self.height - 40, label)

    def rule(self, x, width, share):
        self.y += 6
        side = width * (100 - share) / 200
        self.canvas.setLineWidth(0.6)
        self.canvas.line(x + side, self.height - self.y, x + width - side, self.height - self.y)
        self.y += 2

    # ---- blocks
    def whole(self):
        return self.width - LEFT - RIGHT

    def add_header(self, block):
        share = block.options["share"] / 100 * (self.whole() + 30)
        sides = [(LEFT - 20, share), (LEFT - 20 + share, self.whole() + 30 - share)]
        for row in block.rows:
            start, lowest = self.y, self.y
            for cell, (x, width) in zip(row, sides):
                self.y = start
                self.lay(cell.rstrip("_"), x, width, self.size - 0.5, "center", flow=False)
                if cell.endswith("_"):
                    self.rule(x, width, 40)
                lowest = max(lowest, self.y)
            self.y = lowest

    def add_type(self, block):
        self.y += 12
        self.lay("*" + block.text, LEFT, self.whole(), 14, "center")

    def add_title(self, block):
        self.lay("*" + block.text, LEFT, self.whole(), 14, "center")
        self.voice = self.body_voice  # the head ends here

    def add_rule(self, block):
        self.rule(LEFT, self.whole(), float(block.text or 20))

    def add_centre(self, block):
        self.y += 3
        self.lay(block.text, LEFT, self.whole(), self.size, "center")

    def add_left(self, block):
        self.lay(block.text, LEFT, self.whole(), self.size)

    def add_right(self, block):
        self.lay(block.text, LEFT, self.whole(), self.size, "right")

    def add_spaced(self, block):
        self.y += 8
        self.lay("*" + " ".join(block.text.replace(" ", "  ")), LEFT, self.whole(), 14, "center")

    def add_paragraph(self, block):
        self.y += 4
        self.lay(block.text, LEFT, self.whole(), self.size, "justify", 36)

    def add_close(self, block):
        left, right = block.rows
        self.y += 8
        self.make_room(max(len(left) * 14, len(right) * 17 + 40))
        start = self.y
        for at, line in enumerate(left):
            self.lay(line, LEFT, self.whole() * 0.45, self.size - (2 if at else 1), flow=False)
        after, self.y = self.y, start
        for line in right:
            if line == "~":
                self.y += 50
            else:
                self.lay(line, LEFT + self.whole() * 0.45, self.whole() * 0.55, self.size, "center",
                         flow=False)
        self.y = max(self.y, after)

    def add_table(self, block):
        widths = [self.whole() * width / sum(block.options["widths"])
                  for width in block.options["widths"]]
        edges = [LEFT + sum(widths[:i]) for i in range(len(widths) + 1)]
        head = int(block.options.get("head", 1))
        size = self.size - 1
        self.y += 6
        for y, row in enumerate(block.rows):
            of_row = [cell for cell in spans(block.rows) if cell[0] == y]
            tall = max(self.cell_height(text, edges[x + wide] - edges[x], size)
                       for _, x, text, _, wide in of_row)
            self.make_room(tall)
            top = self.y
            for _, x, text, _, wide in of_row:
                self.y = top + 1
                bold = "*" if text and y < head and not text.startswith("*") else ""
                self.lay(bold + text, edges[x] + 3, edges[x + wide] - edges[x] - 6, size,
                         "center" if y < head or x == 0 else "left", lead=1.2, flow=False)
                self.canvas.setLineWidth(0.5)
                self.canvas.rect(edges[x], self.height - top - tall, edges[x + wide] - edges[x],
                                 tall)
            self.y = top + tall

    def cell_height(self, text, width, size):
        lines = sum(len(self.broken(part.strip(), size, width - 6, 0)) for part in text.split("//"))
        return lines * size * 1.2 + 6

    def add_page(self, _block):
        self.new_page()


def print_source(source, folder):
    """The path of the PDF, in `folder`."""
    out = pathlib.Path(folder) / f"{source.name}.pdf"
    sheet = Sheet(source, folder, out)
    for block in source.blocks:
        getattr(sheet, "add_" + block.kind)(block)
    sheet.canvas.showPage()
    sheet.canvas.save()
    return out
