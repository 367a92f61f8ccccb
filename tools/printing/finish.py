"""What happens to a printed PDF before it is published: stamps, signatures, scanners.

Each step takes the path of a PDF, its options, and a folder for its own files, and changes the PDF
in place. Positions: points from the top left; `after="words"` stands for the place behind these
words on the page, so that a stamp need not be measured.
"""
import html
import io
import pathlib
import re
import subprocess
import unicodedata

import pikepdf
from PIL import Image
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = {"serif": "/usr/share/fonts/truetype/croscore/Tinos-Regular.ttf",
         "italic": "/usr/share/fonts/truetype/croscore/Tinos-Italic.ttf",
         "bold": "/usr/share/fonts/truetype/croscore/Tinos-Bold.ttf",
         "sans": "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf"}
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<')


def font(name):
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, FONTS[name]))
    return name


def words_of(path, page):
    """[(x from, y from, x to, y to, word)] of a page, from the top left."""
    shown = subprocess.run(["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(path), "-"],
                           check=True, capture_output=True, text=True).stdout
    return [tuple(map(float, found[:4])) + (html.unescape(found[4]),)
            for found in WORD.findall(shown)]


def place(path, options):
    """Where a step's text begins: (x, baseline)."""
    if "after" not in options:
        return float(options["x"]), float(options["y"])
    wanted = options["after"].split()
    words = words_of(path, int(options.get("page", 1)))
    for at in range(len(words)):
        if [word[4] for word in words[at:at + len(wanted)]] == wanted:
            _, top, right, bottom, _ = words[at + len(wanted) - 1]
            return (right + float(options.get("dx", 3)),
                    top + 0.8 * (bottom - top) + float(options.get("dy", 0)))
    raise ValueError(f"{path.name}: no words “{options['after']}” to stamp behind")


def small_page(lines, options):
    """A PDF as large as its lines of text: (bytes, width, height, the first baseline's depth)."""
    name, size = font(options.get("font", "serif")), float(options.get("size", 13))
    wide = max(pdfmetrics.stringWidth(line, name, size) for line in lines) + 2
    tall = size * 1.2 * len(lines) + 2
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(wide, tall))
    canvas.setFillColor(HexColor(options.get("colour", "#000000")))
    canvas.setFont(name, size)
    for at, line in enumerate(lines):
        canvas.drawString(1, tall - size * (0.95 + 1.2 * at), line)
    canvas.save()
    return out.getvalue(), wide, tall, size * 0.95


def stamp(path, options, _folder):
    """Text put on the page later: mode=overlay (the default) or mode=annotation."""
    x, y = place(path, options)
    lines = options["text"].split("//")
    data, wide, tall, depth = small_page(lines, options)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        page = pdf.pages[int(options.get("page", 1)) - 1]
        height = float(page.mediabox[3])
        box = pikepdf.Rectangle(x, height - y - tall + depth, x + wide, height - y + depth)
        small = pikepdf.open(io.BytesIO(data))
        if options.get("mode") == "annotation":
            form = pdf.copy_foreign(small.pages[0].as_form_xobject())
            annotation = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, F=4,
                Rect=[box.llx, box.lly, box.urx, box.ury], Contents=options["text"],
                DA="/F 13 Tf 0 g", AP=pikepdf.Dictionary(N=form))
            page.Annots = pikepdf.Array([*page.get("/Annots", []),
                                         pdf.make_indirect(annotation)])
        else:
            page.add_overlay(small.pages[0], box)
        pdf.save(path)


def watermark(path, options, _folder):
    """Large grey text across every page, over what stands there."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            wide, tall = float(page.mediabox[2]), float(page.mediabox[3])
            out = io.BytesIO()
            canvas = Canvas(out, pagesize=(wide, tall))
            canvas.setFillColor(HexColor("#b0b0b0"), alpha=0.35)
            canvas.setFont(font("bold"), float(options.get("size", 60)))
            canvas.translate(wide / 2, tall / 2)
            canvas.rotate(50)
            canvas.drawCentredString(0, 0, options["text"])
            canvas.save()
            over = pikepdf.open(io.BytesIO(out.getvalue()))
            page.add_overlay(over.pages[0])
        pdf.save(path)


def rotate(path, options, _folder):
    """Pages that a viewer turns; with turned=yes their content was laid the other way before."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for number in options["pages"].split(","):
            page = pdf.pages[int(number) - 1]
            if options.get("turned") == "yes":
                turn_content(pdf, page)
            page.Rotate = int(options.get("angle", 90))
        pdf.save(path)


def turn_content(pdf, page):
    """Turns a page's content a quarter left, so that /Rotate 90 shows it upright."""
    wide, tall = float(page.mediabox[2]), float(page.mediabox[3])
    page.contents_add(pikepdf.Stream(pdf, f"q 0 1 -1 0 {tall} 0 cm\n".encode()), prepend=True)
    page.contents_add(pikepdf.Stream(pdf, b"\nQ"))
    page.MediaBox = [0, 0, tall, wide]


def crop(path, options, _folder):
    """A media box larger than the sheet, with the sheet as crop box and printer's marks outside."""
    margin = float(options["margin"])
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            x1, y1, x2, y2 = map(float, page.mediabox)
            page.CropBox = [x1, y1, x2, y2]
            page.MediaBox = [x1 - margin, y1 - margin, x2 + margin, y2 + margin]
        pdf.save(path)
    if "outside" in options:
        slug = {"x": "0", "y": "0", **options, "text": options["outside"], "size": "8"}
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            for page in pdf.pages:
                data, wide, tall, _ = small_page([slug["text"]], slug)
                x, y = float(page.mediabox[0]) + 30, float(page.mediabox[1]) + 6
                small = pikepdf.open(io.BytesIO(data))
                page.add_overlay(small.pages[0], pikepdf.Rectangle(x, y, x + wide, y + tall))
            pdf.save(path)


def distil(path, _options, folder):
    """Writes the file anew with Ghostscript, as archives do."""
    out = pathlib.Path(folder) / "distilled.pdf"
    subprocess.run(["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", "-o", str(out),
                    str(path)], check=True)
    out.replace(path)


def sign(path, options, folder):
    """A digital signature by a key made here and thrown away, with its visible note."""
    from printing.signature import signed
    lines = options["text"].split("//")
    data, wide, tall, _ = small_page(lines, {"font": "sans", "size": "8", "colour": "#c00000"})
    x, y = place(path, options)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        page = pdf.pages[int(options.get("page", 1)) - 1]
        height = float(page.mediabox[3])
        small = pikepdf.open(io.BytesIO(data))
        form = pdf.copy_foreign(small.pages[0].as_form_xobject())
        widget = [x, height - y - tall, x + wide, height - y]
        whole = signed(pdf, page, form, widget, options, folder)
    path.write_bytes(whole)


def letters_only(word, at, wrong):
    """What a reader that knows no Vietnamese makes of a word."""
    if word in wrong:
        return wrong[word]
    bare = unicodedata.normalize("NFD", word.replace("đ", "d").replace("Đ", "D"))
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    slips = {3: ("I", "!"), 5: ("nh", "rih"), 7: ("u", "ii"), 11: ("c", "e"), 13: ("o", "0")}
    for every, (good, bad) in slips.items():
        if at % every == 0:
            bare = bare.replace(good, bad, 1)
    return bare.encode("latin-1", "replace").decode("latin-1")


def scan(path, options, folder):
    """Each page as a slightly turned picture; over it, unseen, what a poor reader made of it."""
    dpi = int(options.get("dpi", 110))
    wrong = dict(pair.split("=") for pair in options.get("wrong", "").split(",") if pair)
    subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", "-png", str(path), f"{folder}/scan"],
                   check=True)
    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=1)
    for number, picture in enumerate(sorted(pathlib.Path(folder).glob("scan*.png")), 1):
        grey = Image.open(picture).rotate(0.35, fillcolor=255, resample=Image.BICUBIC)
        wide, tall = grey.width * 72 / dpi, grey.height * 72 / dpi
        canvas.setPageSize((wide, tall))
        canvas.drawImage(ImageReader(grey.point(lambda v: 255 * (v > 150)).convert("1")), 0, 0,
                         wide, tall)
        text = canvas.beginText()
        text.setTextRenderMode(3)
        for at, (x, top, _, bottom, word) in enumerate(words_of(path, number), 1):
            text.setFont("Times-Roman", max(6, (bottom - top) * 0.85))
            text.setTextOrigin(x, tall - bottom + (bottom - top) * 0.2)
            text.textOut(letters_only(word, at, wrong) + " ")
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    path.write_bytes(out.getvalue())


STEPS = {"stamp": stamp, "watermark": watermark, "rotate": rotate, "crop": crop, "distil": distil,
         "sign": sign, "scan": scan}
