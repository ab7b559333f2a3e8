"""The usual name of an outlet from the address it publishes at, and the names of news agencies."""

import re
from functools import cache
from urllib.parse import urlsplit

from stemma.documents.tables import table
from stemma.values.outlets import agencies

DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,24}", re.I)


def outlet_name(given: str, url: str) -> str:
    """The outlet as named; a domain's usual name, or the bare domain; empty where nothing is known."""
    name = " ".join(given.split())
    if name and not is_address(name):
        return name
    domain = domain_of(name) or domain_of(url)
    return usual_name(domain) or domain


def is_address(name: str) -> bool:
    """Whether what stands for an outlet's name is a domain or an address."""
    return bool(DOMAIN.fullmatch(name)) or "://" in name


def domain_of(address: str) -> str:
    """The host of an address or domain, lower case, without "www."; empty where there is none."""
    try:
        host = urlsplit(address if "://" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if DOMAIN.fullmatch(host) else ""


def usual_name(domain: str) -> str:
    """The table's name for a domain or for the one that it is a part of ("uk.reuters.com"); else empty."""
    names = table("outlets")["domains"]
    labels = domain.split(".")
    return next((str(names[end]) for end in (".".join(labels[at:]) for at in range(len(labels))) if end in names), "")


@cache
def agency_pattern() -> str:
    """A pattern for any agency's name, longest first, with no letter on either side. Capitals matter to short names."""
    spellings = sorted(agencies(), key=lambda spelling: (-len(spelling), spelling))
    return r"(?<![\w.])(?i:" + "|".join(re.escape(spelling) for spelling in spellings) + r")(?!\w)"
