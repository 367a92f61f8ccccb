#!/usr/bin/env python3
"""Makes patterns/scans/syllable-pairs.txt: which syllables stand beside each other.

usage: make_syllable_pairs.py TRAINEDDATA SYLLABLE_TABLE PATTERNS_FOLDER

TRAINEDDATA is 4.0.0/vie.traineddata (unpacked) of the npm package @tesseract.js-data/vie 1.0.0: the
Tesseract project's own list of Vietnamese word pairs, in what is left of its older recogniser (Apache
licence 2.0). SYLLABLE_TABLE is src/language/syllable_table.h, whose onsets and rimes tell syllables from
foreign words, which are left out. Needs the Debian package tesseract-ocr, which has combine_tessdata
and dawg2wordlist.
"""
import collections
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

CREDIT = ("# Pairs of syllables from Tesseract's data for Vietnamese (tessdata, Apache licence 2.0);"
          " made by tools/make_syllable_pairs.py.\n")
TONES = {ord(tone): None for tone in "\u0300\u0301\u0303\u0309\u0323"}
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


def without_tone(word):
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).translate(TONES))


def syllables_of(table):
    """Every onset with every rime, as the table spells them, without tones."""
    listed = re.findall(r"kOnsets =(.*?);|kRimes =(.*?);", table.read_text(encoding="utf-8"), re.S)
    onsets, rimes = (re.findall(r'U"(\w*)"', "".join(each)) for each in listed)
    return {onset + rime for onset in onsets for rime in rimes}


def pairs_of(traineddata, syllables):
    with tempfile.TemporaryDirectory() as folder:
        parts = f"{folder}/vie."
        subprocess.run(["combine_tessdata", "-u", traineddata, parts], check=True,
                       capture_output=True)
        subprocess.run(["dawg2wordlist", parts + "unicharset", parts + "bigram-dawg",
                        f"{folder}/pairs"], check=True, capture_output=True)
        lines = pathlib.Path(f"{folder}/pairs").read_text(encoding="utf-8").splitlines()
    for line in lines:
        words = unicodedata.normalize("NFC", line).lower().split()
        if len(words) == 2 and all(without_tone(word) in syllables for word in words):
            yield tuple(placed(word) for word in words)


def main():
    pairs = set(pairs_of(sys.argv[1], syllables_of(pathlib.Path(sys.argv[2]))))
    uses = collections.Counter(word for pair in pairs for word in set(pair))
    after = {word: set() for word, count in uses.items() if count >= LEAST}
    for first, second in pairs:
        if first in after and second in after:
            after[first].add(second)
    lines = [" ".join([first, *sorted(seconds)]) for first, seconds in sorted(after.items())]
    out = pathlib.Path(sys.argv[3]) / "scans" / "syllable-pairs.txt"
    out.parent.mkdir(exist_ok=True)
    out.write_text(CREDIT + "\n".join(lines) + "\n", encoding="utf-8")


main()
