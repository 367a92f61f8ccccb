"""An article's text as HTML: paragraphs, lists, tables, pictures, letterhead and signature.

A line of the article is a block: `# ` heading, `- ` or `1. ` item, `! ` caption below a picture,
`| a | b |` row of a table (`{r2c3}` before a cell's text: its spans; `|# ` opens a header row), `~ `
source line, `@ label > address` attached file inside the text, `< ` HTML as it stands. Anything else
is a paragraph. Inside: `**bold**`, `*italic*`, `[label](address)`.
"""

import html
import re

import template
from noise import PIXEL

ITEM = re.compile(r"(- |\d+\. |[a-zđ]\) )(.*)")
SPAN = re.compile(r"\{(?:r(\d+))?(?:c(\d+))?\}")
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
INDENT = "&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;"


def plain(text):
    """The text without inline marks: what a browser shows."""
    return re.sub(r"\*\*?", "", LINK.sub(r"\1", text))


class Writer:
    def __init__(self, layout, options, texture):
        """`texture` turns a piece of plain text into the HTML that stands for it."""
        self.blocks, self.options, self.texture = layout.blocks, options, texture

    def inline(self, text):
        out, at = [], 0
        for match in LINK.finditer(text):
            out.append(self.emphasis(text[at : match.start()]))
            label = self.emphasis(match[1])
            out.append(f'<a href="{html.escape(match[2])}" target="_blank">{label}</a>')
            at = match.end()
        return "".join(out) + self.emphasis(text[at:])

    def emphasis(self, text):
        out = []
        for piece in re.split(r"(\*\*.+?\*\*|\*.+?\*)", text):
            if piece.startswith("**") and len(piece) > 4:
                out.append(f"<strong>{self.texture(piece[2:-2])}</strong>")
            elif piece.startswith("*") and len(piece) > 2:
                out.append(f"<em>{self.texture(piece[1:-1])}</em>")
            else:
                out.append(self.texture(piece))
        return "".join(out)

    def block(self, kind, text, **more):
        scope = {"text": plain(text), "text_html": self.inline(text), "src": PIXEL, "stamp": ""}
        return template.fill(self.blocks[kind], [scope | more])

    def body(self, text):
        lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
        out, i = [], 0
        while i < len(lines):
            kind = self.kind(lines[i])
            end = i + 1
            if kind in ("item", "row"):
                while end < len(lines) and self.kind(lines[end]) == kind:
                    end += 1
            out.append(self.write(kind, lines[i:end]))
            i = end
        if self.options.get("paragraphs") == "br":
            return "<br/>\n<br/>\n".join(out)
        return "\n".join(out)

    @staticmethod
    def kind(line):
        marks = {"# ": "heading", "! ": "figure", "| ": "row", "|#": "row", "~ ": "source"}
        marks |= {"@ ": "file", "< ": "raw"}
        if line[:2] in marks:
            return marks[line[:2]]
        return "item" if ITEM.match(line) else "paragraph"

    def write(self, kind, lines):
        if kind == "row":
            return self.table(lines)
        if kind == "item":
            return self.items(lines)
        line = lines[0]
        if kind == "raw":
            return line[2:]
        if kind == "file":
            label, address = line[2:].split(" > ")
            return self.block("paragraph", f"[{label}]({address})")
        text = line if kind == "paragraph" else line[2:]
        if self.options.get("paragraphs") == "br" and kind == "paragraph":
            return self.inline(text)
        return self.block(kind, text)

    def items(self, lines):
        style = self.options.get("lists", "list")
        if style in ("list", "numbered"):
            items = [self.block("item", ITEM.match(line)[2]) for line in lines]
            return self.blocks[style].replace("{{items_html}}", "\n".join(items))
        if style == "br":
            texts = [self.inline(line) for line in lines]
            return self.blocks["paragraph"].replace("{{text_html}}", "<br />\n".join(texts))
        indent = INDENT if style == "nbsp" else ""
        texts = [indent + self.inline(line) for line in lines]
        return "\n".join(self.blocks["paragraph"].replace("{{text_html}}", t) for t in texts)

    def table(self, lines):
        rows = []
        for line in lines:
            tag = "th" if line.startswith("|#") else "td"
            cells = line.lstrip("|#").strip().removesuffix("|").split(" | ")
            rows.append("<tr>" + "".join(self.cell(tag, c.strip()) for c in cells) + "</tr>")
        return self.blocks["table"].replace("{{rows_html}}", "\n".join(rows))

    def cell(self, tag, text):
        spans = SPAN.match(text)
        attributes = ""
        if spans:
            text = text[spans.end() :].strip()
            for name, count in zip(("rowspan", "colspan"), spans.groups()):
                attributes += f' {name}="{count}"' if count else ""
        inner = "<br/>".join(self.inline(part) for part in text.split(" // "))
        return f'<{tag}{attributes} style="border:1px solid #000">{inner or "&nbsp;"}</{tag}>'

    def letterhead(self, head):
        lines = {key: [self.inline(text) for text in head[key]] for key in ("left", "right")}
        return template.fill(
            LETTERHEAD,
            [
                {
                    "left_html": "<br/>\n".join(lines["left"]),
                    "right_html": "<br/>\n".join(lines["right"]),
                    "number_html": self.inline(head["number"]),
                    "place_html": self.inline(head["place"]),
                    "below": [{"text_html": self.inline(t)} for t in head.get("below", [])],
                }
            ],
        )

    def signature(self, foot):
        recipients = "<br/>\n".join(self.inline(text) for text in foot["recipients"])
        signer = "<br/>\n".join(self.inline(text) for text in foot["signer"])
        return template.fill(SIGNATURE, [{"recipients_html": recipients, "signer_html": signer}])


LETTERHEAD = """<div align="center"><table class="MsoNormalTable" border="0" cellspacing="0" cellpadding="0" width="100%" style="border-collapse:collapse">
<tr><td width="234" valign="top" style="width:40%;padding:0cm 5.4pt 0cm 5.4pt"><p class="MsoNormal" align="center" style="text-align:center"><b>{{left_html}}</b></p></td>
<td width="385" valign="top" style="width:60%;padding:0cm 5.4pt 0cm 5.4pt"><p class="MsoNormal" align="center" style="text-align:center"><b>{{right_html}}</b></p></td></tr>
<tr><td valign="top"><p class="MsoNormal" align="center" style="text-align:center">{{number_html}}</p></td>
<td valign="top"><p class="MsoNormal" align="right" style="text-align:right"><i>{{place_html}}</i></p></td></tr>
</table></div>
<p class="MsoNormal">&nbsp;</p>
<!--below--><p class="MsoNormal" align="center" style="text-align:center"><b><span style="font-size:14.0pt">{{text_html}}</span></b></p>
<!--/below-->"""

SIGNATURE = """<p class="MsoNormal">&nbsp;</p>
<table class="MsoNormalTable" border="0" cellspacing="0" cellpadding="0" width="100%"><tr>
<td width="50%" valign="top"><p class="MsoNormal"><b><i>Nơi nhận:</i></b><br/>
<span style="font-size:11.0pt">{{recipients_html}}</span></p></td>
<td width="50%" valign="top"><p class="MsoNormal" align="center" style="text-align:center"><b>{{signer_html}}</b></p></td>
</tr></table>"""
