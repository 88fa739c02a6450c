"""Who is named in a text, as what, and who takes part in what: by table, in sentences of our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.actors import Cast, actors
from core.aliases import Aliases
from core.model import Actor, Document
from core.sentences import split
from core.timex import timexes

NONE = Aliases()


def read(text: str) -> list[Actor]:
    return actors(Document("d", text), split(text), aliases=NONE)


def played(text: str) -> set[tuple[str, str | None]]:
    """Who takes part in the last sentence."""
    sentences = split(text)
    cast = Cast(Document("d", text), read(text))
    return {(actor.name, actor.role) for actor in cast.participants(sentences[-1], sentences[-1])}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norwegian Prime Minister Kari Moe met Orrin Freight Ltd.",
            {"Norway": "country", "Kari Moe": "person", "Orrin Freight Ltd": "organisation"},
        ),
        ("A court in Lima fined the Ministry of Roads and Bridges.", {"Lima": "place", "Ministry of Roads and Bridges": "organisation"}),
        ("Later the Chilean central bank cut rates.", {"Chilean central bank": "organisation"}),
        ("Later the Swedish transport agency paid.", {"Swedish transport agency": "organisation"}),
        ("The Austrian ministry of health paid.", {"Austrian ministry of health": "organisation"}),
        ("It was Ruth Dean's first day. Later King Odo died.", {"Ruth Dean": "person", "Odo": "person"}),
        ("Once Leila M., a cleaner, spoke.", {"Leila M": "person"}),
        ("Llanfor Growers Co-operative paid.", {"Llanfor Growers Co-operative": "organisation"}),
        ("The Annual General Meeting was short. The General Strike was long.", {}),
        ("On Monday the Treaty of Sevrin was signed.", {}),
        ("Secretary of State Ida Poe left.", {"Ida Poe": "person"}),
        ("Talks resumed. Prosecutors agreed.", {}),
        ("Ridership fell. Integration is expected. Court orders a review.", {}),
        ("Reached Lima at noon.", {"Lima": "place"}),
        ("Associated British Mills paid.", {"Associated British Mills": "organisation"}),
        ("A team from the U.S. won.", {"United States": "country"}),
        ("The German Democratic Republic fell.", {"East Germany": "country"}),
        ("Troops reached Helmand and Stow-on-Wold.", {"Helmand": "place", "Stow-on-Wold": "unknown"}),
        ("The caretaker government resigned.", {"caretaker government": "organisation"}),
        ("Staff of the Competition and Markets Authority came.", {"Competition and Markets Authority": "organisation"}),
        ("He ran the Harbour Workers' Union.", {"Harbour Workers' Union": "organisation"}),
        ("They were taken to Ashby General Hospital.", {"Ashby General Hospital": "organisation"}),
        (
            "Chief executive Per Haugen met Mark Abbey, Will Young and Grace Hall.",
            dict.fromkeys(("Per Haugen", "Mark Abbey", "Will Young"), "person") | {"Grace Hall": "person"},
        ),
        ("Will Lima pay per head?", {"Lima": "place"}),
        ('Rosa "Rosie" Tate met Ivo “Bo” Holm.', {'Rosa "Rosie" Tate': "person", "Ivo “Bo” Holm": "person"}),
        ('He asked Moe: "Ida" Tate said.', {"Moe": "unknown"}),
        ("Signaller Joan Pettifer phoned Secretary-General Ama Dzata.", {"Joan Pettifer": "person", "Ama Dzata": "person"}),
        ("Shares in Norrland Automation AB of Sweden fell.", {"Norrland Automation AB": "organisation", "Sweden": "country"}),
        ("Tessaly Robotics plc grew.", {"Tessaly Robotics plc": "organisation"}),
        ("LIMA, Peru, May 4 (AP) -- Mr. Moe won.", {"Moe": "person"}),
        # what bears a name and is no actor
        ("The ferry Karin Dane sank. A tug towed the Karin Dane to Lima.", {"Lima": "place"}),
        ("Selene, a comet probe of the Cassel Institute, fell silent.", {"Cassel Institute": "organisation"}),
        ("The MV Tamsel sent a Mayday.", {}),
        ("She had Parkinson's disease, he Down’s syndrome, and Legionnaires' disease broke out.", {}),
        ("Dorn, a tug captain, left Varsund in Norway.", {"Dorn": "person", "Varsund": "place", "Norway": "country"}),
        ("Odo, bishop of Lanth, fought Count Odemar of Brask.", {"Odo": "person", "Lanth": "unknown", "Odemar of Brask": "person"}),
        ("Sunni Muslims and Western Christians prayed.", {}),
        ("They sued the trader Ordo Vance and the firm Lumo.", {"Ordo Vance": "person", "Lumo": "organisation"}),
        ("Hasdral crossed the river, and his men followed.", {"Hasdral": "person"}),
        ('He read "The Velvet Tide" near Gate 20 and Pump 2.', {}),
        ("After Hurricane Ordo the General Milling Corp rebuilt.", {"General Milling Corp": "organisation"}),
        ("It shook Eastern Europe and Peoria, Ill., and Police came.", {"Eastern Europe": "place", "Peoria": "unknown", "Ill": "place"}),
        ('The "Velvet Tide" spokesman Tor Holm left.', {"Tor Holm": "person"}),
        ("The Duchy of Marn fell.", {"Duchy of Marn": "country"}),
        ("FC Lindow won; Lindow, who had lost, smiled.", {"FC Lindow": "organisation"}),
        ("They sued Norrail AS and Radio Orrin.", {"Norrail AS": "organisation", "Radio Orrin": "organisation"}),
        (
            "The Supreme Court on Friday met the National Union for Liberty.",
            {"Supreme Court": "organisation", "National Union for Liberty": "organisation"},
        ),
        ("Her memoir, The Price of Silence, sold well, and the ferry Estrel sank.", {}),
        (
            "They met Moon Sang-gyun and Jean-Baptiste Oro in an Oslo-based firm.",
            {"Moon Sang-gyun": "unknown", "Jean-Baptiste Oro": "person", "Oslo": "place"},
        ),
        ("The army joined Kardia's foreign ministry in the town of Marat.", {"Kardia": "country", "Marat": "place"}),
        ("They joined the Third Ward School and First Minister Ida Moe.", {"Third Ward School": "organisation", "Ida Moe": "person"}),
        ("Hester Ann Moe sued Economist Ida Anna Vik.", {"Hester Ann Moe": "person", "Ida Anna Vik": "person"}),
        ("The watchman of Callow Lumber saw the Fourth Ministerial Meeting.", {"Callow Lumber": "organisation"}),
        ("The central bank of Norway waited.", {"central bank of Norway": "organisation"}),
        ("They and Lima had signed it.", {"Peru": "country"}),
        ("The cathedral of Ranta burnt. Ranta wept.", {"Ranta": "place"}),
        ("Lima and Quito accused Bogotá.", {"Peru": "country", "Ecuador": "country", "Bogotá": "place"}),
        ('The Anneke Dirk sailed; her record, "Left Hand," sold well.', {}),
        ("They blamed General de Brun and Tor van Holm.", {"de Brun": "person", "Tor van Holm": "person"}),
    ],
)
def test_names_and_kinds(text: str, expected: dict[str, str]) -> None:
    assert {actor.name: actor.kind for actor in read(text)} == expected


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("Helen Okafor spoke. Okafor left. Ms. Okafor was tired.", "Helen Okafor", ["Helen Okafor", "Okafor", "Okafor"]),
        ("The Joint Relief Board (JRB) met. The JRB agreed.", "Joint Relief Board", ["Joint Relief Board", "JRB", "JRB"]),
        ("He joined Orrin Freight Ltd. In May Orrin Freight sank.", "Orrin Freight Ltd", ["Orrin Freight Ltd", "Orrin Freight"]),
        ("Peru spokesman balto of the navy said so. Bahlto also said no.", "Bahlto", ["balto", "Bahlto"]),
        ("Spokesman balto of the navy said so. Bahlto also said no.", "Bahlto", ["balto", "Bahlto"]),
        ("Peru spoke. Lima praised the talks.", "Peru", ["Peru", "Lima"]),
        ("Tor Holm, also known as Grim and the Miller, hid. Grim fled.", "Tor Holm", ["Tor Holm", "Grim", "Miller", "Grim"]),
        ("Orrin Ltd (formerly Vessel Works) grew.", "Orrin Ltd", ["Orrin Ltd", "Vessel Works"]),
        ("In Valdoria the Valdorians revolted.", "Valdoria", ["Valdoria", "Valdorians"]),
        ("Orrin Ltd sank. Later the company rose.", "Orrin Ltd", ["Orrin Ltd", "company"]),
        ("Rolvaag Town Council met. Then the council voted.", "Rolvaag Town Council", ["Rolvaag Town Council", "council"]),
        ("The Ilmar Harbour Authority met. Only the Authority knew.", "Ilmar Harbour Authority", ["Ilmar Harbour Authority", "Authority"]),
        ("The Joint Mission in Chad (JOMIC) ended. JOMIC left.", "Joint Mission in Chad", ["Joint Mission in Chad", "JOMIC", "JOMIC"]),
        ("Peru waited while Lima rejected the terms.", "Peru", ["Peru", "Lima"]),
        ("Peru held talks with Quito in Lima.", "Ecuador", ["Quito"]),
        ("The US, the U.S. and American troops.", "United States", ["US", "U.S.", "American"]),
    ],
)
def test_one_name_for_each(text: str, name: str, mentions: list[str]) -> None:
    found = {actor.name: [span.text for span in actor.mentions] for actor in read(text)}
    assert found.get(name) == mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad and Mali signed a pact in Lima.", {("Chad", "agent"), ("Mali", "agent"), ("Lima", "place")}),
        ("Ministers of Chad met Ida Moe of the navy.", {("Chad", "agent"), ("Ida Moe", "patient")}),
        ("Some 40 Danes and a Danish soldier died.", set()),
        ("Danish soldiers left Mali.", {("Denmark", "agent"), ("Mali", "place")}),
        ("Ida Moe, head of Orrin Ltd, resigned.", {("Ida Moe", "agent"), ("Orrin Ltd", "represented")}),
        ("Ida Moe, Tor Holm's widow, resigned.", {("Ida Moe", "agent")}),
        ("Two days later Orrin Ltd was fined by the Chilean central bank.", {("Orrin Ltd", "patient"), ("Chilean central bank", "agent")}),
        ("Chile gave a loan to Mali, then flew engineers to Niger.", {("Chile", "agent"), ("Mali", "patient"), ("Niger", "place")}),
        ("Norway's Prime Minister Kari Moe met Ida Holm.", {("Norway", "represented"), ("Kari Moe", "agent"), ("Ida Holm", "patient")}),
        ("Men sent by the exporter Orrin Ltd blocked it.", {("Orrin Ltd", "agent")}),
        ("Auditors at Orrin Ltd enter Chad.", {("Orrin Ltd", "represented"), ("Chad", "place")}),
        ("Norwegian Prime Minister Kari Moe resigned.", {("Norway", "represented"), ("Kari Moe", "agent")}),
        ("It was late, said Ida Moe.", {("Ida Moe", "speaker")}),
        ("They mourned at the tomb of Tor Holm's sister, Ida Holm.", set()),
        (
            "Mali froze the assets of Tor Holm and of its rival, Orrin Ltd.",
            {("Mali", "agent"), ("Tor Holm", "patient"), ("Orrin Ltd", "patient")},
        ),
        ("Only the PCI charges Tor Holm's rivals.", {("PCI", "agent")}),
        ("Lima-based Orrin Ltd sold a mill to the Danish company Sund Milling.", {("Orrin Ltd", "agent"), ("Sund Milling", "patient")}),
        ("Sabre Front gunmen killed Ida Moe.", {("Sabre Front", "agent"), ("Ida Moe", "patient")}),
        ("The watchman at Callow Lumber found it.", {("Callow Lumber", "represented")}),
        ("Police arrested the cook, Ida Moe, on Monday.", {("Ida Moe", "patient")}),
        ("On Monday the architect, Ida Moe, resigned.", {("Ida Moe", "agent")}),
        ("Chad took over Lima and Mali.", {("Chad", "agent"), ("Lima", "place"), ("Mali", "place")}),
        ("On the other hand Brecon Crisps signed it.", {("Brecon Crisps", "agent")}),
        ("A rival group under Ida Moe signed it.", {("Ida Moe", "agent")}),
        ("Under Ida Moe the firm grew.", set()),
        ("Trawler Nordhav sank. Bulk carrier Golden Perch sank.", set()),
        ("Ida Moe's sister, Noor, left.", {("Noor", "agent")}),
        ("His lawyer in Lima, Ida Moe, resigned.", {("Lima", "place"), ("Ida Moe", "agent")}),
        ("Orrin Ltd recalled 4,000 heaters.", {("Orrin Ltd", "agent")}),
        ("Orrin Ltd recalled that the dam had leaked.", {("Orrin Ltd", "speaker")}),
        ("Milan banned cars from its centre.", {("Milan", "agent")}),
        ("The city of Porto sued Orrin Ltd.", {("Porto", "agent"), ("Orrin Ltd", "patient")}),
        ("Moscow's envoy left Lima.", {("Russia", "represented"), ("Lima", "place")}),
        ("The striker, whom Orrin Ltd had bought, left.", {("Orrin Ltd", "agent")}),
        (
            "Chad foreign ministry spokesman Tor Holm said that Mali would leave Niger.",
            {("Tor Holm", "speaker"), ("Chad foreign ministry", "represented"), ("Chad", "represented"), ("Mali", "agent")},
        ),
    ],
)
def test_parts_in_a_clause(text: str, expected: set[tuple[str, str]]) -> None:
    assert played(text) == expected


PIECES = ["Chad", "of", "the", "US", "Mr.", "Ltd", "(JRB)", "al-", "St.", "«", "said", "’s", "\ud800", "Ähre", "İ", "spokesman", "ned"]


def test_ancient_cities_act_for_themselves() -> None:
    text = "In 446 BC Athens made peace. In Athens the Athenians cheered."
    document = Document("d", text)
    found = actors(document, split(text), timexes(document), NONE)
    assert [(actor.name, actor.kind, len(actor.mentions)) for actor in found] == [("Athens", "country", 3)]


@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_any_text_is_read_and_offsets_are_verbatim(text: str) -> None:
    document = Document("d", text)
    found = actors(document, split(text))
    for actor in found:
        assert all(text[span.start : span.end] == span.text for span in actor.mentions)
    cast = Cast(document, found)
    for sentence in split(text):
        cast.participants(sentence, sentence)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("João Beltrão resigned. Beltrao was arrested.", ["João Beltrão"]),
        ("Ana Quintela sang. Critics praised Quintella.", ["Ana Quintela"]),
        ("Karl Brand ran for mayor. Brandt lost.", ["Karl Brand"]),
        ("Reza Darvish wrote the book. Darwish left.", ["Reza Darvish"]),
        ("Søren Løkke-Østby died. Lokke-Ostby was ninety.", ["Søren Løkke-Østby", "Lokke-Ostby"]),
        ("Emil Novák scored. Novak was hurt.", ["Emil Novák"]),
        ("Hélène Marchand painted it. Marchant sold it.", ["Hélène Marchand"]),
        ("Karl Brand met Otto Brandt. Brandt left. Brand stayed.", ["Karl Brand", "Otto Brandt"]),
        ("Ida Marne left. Marna Ltd was sold. Marna was in debt.", ["Ida Marne", "Marna Ltd"]),
        ("Ida Fell left. Felt was arrested.", ["Ida Fell", "Felt"]),
        ("Kurt Hansen and Anna Hanser left. Hansel was hurt.", ["Kurt Hansen", "Anna Hanser", "Hansel"]),
    ],
)
def test_a_surname_that_is_spelt_otherwise_joins_the_only_full_name_near_it(text: str, expected: list[str]) -> None:
    assert [actor.name for actor in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "firm", "person"),
    [
        ("Kestrel Ltd opened. Kestrel was fined. Its founder, Karl Kestrel, left.", 2, 1),
        ("Orrin Ltd sold a mine. A court fined Orrin, whose owner is Ida Orrin.", 2, 1),
        ("Varda Inc. grew. Ann Varda bought the shares of Varda in 1999.", 1, 2),
        ("Ida Orrin founded Orrin Ltd in 1999. Orrin was arrested.", 1, 2),
    ],
)
def test_a_name_is_the_firms_until_somebody_of_that_name_enters(text: str, firm: int, person: int) -> None:
    counts = {actor.kind: len(actor.mentions) for actor in read(text)}
    assert counts == {"organisation": firm, "person": person}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan Vos resigned.", ["Jan Vos"]),
        ("April Jones opened the school.", ["April Jones"]),
        ("The court jailed June Carter in June.", ["June Carter"]),
        ("August Strand sold the mill.", ["August Strand"]),
        ("The mayor said that April Jones would run the school.", ["April Jones"]),
        ("Police arrested Jan Moe and April Fell.", ["Jan Moe", "April Fell"]),
        ("Theresa May left office.", ["Theresa May"]),
        ("On Tuesday Theresa May left office.", ["Theresa May"]),
        ("The bank hired Tom March.", ["Tom March"]),
        ("In April Jones left the firm.", ["Jones"]),
        ("Since June Carter has led the firm.", ["Carter"]),
        ("The bank hired Tom March 3.", ["Tom"]),
        ("On 3 March Strand sold the mill.", ["Strand"]),
    ],
)
def test_a_month_beside_a_name_may_be_part_of_it(text: str, expected: list[str]) -> None:
    assert [actor.name for actor in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ida Moe left. Mother and son came home.", ["Ida Moe"]),
        ("Father and daughter were arrested.", []),
        ("Husband and wife were buried together.", []),
        ("Brother and sister met Ida Moe.", ["Ida Moe"]),
        ("Uncle and nephew said that they would appeal.", []),
        ("Wife, who had left, came back.", []),
        ("Grandmother died in Oslo.", ["Oslo"]),
        ("Widow and children stayed in Chad.", ["Chad"]),
        ("Son and heir, Karl Moe was spoilt.", ["Karl Moe"]),
        ("Mother Marn and Ida Moe left.", ["Mother Marn", "Ida Moe"]),
    ],
)
def test_what_kin_are_to_each_other_is_no_name(text: str, expected: list[str]) -> None:
    assert [actor.name for actor in read(text)] == expected


@pytest.mark.parametrize(
    "name",
    ["Hama ag Sid", "Ilyas ag Moulay", "Mossa ag Tahir", "Baye ag Issa", "Akli ag Omar", "Sidi ag Rhali", "Zeyd ag Bela", "Ali ag Wani"],
)
def test_a_tuareg_name_is_whole(name: str) -> None:
    assert [actor.name for actor in read(f"The driver, {name}, was shot.")] == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orrin Line plc grew. A bank sued Orrin Line.", {"Orrin Line plc": 2}),
        ("A bank sued Orrin Line. Orrin Line plc grew.", {"Orrin Line plc": 2}),
        ("Karst Express Ltd sold two vans. Later on, Karst Express closed.", {"Karst Express Ltd": 2}),
        ("They own Marn Gate Inc. and say that Marn Gate pays.", {"Marn Gate Inc": 2}),
        ("The board of Varda Web plc met.", {"Varda Web plc": 1}),
        ("Holm Paper Ltd was fined. Workers left Holm Paper.", {"Holm Paper Ltd": 2}),
        ("He ran Dorn Market Corp and left Dorn Market.", {"Dorn Market Corp": 2}),
        ("Troops crossed the Orrin Line.", {}),
        ("The Karst Express left on time.", {}),
        ("Orrin Ltd built it. Troops crossed the Orrin Line.", {"Orrin Ltd": 1}),
        ("She bought a flat from Tarn Homes.", {"Tarn Homes": 1}),
        ("A rival, Karst Maps, was sold to Sund Rederi.", {"Karst Maps": 1, "Sund Rederi": 1}),
    ],
)
def test_a_name_that_ends_as_a_things_is_a_firms_where_the_text_says_so(text: str, expected: dict[str, int]) -> None:
    assert {actor.name: len(actor.mentions) for actor in read(text) if actor.kind == "organisation"} == expected
    assert {actor.name for actor in read(text)} == expected.keys()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aline Moe, daughter of a smith, Karl Moe, sang. Critics praised Moe.", "Aline Moe"),
        ("Aline Moe was the third daughter of a papermaker, Karl Moe. Moe left.", "Aline Moe"),
        ("Ida Lund is the widow of Otto Lund. Police arrested Lund.", "Ida Lund"),
        ("Jon Vik was the son of the painter Olga Vik. Vik studied law.", "Jon Vik"),
        ("Jon Vik, nephew of his partner, Olga Vik, resigned. They fined Vik.", "Jon Vik"),
        ("Rosa Holm, sister of Ada Holm, won. The judges chose Holm.", "Rosa Holm"),
        ("Rosa Holm, wife of the late mayor, Per Holm, won. A crowd cheered Holm.", "Rosa Holm"),
        ("Karl Brand, father of the singer Ida Brand, died. Few mourned Brand.", "Karl Brand"),
        ("Karl Brand followed Ida Brand. Few mourned Brand.", "Ida Brand"),
        ("Karl Brand left the firm of Ida Brand. Few mourned Brand.", "Ida Brand"),
    ],
)
def test_a_bare_surname_is_not_his_whose_kin_somebody_is(text: str, expected: str) -> None:
    assert [actor.name for actor in read(text) if len(actor.mentions) == 2] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The auditors, Colby Marsh, declined to sign.", {"Colby Marsh": "organisation"}),
        ("They hired the architects Moe Hill.", {"Moe Hill": "organisation"}),
        ("Its brokers, Dell Bridge, were fined.", {"Dell Bridge": "organisation"}),
        ("His former lawyers, Tarn Castle, sued.", {"Tarn Castle": "organisation"}),
        ("The auditors left Colby Marsh.", {"Colby Marsh": "place"}),
        ("The lawyers, Ida Moe and Karl Lund, sued.", {"Ida Moe": "person", "Karl Lund": "person"}),
        ("They sold it to the Musée du Fer.", {"Musée du Fer": "organisation"}),
        ("She had a show at the Galerie Morand.", {"Galerie Morand": "organisation"}),
        ("She joined the Réseau Tarn.", {"Réseau Tarn": "organisation"}),
        ("The Théâtre Marn burned down.", {"Théâtre Marn": "organisation"}),
        ("They bought a ship, the Marn Tarn, and sold it.", {}),
        ("All lines are to be X-rayed.", {}),
        ("They were X-raying it.", {}),
    ],
)
def test_firms_by_who_works_there_and_bodies_in_french(text: str, expected: dict[str, str]) -> None:
    assert {actor.name: actor.kind for actor in read(text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A courier brought a note to Orrin Ltd's office.", {("Orrin Ltd", "patient")}),
        ("Ida Moe wrote to Orrin Ltd's headquarters.", {("Ida Moe", "speaker"), ("Orrin Ltd", "patient")}),
        ("Ida Moe appealed to Orrin Ltd's board.", {("Ida Moe", "agent"), ("Orrin Ltd", "patient")}),
        ("Ida Moe spoke to Tarn Bank's staff.", {("Ida Moe", "agent"), ("Tarn Bank", "patient")}),
        ("Ida Moe moved to Orrin Ltd's ferry.", {("Ida Moe", "agent")}),
        ("A courier brought a note to Ida Moe's office.", set()),
    ],
)
def test_what_is_brought_to_an_office_is_brought_to_its_body(text: str, expected: set[tuple[str, str]]) -> None:
    assert played(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At 06:50 Moe ordered everyone out.", {("Moe", "speaker")}),
        ("At 14:05 Ida Moe left.", {("Ida Moe", "agent")}),
        ("By 9:15 Orrin Ltd had paid.", {("Orrin Ltd", "agent")}),
        ("Around 23:59 Danes stormed the fort.", {("Denmark", "agent")}),
        ("At 10:30:15 Moe fell.", {("Moe", "agent")}),
        ("Some 170 Danes left.", set()),
        ("The ferry carried 50 Danes.", set()),
    ],
)
def test_a_clock_time_counts_nobody(text: str, expected: set[tuple[str, str]]) -> None:
    assert played(text) == expected
