"""The 8-bit fonts of old files: text in TCVN3 or VNI codes, and fonts that draw those codes.

A font here is Tinos with its glyphs put where the old code has them, so that a page looks right
while its text layer says `Uû ban nh©n d©n`.
"""
import pathlib
import unicodedata

from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

TINOS = pathlib.Path("/usr/share/fonts/truetype/croscore")
STYLES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic",
          (True, True): "BoldItalic"}
TCVN3 = dict(zip(
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ"))
TCVN3_CAPITALS = dict(zip("ĂÂĐÊÔƠƯ", "¡¢§£¤¥¦"))
VNI_TONES = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
VNI_SHAPES = {  # breve or circumflex, with a tone
    "\u0306": "ê", "\u0306\u0301": "é", "\u0306\u0300": "è", "\u0306\u0309": "ú",
    "\u0306\u0303": "ü", "\u0306\u0323": "ë", "\u0302": "â", "\u0302\u0301": "á",
    "\u0302\u0300": "à", "\u0302\u0309": "å", "\u0302\u0303": "ã", "\u0302\u0323": "ä"}
VNI_LETTERS = {"đ": "ñ", "ư": "ö", "ơ": "ô", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò",
               "ỵ": "î"}
SHARED = {"“": '"', "”": '"', "–": "-", "’": "'"}


def in_tcvn3(text):
    """The text as [(in a capitals' font, codes)]; capitals with a tone need that font."""
    pieces = []
    for word in text.split(" "):
        shouted = word.upper() == word and any(c in TCVN3 for c in word.lower())
        for char in word + " ":
            char = SHARED.get(char, char)
            capital = shouted and char != " "
            if char in TCVN3:
                code = TCVN3[char]
            elif char in TCVN3_CAPITALS and not shouted:
                code = TCVN3_CAPITALS[char]
            elif char.lower() in TCVN3:
                code, capital = TCVN3[char.lower()], True
            else:
                code = char
            if pieces and pieces[-1][0] == capital:
                pieces[-1][1] += code
            else:
                pieces.append([capital, code])
    pieces[-1][1] = pieces[-1][1][:-1]
    return [(capital, code) for capital, code in pieces if code]


def in_vni(text):
    codes = []
    for char in text:
        low = char.lower()
        code = SHARED.get(char, "")
        if low in VNI_LETTERS:
            code = VNI_LETTERS[low]
        elif not code:
            code = vni_syllabic(low)
        codes.append(code.upper() if char != low else code)
    return "".join(codes)


def vni_syllabic(char):
    """A vowel with its marks: the letter, then a code for what stands above or below it."""
    base, *marks = unicodedata.normalize("NFD", char)
    marks.sort(key=lambda mark: mark not in "\u0306\u0302\u031b")  # shape before tone
    if marks and marks[0] == "\u031b":  # the horn is part of the letter
        base, marks = VNI_LETTERS[unicodedata.normalize("NFC", base + "\u031b")], marks[1:]
    if not marks:
        return base
    shape = "".join(marks)
    return base + (VNI_SHAPES.get(shape) or VNI_TONES[shape])


def open_subset(style, chars):
    font = TTFont(TINOS / f"Tinos-{STYLES[style]}.ttf")
    cut = subset.Subsetter(subset.Options(layout_features=[], hinting=False, glyph_names=True))
    cut.populate(text=chars)
    cut.subset(font)
    return font


def write(font, cmap, name, path):
    table = CmapSubtable.newSubtable(4)
    table.platformID, table.platEncID, table.language, table.cmap = 3, 1, 0, cmap
    font["cmap"].tables = [table]
    for identity in (1, 4, 6, 16):
        font["name"].setName(name, identity, 3, 1, 0x409)
        font["name"].setName(name, identity, 1, 0, 0)
    font.save(path)
    return path


def tcvn3_font(style, capitals, folder):
    """A font `.VnTime` or `.VnTimeH`, where small letters and their codes draw capitals."""
    wanted = "".join(map(chr, range(32, 127))) + "".join(TCVN3) + "".join(TCVN3).upper()
    font = open_subset(style, wanted)
    glyphs = font.getBestCmap()
    cmap = {}
    for char in map(chr, range(32, 127)):
        cmap[ord(char)] = glyphs[ord(char.upper() if capitals else char)]
    for char, code in {**TCVN3, **TCVN3_CAPITALS}.items():
        cmap[ord(code)] = glyphs[ord(char.upper() if capitals else char)]
    name = ".VnTimeH" if capitals else ".VnTime"
    return write(font, cmap, named(name, style), pathlib.Path(folder) / f"{name}{style}.ttf")


def named(name, style):
    suffix = {"Regular": "", "Bold": ",Bold", "Italic": ",Italic", "BoldItalic": ",BoldItalic"}
    return name + suffix[STYLES[style]]


def vni_font(style, folder):
    """A font `VNI-Times`: marks are glyphs without width, drawn over the letter before them."""
    wanted = "".join(map(chr, range(32, 127))) + "".join(VNI_LETTERS) + "".join(VNI_LETTERS).upper()
    font = open_subset(style, wanted + "\u00b4\u0060\u02c6\u02dc\u02d8ảạ")
    glyphs = font.getBestCmap()
    cmap = {code: glyphs[code] for code in range(32, 127)}
    for char, code in VNI_LETTERS.items():
        cmap[ord(code)] = glyphs[ord(char)]
        cmap[ord(code.upper())] = glyphs[ord(char.upper())]
    for shape, code in {**VNI_TONES, **VNI_SHAPES}.items():
        for capital in (False, True):
            name = f"mark{ord(code)}{'C' if capital else ''}"
            add_mark(font, glyphs, shape, capital, name)
            cmap[ord(code.upper() if capital else code)] = name
    return write(font, cmap, named("VNI-Times", style), pathlib.Path(folder) / f"VNI{style}.ttf")


def add_mark(font, glyphs, shape, capital, name):
    """The marks of `shape` drawn back over the letter, the second above the first."""
    em = font["head"].unitsPerEm
    pen = TTGlyphPen(None)
    above = 0
    for mark in shape:
        outlines, box = mark_outlines(font, glyphs, mark)
        below = mark == "\u0323"
        lift = 0 if below else above + (0.2 * em if capital else 0)
        shift = -(0.35 if capital else 0.23) * em - (box[0] + box[2]) / 2
        outlines.replay(TransformPen(pen, (1, 0, 0, 1, round(shift), round(lift))))
        above += 0 if below else 0.11 * em
    font.setGlyphOrder(font.getGlyphOrder() + [name])
    font["glyf"][name] = pen.glyph()
    font["glyf"][name].recalcBounds(font["glyf"])
    font["hmtx"][name] = (0, font["glyf"][name].xMin)


def mark_outlines(font, glyphs, mark):
    """The outlines of one mark and their box; hook and dot are cut from ả and ạ."""
    spacing = {"\u0301": "\u00b4", "\u0300": "\u0060", "\u0302": "\u02c6", "\u0303": "\u02dc",
               "\u0306": "\u02d8"}
    whole = DecomposingRecordingPen(font.getGlyphSet())
    source = spacing.get(mark) or {"\u0309": "ả", "\u0323": "ạ"}[mark]
    font.getGlyphSet()[glyphs[ord(source)]].draw(whole)
    em = font["head"].unitsPerEm
    kept = DecomposingRecordingPen(None)
    xs, ys = [], []
    for contour in contours(whole.value):
        points = [point for _, args in contour for point in args if point]
        low, high = min(y for _, y in points), max(y for _, y in points)
        if mark in spacing or (low > 0.45 * em if mark == "\u0309" else high < 0):
            kept.value += contour
            xs += [x for x, _ in points]
            ys += [y for _, y in points]
    return kept, (min(xs), min(ys), max(xs), max(ys))


def contours(commands):
    current = []
    for command in commands:
        current.append(command)
        if command[0] in ("closePath", "endPath"):
            yield current
            current = []
