"""What a ringing round is made of: whom to ask, and what."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One activity to ask about.

    ``line`` is what to write in its file when it is still true; ``edit`` is where its file can be changed on the forge, and ``still``
    where the form says for somebody that it is, ready to send. Both are empty where that is not known. Of a ``draft``, ``still`` is the
    form filled in with what was found, and ``line`` says in words what to do with what somebody heard, as it does of what is
    about the ``referral``.
    """

    id: str
    path: str
    title: str
    place: str
    since: str
    questions: tuple[str, ...]
    line: str
    edit: str
    still: str
    draft: bool = False
    referral: bool = False


@dataclass(frozen=True, slots=True)
class Talk:
    """One organisation to ask, with how to reach it; everything that is not known is empty."""

    id: str
    name: str
    phone: str
    email: str
    website: str
    items: tuple[Item, ...]
