"""core.resolve: passages of a text that count from something else than the rest of it."""

import pytest

from core.model import Document
from core.timex import timexes
from core.when import When

LATELY = "In 2014 he left. In 2015 she left. In 2016 Moe left. In 2017 all left. "
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
        # What must still be done is told from the document's own day, also in a story that comes close to it.
        (
            "In 2015 he left. In 2016 she left. In 2017 Moe left. In 2018 all left. Moe sued on 4 May 2018. He must pay by 1 March.",
            "2019-11-21",
            "2020-03-01",
        ),
        (
            "In 2015 he left. In 2016 she left. In 2017 Moe left. In 2018 all left. Moe sued on 4 May 2018. He paid on 1 June.",
            "2019-11-21",
            "2018-06-01",
        ),
        # What follows a month of the year before goes on from it, unless it is of late.
        ("In January 2012 they agreed to buy seed. The first lorry came on 6 March.", "2013-03-28", "2012-03-06"),
        ("In October 2011 the mill closed. It was sold in March.", "2012-06-28", "2012-03"),
        ("In January 2012 they agreed to buy seed. The first lorry came on 26 March.", "2013-03-28", "2013-03-26"),
        ("In January 2012 they agreed to buy seed. The first lorry comes on 6 April.", "2013-03-28", "2013-04-06"),
        # What was promised is to be done after the promise.
        ("She promised in May 2020 to pay by August.", "2022-03-14", "2020-08"),
        ("She promised in May 2020 to pay by March.", "2022-03-14", "2021-03"),
        ("Orrin has promised alarms by June.", "2022-03-14", "2022-06"),
        # What lasted until a day is over.
        ("They searched the river until Friday.", "2010-08-02", "2010-07-30"),
        ("The trial was adjourned until Friday.", "2010-08-02", "2010-08-06"),
        # A clock time that had been named before is that one again.
        (
            "It failed at 09:12 on 3 May 2010. On 5 May 2010 we learned that they had drunk from it at 09:12.",
            "2010-08-02",
            "2010-05-03T09:12",
        ),
        (
            "It failed at 09:12 on 3 May 2010. On 5 May 2010 we saw that it had leaked at 09:12. We paid the same day.",
            "2010-08-02",
            "2010-05-05",
        ),
        ("It failed at 09:12 on 3 May 2010. On 5 May 2010 it failed again at 09:12.", "2010-08-02", "2010-05-05T09:12"),
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
