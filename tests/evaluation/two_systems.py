"""Gold cables and what a system made of them, for the tests of the report."""

from .marked import marked

HOSTILE = "\U0001f4dc </script><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"
GOLD = [
    marked("09OSLO1", "{PER:Ada Berg} met the {ORG:Storting} in {LOC:Oslo}. She then left for {LOC:Bergen}.\n"),
    marked("75BERGEN2", f"{{LOC:Bergen}} sent this: {HOSTILE} to {{PER:Eve & Co <b>}} in {{LOC:Oslo}}.\n"),
]
# Of the first cable: Ada Berg is cut, the Storting has another label, Oslo is right, Bergen is missed.
FIRST = [
    marked("09OSLO1", "Ada {PER:Berg} met the {LOC:Storting} in {LOC:Oslo}. She then left for Bergen.\n"),
    marked("75BERGEN2", f"{{LOC:Bergen}} sent {{MISC:this}}: {HOSTILE} to {{PER:Eve & Co <b>}} in {{LOC:Oslo}}.\n"),
]
