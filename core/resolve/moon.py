"""The feasts that hang on the new moon as it is reckoned: the Chinese New Year and its like, Diwali."""

from functools import lru_cache
from math import floor, radians, sin

from core.resolve.sun import BEIJING, DECEMBER, EPOCH, JUNE, SEPTEMBER, sidereal_longitude, turning_day
from core.when import days_from_civil

DELHI = 5.5 / 24
DUSK = 18.34 / 24
"""When it is dark in Delhi in autumn, as a part of the day."""
TERMS = (
    (-0.40720, 0, 0, 1, 0),
    (0.17241, 1, 1, 0, 0),
    (0.01608, 0, 0, 2, 0),
    (0.01039, 0, 0, 0, 2),
    (0.00739, 1, -1, 1, 0),
    (-0.00514, 1, 1, 1, 0),
    (0.00208, 2, 2, 0, 0),
    (-0.00111, 0, 0, 1, -2),
    (-0.00057, 0, 0, 1, 2),
    (0.00056, 1, 1, 2, 0),
    (-0.00042, 0, 0, 3, 0),
    (0.00042, 1, 1, 0, 2),
    (0.00038, 1, 1, 0, -2),
    (-0.00024, 1, -1, 2, 0),
)
"""Of each periodic term its size in days, the power of E, the multiples of the sun's anomaly, the moon's, and its argument of latitude."""


def conjunction(number: int) -> float:
    """The new moon so many after the first one of 2000, as a Julian day; right to a few minutes.

    Source: J. Meeus, Astronomical Algorithms, chapter 49.
    """
    t = number / 1236.85
    e = 1 - 0.002516 * t
    sun = 2.5534 + 29.10535670 * number
    moon = 201.5643 + 385.81693528 * number + 0.0107582 * t * t
    latitude = 160.7108 + 390.67050284 * number - 0.0016118 * t * t
    day = 2451550.09766 + 29.530588861 * number + 0.00015437 * t * t
    return day + sum(size * e**power * sin(radians(a * sun + b * moon + c * latitude)) for size, power, a, b, c in TERMS)


def new_moon(number: int) -> int:
    """The day in Beijing of a new moon, as days from 1970-01-01.

    >>> new_moon(0) == days_from_civil(2000, 1, 7)
    True
    """
    return floor(conjunction(number) + BEIJING - EPOCH)


def number_near(year: float) -> int:
    """The number of the new moon that comes about a point of the calendar, told in years."""
    return floor((year - 2000) * 12.3685)


def month_of(day: int, year: float) -> int:
    """The first day of the month of the moon that a day lies in."""
    number = number_near(year) + 2
    while new_moon(number) > day:
        number -= 1
    return new_moon(number)


@lru_cache(maxsize=256)
def chinese_new_year(year: int) -> int:
    """The Chinese New Year as days from 1970-01-01: the second new moon after that of the month in which the winter solstice lies, a leap
    month before it not counted. It never comes before 21 January.

    Source: H. Aslaksen, The Mathematics of the Chinese Calendar.

    >>> chinese_new_year(2024) == days_from_civil(2024, 2, 10)
    True
    """
    solstice = turning_day(year - 1, DECEMBER)
    number = number_near(year) + 2
    while new_moon(number) > solstice:
        number -= 1
    second = new_moon(number + 2)
    return second if second >= days_from_civil(year, 1, 21) else new_moon(number + 3)


def mid_autumn(year: int) -> int:
    """The Mid-Autumn Festival: the 15th day of the eighth month, in which the September equinox lies.

    >>> mid_autumn(2020) == days_from_civil(2020, 10, 1)
    True
    """
    return month_of(turning_day(year, SEPTEMBER), year + 0.73) + 14


def dragon_boat(year: int) -> int:
    """The Dragon Boat Festival: the fifth day of the fifth month, in which the June solstice lies.

    >>> dragon_boat(2023) == days_from_civil(2023, 6, 22)
    True
    """
    return month_of(turning_day(year, JUNE), year + 0.47) + 4


@lru_cache(maxsize=256)
def diwali(year: int) -> int:
    """Diwali as days from 1970-01-01: the evening before the first new moon of the sun in Libra; local custom may differ by a day.

    Source: E. M. Reingold and N. Dershowitz, Calendrical Calculations, chapter on the Hindu calendars.

    >>> diwali(2019) == days_from_civil(2019, 10, 27)
    True
    """
    number = number_near(year + 0.77)
    while not 180 <= sidereal_longitude(conjunction(number)) < 210:
        number += 1
    local = conjunction(number) + DELHI - EPOCH
    return floor(local) - (local % 1 < DUSK)
