#!/usr/bin/env python3
"""Makes patterns/scans/syllable-pairs.txt: which syllables stand beside each other.

usage: make_syllable_pairs.py TRAINEDDATA PATTERNS_FOLDER

TRAINEDDATA is 4.0.0/vie.traineddata (unpacked) of the npm package @tesseract.js-data/vie 1.0.0: the
Tesseract project's own list of Vietnamese word pairs, in what is left of its older recogniser (Apache
licence 2.0). Needs the Debian package tesseract-ocr, which has combine_tessdata and dawg2wordlist.
"""
import collections
import pathlib
import subprocess
import sys
import tempfile
import unicodedata

CREDIT = ("# Pairs of syllables from Tesseract's data for Vietnamese (tessdata, Apache licence 2.0);"
          " made by tools/make_syllable_pairs.py.\n")
LETTERS = set("aăâbcdđeêghiklmnoôơpqrstuưvxy"
              "áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ")
# One tone placement, as in comparison forms.
NEW = {f"{vowels}": f"{other}" for vowels, other in zip(
    "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(),
    "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split())}
LEAST = 3  # pairs that a syllable is in: less are slips


def placed(syllable):
    for new, old in NEW.items():
        if syllable.endswith(new) and not syllable.startswith("qu"):
            return syllable[:-len(new)] + old
    return syllable


def pairs_of(traineddata):
    with tempfile.TemporaryDirectory() as folder:
        parts = f"{folder}/vie."
        subprocess.run(["combine_tessdata", "-u", traineddata, parts], check=True,
                       capture_output=True)
        subprocess.run(["dawg2wordlist", parts + "unicharset", parts + "bigram-dawg",
                        f"{folder}/pairs"], check=True, capture_output=True)
        lines = pathlib.Path(f"{folder}/pairs").read_text(encoding="utf-8").splitlines()
    for line in lines:
        words = unicodedata.normalize("NFC", line).lower().split()
        if len(words) == 2 and all(set(word) <= LETTERS for word in words):
            yield tuple(placed(word) for word in words)


def main():
    pairs = set(pairs_of(sys.argv[1]))
    uses = collections.Counter(word for pair in pairs for word in set(pair))
    after = {word: set() for word, count in uses.items() if count >= LEAST}
    for first, second in pairs:
        if first in after and second in after:
            after[first].add(second)
    lines = [" ".join([first, *sorted(seconds)]) for first, seconds in sorted(after.items())]
    out = pathlib.Path(sys.argv[2]) / "scans" / "syllable-pairs.txt"
    out.parent.mkdir(exist_ok=True)
    out.write_text(CREDIT + "\n".join(lines) + "\n", encoding="utf-8")


main()
