"""core.resolve: what the context of an expression decides, in news and in narratives, by texts written for the purpose."""

import pytest

from core.model import Document
from core.resolve.holidays import HOLIDAYS
from core.resolve.reckon import weekday
from core.timex import timexes
from core.when import When, civil_from_days, days_from_civil

PUBLISHED = When("2024-03-13")


def values(text: str, published: When | None, reading: str = "auto") -> list[str]:
    return [t.value for t in timexes(Document("a", text, published=published), reading=reading)]  # type: ignore[arg-type]


TENSES = [
    ("The firm moved its plant in June.", ["2023-06"]),
    ("The bank announced an agreement to buy the brewery in June.", ["2024-06"]),
    ("She signed a pact that is effective July 1.", ["2024-07-01"]),
    ("A ceremony would still be held on April 24.", ["2024-04-24"]),
    ("The talks were supposed to conclude by May.", ["2024-05"]),
    ("The mayor and the bishop meet Monday in Ghent.", ["2024-03-18"]),
    ("The offer had been due to expire Friday evening.", ["2024-03-08TEV"]),
    ("Voters go to the polls on Sunday.", ["2024-03-17"]),
    ("The fair runs from Thursday to Saturday.", ["2024-03-14/2024-03-16"]),
    ("The vote was moved to June 3.", ["2024-06-03"]),
    ("The book, to be published in October, is long.", ["2024-10"]),
    ("The law takes effect on Jan. 1.", ["2025-01-01"]),
    ("The show opened on 1 April and closed on 30 June.", ["2023-04-01", "2023-06-30"]),
    ("A hearing is set for Monday.", ["2024-03-18"]),
    ("Parliament votes Thursday on the bill.", ["2024-03-14"]),
    ("The law, which took effect on Jan. 1, expires Dec. 31.", ["2024-01-01", "2024-12-31"]),
    ("The flood struck in March 2011. By April the dam had been rebuilt. In June the mayor left.", ["2011-03", "2011-04", "2011-06"]),
    ("The firm, founded in March 2011, moved to Ghent. In June it sold a mill.", ["2011-03", "2023-06"]),
    ("Until Monday, nobody had called him a suspect.", ["2024-03-11"]),
    ("The judge extended his detention to Monday.", ["2024-03-18"]),
    ("They put the vote off till Friday.", ["2024-03-15"]),
    ("He was remanded to Tuesday.", ["2024-03-19"]),
    ("The court adjourned until Wednesday.", ["2024-03-20"]),
    ("The vote was put off to Wednesday.", ["2024-03-20"]),
    ("It was not until Wednesday that he spoke.", ["2024-03-13"]),
    ("Nobody has seen him since Wednesday.", ["2024-03-06"]),
    ("On Christmas morning he left.", ["2023-12-25TMO"]),
    ("He left on Christmas morning, 1944.", ["1944-12-25TMO", "1944"]),
    ("He kept Christmas at Winchester in 1141.", ["1141-12-25", "1141"]),
    ("He left before Christmas and in 1990 came back.", ["2023-12-25", "1990"]),
    ("The next day, March 9, was quieter.", ["2024-03-09", "2024-03-09"]),
    ("The plant, closed since March 2020, reopens Monday.", ["2020-03", "2024-03-18"]),
    ("On Yom Kippur, October 6, 1973, war broke out.", ["1973-10-06", "1973-10-06"]),
    ("He left two weeks before Eid al-Adha 2019.", ["2019-07-29"]),
    ("In May, the lower house passed the bill; the upper house had thrown it out in April.", ["2023-05", "2023-04"]),
    ("Court to rule Friday on an appeal", ["2024-03-15"]),
    ("They want the envoys to leave Sunday.", ["2024-03-17"]),
    ("On Monday the market is closed for a holiday.", ["2024-03-18"]),
    ("She has served since January 2015 and is up for election in November.", ["2015-01", "2024-11"]),
    ("In a letter she asked for an extension to June 30.", ["2024-06-30"]),
    ("In the 1990s there were 40 banks; by the end of the decade there were nine.", ["199", "199"]),
    ("In June, as the lawyers in Smith vs. Jones and Dr. Moe of the hospital board in Ghent had foretold, a bomb went off.", ["2023-06"]),
    ("They postponed Friday's vote to Monday.", ["2024-03-08", "2024-03-18"]),
    ("The vote was deferred to 8 December.", ["2024-12-08"]),
    ("Polls close at 8 p.m. Tuesday.", ["2024-03-19T20:00"]),
    ("Rain is forecast into Monday.", ["2024-03-18"]),
    ("The bus left. They'll be back Tuesday.", ["2024-03-19"]),
    ("Forms in by Friday please.", ["2024-03-15"]),
    ("At the close of business Thursday it was over.", ["2024-03-07"]),
    ("She moved to Leeds on Monday.", ["2024-03-11"]),
    ("Play was suspended on Monday.", ["2024-03-11"]),
    ("The will was read in May.", ["2023-05"]),
    ("The fair, planned for May, was called off.", ["2023-05"]),
    ("The fair, planned for May, will be held.", ["2024-05"]),
    ("The next meeting is on 14 April. The meeting closed at 21:10.", ["2024-04-14", "2024-03-13T21:10"]),
    ("The hearing is on 14 April. It begins at 9:30.", ["2024-04-14", "2024-04-14T09:30"]),
]


@pytest.mark.parametrize(("text", "expected"), TENSES)
def test_the_verb_nearby_tells_whether_a_date_lies_ahead_or_back(text: str, expected: list[str]) -> None:
    assert values(text, PUBLISHED, "news") == expected


YEAR_ENDS = {
    "She was admitted on 3 January and died on 7 February.": ["2022-01-03", "2022-02-07"],
    "Karl Oro died in January.": ["2022-01"],
    "Kestrel sold the mine in January for $4 million.": ["2022-01"],
    "The ship left Lima on 2 January with 40 crew.": ["2022-01-02"],
    "Orrin hired him in January.": ["2022-01"],
    "Thieves broke into the museum on the night of 3 January.": ["2022-01-03TNI"],
    "On 3 January thieves broke into the museum.": ["2022-01-03"],
    "The lake froze over in January.": ["2022-01"],
    "Sund beat Marn and withdrew from the league on 5 January.": ["2022-01-05"],
    "The mill is closed as of 3 June.": ["2022-06-03"],
    "He is alleged to have taken the car on 3 January.": ["2022-01-03"],
    "The storm that struck in January was the worst.": ["2022-01"],
    "Fell underwent surgery in January.": ["2022-01"],
    "The band booked the hall for 7 January.": ["2023-01-07"],
    "The ministry announced a ban from 1 January.": ["2023-01-01"],
    "The band announced a concert in January.": ["2023-01"],
    "The party chose him for the election in January.": ["2023-01"],
    "The appeal is heard in January.": ["2023-01"],
    "She was told that the school could close in January.": ["2023-01"],
    "He asked the court to hear it in January.": ["2023-01"],
    "He was due in court on 3 January.": ["2023-01-03"],
    "The contract ran until January.": ["2023-01"],
}


@pytest.mark.parametrize(("text", "expected"), YEAR_ENDS.items())
def test_what_happened_lies_before_the_document_and_what_was_planned_after_it(text: str, expected: list[str]) -> None:
    assert values(text, When("2022-12-20"), "news") == expected


TOLD_AGAIN = {
    "In late August 1911 they struck. On the following Saturday, the 2nd of September, they returned.": [
        "1911-08",
        "1911-09-02",
        "1911-09-02",
    ],
    "Police arrived an hour later, on 3 May 2019.": ["2019-05-03", "2019-05-03"],
    "The ship sank three hours later, on 12 June 2019.": ["2019-06-12", "2019-06-12"],
    "She died the same day, 3 May 2019.": ["2019-05-03", "2019-05-03"],
    "The trial began two years later, in 2011.": ["2011", "2011"],
    "The trial began a year later, in June 2018.": ["2018", "2018-06"],
    "Two months later, in June 2018, he fled.": ["2018-06", "2018-06"],
    "A decade earlier, in 1999, the firm was sold.": ["1999", "1999"],
    "A week later, in June 2018, he fled.": ["2024-03-20", "2018-06"],
}


@pytest.mark.parametrize(("text", "expected"), TOLD_AGAIN.items())
def test_a_date_in_full_wins_over_what_is_counted_beside_it(text: str, expected: list[str]) -> None:
    assert values(text, PUBLISHED, "news") == expected


@pytest.mark.parametrize(("written", "expected"), [("2021", "2021-06"), ("2021-08", "2021-06"), ("2021-05", "2020-06")])
def test_what_lies_back_is_seen_from_the_end_of_a_year_or_month(written: str, expected: str) -> None:
    assert values("In June the museum closed for repairs.", When(written), "news") == [expected]


FEASTS = {
    "diwali": {
        2009: (10, 17),
        2013: (11, 3),
        2018: (11, 7),
        2020: (11, 14),
        2022: (10, 24),
        2023: (11, 12),
        2024: (10, 31),
        2025: (10, 20),
    },
    "nowruz": {1980: (3, 21), 1992: (3, 21), 1996: (3, 20), 2003: (3, 21), 2012: (3, 20), 2023: (3, 21), 2024: (3, 20), 2025: (3, 21)},
    "mid-autumn": {2014: (9, 8), 2017: (10, 4), 2020: (10, 1), 2023: (9, 29), 2024: (9, 17), 2025: (10, 6)},
    "dragon-boat": {2015: (6, 20), 2017: (5, 30), 2020: (6, 25), 2023: (6, 22), 2025: (5, 31)},
    "lunar-new-year": {1968: (1, 30), 2015: (2, 19), 2023: (1, 22), 2024: (2, 10), 2033: (1, 31)},
    "passover": {1946: (4, 16), 2019: (4, 20), 2024: (4, 23)},
    "advent": {2023: (12, 3), 2024: (12, 1), 1170: (11, 29)},
    "easter": {1204: (4, 25), 1282: (3, 29), 1300: (4, 10), 1381: (4, 14), 1916: (4, 23), 2024: (3, 31)},
    "ash-wednesday": {1300: (2, 24), 2024: (2, 14)},
}


@pytest.mark.parametrize("feast", FEASTS)
def test_a_movable_feast_falls_on_the_day_that_was_kept(feast: str) -> None:
    assert {year: civil_from_days(HOLIDAYS[feast](year))[1:] for year in FEASTS[feast]} == FEASTS[feast]


def test_days_before_1583_have_the_weekdays_of_the_julian_calendar() -> None:
    battles = {(1066, 10, 14): 5, (1415, 10, 25): 4, (1453, 5, 29): 1, (1572, 8, 24): 6, (1582, 10, 15): 4}
    assert {day: weekday(days_from_civil(*day)) for day in battles} == battles


def test_a_stretch_that_one_word_names_has_both_its_ends_in_it_and_is_about_right() -> None:
    (ramadan,) = timexes(Document("a", "It closed during Ramadan 2023.", published=PUBLISHED))
    assert [end.span.text for end in ramadan.ends] == ["Ramadan 2023"] * 2
    assert str(ramadan.when) == "2023-03-23~/2023-04-21~"


def test_a_clock_time_belongs_to_the_day_that_follows_its_zone() -> None:
    assert values("The blast came at 9:30 a.m. (0730 GMT) Friday.", PUBLISHED, "news") == [
        "2024-03-08T09:30",
        "2024-03-08T07:30Z",
        "2024-03-08",
    ]
    assert values("Polls open at 9 a.m. local time on Monday.", PUBLISHED, "news")[0] == "2024-03-18T09:00"
    assert values("He woke at 9 a.m. and left on Monday.", PUBLISHED, "news")[0] == "2024-03-13T09:00"


def test_each_end_of_a_range_is_seen_in_its_own_place() -> None:
    assert values("He bought them from Sept. 14 to Thursday.", PUBLISHED, "news") == ["2023-09-14/2024-03-07"]


PASSAGES = [
    ("In May 1940 they came. By the end of the month they had gone.", ["1940-05", "1940-05"]),
    ("The firm lost money in 2021. At the end of the year it sold its ships.", ["2021", "2021"]),
    ("The firm lost money in 2021. It will close by the end of the year.", ["2021", "2024"]),
    ("The firm lost money in January. It had closed two mills by the end of the month.", ["2024-01", "2024-01"]),
    ("The firm loses money. It closed two mills by the end of the month.", ["2024-03"]),
    ("The firm lost money in 2021.\n\nBy the end of the month it had closed.", ["2021", "2024-03"]),
    ("The rains were early this year. They closed the road earlier in the day.", ["2024", "2024-03-13"]),
]


@pytest.mark.parametrize(("text", "expected"), PASSAGES)
def test_the_end_of_the_month_is_that_of_the_passage(text: str, expected: list[str]) -> None:
    assert values(text, PUBLISHED, "news") == expected


ENDS = [
    ("The guard stood from 22:00 to 02:00.", "2024-03-13T22:00/2024-03-14T02:00"),
    ("It will be shut from tomorrow to Friday.", "2024-03-14/2024-03-15"),
    ("It was shut from November to March.", "2023-11/2024-03"),
    ("It will be shut from Christmas to Easter.", "2024-12-25/2025-04-20"),
    ("It has been shut from May 2020 to the present.", "2020-05/.."),
    ("Open from noon until midnight.", "2024-03-13T12:00/2024-03-14T00:00"),
]


@pytest.mark.parametrize(("text", "expected"), ENDS)
def test_the_last_end_of_a_range_lies_after_the_first(text: str, expected: str) -> None:
    (timex,) = timexes(Document("a", text, published=PUBLISHED), reading="news")
    assert timex.when is not None and timex.when.edtf == expected


def test_a_length_between_two_others_is_one_with_two_ends() -> None:
    (timex,) = timexes(Document("a", "It took two to three weeks.", published=PUBLISHED))
    assert (timex.type, timex.value, [e.value for e in timex.ends]) == ("DURATION", "P2W/P3W", ["P2W", "P3W"])


def test_a_story_with_a_date_of_its_own_still_counts_last_tuesday_from_that() -> None:
    assert values("In 1979 they left. In 1985 they came back. They met last Tuesday.", PUBLISHED, "narrative")[-1] == "2024-03-12"


def test_what_owns_a_noun_by_its_day_is_known_already() -> None:
    assert values("The parties would look for a way round Tuesday's ruling.", PUBLISHED, "news") == ["2024-03-12"]
    assert values("She will play in Saturday's final.", PUBLISHED, "news") == ["2024-03-16"]
    assert values("They spoke ahead of Sunday's election.", PUBLISHED, "news") == ["2024-03-17"]


REPORTS = [
    ("Acme reported a third-quarter loss. It earned $2 million a year earlier.", ["2024-Q3", "2023-Q3"]),
    (
        "Acme reported a third-quarter loss. For the nine months it lost $9 million, against $4 million a year earlier.",
        ["2024-Q3", "P9M", "2023"],
    ),
    (
        "Acme reported a third-quarter loss. After a weak second quarter, sales were lower than a year ago.",
        ["2024-Q3", "2024-Q2", "2023-Q3"],
    ),
    (
        "Acme posted a third-quarter loss and expects a fourth-quarter gain. Sales fell in the quarter.",
        ["2024-Q3", "2024-Q4", "2024-Q3"],
    ),
    ("Acme earned $2 million in the quarter ended July 31.", ["2024-Q2", "2024-07-31"]),
    ("Acme posted a fiscal first-quarter loss.", ["2024-Q1"]),
    (
        "Acme reported a third-quarter loss. In the first nine months it lost more than in the year-ago quarter.",
        ["2024-Q3", "P9M", "2023-Q3"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_a_report_counts_from_the_quarter_that_it_tells_of(text: str, expected: list[str]) -> None:
    assert values(text, When("2024-10-30"), "news") == expected


CHAPTER = "1921: The strike\n\nBy December the mills stood still.\n\nThe owners\n\nAt the end of March they gave in."
RETURNS = "In October 1944 they reached the river, and the town fell in February 1945. By early July a second army had landed. {}"
COURSES = [
    (
        "On 4 August 1914 it began. By Christmas they dug in. In the new year it snowed. It ended on 25 September.",
        ["1914-08-04", "1914-12-25", "1915", "1915-09-25"],
    ),
    (CHAPTER, ["1921", "1921-12", "1921-03"]),
    (CHAPTER.replace("\n\n", "\n"), ["1921", "1921-12", "1922-03"]),
    (RETURNS.format("In mid-June 1944 it took the port."), ["1944-10", "1945-02", "1944-07", "1944-06"]),
    (RETURNS.format("In mid-August 1945 it took the port."), ["1944-10", "1945-02", "1945-07", "1945-08"]),
    (
        "On March 20, 2003 the war began. In November 2008 people marched. On April 15 it was declared over. On May 22, 2003 it was not.",
        ["2003-03-20", "2008-11", "2003-04-15", "2003-05-22"],
    ),
    (
        "On 2 August 1964 a ship was fired at. A report of 2005 says that nothing was on 4 August. On 2 March 1965 the war began.",
        ["1964-08-02", "2005", "1964-08-04", "1965-03-02"],
    ),
    (
        "On 17 December 1919 they held the town. Ivanov, who had spent the spring and summer abroad, came back.",
        ["1919-12-17", "1919-SP", "1919-SU"],
    ),
    ("In 450 BC they met at Sardis. There was a truce in 445 BC. War came 14 years later.", ["BC0450", "BC0445", "BC0431"]),
    ("On 3 May 1970 the college closed. The capital fell in 1975; the provinces fell that same spring.", ["1970-05-03", "1975", "1975-SP"]),
    (
        "In 2008 they came. In 2009 they went. On February 29 they met. On 3 March 2009 it was over.",
        ["2008", "2009", "2008-02-29", "2009-03-03"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), COURSES)
def test_a_narrative_is_read_from_its_whole_course(text: str, expected: list[str]) -> None:
    assert values(text, None, "narrative") == expected


LOOKING_BACK = [
    # the report of 2024 tells of another year: two dates of it, then one without a year
    ("The study ended in June 1996. Work on the mill began on 11 January 1999. On 7 March the roof fell in.", "1999-03-07"),
    # who says something on a day is home again from the years back
    (
        "The firm was founded in May 1998. It grew, and in June 2001 went public. It told the court on 12 February that it was ruined.",
        "2024-02-12",
    ),
    ("The mill opened in May 1998 and burned in June 2001. It was told that on 12 February.", "2001-02-12"),
    # one old date in passing is no such story
    ("The pact of May 1988 is dead. The two sides met in February.", "2024-02"),
    # a day of the month goes by the month named just before
    ("The valve had leaked since 2 February. On the 4th it burst.", "2024-02-04"),
    # another zone's clock tells the same moment again
    ("The ship left at 00:40 on 12 June 2021. Its log has 22:50 UTC on 11 June 2021. At 00:58 it ran aground.", "2021-06-12T00:58"),
]


HOME = [
    # what will be, and a day of the fortnight before the telling (2024-03-13)
    ("She retired in 1996. Her book came out in June 2010. A service will be held on Saturday.", "2024-03-16"),
    ("She retired in 1996. Her book came out in June 2010. She died on 9 March.", "2024-03-09"),
    ("She retired in 1996. Her book came out in June 2010. She died on 9 September.", "2010-09-09"),
    ("She retired in 1996. On 2 February 2010 her book came out. A prize followed on 9 March.", "2010-03-09"),
    # but not with a plan of that time, nor with what was said then
    ("They met in 1525. The parley was adjourned until 12 June.", "1525-06-12"),
    ('They met in 1525. In 1526 he wrote: "I will come on 3 May."', "1526-05-03"),
    # "the same day" is no month
    ("She retired in 1996. On 9 September 2015 they told. They had known since June. She left the same day.", "2015-09-09"),
]


@pytest.mark.parametrize(("text", "last"), HOME)
def test_a_story_comes_home_to_the_day_on_which_it_is_told(text: str, last: str) -> None:
    assert values(text, PUBLISHED, "narrative")[-1] == last


@pytest.mark.parametrize(("text", "last"), LOOKING_BACK)
def test_the_passage_decides_what_a_piece_of_a_date_belongs_to(text: str, last: str) -> None:
    assert values(text, PUBLISHED, "news")[-1] == last


def test_a_story_goes_on_from_the_later_of_two_years() -> None:
    text = "In late 1942 and early 1943 the convoys suffered most. In May alone 41 boats were sunk."
    assert values(text, None, "narrative") == ["1942", "1943", "1943-05"]


def test_a_story_moves_to_the_same_year_where_that_opens_its_sentence() -> None:
    text = "He came on 3 May 1973. The war lasted from 1337 to 1453. In the same year, the Turks took the city on 29 May. In June it ended."
    assert values(text, None, "narrative")[-2:] == ["1453-05-29", "1453-06"]


def test_what_is_counted_behind_a_semicolon_counts_from_the_date_before_it() -> None:
    text = "The lease began on 1 January 2010. The census of 1 July 1841 counted 212 people; ten years later there were 340."
    assert values(text, None, "narrative")[-1] == "1851"


def test_an_account_by_the_clock_goes_on_past_other_dates_and_past_midnight() -> None:
    text = (
        "The service was down on 14 November 2023.\n\nAt 09:12 a certificate ran out. It had been issued in September.\n\n"
        "The first alarm came at 09:40. By 23:50 the queue was empty. At 00:10 the last server was back.\n\nThe next test starts at 10:00."
    )
    assert [value[5:] for value in values(text, When("2023-11-20"), "news")[3:]] == [
        "11-14T09:40",
        "11-14T23:50",
        "11-15T00:10",
        "11-20T10:00",
    ]


def test_a_story_goes_by_the_month_named_just_before() -> None:
    text = "On 24 June 1921 the mill burned. The valve had leaked since 2 June. On the 4th it burst."
    assert values(text, None, "narrative")[-1] == "1921-06-04"


def test_a_bare_day_counts_from_nothing_coarser_than_a_month() -> None:
    for published, edtf in (("2020-21", "2020?"), ("1850", "1850?"), ("2020-05", "2020-05-09")):
        (timex,) = timexes(Document("a", "They met on the 9th.", published=When(published)), reading="news")
        assert timex.when is not None and timex.when.edtf == edtf
    _, day = timexes(Document("a", "In 1643 the siege began. On the 9th the walls fell."), reading="narrative")
    assert day.when is not None and day.when.edtf == "1643?" and "not known closely enough" in " ".join(day.notes)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was born in 1871. He joined at the age of 15 and left two years later.", "XXXX"),
        ("She was born in 1871. When she was fifteen, her father died; a year later she left.", "XXXX"),
        ("Lamm died in 1911 at 60, and two years later the firm was sold.", "1913"),
        ("It opened in 1871 at 15 High Street. Two years later it closed.", "1873"),
    ],
)
def test_what_comes_years_after_an_age_does_not_count_from_the_date_before_it(text: str, expected: str) -> None:
    assert values(text, None, "narrative")[-1] == expected


def test_a_date_told_twice_is_the_one_that_is_whole() -> None:
    assert values("A week later, on 21 September 2020, the strike ended.", PUBLISHED, "news") == ["2020-09-21", "2020-09-21"]
    assert values("It shut on 3 May 2020. A year later, on 2 May 2021, it burned.", PUBLISHED, "news")[1:] == ["2021", "2021-05-02"]


def test_a_season_takes_the_year_that_its_phrase_ends_with() -> None:
    assert values("The army began the summer offensive in 1916.", PUBLISHED, "news")[0] == "1916-SU"
    assert values("The October talks in 2020 failed.", PUBLISHED, "news")[0] == "2020-10"
    assert values("The law was passed in June and repealed in 1999.", PUBLISHED, "news")[0] == "2023-06"


DIARIES = [
    (
        "3 May 2019. We set out. On Thursday it snowed.\n\n7 May. Wind. We met on Sunday.",
        ["2019-05-03", "2019-05-02", "2019-05-07", "2019-05-05"],
    ),
    ("**30 December** Yesterday we sailed.\n\n**2 January** Tomorrow we land.", ["2023-12-30", "2023-12-29", "2024-01-02", "2024-01-03"]),
    (
        "**Marn** (Malta). Lagos, March 9: She left yesterday.\n\n**Tarn** (Peru). Lima, March 6: She sank on Monday. We dive tomorrow.",
        ["2024-03-09", "2024-03-08", "2024-03-06", "2024-03-04", "2024-03-07"],
    ),
    ("3 July\nLeft. Yesterday it rained.\n\n9 August\nHome tomorrow.", ["2023-07-03", "2023-07-02", "2023-08-09", "2023-08-10"]),
]


@pytest.mark.parametrize(("text", "expected"), DIARIES)
def test_the_entries_of_a_diary_without_years_follow_one_another_and_are_counted_from(text: str, expected: list[str]) -> None:
    assert values(text, PUBLISHED, "news") == expected


def test_what_is_counted_from_a_month_that_it_is_joined_to_lies_in_that_month() -> None:
    text = (
        "The ferry, which sank on 9 February, had been detained in October and released two days later. It had been sold the year before."
    )
    assert values(text, PUBLISHED, "news")[:3] == ["2024-02-09", "2023-10", "2023-10"]


def test_an_obligation_of_today_lies_ahead_also_at_the_end_of_a_story() -> None:
    text = "In 2016 she left. In May 2018 the court found for it; in 2017 it had not. In 2012 it fell. The firm must pay by 12 June."
    assert values(text, PUBLISHED, "narrative")[-1] == "2024-06-12"


def test_a_feast_falls_on_its_day_of_the_year_to_which_the_story_has_come() -> None:
    assert values("In the winter of 2018 it snowed. At Easter it thawed.", None, "narrative")[-1] == "2019-04-21"


def test_a_report_that_names_its_own_year_and_the_next_counts_from_its_day() -> None:
    text = (
        "The year ended on 31 January 2024. The merger closed on 2 September. In August, Orrin sold a plant. A new one opens by mid-2025. "
        "In fiscal 2025, growth slows. The meeting is on 24 April 2025. Another follows in 2026."
    )
    assert values(text, PUBLISHED)[1:3] == ["2023-09-02", "2023-08"]


def test_the_times_that_head_the_lines_of_a_log_are_of_the_day_above_them() -> None:
    text = "Last week there was a flood. On July 28, 2023, it burst.\n\n1:52 p.m. An alarm rings.\n\nAbout 2:10 p.m. Smoke comes out."
    assert values(text, PUBLISHED, "news")[2:] == ["2023-07-28T13:52", "2023-07-28T14:10"]


def test_a_text_whose_day_can_only_be_guessed_tells_a_story_where_it_opens_with_a_year() -> None:
    log = "The season of 1908-09\n\n3 November. Left.\nOn the 19th we met a ship.\n2 January 1909. Landed.\nWe returned on 17 February."
    assert values(log, None)[1:] == ["1908-11-03", "1908-11-19", "1909-01-02", "1909-02-17"]
    assert values("The ferry sank in November 2021. A report came in December. On the 14th the owner resigned.", None)[1:] == [
        "2021-12",
        "2021-12-14",
    ]


SECTIONS = [
    ("## Background\n\nThe pump was fitted on 3 May 2009.", "Sequence", "At 06:10 a valve failed.", "2011-06-04T06:10"),
    ("## History\n\nShe was launched on 9 March 1998.", "The voyage", "She sailed at 21:40.", "2011-06-04T21:40"),
    ("## The crew\n\nThe mate joined on 1 April 2011.", "The watch", "He came on the bridge at 03:55.", "2011-06-04T03:55"),
    ("## Earlier fires\n\nOne broke out on 2 July 2010.", "Events of the night", "The alarm rang at 02:14.", "2011-06-04T02:14"),
    ("## The line\n\nIt was checked on 7 May 2011, two weeks later again.", "What happened", "Between 07:10 and 07:20 it broke.", None),
    ("## Licences\n\nOne ran out on 30 May 2011.", "The flight", "It took off at noon.", "2011-06-04T12:00"),
    ("## Weather\n\nRain fell on 3 June 2011.", "The flood", "The dam gave way at 5:30 a.m.", "2011-06-04T05:30"),
    ("## Later\n\nA diver came on 6 June 2011.", "The dive", "He went down at 10:00.", "2011-06-06T10:00"),
    ("The mate joined on 1 April 2011.", None, "He came on the bridge at 03:55.", "2011-04-01T03:55"),
    ("## The trial\n\nIt was run on 1 April 2011 from 09:00. At noon it was over.", None, "It was run anew at 15:00.", "2011-04-01T15:00"),
]


@pytest.mark.parametrize(("background", "heading", "told", "expected"), SECTIONS)
def test_the_clock_of_a_new_section_goes_back_to_the_day_that_a_report_opened_with(
    background: str, heading: str | None, told: str, expected: str | None
) -> None:
    section = f"## {heading}\n\n{told}" if heading else told
    text = f"## Summary\n\nOn 4 June 2011 four people were hurt.\n\n{background}\n\n{section}"
    assert values(text, None, "narrative")[-1] == (expected or "2011-06-04T07:10/2011-06-04T07:20")


LOOKED_BACK = [
    ("A leak of 2 January 1962 had been put down to frost.", "On 22 August they met.", "1964-08-22"),
    ("The fire of March 1961 had taught them little.", "On 30 July he wrote again.", "1964-07-30"),
    ("The treaty of 9 May 1959 had lapsed.", "On 1 September talks began.", "1964-09-01"),
    ("His letter of 3 June 1963, had reached nobody.", "In August he tried again.", "1964-08"),
    ("The strike of November 1960 had failed.", "In December they struck again.", "1964-12"),
    ("The vote of 4 April 1962 had been close.", "On 15 July they voted again.", "1964-07-15"),
    ("The raid of October 1962 had left two dead.", "In autumn the men came back.", "1964-FA"),
    ("The will of 12 February 1950 had been burnt.", "On 9 August she made another.", "1964-08-09"),
    ("The bridge of 1 May 1948 had sunk.", "On 30 October it was raised.", "1964-10-30"),
    ("The leak of 2 January 1965 led to the frost valve.", "On 22 August they met.", "1965-08-22"),
]


@pytest.mark.parametrize(("aside", "told", "expected"), LOOKED_BACK)
def test_a_story_does_not_move_to_what_had_been(aside: str, told: str, expected: str) -> None:
    text = f"The mill opened in January 1964. On 3 July 1964 it burnt down. {aside}\n\n{told}"
    assert values(text, None, "narrative")[-1] == expected


BEFORE_CHRIST = [
    ("In early 218 envoys came.", "BC0218"),
    ("He had left by late 218.", "BC0218"),
    ("It lasted until mid-218.", "BC0218"),
    ("In 215 Philip V of Macedon made a treaty.", "BC0215"),
    ("In 211 Hannibal rode up to the walls.", "BC0211"),
    ("In 209 Publius Scipio took the town.", "BC0209"),
    ("In 204 Scipio landed.", "BC0204"),
    ("Before 202 Carthage sued for peace.", "BC0202"),
    ("In 212 Archimedes died.", "BC0212"),
    ("In early 218 rams were built.", "BC0218"),
    ("In 300 Spartans he put his trust.", None),
    ("In 215 Roman ships the sick lay.", None),
]


@pytest.mark.parametrize(("text", "expected"), BEFORE_CHRIST)
def test_years_of_three_digits_before_christ(text: str, expected: str | None) -> None:
    assert values(f"War broke out in 219 BC. {text}", None)[1:] == ([expected] if expected else [])


GONE_ON = [
    ("Rome sent envoys in early 1218. He left in the late spring.", "1218-SP"),
    ("The king crossed the sea in 1219. In May he took the port.", "1219-05"),
    ("They built a fleet in 1217. It sailed in August.", "1217-08"),
    ("The duke died in 1220. By the autumn his son ruled.", "1220-FA"),
    ("The bishop came back in 1218. He was murdered on 3 March.", "1218-03-03"),
    ("The bridge was finished in 1221. A flood took it away in June.", "1221-06"),
    ("Her brother joined them in 1219. That was in September.", "1219-09"),
    ("A campaign was planned for 1220. In May he fell ill.", "1217-05"),
    ("The truce would run out in 1221. In June the army mutinied.", "1217-06"),
    ("He was given the town until 1222. In July he sold it.", "1217-07"),
]


@pytest.mark.parametrize(("text", "expected"), GONE_ON)
def test_a_story_goes_on_from_the_year_of_the_sentence_before(text: str, expected: str) -> None:
    assert values(f"In 1215 the war began. In April 1217 the town fell. {text}", None, "narrative")[-1] == expected


AT_HOME = [  # 13 March 2024 is a Wednesday
    ("narrative", "On Monday a jury convicted him.", "2024-03-11"),
    ("narrative", "She was sentenced on Tuesday.", "2024-03-12"),
    ("narrative", "In 2011 it began. In 2024 it ended. His lawyer said on Friday that he would appeal.", "2024-03-08"),
    ("narrative", "The mill opened in May 2011. It closed in January 2024. On Monday it burnt down.", "2024-03-11"),
    ("narrative", "A hearing is to follow in autumn 2024. She spoke on Tuesday.", "2024-03-12"),
    ("narrative", "On 4 May 1643 the town fell. On Friday the king left.", "1643-05-08"),
    ("news", "He sold it in 2020. It has been in Riga since July 2021. He told the Herald on Monday that it was over.", "2024-03-11"),
    ("news", "He left in 2019 and came back in May 2020. Her lawyer said on Tuesday that she knew.", "2024-03-12"),
    ("news", "It opened in 2018 and moved in June 2021. A man was held on Friday.", "2024-03-08"),
    ("news", "It was founded in 2001. A sister firm followed in March 2002. Shares fell on Tuesday.", "2024-03-12"),
    ("news", "She was elected in 2017 and again in May 2021. Voters go to the polls on Sunday.", "2024-03-17"),
]


@pytest.mark.parametrize(("reading", "text", "expected"), AT_HOME)
def test_a_weekday_after_coarser_dates_is_of_the_week_of_writing(reading: str, text: str, expected: str) -> None:
    assert values(text, PUBLISHED, reading)[-1] == expected


STILL_AHEAD = [
    ("They were to see doctors before a plane takes them home on Saturday.", "2024-03-16"),
    ("Talks went on before the minister leaves on Friday.", "2024-03-15"),
    ("She said goodbye before she flies to Lima on Thursday.", "2024-03-14"),
    ("The team trained before it meets Ghent on Sunday.", "2024-03-17"),
    ("Crews worked on the roof before the school opens on Monday.", "2024-03-18"),
    ("He was briefed before his trial begins on Tuesday.", "2024-03-19"),
    ("They rested before the next round starts on Friday.", "2024-03-15"),
    ("The firm cut its price before a rival arrives in June.", "2024-06"),
    ("They were fed before a plane took them home on Saturday.", "2024-03-09"),
    ("He fled before the trial began on Tuesday.", "2024-03-12"),
]


@pytest.mark.parametrize(("text", "expected"), STILL_AHEAD)
def test_a_present_behind_before_looks_ahead(text: str, expected: str) -> None:
    assert values(text, PUBLISHED, "news")[-1] == expected
