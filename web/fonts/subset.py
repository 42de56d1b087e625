"""Cuts fonts down to some characters, without what Dear ImGui does not use (layout, hints).

Reads a JSON list of {from, to, family, characters: [[first, last], ...]}; prints how many of the
characters each result has.
"""
import json
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

KEEP_NAMES = [0, 7, 13, 14]  # Copyright, trademark, licence and its address.


def cut(job):
    font = TTFont(job["from"], recalcTimestamp=False)
    wanted = [c for first, last in job["characters"] for c in range(first, last + 1)]
    options = subset.Options(
        layout_features=[], hinting=False, notdef_outline=True, glyph_names=False,
        name_IDs=KEEP_NAMES, name_languages=[0x409], recalc_timestamp=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "DSIG", "vhea", "vmtx", "VORG",
                            "gasp", "meta", "MVAR", "avar"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    style = "SemiBold" if font["OS/2"].usWeightClass >= 600 else "Regular"
    for number, text in (1, job["family"]), (2, style), (4, f"{job['family']} {style}"):
        font["name"].setName(text, number, 3, 1, 0x409)
    font.flavor = None
    font.save(job["to"])
    return len(font.getBestCmap())


print(json.dumps({job["to"]: cut(job) for job in json.load(sys.stdin)}))
