"""What happens to a page between the printer and the archive. Each effect takes an image (gray or
RGB), its resolution and a generator of random numbers, and gives an image of the same size."""
import math

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

SEAL_FONT = "/usr/share/fonts/truetype/freefont/FreeSansBold.ttf"
SEAL_INK = (205, 35, 48)


def skew(image, dpi, rng):
    angle = rng.uniform(0.7, 2.0) * rng.choice([-1, 1])
    return image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=paper_of(image))


def blur(image, dpi, rng):
    return image.filter(ImageFilter.GaussianBlur(0.0042 * dpi))


def noise(image, dpi, rng):
    levels = np.asarray(image, dtype=np.float32)
    levels = 20 + levels * 0.86 + rng.normal(0, 15, levels.shape)
    specks = rng.random(levels.shape[:2])
    levels[specks < 0.0006] = 40
    levels[specks > 0.9994] = 255
    return image_of(levels)


def two_levels(image, dpi, rng):
    """As office scanners send pages: black and white, edges ragged."""
    levels = np.asarray(image.convert("L").filter(ImageFilter.GaussianBlur(0.003 * dpi)), np.float32)
    levels += rng.normal(0, 10, levels.shape)
    return Image.fromarray(levels > 150)


def through(image, dpi, rng):
    """The back of the sheet: print that shines through."""
    front = np.asarray(image.convert("L"), dtype=np.float32)
    back = image.convert("L").transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    back = np.asarray(back.filter(ImageFilter.GaussianBlur(0.008 * dpi)), dtype=np.float32)
    back = np.roll(back, (int(0.11 * dpi), int(0.2 * dpi)), (0, 1))
    return image_of(front * (1 - 0.26 * (255 - back) / 255) * 0.97)


def edges(image, dpi, rng):
    """A dark border beside the sheet, a shadow along the fold, two punch holes."""
    levels = np.asarray(image.convert("L"), dtype=np.float32).copy()
    height, width = levels.shape
    columns = np.arange(width)
    levels *= 1 - 0.45 * np.exp(-columns / (0.25 * dpi))
    levels[:, width - int(0.12 * dpi):] = rng.normal(25, 8, (height, int(0.12 * dpi)))
    levels[: int(0.07 * dpi), :] = 30
    y, x = np.mgrid[0:height, 0:width]
    for middle in (height / 2 - 1.57 * dpi, height / 2 + 1.57 * dpi):
        levels[(x - 0.45 * dpi) ** 2 + (y - middle) ** 2 < (0.12 * dpi) ** 2] = 18
    return image_of(levels + rng.normal(0, 3, levels.shape))


def seal(image, dpi, rng):
    """Two red seals: over the closing, and over the middle of the text."""
    page = np.asarray(image.convert("RGB"), dtype=np.float32)
    rows = np.flatnonzero((np.asarray(image.convert("L")) < 128).sum(axis=1) > 0.01 * dpi)
    bottom = rows[-1] / dpi if rows.size else 9
    height, width = page.shape[:2]
    for x, y in ((width / dpi * rng.uniform(0.5, 0.6), max(1.0, bottom - 0.9)),
                 (width / dpi * rng.uniform(0.3, 0.7), bottom * rng.uniform(0.35, 0.6))):
        ink = np.asarray(seal_mask(dpi, rng.uniform(-20, 20)), dtype=np.float32) / 255
        top = int(y * dpi - ink.shape[0] / 2)
        left = int(x * dpi - ink.shape[1] / 2)
        part = page[max(top, 0): top + ink.shape[0], max(left, 0): left + ink.shape[1]]
        ink = ink[-part.shape[0]:, -part.shape[1]:, None] * 0.88
        part *= 1 - ink + ink * np.asarray(SEAL_INK, dtype=np.float32) / 255
    return image_of(page)


def seal_mask(dpi, turn):
    """A round seal, 38 mm: two rings, a star, letters between them. Drawn large, then scaled."""
    side = int(1.5 * dpi)
    scale = 3
    big = Image.new("L", (side * scale, side * scale), 0)
    draw = ImageDraw.Draw(big)
    middle = side * scale / 2
    for radius, line in ((0.97, 0.035), (0.6, 0.016)):
        r = radius * middle
        draw.ellipse((middle - r, middle - r, middle + r, middle + r), outline=255,
                     width=int(line * middle))
    font = ImageFont.truetype(SEAL_FONT, int(0.2 * middle))
    letters = "ỦY BAN NHÂN DÂN ★ XÃ SUỐI BẠC ★ "
    for i, letter in enumerate(letters):
        glyph = Image.new("L", (int(0.3 * middle),) * 2, 0)
        ImageDraw.Draw(glyph).text((0.15 * middle, 0.15 * middle), letter, 255, font, "mm")
        angle = 360 * i / len(letters)
        glyph = glyph.rotate(-angle, Image.Resampling.BICUBIC)
        x = middle + 0.78 * middle * math.sin(math.radians(angle))
        y = middle - 0.78 * middle * math.cos(math.radians(angle))
        big.paste(255, (int(x - glyph.width / 2), int(y - glyph.height / 2)), glyph)
    points = []
    for i in range(10):
        radius = (0.42 if i % 2 == 0 else 0.17) * middle
        angle = math.radians(36 * i)
        points.append((middle + radius * math.sin(angle), middle - radius * math.cos(angle)))
    draw.polygon(points, fill=255)
    return big.rotate(turn, Image.Resampling.BICUBIC).resize((side, side), Image.Resampling.BOX)


def photo(image, dpi, rng):
    """Held by hand: perspective, light from one side, a table around the sheet."""
    page = image.convert("RGB")
    width, height = page.size
    shift = 0.035
    corners = [(x + rng.uniform(0.2, 1) * shift * width * (1 if x == 0 else -1),
                y + rng.uniform(0.2, 1) * shift * height * (1 if y == 0 else -1))
               for x, y in ((0, 0), (width, 0), (width, height), (0, height))]
    page = page.transform(page.size, Image.Transform.PERSPECTIVE,
                          perspective(corners, width, height), Image.Resampling.BICUBIC,
                          fillcolor=(72, 60, 52))
    levels = np.asarray(page.filter(ImageFilter.GaussianBlur(0.0025 * dpi)), dtype=np.float32)
    y, x = np.mgrid[0:height, 0:width]
    light = 0.62 + 0.36 * x / width - 0.14 * y / height
    light *= 1 - 0.2 * np.exp(-(((x - 0.2 * width) / (0.25 * width)) ** 2
                               + ((y - 0.8 * height) / (0.2 * height)) ** 2))
    levels *= light[..., None] * np.asarray([1.0, 0.97, 0.88], dtype=np.float32)
    return image_of(levels + rng.normal(0, 4, levels.shape))


def perspective(corners, width, height):
    """The eight numbers that lead from the picture back to the page."""
    rows, values = [], []
    for (x, y), (u, v) in zip(corners, ((0, 0), (width, 0), (width, height), (0, height))):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return tuple(np.linalg.solve(np.asarray(rows, dtype=float), np.asarray(values, dtype=float)))


def paper_of(image):
    return 255 if image.mode == "L" else (255,) * 3


def image_of(levels):
    return Image.fromarray(np.clip(levels, 0, 255).astype(np.uint8))
