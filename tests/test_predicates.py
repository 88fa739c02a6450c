"""Predicates: which verb a date belongs to, and who or what that verb is said of."""

import pytest

from core.model import Document
from core.pipeline import extract
from core.when import When

TOLD = {
    # several predicates of one subject, with the auxiliary of the first
    "Karl Oro was arrested on 3 June 2019, charged on 5 June 2019 and released on bail on 7 June 2019.": [
        "2019-06-03 Karl Oro was arrested",
        "2019-06-05 Karl Oro was charged",
        "2019-06-07 Karl Oro was released on bail",
    ],
    "The museum opened in 1921, closed in 1950 and reopened in 1961.": [
        "1921 The museum opened",
        "1950 The museum closed",
        "1961 The museum reopened",
    ],
    "The church was built in 1802, burned down in 1850 and rebuilt in 1861.": [
        "1802 The church was built",
        "1850 The church was burned down",
        "1861 The church was rebuilt",
    ],
    "She was educated in Lima in 1901, married in 1910 and widowed in 1930.": [
        "1901 She was educated in Lima",
        "1910 She was married",
        "1930 She was widowed",
    ],
    "The road was closed on 3 May 2019, cleared on 4 May 2019, and opened again on 5 May 2019.": [
        "2019-05-03 The road was closed",
        "2019-05-04 The road was cleared",
        "2019-05-05 The road was opened",
    ],
    "The treaty was signed in 1901, ratified in 1902 and entered into force in 1903.": [
        "1901 The treaty was signed",
        "1902 The treaty was ratified",
        "1903 The treaty entered into force",
    ],
    "The strike began on 3 May 2019, spread to Lima on 5 May 2019 and ended on 9 May 2019.": [
        "2019-05-03 The strike began",
        "2019-05-05 The strike spread to Lima",
        "2019-05-09 The strike ended",
    ],
    "Ida Moe joined the army in 1901, left in 1910, returned in 1914 and died in 1916.": [
        "1901 Ida Moe joined the army",
        "1910 Ida Moe left",
        "1914 Ida Moe returned",
        "1916 Ida Moe died",
    ],
    "Ida Moe was elected in 2001, appointed minister in 2003 and dismissed in 2004.": [
        "2001 Ida Moe was elected",
        "2003 Ida Moe was appointed minister",
        "2004 Ida Moe was dismissed",
    ],
    "Karl Oro was arrested in May 2019, found guilty in June 2019 and jailed in July 2019.": [
        "2019-05 Karl Oro was arrested",
        "2019-06 Karl Oro was found guilty",
        "2019-07 Karl Oro was jailed",
    ],
    "The firm was sold in 2001, hired 40 people in 2003 and closed in 2004.": [
        "2001 The firm was sold",
        "2003 The firm hired 40 people",
        "2004 The firm closed",
    ],
    "The plant opened on 3 May 2019, hired 40 people in June 2019, shut in July 2019 and was sold in August 2019.": [
        "2019-05-03 The plant opened",
        "2019-06 The plant hired 40 people",
        "2019-07 The plant shut",
        "2019-08 The plant was sold",
    ],
    "The player, who was signed in 2001, loaned to Lima in 2003 and sold in 2004, left in 2010.": [
        "2001 The player was signed",
        "2003 The player was loaned to Lima",
        "2004 The player was sold",
        "2010 The player left",
    ],
    "They reached the station, built in 1910 and closed in 1960.": ["1910 The station was built", "1960 The station was closed"],
    "Ida Moe met Karl Oro, born in 1901 in Lima, and left in 1930.": ["1901 Karl Oro was born in Lima", "1930 Ida Moe left"],
    # a deed in -ing has the date after it, where the verb has one of its own; whose deed it was, where that is said
    "Three men were jailed on 3 June 2019 for robbing a bank in 2017.": [
        "2019-06-03 Three men were jailed for robbing a bank",
        "2017 Three men robbed a bank",
    ],
    "The court fined Orrin Ltd on 3 June 2019 for polluting the river in 2017.": [
        "2019-06-03 The court fined Orrin Ltd for polluting the river",
        "2017 Orrin Ltd polluted the river",
    ],
    "Karl Oro was charged on 3 June 2019 with stealing a car in May 2019.": [
        "2019-06-03 Karl Oro was charged with stealing a car",
        "2019-05 Stealing a car",
    ],
    "Police cleared Ida Moe on 3 June 2019 of stealing a car in 2017.": [
        "2019-06-03 Police cleared Ida Moe of stealing a car",
        "2017 Stealing a car",
    ],
    "Orrin Ltd apologised on 3 June 2019 for having sold the data in 2017.": [
        "2019-06-03 Orrin Ltd apologised for having sold the data",
        "2017 Orrin Ltd had sold the data",
    ],
    "Karl Oro won a medal on 3 June 2019 for saving a child in 2017.": [
        "2019-06-03 Karl Oro won a medal for saving a child",
        "2017 Karl Oro saved a child",
    ],
    "The league docked them two points on 3 June 2019 for fielding a guest in 2017.": [
        "2019-06-03 The league docked them two points for fielding a guest",
        "2017 Fielding a guest",
    ],
    "Karl Oro was jailed on 3 June 2019 for the murder of a nurse in 2017.": [
        "2019-06-03 Karl Oro was jailed for the murder of a nurse",
        "2017 Murder of a nurse",
    ],
    # who or what the subject is, at a date of its own
    "Ida Moe, mayor since 2011, resigned on 3 June 2019.": ["2011/.. Ida Moe was mayor", "2019-06-03 Ida Moe resigned"],
    "The curfew, in force since 3 June 2019, was lifted on 10 June 2019.": [
        "2019-06-03/.. The curfew was in force",
        "2019-06-10 The curfew was lifted",
    ],
    "Karl Oro, chairman from 2001 to 2011, died on 3 June 2019.": ["2001/2011 Karl Oro was chairman", "2019-06-03 Karl Oro died"],
    "Karl Oro, champion in 2011, retired on 3 June 2019.": ["2011 Karl Oro was champion", "2019-06-03 Karl Oro retired"],
    "Karl Oro, head of the bank until 2011, was arrested on 3 June 2019.": [
        "../2011 Karl Oro was head of the bank",
        "2019-06-03 Karl Oro was arrested",
    ],
    "The two men, ministers since 2011, resigned on 3 June 2019.": [
        "2011/.. The two men were ministers",
        "2019-06-03 The two men resigned",
    ],
    "The hearing, in Lima on 3 May 2019, was short.": ["2019-05-03 The hearing, in Lima, was short"],
    "The mill, the first since 2011, opened on 3 May 2019.": ["2019-05-03 The mill, the first since 2011, opened"],
    "Early reports, such as the 2012 survey, were lost.": ["2012 Survey"],
    # a participle at the head of the sentence
    "Found guilty on 3 March 2019, Karl Oro was hanged on 5 June 2019.": [
        "2019-03-03 Karl Oro was found guilty",
        "2019-06-05 Karl Oro was hanged",
    ],
    "Appointed captain in July 2010, Ida Moe retired on 5 June 2019.": [
        "2010-07 Ida Moe was appointed captain",
        "2019-06-05 Ida Moe retired",
    ],
    "Elected officials in Lima warned Chad on 3 May 2019.": ["2019-05-03 Elected officials in Lima warned Chad"],
    # relative clauses: whose verb is whose, with the noun as subject or object
    "Ida Moe joined Kestrel, which in 2001 bought Orrin, in 1999.": ["2001 Kestrel bought Orrin", "1999 Ida Moe joined Kestrel"],
    "The law that parliament passed in March 2019 took effect on 3 June 2019.": [
        "2019-03 Parliament passed the law",
        "2019-06-03 The law took effect",
    ],
    "The house that Karl Oro built in 1921 burned down in 1950.": ["1921 Karl Oro built the house", "1950 The house burned down"],
    "The funeral of Ann Fell, who died on 3 June 2019, was held on 7 June 2019.": [
        "2019-06-03 Ann Fell died",
        "2019-06-07 The funeral of Ann Fell was held",
    ],
    "The man whom police arrested on 3 May 2019 was freed on 5 May 2019.": [
        "2019-05-03 Police arrested the man",
        "2019-05-05 The man was freed",
    ],
    "The ship, which in 1911 carried coal, sank in 1912.": ["1911 The ship carried coal", "1912 The ship sank"],
    "Orrin Ltd, which on 3 May 2019 closed two mills, was fined on 5 May 2019.": [
        "2019-05-03 Orrin Ltd closed two mills",
        "2019-05-05 Orrin Ltd was fined",
    ],
    "Police found the car that the men had stolen on 3 May 2019.": ["2019-05-03 The men had stolen the car"],
    "The mill that Ida Moe ran until 1950 was sold in 1951.": ["../1950 Ida Moe ran the mill", "1951 The mill was sold"],
    "The firm, which the state had bought in 2011, was sold on 3 May 2019.": [
        "2011 The state had bought the firm",
        "2019-05-03 The firm was sold",
    ],
    "The farm that floods ruined in 2001 was sold in 2003.": ["2001 Floods ruined the farm", "2003 The farm was sold"],
    "Ida Moe told the court on 3 May 2019 that the men had left in April 2019.": [
        "2019-05-03 Ida Moe told the court that the men had left",
        "2019-04 The men had left",
    ],
    "Ida Moe announced the deal that Orrin had signed on 3 May 2019.": ["2019-05-03 Orrin had signed the deal"],
    # participles that belong to a noun, and verbs that have an apposition before them
    "The mayor resigned on 3 May 2019, and a neighbour, Lena Frisk, said on 8 May 2019 that he was ill.": [
        "2019-05-03 The mayor resigned",
        "2019-05-08 A neighbour, Lena Frisk, said that he was ill",
    ],
    "Karl Oro, born in 1950 and educated in Oslo, died on 3 June 2019.": ["1950 Karl Oro was born", "2019-06-03 Karl Oro died"],
    "Founded in 1901 and sold in 1950, the firm closed on 5 June 2019.": [
        "1901 The firm was founded",
        "1950 The firm was sold",
        "2019-06-05 The firm closed",
    ],
    "The ship, built in 1901 and scrapped in 1950, carried coal.": ["1901 The ship was built", "1950 The ship was scrapped"],
    "The strike ended on 3 May 2019, but the union leader, Karl Oro, warned on 5 May 2019 that it could resume.": [
        "2019-05-03 The strike ended",
        "2019-05-05 The union leader, Karl Oro, warned that it could resume",
    ],
    "The bank failed in 2019, and its chairman, Karl Oro, resigned in 2020.": [
        "2019 The bank failed",
        "2020 Its chairman, Karl Oro, resigned",
    ],
    "The town fell on 3 May 1809, and its governor, Ivo Holm, fled on 4 May 1809.": [
        "1809-05-03 The town fell",
        "1809-05-04 Its governor, Ivo Holm, fled",
    ],
    "The painting, stolen in 1990 and found in 2019, was sold on 3 May 2020.": [
        "1990 The painting was stolen",
        "2019 The painting was found",
        "2020-05-03 The painting was sold",
    ],
    "The law, drafted in 2001 but shelved until 2005, passed in 2006.": [
        "2001 The law was drafted",
        "../2005 The law was shelved",
        "2006 The law passed",
    ],
    "Ida Moe, raised in Lima and trained in Porto, won the prize in 2019.": ["2019 Ida Moe won the prize"],
    # limits, and what was compared before
    "The fine must be paid no later than 31 December 2020.": ["2020-12-31 The fine must be paid (planned)"],
    "Offers must be lodged no earlier than 3 May 2025.": ["2025-05-03 Offers must be lodged (planned)"],
    "The report will be published not later than 3 May 2025.": ["2025-05-03 The report will be published (planned)"],
    "The tenant shall leave the flat at the latest on 3 May 2025.": ["2025-05-03 The tenant shall leave the flat (planned)"],
    "The bridge opened two years later than planned, in 2024.": ["2024 The bridge opened two years later than planned"],
    "The mill opened on 3 May 2019, a month earlier than planned.": ["2019-05-03 The mill opened, a month earlier than planned"],
    "Applications are due not later than noon on 3 May 2025.": ["2025-05-03T12:00 Applications are due (planned)"],
    "The plant closed in 2020, later than in 2019.": ["2020 The plant closed, later than in 2019"],
    "The tax is higher than in 2019.": [],
    "Members must vote not before 3 May 2025.": ["2025-05-03 Members must vote (planned)"],
    "The loan was repaid no later than June 2019.": ["2019-06 The loan was repaid"],
    # what is denied, supposed without "if", or threatened
    "Had the bank been sold in 2019, it would have survived.": ["2019 The bank had been sold (hypothetical)"],
    "Should you leave before 3 May 2025, you may keep the key.": ["2025-05-03 Should you leave, you may keep the key (hypothetical)"],
    "Had the mill closed in 2019, 40 people could have lost their jobs.": ["2019 The mill closed (hypothetical)"],
    "Kestrel denies that it delivered the parts in 2019.": ["2019 It delivered the parts (denied)"],
    "Had the pilot turned back on 3 May 2019, the plane would have landed.": ["2019-05-03 The pilot turned back (hypothetical)"],
    "Had Orrin paid on 3 May 2019, the mill would have stayed open until 2021.": [
        "2019-05-03 Orrin paid (hypothetical)",
        "../2021 The mill would have stayed open (hypothetical)",
    ],
    "Karl Oro threatened to blow up the dam on 10 October 2025.": ["2025-10-10 Karl Oro threatened to blow up the dam (planned)"],
    "Ida Moe denies having met him in May 2019.": ["2019-05 Ida Moe denies having met him (denied)"],
    "The firm denies selling the data in 2019.": ["2019 The firm denies selling the data (denied)"],
    "Police deny that the man was beaten on 3 May 2019.": ["2019-05-03 The man was beaten (denied)"],
    "Orrin rejects the claim that it polluted the river in 2019.": ["2019 Orrin polluted the river (denied)"],
    "Were the bank to fail in 2025, Chad would pay.": ["2025 Were the bank to fail, Chad would pay (hypothetical)"],
    "Should the dam break in 2025, the town would flood.": ["2025 Should the dam break, the town would flood (hypothetical)"],
}


@pytest.mark.parametrize(("text", "events"), TOLD.items())
def test_each_date_has_its_verb(text: str, events: list[str]) -> None:
    found = extract(Document("a", text, published=When("2024-03-13")))
    assert [f"{e.when.edtf} {e.label}" + (f" ({e.status})" if e.status != "happened" else "") for e in found] == events


def test_what_is_joined_to_a_report_is_reported() -> None:
    text = "Ida Moe said that the men were stopped on 3 May 2019, searched on 4 May 2019 and freed on 5 May 2019."
    assert [e.speaker for e in extract(Document("a", text))] == ["Ida Moe"] * 3
