"""When: sentences and dates, over holidays and both changes of the clock."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.schema import Dag, Regio, Vrij
from generator.model.schema.activity import Activity
from generator.model.when import always, coming, occurrences, phrases, public_holidays, school_holidays, series
from generator.model.when.calendar import free_days, local
from tests.support import SMALL, TODAY, loaded

BASE = {
    "titel": "x",
    "samenvatting": "y",
    "domeinen": ("a",),
    "gemeente": "g",
    "organisatie": "o",
    "locatie": "l",
    "kosten": "gratis",
    "aanmelden": "nodig",
    "bron": ({"url": "x", "datum": "onbekend"},),
}


def when(*moments: dict):
    return Activity.model_validate({**BASE, "wanneer": moments}).wanneer


def days(moments, first=TODAY, region=Regio.NOORD, weeks=8):
    return [one.day.isoformat() for one in occurrences(moments, first, region, weeks)]


NBSP = "\u00a0"
THURSDAY = {"elke": "donderdag", "van": "19.30"}


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (THURSDAY, f"Elke donderdag vanaf 19.30{NBSP}uur"),
        (
            {"elke": ("woensdag", "maandag"), "van": "10.00", "tot": "12.00"},
            f"Elke maandag en woensdag van 10.00 tot 12.00{NBSP}uur",
        ),
        ({"elke": "donderdag", "week_van_de_maand": ("1", "3")}, "Elke eerste en derde donderdag van de maand"),
        ({"elke": "vrijdag", "week_van_de_maand": "laatste"}, "Elke laatste vrijdag van de maand"),
        (
            {"elke": "dinsdag", "om_de_weken": "2", "vanaf": "2026-09-01"},
            "Om de week op dinsdag, vanaf 1 september 2026",
        ),
        (
            {"elke": "dinsdag", "om_de_weken": "3", "vanaf": "2026-09-01"},
            "Een keer per drie weken op dinsdag, vanaf 1 september 2026",
        ),
        ({"elke": ("dinsdag", "woensdag", "donderdag", "vrijdag")}, "Dinsdag tot en met vrijdag"),
        ({"elke": tuple(str(day) for day in Dag)}, "Elke dag"),
        (
            {**THURSDAY, "behalve": ("schoolvakanties", "feestdagen", "2026-12-29")},
            f"Elke donderdag vanaf 19.30{NBSP}uur, niet in de schoolvakanties, op feestdagen en op 29 december 2026",
        ),
        (
            {"elke": "dinsdag", "vanaf": "2026-09-01", "t_m": "2027-06-29"},
            "Elke dinsdag, vanaf 1 september 2026 tot en met 29 juni 2027",
        ),
        (
            {"datum": "2026-12-24", "van": "15.00", "tot": "17.00"},
            f"Donderdag 24 december 2026 van 15.00 tot 17.00{NBSP}uur",
        ),
        ({"altijd": "ja"}, "Altijd open"),
        ({"op_afspraak": "ja"}, "Op afspraak"),
        ({"elke": "dinsdag", "niet_in": ("augustus", "juli")}, "Elke dinsdag, niet in juli en augustus"),
        (
            {"elke": "dinsdag", "niet_in": "juli", "behalve": "feestdagen"},
            "Elke dinsdag, niet in juli en op feestdagen",
        ),
        ({"tekst": "Meestal een keer per maand."}, "Meestal een keer per maand"),
    ],
)
def test_a_form_of_when_reads_as_dutch(moment, text):
    assert phrases(when(moment)) == (text,)


def test_unknown_stays_unknown():
    assert phrases("onbekend") == ()
    assert occurrences("onbekend", TODAY, Regio.NOORD) == ()
    assert days(when({"tekst": "soms"})) == []
    assert days(when({"altijd": "ja"})) == []
    assert days(when({"op_afspraak": "ja"})) == []
    assert not always(when({"op_afspraak": "ja"}))
    assert always(when({"altijd": "ja"}))
    assert not always("onbekend")
    (one,) = occurrences(when({"datum": "2026-11-23"}), TODAY, Regio.NOORD)
    assert (one.start, one.end) == (None, None)


def test_a_weekly_day_falls_in_the_coming_eight_weeks():
    found = days(when(THURSDAY))
    assert found[0] == "2026-11-26"
    assert found[-1] == "2027-01-14"
    assert len(found) == 8


def test_weeks_of_the_month():
    assert days(when({"elke": "donderdag", "week_van_de_maand": ("1", "3")})) == [
        "2026-12-03",
        "2026-12-17",
        "2027-01-07",
    ]
    assert days(when({"elke": "maandag", "week_van_de_maand": "laatste"})) == ["2026-11-30", "2026-12-28"]


def test_every_other_week_counts_from_the_first_day():
    even = when({"elke": "dinsdag", "om_de_weken": "2", "vanaf": "2026-09-01"})
    odd = when({"elke": "dinsdag", "om_de_weken": "2", "vanaf": "2026-09-08"})
    assert days(even)[:2] == ["2026-11-24", "2026-12-08"]
    assert days(odd)[:2] == ["2026-12-01", "2026-12-15"]


def test_every_other_week_with_two_days_keeps_them_in_one_week():
    found = days(when({"elke": ("vrijdag", "maandag"), "om_de_weken": "2", "vanaf": "2026-11-27"}))
    assert found[:3] == ["2026-11-27", "2026-12-07", "2026-12-11"]


def test_the_first_and_the_last_day_count_and_nothing_outside_them():
    found = days(when({"elke": "donderdag", "vanaf": "2026-12-03", "t_m": "2026-12-17"}))
    assert found == ["2026-12-03", "2026-12-10", "2026-12-17"]


def test_school_holidays_are_those_of_the_region():
    rule = when({**THURSDAY, "behalve": "schoolvakanties"})
    assert "2026-12-24" not in days(rule)
    assert "2026-12-31" not in days(rule)
    assert days(rule, date(2026, 10, 12), Regio.NOORD)[0] == "2026-10-22"  # noord: 10 to 18 October
    assert days(rule, date(2026, 10, 12), Regio.ZUID)[:2] == ["2026-10-15", "2026-10-29"]  # zuid: 17 to 25 October


def test_public_holidays_are_skipped_or_must_be_asked_about():
    friday = {"elke": "vrijdag", "van": "10.00"}
    assert "2026-12-25" not in days(when({**friday, "behalve": "feestdagen"}))
    asked = {one.day: one.holiday for one in occurrences(when(friday), TODAY, Regio.NOORD)}
    assert asked[date(2026, 12, 25)] == "Eerste kerstdag"
    assert asked[date(2026, 12, 18)] is None


def test_a_summer_stop_has_no_dates():
    rule = when({**THURSDAY, "niet_in": ("december", "januari")})
    assert days(rule) == ["2026-11-26"]
    assert days(rule, date(2026, 12, 1)) == []
    assert days(rule, date(2027, 1, 25))[0] == "2027-02-04"


def test_a_calendar_leaves_out_a_summer_stop_for_two_years_and_then_ends():
    activity = Activity.model_validate({**BASE, "wanneer": ({**THURSDAY, "niet_in": ("juli", "augustus")},)})
    (found,) = series(activity, date(2026, 8, 1), Regio.NOORD)
    assert found.first == date(2026, 9, 3)
    assert {day.month for day in found.excluded} == {7, 8}
    assert len(found.excluded) == len([day for day in found.excluded if day.weekday() == 3]) == 13
    assert found.until == date(2028, 7, 31)


def test_a_single_exception_is_skipped():
    assert "2026-12-03" not in days(when({**THURSDAY, "behalve": "2026-12-03"}))


def asked(moments, first: date) -> dict[date, str | None]:
    return {one.day: one.holiday for one in occurrences(moments, first, Regio.NOORD)}


def test_a_date_in_a_school_holiday_is_asked_about_unless_the_author_said():
    monday = {"elke": "maandag", "van": "10.00"}
    silent = asked(when(monday), date(2026, 12, 1))
    assert silent[date(2026, 12, 14)] is None
    assert silent[date(2026, 12, 21)] == silent[date(2026, 12, 28)] == "Kerstvakantie"
    # Who spoke of public holidays said nothing about those of schools.
    assert asked(when({**monday, "behalve": "feestdagen"}), date(2026, 12, 1))[date(2026, 12, 28)] == "Kerstvakantie"
    said = asked(when({**monday, "behalve": ("schoolvakanties",)}), date(2026, 12, 1))
    assert date(2026, 12, 28) not in said
    assert set(said.values()) == {None}
    # A date that somebody wrote down is that date.
    assert asked(when({"datum": "2026-12-28"}), date(2026, 12, 1)) == {date(2026, 12, 28): None}


def test_what_some_call_a_holiday_is_asked_about_whatever_the_author_said():
    for behalve in ({}, {"behalve": "feestdagen"}, {"behalve": ("feestdagen", "schoolvakanties")}):
        friday = asked(when({"elke": "vrijdag", **behalve}), date(2027, 3, 20))
        assert friday[date(2027, 3, 26)] == "Goede vrijdag"
    wednesday = asked(when({"elke": "woensdag", "behalve": "feestdagen"}), date(2027, 4, 10))
    assert wednesday[date(2027, 5, 5)] == "Bevrijdingsdag"
    # Every five years it is a holiday for everybody.
    assert date(2030, 5, 5) not in asked(when({"elke": "zondag", "behalve": "feestdagen"}), date(2030, 4, 10))


def test_beyond_the_known_school_holidays_there_are_no_dates():
    assert school_holidays(2040, Regio.NOORD) is None
    assert free_days(2040, frozenset({Vrij.SCHOOLVAKANTIES}), Regio.NOORD) is None
    assert days(when({**THURSDAY, "behalve": "schoolvakanties"}), date(2040, 3, 1)) == []
    assert len(days(when(THURSDAY), date(2040, 3, 1))) == 8


def test_holidays_have_dutch_names():
    assert public_holidays(2026)[date(2026, 4, 27)] == "Koningsdag"


def test_wall_clock_times_keep_over_both_changes_of_the_clock():
    sunday = when({"elke": "zondag", "van": "10.00", "tot": "12.00"})
    autumn = [one.start.isoformat() for one in occurrences(sunday, date(2026, 10, 18), Regio.NOORD, 2)]
    assert autumn == ["2026-10-18T10:00:00+02:00", "2026-10-25T10:00:00+01:00"]
    spring = [one.start.isoformat() for one in occurrences(sunday, date(2027, 3, 21), Regio.NOORD, 2)]
    assert spring == ["2027-03-21T10:00:00+01:00", "2027-03-28T10:00:00+02:00"]


def test_a_time_that_the_clock_skips_moves_to_one_that_exists():
    assert local(date(2027, 3, 28), time(2, 30)).isoformat() == "2027-03-28T03:30:00+02:00"


def test_a_night_over_the_change_of_the_clock_ends_the_next_day():
    (one,) = occurrences(when({"datum": "2026-10-24", "van": "22.00", "tot": "3.30"}), date(2026, 10, 20), Regio.NOORD)
    assert one.start.isoformat() == "2026-10-24T22:00:00+02:00"
    assert one.end.isoformat() == "2026-10-25T03:30:00+01:00"


def test_the_same_day_from_two_rules_comes_once():
    assert days(when(THURSDAY, THURSDAY)) == days(when(THURSDAY))


@given(
    st.lists(st.sampled_from([str(day) for day in Dag]), min_size=1, max_size=7, unique=True).map(tuple),
    st.sampled_from([None, "1", "2", "3", "4", "laatste"]),
    st.dates(date(2024, 1, 1), date(2029, 1, 1)),
)
def test_dates_fall_on_their_days_in_order_and_inside_the_weeks(weekdays, week, first):
    rule = {"elke": weekdays, "behalve": ("schoolvakanties", "feestdagen")} | (
        {"week_van_de_maand": week} if week else {}
    )
    found = occurrences(when(rule), first, Regio.MIDDEN)
    assert list(found) == sorted(found, key=lambda one: one.day)
    for one in found:
        assert str(tuple(Dag)[one.day.weekday()]) in weekdays
        assert first <= one.day < first + timedelta(weeks=8)
        assert one.day not in public_holidays(one.day.year)
        assert one.day not in (school_holidays(one.day.year, Regio.MIDDEN) or {})


def test_the_small_folder_has_dates():
    catalogue = loaded(SMALL)
    region = catalogue.municipalities["dorp"].model.schoolvakantie_regio
    assert days(catalogue.activities["dorp/zingen"].model.wanneer, region=region) == [
        "2026-11-26",
        "2026-12-03",
        "2026-12-10",
        "2026-12-17",
        "2027-01-07",
        "2027-01-14",
    ]


def activity(**fields):
    return Activity.model_validate({**BASE, "wanneer": (THURSDAY,), **fields})


def test_a_pause_or_an_end_gives_no_dates_that_are_not_true():
    assert coming(activity(), TODAY, Regio.NOORD)[0].day == date(2026, 11, 26)
    paused = activity(loopt={"status": "pauze", "tot": "2026-12-10"})
    assert coming(paused, TODAY, Regio.NOORD)[0].day == date(2026, 12, 10)
    assert coming(activity(loopt={"status": "pauze"}), TODAY, Regio.NOORD) == ()
    assert coming(activity(loopt={"status": "gestopt"}), TODAY, Regio.NOORD) == ()
