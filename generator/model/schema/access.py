"""How easy it is to use with a disability."""

from typing import Annotated, TypeAlias

from pydantic import Field

from generator.model.schema.asked import Asked, Step
from generator.model.schema.base import Model, one_of
from generator.model.schema.values import JaNee

JaNeeOnbekend: TypeAlias = Annotated[JaNee, one_of(JaNee)]


class Toegankelijkheid(Model):
    """What a visitor with a disability needs to know; unknown is told apart from no."""

    rolstoel: Annotated[
        JaNeeOnbekend,
        Asked(
            "Kan iemand met een rolstoel naar binnen?",
            "ja of nee",
            Step.FIRST,
            also=("rolstoeltoegankelijk", "toegankelijk met rolstoel", "rolstoelvriendelijk"),
        ),
    ] = Field(JaNee.ONBEKEND, description="Kan iemand met een rolstoel naar binnen?", title="wheelchair")
    rollator: JaNeeOnbekend = Field(
        JaNee.ONBEKEND, description="Kan iemand met een rollator naar binnen?", title="walking frame"
    )
    ringleiding: JaNeeOnbekend = Field(
        JaNee.ONBEKEND, description="Is er een ringleiding voor hoortoestellen?", title="hearing loop"
    )
    toilet: JaNeeOnbekend = Field(
        JaNee.ONBEKEND, description="Is er een toilet voor mensen met een rolstoel?", title="accessible toilet"
    )
    rustig: JaNeeOnbekend = Field(
        JaNee.ONBEKEND, description="Is het er rustig, met weinig geluid en drukte?", title="quiet"
    )
    zittend: JaNeeOnbekend = Field(JaNee.ONBEKEND, description="Kunt u zittend meedoen?", title="seated")
    assistentiehond: JaNeeOnbekend = Field(JaNee.ONBEKEND, description="Mag een hulphond mee?", title="assistance dog")
    begeleider_gratis: JaNeeOnbekend = Field(
        JaNee.ONBEKEND, description="Mag een begeleider gratis mee?", title="companion free"
    )
