"""Two gold cables that the tests of this folder share."""

from .marked import marked

GOLD = [
    marked("09OSLO1", "{PER:Ada Berg} left {LOC:Oslo} for the {ORG:Storting}.\n"),
    marked("75BERGEN2", "{LOC:Bergen} and {LOC:Oslo}, since 1905:\n{MISC:Nordic} talks.\n"),
]
