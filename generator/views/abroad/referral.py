"""The referral explained in another language, on a page and on a flyer: the texts that all sites share, in that language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model import addresses
from generator.model.catalogue import Catalogue
from generator.model.schema import UNKNOWN, Referral
from generator.views.abroad.frame import Frame, frame, kind_name, theme_abroad
from generator.views.abroad.tongue import Bit, Language, Tongue, tongue
from generator.views.lists.summary import country
from generator.views.referral.examples import MOST
from generator.views.referral.handout import sender, shown


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with what stands under it; ``strong`` is what nobody may miss."""

    head: Bit
    text: Bit
    strong: Bit | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with a few kinds of activity."""

    name: Bit
    colour: str
    icon: str
    examples: tuple[Bit, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What there is to say of the referral, in one language; ``dutch`` is what it is called at the counter."""

    title: Bit
    dutch: str
    summary: Bit
    lead: Bit
    before: tuple[Block, ...]
    path: Bit
    steps: tuple[Bit, ...]
    after: tuple[Block, ...]
    begin: Block
    now: Block | None


@dataclass(frozen=True, slots=True)
class ReferralAbroad:
    """The page: the words, whether anybody of the welfare organisation read them, and where the flyer lies (or nothing)."""

    frame: Frame
    it: Words
    differs: Bit
    unread: Bit | None
    print: Bit
    flyer: str


@dataclass(frozen=True, slots=True)
class FlyerAbroad:
    """The flyer: the words, the themes, and what is said around them. Without an address of the site there is no code."""

    language: Language
    it: Words
    differs: Bit
    themes: tuple[Theme, ...]
    said: dict[str, Bit]
    address: str
    activities: str
    shown: str
    sender: str

    @property
    def ring(self) -> tuple[tuple[str, str], ...]:
        """Return the colours and pictograms of the themes."""
        return tuple((theme.colour, theme.icon) for theme in self.themes)


def _words(t: Tongue, words: Referral) -> Words:
    def block(name: str, strong: str | None = None) -> Block:
        found = getattr(words, name)
        return Block(t.say(found.kop), t.say(found.tekst), t.say(strong) if strong else None)

    return Words(
        title=t.say(words.titel),
        dutch=words.titel,
        summary=t.say(words.samenvatting),
        lead=t.say(words.inleiding),
        before=(block("herkennen"), block("wat", words.medicijnen), block("coach")),
        path=t.say(words.verloop),
        steps=tuple(t.say(step.tekst) for step in words.stappen),
        after=(block("kosten"), block("vrijwillig"), block("weten")),
        begin=block("beginnen"),
        now=block("niet_wachten") if words.niet_wachten else None,
    )


def _differs(t: Tongue) -> Bit:
    return t.say("Hoe het precies gaat, verschilt per gemeente. Vraag het aan uw huisarts.")


def referral_abroad(catalogue: Catalogue, code: str, codes: Sequence[str], flyer: str = "") -> ReferralAbroad:
    """Return the page that explains the referral; ``flyer`` is where that lies, from the site's root."""
    t = tongue(code)
    words = catalogue.referral.model
    it = _words(t, words)
    up = [(t.language.name, addresses.abroad(code, ""))]
    return ReferralAbroad(
        frame=frame(catalogue, t, it.title.text, addresses.REFERRAL, codes, up),
        it=it,
        differs=_differs(t),
        unread=t.say("De welzijnsorganisatie heeft deze tekst nog niet nagelezen.")
        if words.nagelezen_op == UNKNOWN
        else None,
        print=t.say("Print de flyer"),
        flyer=flyer,
    )


def flyer_abroad(catalogue: Catalogue, code: str, today: date, url: str) -> FlyerAbroad:
    """Return the flyer in a language; ``url`` is the site's own address, or empty."""
    t = tongue(code)
    weights = country(catalogue, today).kinds
    activities = url and url + addresses.abroad(code, "")
    return FlyerAbroad(
        language=t.language,
        it=_words(t, catalogue.referral.model),
        differs=_differs(t),
        themes=tuple(
            Theme(
                theme_abroad(t, domain),
                str(domain.model.kleur),
                domain.model.pictogram,
                _examples(catalogue, t, weights.get(domain.id, {})),
            )
            for domain in catalogue.ordered_domains
        ),
        said={
            "from": t.say("Voor u en uw huisarts"),
            "coach": t.say("Uw welzijnscoach"),
            "name": t.say("Naam"),
            "phone": t.say("Telefoon"),
            "days": t.say("Dagen"),
            "ask": t.say("Staat hier niets? Vraag uw huisarts."),
            "do": t.say("Wat kunt u doen?"),
            "look": t.say("Kijk wat er is."),
            "scan": t.say("Scan de code, of ga naar:"),
            "comma": Bit(t.comma),
            "in_dutch": t.say("Zo heet het in het Nederlands"),
            "made": t.say("Gemaakt in {dag}", dag=t.source_day(today.isoformat()[:7])),
            "not_read": t.say("Nog niet nagekeken door iemand die deze taal spreekt."),
        },
        address=url and url + addresses.abroad(code, addresses.REFERRAL),
        activities=activities,
        shown=shown(activities) if activities else "",
        sender=sender(catalogue, ""),
    )


def _examples(catalogue: Catalogue, t: Tongue, weights: Mapping[str, int]) -> tuple[Bit, ...]:
    """Return the kinds of which there is most."""
    ids = sorted(weights, key=lambda id_: (-weights[id_], id_))[:MOST]
    return tuple(kind_name(t, catalogue.kind_of[id_]) for id_ in ids)
