"""How portals spoil their text: entities, non-breaking spaces, words cut by tags, decomposed letters,
tags left open, other encodings.
"""

import html
import html.entities
import re
import unicodedata

TONES = "\u0300\u0301\u0303\u0309\u0323"
NAMED = html.entities.codepoint2name


def texture(options, random):
    """The function that writes a piece of text as HTML."""

    def write(text):
        if options.get("nfd"):
            text = unicodedata.normalize("NFD", text)
        pieces = cut(text, options.get("spans", 0), random)
        pieces = [characters(piece, options, random) for piece in pieces]
        if len(pieces) == 1:
            return pieces[0]
        return "".join(f'<span style="font-size:14pt">{piece}</span>' for piece in pieces)

    return write


def cut(text, share, random):
    """Pieces of `text`, also in mid-word, never before a combining mark."""
    places = [
        i for i in range(1, len(text))
        if random.random() < share and not unicodedata.combining(text[i])
    ]  # fmt: skip
    return [text[a:b] for a, b in zip([0, *places], [*places, len(text)])]


def characters(text, options, random):
    text = html.escape(text, quote=False)
    if share := options.get("nbsp", 0):
        text = "".join("&nbsp;" if c == " " and random.random() < share else c for c in text)
    if share := options.get("soft_hyphens", 0):
        text = re.sub(
            r"(?<=\w)(?=\w)", lambda m: "&shy;" if random.random() < share else "", text
        )
    if form := options.get("entities"):
        text = "".join(c if ord(c) < 128 else entity(c, form) for c in text)
    return text


def entity(character, form):
    code = ord(character)
    if form == "named" and code in NAMED:
        return f"&{NAMED[code]};"
    return f"&#x{code:X};" if form == "hex" else f"&#{code};"


def loosen(body):
    """Leaves paragraphs, items, rows and cells open, as HTML lets one do."""
    return re.sub(r"</(p|li|td|tr|th)>", "", body)


def wrap_lines(page, width):
    """Line ends where Word puts them when it saves a page: instead of a space, anywhere."""
    out = []
    for line in page.split("\n"):
        while len(line) > width and (at := line.rfind(" ", 20, width)) > 0:
            inside_tag = line.rfind("<", 0, at) > line.rfind(">", 0, at)
            if inside_tag and '"' in line[line.rfind("<", 0, at) : at]:
                break
            out.append(line[:at])
            line = line[at + 1 :]
        out.append(line)
    return "\n".join(out)


def encode(page, encoding):
    if encoding == "utf-8-bom":
        return b"\xef\xbb\xbf" + page.encode("utf-8")
    if encoding == "utf-16le":
        return b"\xff\xfe" + page.encode("utf-16-le")
    if encoding == "windows-1258":
        return "".join(map(for_windows_1258, unicodedata.normalize("NFC", page))).encode(
            "cp1258", "xmlcharrefreplace"
        )
    return page.encode(encoding or "utf-8")


def for_windows_1258(character):
    """Windows-1258 has the letters with their hats and horns, and the tones as marks behind them."""
    try:
        character.encode("cp1258")
        return character
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", character)
        tones = "".join(mark for mark in parts if mark in TONES)
        letter = unicodedata.normalize("NFC", "".join(m for m in parts if m not in TONES))
        return letter + tones
