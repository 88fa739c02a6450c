"""The days that go by a name: what day each is in a year."""

from collections.abc import Callable

from core.resolve.moon import chinese_new_year, diwali, dragon_boat, mid_autumn
from core.resolve.reckon import weekday
from core.resolve.sun import nowruz
from core.when import civil_from_days, days_from_civil, days_in_month

Days = Callable[[int], int]


def easter(year: int) -> int:
    """Easter Sunday as days from 1970-01-01, in the Gregorian calendar.

    Source: "A New York correspondent", Nature 13 (1876), in the form of J. Meeus, Astronomical Algorithms, chapter 8.

    >>> easter(2024) == days_from_civil(2024, 3, 31)
    True
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    length = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * length) // 433
    month = (h + length - 7 * m + 90) // 25
    return days_from_civil(year, month, (h + length - 7 * m + 33 * month + 19) % 32)


def fixed(month: int, day: int) -> Days:
    """The same day every year."""
    return lambda year: days_from_civil(year, month, day)


def nth(number: int, weekday: int, month: int, plus: int = 0) -> Days:
    """The nth weekday (0 for Monday) of a month, or the last for -1, and so many days after it."""

    def days(year: int) -> int:
        if number < 0:
            last = days_from_civil(year, month + 1, 1) - 1
            return last - (last + 3 - weekday) % 7 + plus
        first = days_from_civil(year, month, 1)
        return first + (weekday - first - 3) % 7 + 7 * (number - 1) + plus

    return days


def from_easter(days: int) -> Days:
    """So many days after Easter Sunday: before 1583 the day that it was called then, in the Julian calendar.

    >>> from_easter(-3)(1300) == days_from_civil(1300, 4, 7)
    True
    """
    return lambda year: easter(year) + days if year >= 1583 else in_julian(year, *julian_easter(year), days)


def julian_easter(year: int) -> tuple[int, int]:
    """The month and the day of Easter Sunday in the Julian calendar.

    Source: J. Meeus, Astronomical Algorithms, chapter 8.
    """
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return month, day + 1


def in_julian(year: int, month: int, day: int, days: int) -> int:
    """The day that the Julian calendar names so many days later, as it is written, in days from 1970-01-01."""
    leap = year % 4 == 0 and days_in_month(year, 2) == 28
    moved = civil_from_days(days_from_civil(year, month, day) + days)
    return days_from_civil(*moved) + (leap and moved[1:] < (3, 1) <= (month, day))


def orthodox_easter(year: int) -> int:
    """Orthodox Easter Sunday as days from 1970-01-01; before 1583 as the Julian calendar names it.

    >>> orthodox_easter(2024) == days_from_civil(2024, 5, 5)
    True
    """
    return days_from_civil(year, *julian_easter(year)) + (year // 100 - year // 400 - 2 if year >= 1583 else 0)


def advent(year: int) -> int:
    """The fourth Sunday before Christmas, with which Advent begins, as days from 1970-01-01."""
    eve = days_from_civil(year, 12, 24)
    return eve - 21 - (weekday(eve) + 1) % 7


def hebrew_new_year(year: int) -> int:
    """Rosh Hashanah of a Gregorian year as days from 1970-01-01.

    Source: E. M. Reingold and N. Dershowitz, Calendrical Calculations, chapter on the Hebrew calendar.

    >>> hebrew_new_year(2023) == days_from_civil(2023, 9, 16)
    True
    """

    def elapsed(anno_mundi: int) -> int:
        months = (235 * anno_mundi - 234) // 19
        day = 29 * months + (12084 + 13753 * months) // 25920
        return day + (3 * (day + 1) % 7 < 3)

    before, this, after = (elapsed(year + 3760 + n) for n in (0, 1, 2))
    return this + (2 if after - this == 356 else 1 if this - before == 382 else 0) + HEBREW_EPOCH


def from_hebrew_new_year(days: int) -> Days:
    """So many days after Rosh Hashanah of the year."""
    return lambda year: hebrew_new_year(year) + days


def hanukkah(year: int) -> int:
    """25 Kislev, the first day of Hanukkah, as days from 1970-01-01: the month before it is a day longer in full years."""
    start = hebrew_new_year(year)
    return start + 83 + ((hebrew_new_year(year + 1) - start) % 10 == 5)


def tisha_b_av(year: int) -> int:
    """9 Av as days from 1970-01-01, a day later where that is a Saturday.

    >>> tisha_b_av(2022) == days_from_civil(2022, 8, 7)
    True
    """
    day = hebrew_new_year(year) - 51
    return day + ((day + 3) % 7 == 5)


def islamic(month: int, day: int) -> Days:
    """A day of the tabular Islamic calendar, the first in a year; the one that is kept may differ by a day.

    Source: E. M. Reingold and N. Dershowitz, Calendrical Calculations, chapter on the Islamic calendar.

    >>> islamic(10, 1)(2024) == days_from_civil(2024, 4, 10)
    True
    """

    def days(year: int) -> int:
        first = days_from_civil(year, 1, 1)
        hijri = (first - ISLAMIC_EPOCH) * 30 // 10631
        while (found := _tabular(hijri, month, day)) < first:
            hijri += 1
        return found

    return days


def _tabular(year: int, month: int, day: int) -> int:
    return day + 29 * (month - 1) + (6 * month - 1) // 11 + (year - 1) * 354 + (3 + 11 * year) // 30 + ISLAMIC_EPOCH - 1


HEBREW_EPOCH = -1373427 - 719163
ISLAMIC_EPOCH = 227015 - 719163
"""The first days of the two calendars, as days from 1970-01-01."""
HOLIDAYS: dict[str, Days] = {
    "new-year": fixed(1, 1),
    "epiphany": fixed(1, 6),
    "twelfth-night": fixed(1, 5),
    "king-day": nth(3, 0, 1),
    "inauguration": fixed(1, 20),
    "groundhog": fixed(2, 2),
    "valentines": fixed(2, 14),
    "presidents-day": nth(3, 0, 2),
    "ides": fixed(3, 15),
    "st-patrick": fixed(3, 17),
    "april-fools": fixed(4, 1),
    "earth-day": fixed(4, 22),
    "mardi-gras": from_easter(-47),
    "ash-wednesday": from_easter(-46),
    "palm-sunday": from_easter(-7),
    "maundy-thursday": from_easter(-3),
    "good-friday": from_easter(-2),
    "easter": from_easter(0),
    "easter-monday": from_easter(1),
    "ascension": from_easter(39),
    "pentecost": from_easter(49),
    "whit-monday": from_easter(50),
    "may-day": fixed(5, 1),
    "ve-day": fixed(5, 8),
    "mothers-day": nth(2, 6, 5),
    "memorial-day": nth(-1, 0, 5),
    "d-day": fixed(6, 6),
    "fathers-day": nth(3, 6, 6),
    "midsummer": fixed(6, 24),
    "independence-day": fixed(7, 4),
    "bastille-day": fixed(7, 14),
    "vj-day": fixed(8, 15),
    "labor-day": nth(1, 0, 9),
    "columbus-day": nth(2, 0, 10),
    "halloween": fixed(10, 31),
    "all-saints": fixed(11, 1),
    "all-souls": fixed(11, 2),
    "guy-fawkes": fixed(11, 5),
    "election-day": nth(1, 0, 11, plus=1),
    "veterans-day": fixed(11, 11),
    "thanksgiving": nth(4, 3, 11),
    "black-friday": nth(4, 3, 11, plus=1),
    "cyber-monday": nth(4, 3, 11, plus=4),
    "pearl-harbor": fixed(12, 7),
    "christmas-eve": fixed(12, 24),
    "christmas": fixed(12, 25),
    "boxing-day": fixed(12, 26),
    "new-years-eve": fixed(12, 31),
    "juneteenth": fixed(6, 19),
    "trinity": from_easter(56),
    "corpus-christi": from_easter(60),
    "st-george": fixed(4, 23),
    "st-andrew": fixed(11, 30),
    "burns-night": fixed(1, 25),
    "candlemas": fixed(2, 2),
    "lady-day": fixed(3, 25),
    "midsummer-eve": fixed(6, 23),
    "lammas": fixed(8, 1),
    "michaelmas": fixed(9, 29),
    "waitangi-day": fixed(2, 6),
    "cinco-de-mayo": fixed(5, 5),
    "orthodox-christmas": fixed(1, 7),
    "canada-day": fixed(7, 1),
    "australia-day": fixed(1, 26),
    "anzac-day": fixed(4, 25),
    "remembrance-sunday": nth(2, 6, 11),
    "orthodox-easter": orthodox_easter,
    "passover": from_hebrew_new_year(-163),
    "rosh-hashanah": hebrew_new_year,
    "yom-kippur": from_hebrew_new_year(9),
    "sukkot": from_hebrew_new_year(14),
    "hanukkah": hanukkah,
    "purim": from_hebrew_new_year(-193),
    "shavuot": from_hebrew_new_year(-113),
    "tisha-b-av": tisha_b_av,
    "islamic-new-year": islamic(1, 1),
    "ashura": islamic(1, 10),
    "mawlid": islamic(3, 12),
    "first-of-ramadan": islamic(9, 1),
    "lunar-new-year": chinese_new_year,
    "indigenous-day": nth(2, 0, 10),
    "holocaust-day": fixed(1, 27),
    "aids-day": fixed(12, 1),
    "nowruz": nowruz,
    "diwali": diwali,
    "mid-autumn": mid_autumn,
    "dragon-boat": dragon_boat,
    "songkran": fixed(4, 13),
    "victory-day": fixed(5, 9),
    "flag-day": fixed(6, 14),
    "kwanzaa": fixed(12, 26),
    "assumption": fixed(8, 15),
    "nativity-of-mary": fixed(9, 8),
    "holy-cross": fixed(9, 14),
    "st-innocents": fixed(12, 28),
    "st-bartholomew": fixed(8, 24),
    "st-john": fixed(6, 24),
    "st-michael": fixed(9, 29),
    "st-martin": fixed(11, 11),
    "st-nicholas": fixed(12, 6),
    "st-stephen": fixed(12, 26),
    "st-david": fixed(3, 1),
    "st-luke": fixed(10, 18),
    "st-matthew": fixed(9, 21),
    "st-mark": fixed(4, 25),
    "st-james": fixed(7, 25),
    "st-peter": fixed(6, 29),
    **dict.fromkeys(("st-lawrence", "st-laurence"), fixed(8, 10)),
    "st-crispin": fixed(10, 25),
    "st-lucy": fixed(12, 13),
    **dict.fromkeys(("st-swithin", "st-swithun"), fixed(7, 15)),
    "st-thomas": fixed(12, 21),
    "st-edmund": fixed(11, 20),
    "st-catherine": fixed(11, 25),
    "st-barnabas": fixed(6, 11),
    "st-mary": fixed(7, 22),
    "st-vitus": fixed(6, 15),
    "st-valentine": fixed(2, 14),
    "easter-tuesday": from_easter(2),
    "holy-saturday": from_easter(-1),
    "advent": advent,
    "eid-al-fitr": islamic(10, 1),
    "eid-al-adha": islamic(12, 10),
}
