"""Every address that leads out of the site: what may be one, and how it is written. Nothing else makes a link to elsewhere.

Host names are judged by one rule, wherever they stand: in a web address, behind the @ of a mail address, in a written page. Telephone
numbers are dialled as the numbering plan has them, never as they were typed. In the browser ``outgoing.js`` does the same.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlsplit

Fault = tuple[str, str]  # what is wrong, behind the quoted text, and what to do about it
COPY = "Neem het adres over uit de adresbalk van uw browser."
# What a browser reads otherwise than it looks; the controls and invisible signs of Unicode are refused besides.
ODD = re.compile(r"[\s\\<>\"`{}|^]")
# A label of a name: letters, digits and hyphens, as the registry of .nl has them, and the accented letters of Western Europe.
LABEL = re.compile(r"(?!-)[a-z0-9à-öø-ÿß-]{1,63}(?<!-)")
NUMERIC = re.compile(
    r"\d+|0x[0-9a-f]*"
)  # a last label that makes browsers read the whole as an address of four numbers
LOCAL = re.compile(r"[A-Za-z0-9_+'&-]+(\.[A-Za-z0-9_+'&-]+)*")
NETHERLANDS = 31
PLANNER = "https://9292.nl/"  # of every bus and train; an address cannot be given along
_MAP = "https://www.openstreetmap.org/"
Point = tuple[str, str]  # latitude and longitude in degrees (WGS 84), as they were written
MUNICIPAL = re.compile(r"14[ -]?0\d{2,3}")
TYPED = re.compile(r"[0-9 +()./\u2013\u00a0-]+")
PLAIN = re.compile(r"0(?!0|800|900|90[069]|18|67|84|87|91)[1-9]\d{8}")  # by far the most numbers: nothing to look up


@lru_cache(maxsize=8192)  # the same sites come back: of an organisation, of who was asked
def web_fault(text: str) -> Fault | None:
    """Return what is wrong with a web address, or None."""
    if not text.startswith("https://"):
        return "begint niet met https://.", COPY
    plain = text.isascii() and text.isprintable()
    if ODD.search(text) or (not plain and any(unicodedata.category(char)[0] == "C" for char in text)):
        return "heeft een teken dat niet in een webadres hoort.", COPY
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return "is geen goed webadres.", COPY
    if "@" in parts.netloc:
        return "heeft een @ voor de naam van de site.", "Haal alles tussen https:// en de @ weg."
    if port is not None or parts.netloc.endswith(":"):
        return "heeft een poortnummer.", "Haal de dubbele punt en het getal weg."
    return host_fault(parts.hostname or "")


def host_fault(host: str) -> Fault | None:
    """Return what is wrong with the name of a site, or None."""
    host = host.lower()
    name = _decoded(host)
    labels = name.split(".")
    if ":" in host or NUMERIC.fullmatch(labels[-1]) or all(NUMERIC.fullmatch(label) for label in labels):
        return "is een IP-adres.", "Gebruik de naam van de site."
    strange = next((char for char in name if char.isalpha() and not LABEL.fullmatch(char)), "")
    if strange:
        return (
            f"heeft een letter die op een andere lijkt: {strange} (U+{ord(strange):04X}).",
            "Controleer het adres: misschien is het nagemaakt.",
        )
    odd = next((char for char in name if char not in ".-" and not char.isalnum()), "")
    if odd and not odd.isascii():
        return f"heeft een teken dat op een ander lijkt: {odd} (U+{ord(odd):04X}).", COPY
    if len(labels) < 2 or len(host) > 253 or not all(LABEL.fullmatch(label) for label in labels) or not _exists(name):
        return "heeft geen gewone naam van een site.", COPY
    return None


def _decoded(host: str) -> str:
    """Return a name in its own letters; one that claims to be coded and is not comes back as it is, and is refused for that."""
    if "xn--" not in host:
        return unicodedata.normalize("NFC", host)
    import idna  # noqa: PLC0415 - hardly any name needs it

    try:
        return str(idna.decode(host))
    except (idna.IDNAError, UnicodeError):
        return f"{host}/"


def _exists(name: str) -> bool:
    """Tell whether a name can be registered at all (IDNA 2008, RFC 5891)."""
    if name.isascii():
        return not any(label[2:4] == "--" for label in name.split("."))
    import idna  # noqa: PLC0415 - as above

    try:
        idna.encode(name)
    except (idna.IDNAError, UnicodeError):
        return False
    return True


def mail_fault(text: str) -> Fault | None:
    """Return what is wrong with a mail address, or None."""
    local, at, host = text.rpartition("@")
    if not at or not local or "@" in local:
        hint = "Een mailadres is een naam, een @ en de naam van een site, zoals info@voorbeeld.nl."
        return "is geen mailadres.", hint
    if not LOCAL.fullmatch(local) or len(local) > 64:
        return (
            "is geen mailadres: er staat iets in dat daar niet hoort.",
            "Gebruik letters, cijfers, punten en streepjes.",
        )
    wrong = host_fault(host)
    return (f"is geen goed mailadres: wat achter de @ staat {wrong[0]}", wrong[1]) if wrong else None


def phone_fault(text: str) -> Fault | None:
    """Return what is wrong with a telephone number, or None. A number of another country may stand with its +."""
    ten = "Schrijf een nummer met tien cijfers, zoals 0522 123 456."
    if MUNICIPAL.fullmatch(text):
        return None
    if re.search(r"[A-Za-z]", text):
        return (
            "is geen telefoonnummer: er staan letters in.",
            "Schrijf alleen cijfers. Een toestelnummer hoort in de tekst.",
        )
    if not TYPED.fullmatch(text):
        return "is geen telefoonnummer: er staat een teken in dat daar niet hoort.", ten
    digits = re.sub(r"\D", "", text)
    if not text.lstrip(" (").startswith(("+", "0")) and re.fullmatch(r"[1-9]\d{8}", digits):
        return "mist de nul vooraan.", f"Bedoelt u 0{digits}? Een tabel laat zo'n nul soms weg."
    return None if _number(text) else ("is geen Nederlands telefoonnummer.", ten)


def is_mobile(text: str) -> bool:
    """Tell whether a number is of a mobile telephone."""
    import phonenumbers  # noqa: PLC0415 - its tables take a quarter of a second, and most runs read what was found before

    number = _number(text)
    return bool(number) and phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE


def costs_extra(text: str) -> bool:
    """Tell whether who calls pays more than for an ordinary call: 0900, 0906, 0909, 18xx and the like."""
    import phonenumbers  # noqa: PLC0415 - as above

    kinds = phonenumbers.PhoneNumberType
    number = _number(text)
    return bool(number) and phonenumbers.number_type(number) in (kinds.PREMIUM_RATE, kinds.SHARED_COST)


@lru_cache(maxsize=4096)
def _number(text: str) -> Any:
    """Return a number as ``phonenumbers`` reads it, or None where there is no such number."""
    import phonenumbers  # noqa: PLC0415 - as above

    try:
        found = phonenumbers.parse(text, "NL")
    except phonenumbers.NumberParseException:
        return None
    return found if phonenumbers.is_valid_number(found) and not found.extension else None


@lru_cache(maxsize=4096)
def tel(text: str) -> str:
    """Return the address that dials a number: ``tel:+31522123456`` (E.164).

    What cannot be reached from abroad (112, 0800, 0900) stays a national number. Nothing where it is no number.
    """
    digits = re.sub(r"\D", "", text)
    if not TYPED.fullmatch(text):
        return ""
    if MUNICIPAL.fullmatch(text) or re.fullmatch(r"1\d{2}|116\d{3}", digits):
        return f"tel:{digits}"
    if PLAIN.fullmatch(digits) and "+" not in text:
        return f"tel:+31{digits[1:]}"
    number = _number(text)
    if number is None:
        return ""
    import phonenumbers  # noqa: PLC0415 - as above

    kinds = phonenumbers.PhoneNumberType
    service = phonenumbers.number_type(number) in (kinds.TOLL_FREE, kinds.PREMIUM_RATE, kinds.SHARED_COST)
    if not service or number.country_code != NETHERLANDS:
        return f"tel:{phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)}"
    national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    return "tel:" + re.sub(r"\D", "", national)


def mailto(address: str, subject: str = "", body: str = "") -> str:
    """Return the address that opens a mail: to ``address`` (or to nobody yet), with lines ended as mail has them."""
    whom = quote(address, safe="@.+-_")
    parts = [f"{name}={quote(text, safe='')}" for name, text in (("subject", subject), ("body", body)) if text]
    return f"mailto:{whom}{'?' if parts else ''}{'&'.join(parts)}".replace("%0A", "%0D%0A")


@lru_cache(maxsize=8192)  # an organisation has one site, and many activities
def on_map(address: str, point: Point | None) -> str:
    """Return the address of a map (https://wiki.openstreetmap.org/wiki/Browsing) at a point, or else of a search for a street and town."""
    if point is None:
        return f"{_MAP}search?query={quote(address, safe='')}"
    lat, lon = point
    return f"{_MAP}?mlat={lat}&mlon={lon}#map=17/{lat}/{lon}"


def in_map_app(address: str, point: Point | None) -> str:
    """Return the address that opens an app with maps on Android (RFC 5870, with the name of the place as Android has it)."""
    return f"geo:{','.join(point or ('0', '0'))}?q={quote(address, safe='')}"


def routes(address: str) -> str:
    """Return the address of a planner with buses and trains to a street and town (https://developers.google.com/maps/documentation/urls)."""
    return f"https://www.google.com/maps/dir/?api=1&destination={quote(address, safe='')}&travelmode=transit"


def web(text: str | None) -> str:
    """Return an address that may stand in a link: one of the web, else nothing."""
    return text if text and text.startswith(("https://", "http://")) and web_fault(secured(text)) is None else ""


def secured(text: str) -> str:
    """Return a web address as https; a source may still be an old http address."""
    return f"https://{text.removeprefix('http://')}" if text.startswith("http://") else text


def host_of(address: str) -> str:
    """Return the name of the site behind an address, without "www."; nothing where there is none."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
