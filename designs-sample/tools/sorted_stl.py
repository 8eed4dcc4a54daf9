#!/usr/bin/env python3
"""sorted_stl.py PART.stl: puts the facets of a binary STL in order, so that the same solid is the same bytes every time."""

import struct
import sys

HEADER, FACET = 84, 50


def rotated(facet):
    """The facet with its least corner first; the order of turning stays."""
    corners = [facet[12 + 12 * i:24 + 12 * i] for i in range(3)]
    first = corners.index(min(corners, key=lambda c: struct.unpack("<3f", c)))
    return facet[:12] + b"".join(corners[first:] + corners[:first]) + facet[48:]


def main(path):
    with open(path, "rb") as file:
        data = file.read()
    facets = [rotated(data[i:i + FACET]) for i in range(HEADER, len(data), FACET)]
    facets.sort(key=lambda f: struct.unpack("<12f", f[:48])[3:])
    with open(path, "wb") as file:
        file.write(b"binary STL, millimetres".ljust(80) + data[80:HEADER] + b"".join(facets))


main(sys.argv[1])
