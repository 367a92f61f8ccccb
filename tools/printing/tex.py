"""Prints a source with XeLaTeX."""
import pathlib
import re
import subprocess

from printing.source import runs, spans

PREAMBLE = r"""\documentclass[a4paper,12pt]{article}
\usepackage[top=20mm,bottom=20mm,left=30mm,right=17mm,headheight=6mm,headsep=4mm]{geometry}
\usepackage{fontspec,fancyhdr,longtable,multirow,array,pdflscape,multicol}
\setmainfont{%(font)s}
\pagestyle{fancy}\fancyhf{}\fancyhead[C]{\thepage}\renewcommand{\headrulewidth}{0pt}
\fancypagestyle{first}{\fancyhf{}}
\setlength{\parindent}{12.7mm}\setlength{\parskip}{3pt}\frenchspacing
\hyphenpenalty=10000 \exhyphenpenalty=50 \tolerance=3000 \emergencystretch=3em
\newcommand{\body}{\fontsize{%(size)s}{%(lead)s}\selectfont}
\newcommand{\shortrule}[1]{{\centering\rule[3pt]{#1\linewidth}{0.4pt}\par}}
\renewcommand{\arraystretch}{1.15}
\begin{document}\body\thispagestyle{first}
"""
SPECIAL = {"%": r"\%", "&": r"\&", "#": r"\#", "$": r"\$", "_": r"\_", "~": r"\textasciitilde{}",
           "^": r"\textasciicircum{}", "{": r"\{", "}": r"\}", "\\": r"\textbackslash{}"}


def escaped(text):
    text = "".join(SPECIAL.get(char, char) for char in text)
    return re.sub(r"  +", lambda blanks: r"\ " * len(blanks.group()), text)


def inline(text):
    parts = []
    for run in runs(text):
        if run.note:
            parts.append(r"\footnote{" + escaped(run.note) + "}")
            continue
        inner = escaped(run.text)
        inner = r"\textbf{" + inner + "}" if run.bold else inner
        parts.append(r"\textit{" + inner + "}" if run.italic else inner)
    return "".join(parts)


def lines_of(text, bold=False):
    mark = "*" if bold and not text.startswith("*") else ""
    return r" \\ ".join(inline(mark + line.strip()) for line in text.split("//"))


def centred(text, bold=False, before="0pt"):
    return rf"{{\centering\vspace{{{before}}}{lines_of(text, bold)}\par}}" + "\n"


class TexText:
    def __init__(self, source):
        self.source = source
        self.size = float(source.head.get("size", 13.5))
        self.parts = []
        self.end = ""

    def small(self, less=1.5):
        size = self.size - less
        return rf"\fontsize{{{size}}}{{{size * 1.2:.1f}}}\selectfont "

    def box(self, share, content):
        return rf"\begin{{minipage}}[t]{{{share}\textwidth}}{content}\end{{minipage}}"

    def add_header(self, block):
        share = block.options["share"] / 100
        for row in block.rows:
            sides = []
            for cell, width in zip(row, (share, 1 - share)):
                content = centred(cell.rstrip("_"))
                if cell.endswith("_"):
                    content += r"\vspace{-4pt}\shortrule{0.4}"
                sides.append(self.box(round(width - 0.005, 3), self.small(0.5) + content))
            self.parts.append(r"\noindent" + r"\hfill ".join(sides) + "\n\n")

    def add_type(self, block):
        self.parts.append(centred(block.text, True, "10pt"))

    def add_title(self, block):
        self.parts.append(centred(block.text, True))

    def add_centre(self, block):
        self.parts.append(centred(block.text))

    def add_spaced(self, block):
        self.parts.append(r"{\addfontfeature{LetterSpace=22.0}" + centred(block.text, True, "8pt")
                          + "}")

    def add_left(self, block):
        self.parts.append(r"\noindent " + lines_of(block.text) + "\n\n")

    def add_right(self, block):
        self.parts.append(r"{\raggedleft " + lines_of(block.text) + r"\par}" + "\n\n")

    def add_rule(self, block):
        self.parts.append(rf"\shortrule{{{float(block.text or 20) / 100}}}" + "\n")

    def add_paragraph(self, block):
        # Lines end at hyphens rather than not, as in numbers of documents, but not at a dash.
        eager = "" if block.text.startswith("-") else r"\exhyphenpenalty=-150 "
        self.parts.append("{" + eager + inline(block.text) + r"\par}" + "\n\n")

    def add_close(self, block):
        left, right = block.rows
        recipients = r"\raggedright " + "".join(
            self.small(2.5 if i else 1.5) + inline(line) + r"\par " for i, line in enumerate(left))
        signing = "".join(r"\vspace{50pt}" if line == "~" else centred(line) for line in right)
        self.parts.append(r"\vspace{6pt}\noindent" + self.box(0.48, r"\parindent=0pt\parskip=0pt "
                          + recipients) + self.box(0.51, signing) + "\n\n")

    def add_table(self, block):
        widths = block.options["widths"]
        head = int(block.options.get("head", 1))
        middle = block.options.get("centre", "1").split(",")
        count = len(widths)
        sides = [r"\centering" if str(i + 1) in middle else r"\raggedright" for i in range(count)]
        columns = "|".join(
            rf">{{{side}\arraybackslash}}"
            rf"p{{\dimexpr {width / sum(widths):.4f}\linewidth-2\tabcolsep}}"
            for side, width in zip(sides, widths))
        by_row = [[""] * count for _ in block.rows]
        for y, x, text, tall, wide in spans(block.rows):
            content = inline("*" + text.lstrip("*") if y < head else text)
            if tall > 1:
                content = rf"\multirow{{{tall}}}{{=}}{{{content}}}"
            if wide > 1:
                place = r"|c|" if y < head else r"|l|"
                content = rf"\multicolumn{{{wide}}}{{{place}}}{{{content}}}"
            by_row[y][x] = content
        self.parts.append(r"\begingroup\setlength{\parskip}{0pt}" + self.small()
                          + rf"\begin{{longtable}}{{|{columns}|}}\hline" + "\n")
        for y, row in enumerate(block.rows):
            shown = [cell for cell, printed in zip(by_row[y], row) if printed != "<"]
            self.parts.append(" & ".join(shown) + r" \\ " + lines_below(block.rows, y, count))
            if y == head - 1 and block.options.get("repeat", "yes") == "yes":
                self.parts.append(r"\endhead" + "\n")
        self.parts.append(r"\end{longtable}\endgroup" + "\n\n")

    def add_page(self, _block):
        self.parts.append(r"\newpage" + "\n")

    def add_landscape(self, _block):
        self.close_part()
        self.parts.append(r"\begin{landscape}\setcounter{page}{1}\thispagestyle{first}" + "\n")
        self.end = r"\end{landscape}"

    def add_portrait(self, _block):
        self.close_part()
        self.parts.append(r"\newpage\setcounter{page}{1}\thispagestyle{first}" + "\n")

    def add_columns(self, block):
        self.close_part()
        if int(block.text) > 1:
            self.parts.append(rf"\begin{{multicols}}{{{block.text}}}" + "\n")
            self.end = r"\end{multicols}"

    def close_part(self):
        self.parts.append(self.end)
        self.end = ""

    def document(self):
        for block in self.source.blocks:
            getattr(self, "add_" + block.kind)(block)
        self.close_part()
        look = {"font": self.source.head.get("font", "Tinos"), "size": self.size,
                "lead": self.size * 1.25}
        return PREAMBLE % look + "".join(self.parts) + r"\end{document}"


def lines_below(rows, y, count):
    """The rules below row y: none below a cell that goes on."""
    if y + 1 == len(rows) or "^" not in rows[y + 1]:
        return "\\hline\n"
    free = [x for x in range(count) if rows[y + 1][x] != "^"]
    return "".join(rf"\cline{{{x + 1}-{x + 1}}}" for x in free) + "\n"


def print_source(source, folder):
    """The path of the PDF, in `folder`."""
    text = pathlib.Path(folder) / f"{source.name}.tex"
    text.write_text(TexText(source).document(), encoding="utf-8")
    for _ in range(2):  # the second run settles the widths of tables
        done = subprocess.run(["xelatex", "-interaction=nonstopmode", "-halt-on-error", text.name],
                              cwd=folder, capture_output=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stdout.decode("utf-8", "replace")[-1500:])
    return text.with_suffix(".pdf")
