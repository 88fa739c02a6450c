"""The feasts that hang on the new moon as it is reckoned: the Chinese New Year."""

from functools import lru_cache
from math import floor, radians, sin

from core.when import days_from_civil

EPOCH = 2440587.5
"""1970-01-01T00:00 as a Julian day."""
BEIJING = 8 / 24
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


def new_moon(number: int) -> int:
    """The day in Beijing of the new moon so many after the first one of 2000, as days from 1970-01-01; right to a few minutes.

    Source: J. Meeus, Astronomical Algorithms, chapter 49.

    >>> new_moon(0) == days_from_civil(2000, 1, 7)
    True
    """
    t = number / 1236.85
    e = 1 - 0.002516 * t
    sun = 2.5534 + 29.10535670 * number
    moon = 201.5643 + 385.81693528 * number + 0.0107582 * t * t
    latitude = 160.7108 + 390.67050284 * number - 0.0016118 * t * t
    day = 2451550.09766 + 29.530588861 * number + 0.00015437 * t * t
    day += sum(size * e**power * sin(radians(a * sun + b * moon + c * latitude)) for size, power, a, b, c in TERMS)
    return floor(day + BEIJING - EPOCH)


def winter_solstice(year: int) -> int:
    """The day in Beijing of the December solstice, as days from 1970-01-01; right to a quarter of an hour.

    Source: J. Meeus, Astronomical Algorithms, chapter 27.

    >>> winter_solstice(2023) == days_from_civil(2023, 12, 22)
    True
    """
    y = (year - 2000) / 1000
    return floor(2451900.05952 + 365242.74049 * y - 0.06223 * y**2 - 0.00823 * y**3 + 0.00032 * y**4 + BEIJING - EPOCH)


@lru_cache(maxsize=256)
def chinese_new_year(year: int) -> int:
    """The Chinese New Year as days from 1970-01-01: the second new moon after that of the month in which the winter solstice lies, a leap
    month before it not counted. It never comes before 21 January.

    Source: H. Aslaksen, The Mathematics of the Chinese Calendar.

    >>> chinese_new_year(2024) == days_from_civil(2024, 2, 10)
    True
    """
    solstice = winter_solstice(year - 1)
    number = floor((year - 2000) * 12.3685) + 2
    while new_moon(number) > solstice:
        number -= 1
    second = new_moon(number + 2)
    return second if second >= days_from_civil(year, 1, 21) else new_moon(number + 3)
