"""The equinoxes and solstices, the feasts that hang on them, and where the sun stands."""

from math import floor, radians, sin

EPOCH = 2440587.5
"""1970-01-01T00:00 as a Julian day."""
BEIJING, TEHRAN = 8 / 24, 3.5 / 24
"""How far the clocks there are ahead, in days."""
MARCH, JUNE, SEPTEMBER, DECEMBER = (
    (2451623.80984, 365242.37404, 0.05169, -0.00411, -0.00057),
    (2451716.56767, 365241.62603, 0.00325, 0.00888, -0.00030),
    (2451810.21715, 365242.01767, -0.11575, 0.00337, 0.00078),
    (2451900.05952, 365242.74049, -0.06223, -0.00823, 0.00032),
)
"""The terms of J. Meeus, Astronomical Algorithms, chapter 27, for the equinoxes and solstices of the years 1000 to 3000."""


def turning(year: int, terms: tuple[float, ...]) -> float:
    """The instant of an equinox or a solstice as a Julian day, right to a quarter of an hour.

    Source: J. Meeus, Astronomical Algorithms, chapter 27.

    >>> from core.when import days_from_civil
    >>> turning_day(2023, DECEMBER) == days_from_civil(2023, 12, 22)
    True
    """
    y = (year - 2000) / 1000
    return sum(term * y**power for power, term in enumerate(terms))


def turning_day(year: int, terms: tuple[float, ...], zone: float = BEIJING) -> int:
    """The day of an equinox or a solstice by the clocks of a place, as days from 1970-01-01."""
    return floor(turning(year, terms) + zone - EPOCH)


def nowruz(year: int) -> int:
    """The Persian New Year as days from 1970-01-01: the day of the March equinox in Tehran, the next one where that comes after noon.

    Source: E. M. Reingold and N. Dershowitz, Calendrical Calculations, chapter on the Persian calendar.

    >>> from core.when import days_from_civil
    >>> nowruz(2024) == days_from_civil(2024, 3, 20) and nowruz(1992) == days_from_civil(1992, 3, 21)
    True
    """
    return floor(turning(year, MARCH) + TEHRAN + 0.5 - EPOCH)


def sidereal_longitude(day: float) -> float:
    """Where the sun stands among the stars at a Julian day, in degrees by the zodiac of India; right to a hundredth.

    Source: J. Meeus, Astronomical Algorithms, chapter 25; N. C. Lahiri's ayanamsa.
    """
    t = (day - 2451545) / 36525
    anomaly = radians(357.52911 + 35999.05029 * t)
    centre = 1.914602 * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    return (280.46646 + 36000.76983 * t + centre - 0.00569 - (23.853 + 1.397 * t)) % 360
