"""core.resolve: passages of a text that count from something else than the rest of it."""

import pytest

from core.model import Document
from core.timex import timexes
from core.when import When

HISTORY = "The siege began on 3 May 1814. By 9 June 1814 the walls had fallen, and in 1815, 1816 and 1817 they were built again. "


def values(text: str, published: str | None = None) -> list[str]:
    return [t.value for t in timexes(Document("a", text, published=When(published) if published else None))]


@pytest.mark.parametrize(
    ("text", "published", "last"),
    [
        # In a story what is quoted counts from the day of the saying, in the news it was said of late.
        (HISTORY + "On 4 July 1818 the mayor wrote: “We open the gates tomorrow.”", None, "1818-07-05"),
        (HISTORY + "On 4 July 1818 the mayor wrote: “We opened the gates last month.”", "2010-05-01", "1818-06"),
        (HISTORY + 'On 4 July 1818 the mayor wrote: "We opened the gates yesterday."', None, "1818-07-03"),
        (HISTORY + "On 4 July 1818 the mayor opened the gates. The town holds 9,000 people today.", None, "PRESENT_REF"),
        (HISTORY + "On 4 July 1818 the mayor opened the gates. Last month the town had visitors.", "2010-05-01", "2010-04"),
        ("“The bridge opens tomorrow,” the mayor said.", "2024-03-13", "2024-03-14"),
        # A diary counts from the day of each entry.
        ("3 May 1916. Rain. Yesterday we lost two mules.\n\n4 May. Sun. Tomorrow we cross the river.", None, "1916-05-05"),
        ("3 May 1916\nRain all day.\n\n4 May 1916\nSun. We lost two mules yesterday.", None, "1916-05-03"),
        # A passage of the news that begins in a year long gone stays there.
        ("The bridge reopened on Monday. In 1984 a ship hit it. In August the piers were mended.", "2024-03-13", "1984-08"),
        ("In May 1984 a ship hit the bridge. On 3 August the piers were mended.", "2024-03-13", "1984-08-03"),
        ("In 1984 a ship hit the bridge.\n\nIn August the piers were mended again.", "2024-03-13", "2023-08"),
        ("In 1984 a ship hit the bridge. In August the piers will be mended.", "2024-03-13", "2024-08"),
        # What lies centuries back is a story, however few years it names; years and months go on from those of their paragraph.
        ("In the spring of 1636 they hid. On 11 June the French came.\n\nOn 3 July they left.", "2003-09-01", "1636-07-03"),
        ("By Monday he had left.\n\nQuill began in 2009 as a toy. It came out three years later.", "2023-10-20", "2012"),
        ("Moe said on Tuesday that it will be sold next April. Lund followed the next day.", "2023-10-20", "2023-10-18"),
        ("Things looked up in May. The four won at Dray on the 20th.", "2017-11-14", "2017-05-20"),
        ("It was not until 22 November that it was admitted.", "2022-06-09", "2021-11-22"),
        ("On 21 June 217 BC an army was destroyed. The next year, on 2 August, 50,000 died.", None, "BC0216-08-02"),
        ("The bridge, which a ship hit in 1984, was mended. In August it reopened.", "2024-03-13", "2023-08"),
    ],
)
def test_a_passage_counts_from_its_own_day(text: str, published: str | None, last: str) -> None:
    assert values(text, published)[-1] == last
