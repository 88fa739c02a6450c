"""Pronouns and descriptions: whom they stand for in an event, by gender, by whom the text is about, and by number."""

import pytest

from core.actors.gender import gender
from core.model import Actor, Document
from core.pipeline import extract
from core.when import When

# The text, and for each of its events who takes part.
TOLD: dict[str, list[list[str]]] = {
    # a given name, a title or a kinship word tells a woman from a man
    "Maria Lund hired Peter Voss in May 2001. She resigned in June 2003.": [["Maria Lund", "Peter Voss"], ["Maria Lund"]],
    "Maria Lund hired Peter Voss in May 2001. He resigned in June 2003.": [["Maria Lund", "Peter Voss"], ["Peter Voss"]],
    "Count Odemar fought Queen Ysolde in 1180. She died in 1182.": [["Odemar", "Ysolde"], ["Ysolde"]],
    # a name once spoken of as "she" is no "he"
    "Tamsel Orrin took office in 2001. She married Dervan Polk in 2003. He died in 2010.": [
        ["Tamsel Orrin"],
        ["Tamsel Orrin", "Dervan Polk"],
        ["Dervan Polk"],
    ],
    # the one whom a life is about outlasts those who are named beside her
    "Ada Moe painted for fifty years. Moe won the city's prize in 1961. Her daughter, Yvette Moe-Lind, said on 4 June 2009 that the studio"
    " would stay. She was born in Porto in 1931.": [["Ada Moe"], ["Yvette Moe-Lind"], ["Ada Moe"]],
    # two persons
    "Maria Lund met Peter Voss in 1998. The two were arrested in May 2001.": [["Maria Lund", "Peter Voss"]] * 2,
    "Anders Holt wrote to Peter Voss in 1998. Both men resigned in May 2001.": [["Anders Holt", "Peter Voss"]] * 2,
    "Maria Lund worked in Porto. Peter Voss hired her in May 2001. They married in June 2003.": [["Maria Lund", "Peter Voss"]] * 2,
    # one of whose sex nothing tells does not push out another who fits
    "Maria Lund painted. Tamsel Orrin did not see it; he died in 1979. In May 2001 she sold the mill.": [["Tamsel Orrin"], ["Maria Lund"]],
    "Maria Lund left Porto. Her best-known pupil, Tamsel Orrin, won a prize in 2003. She retired in 2010.": [
        ["Tamsel Orrin"],
        ["Maria Lund"],
    ],
    '"I got the piano," Maria Lund wrote. "He got the band," she told Peter Voss in 1987.': [["Maria Lund", "Peter Voss"]],
    # who does something to her is somebody else, and in one sentence "her" goes on with "she"
    "Maria Lund taught law. President Orrin named her a judge, and in 1983 she retired.": [["Maria Lund"]],
    "Maria Lund left. She fought the law that Malanga dropped two weeks before her death on 19 May 2019.": [["Maria Lund"]],
    # what somebody was called at birth
    "Rita Moe was a singer. She was born Margareta Moe in Porto in 1925.": [["Rita Moe"]],
    # a thing that was spoken of is no body
    "The Harbour Authority closed the quay. The alarm was old. It failed a test in May 2001.": [[]],
    "The Harbour Authority closed the quay. It paid a fine in May 2001.": [["Harbour Authority"]],
    # who was "they" before another was named goes on being it
    "Norway and Chad met in Lima. They waited until Peru moved in 1998. In May 2001 Kenya praised them.": [
        ["Peru"],
        ["Kenya", "Norway", "Chad"],
    ],
    "A joint declaration with Lima was read out in Quito in May 2001.": [["Peru"]],
    # several: the people of a body, not its rival of another number
    "Inspectors of the Harbour Authority arrived on 3 May 2001. They left on 5 May 2001.": [["Harbour Authority"]] * 2,
    # a role given with the name
    "The master, Pieter Voss, was asleep. The master woke at 04:10 on 3 May 2001.": [["Pieter Voss"]],
    "President Ivo Lund met Rok Vane on 3 May 2001. The president left on 6 May 2001.": [["Ivo Lund", "Rok Vane"], ["Ivo Lund"]],
    "The yacht's master, Pieter Voss, was saved. On 6 May 2001 police questioned the master.": [["Pieter Voss"]],
    # what a body is called, by apposition or by "is"
    "The Dockers' League, a union of 900 men, met in May 2001. The union called a strike in June 2003.": [["Dockers' League"]] * 2,
    "Varda Credit, a lender based in Lima, opened in 1990. The lender failed in June 2003.": [["Varda Credit"]] * 2,
    "Ned Holt, spokesman for Orrin Ltd, was ill. The spokesman left in May 2001.": [["Ned Holt"]],
    # a role with what completes it, one after the name, one that somebody came to
    "The minister for ports, Efua Moe, met Kwabena Holt, the head of the Dockers' Union, on 3 May 2001. The minister left on 5 May 2001.": [
        ["Efua Moe", "Kwabena Holt", "Dockers' Union"],
        ["Efua Moe"],
    ],
    "The treaty was signed by the Regent of Sorn, Count Alder, on 3 May 1641. The regent died in 1643.": [["Alder", "Sorn"], ["Alder"]],
    "Nadia Moe was elected mayor in 2019. The mayor resigned on 3 May 2020.": [["Nadia Moe"]] * 2,
    "We saw the harbour in 2001 and heard the driver, Ole Holt, on 9 March 2008. The harbour was closed in 2009.": [[], ["Ole Holt"], []],
    # several are called so: the one of whom the sentences before speak; a club that is only played against is not the team
    "Minister Ida Moe met Minister Rolf Holt on 3 May 2001.\n\nIt rained.\n\nIt was cold.\n\nMinister Holt was ill. The minister died in"
    " 2003.": [["Ida Moe", "Rolf Holt"], ["Rolf Holt"]],
    "Ida Moe was the manager of Porto Town. Porto Town lost in May 2001. In June 2001 it beat Calder Rovers, and the team were second until"
    " June 2003.": [["Porto Town"], ["Porto Town", "Calder Rovers"], ["Porto Town"]],
    # two who are called so, though a third is near
    "The Foreign Minister of Chile, Ana Lund, met her colleague Tor Moe and Judge Ida Roe in 2001. Judge Roe left. Both ministers, Lund and"
    " Foreign Minister Moe, stayed. In May 2001 the two ministers signed a pact.": [
        ["Chile", "Ana Lund", "Tor Moe", "Ida Roe"],
        ["Ana Lund", "Tor Moe"],
    ],
    # one of several that make a subject; whom "they" took up goes on being they; "her" after a preposition
    "Maria Lund lived in Porto. In June 1989 she and her husband, the physicist Gabor Holt, left. They came back in 1990.": [
        ["Maria Lund", "Gabor Holt"],
        ["Maria Lund", "Gabor Holt"],
    ],
    "Maria Lund painted. The idea, which broke on her like a ship on a reef, came to her in 1996.": [["Maria Lund"]],
    # a date before an office-holder
    "In June 2019 Orrin Ltd's founder, Tomas Veil, was detained.": [["Orrin Ltd", "Tomas Veil"]],
    # an office that is nobody's but named to say what somebody became, and what is only called so
    "Maria Lund was elected mayor of Tarn in 2001. The Head of the Tarn was rowed in 2003.": [["Maria Lund"], []],
    # kin share a surname, and the bare one is not theirs; whose lawyer
    "Samir Holt was taken away. His wife, Lidia Holt, and his lawyer, Ines Moe, asked for him. Holt saw his lawyer on 3 May 2001.": [
        ["Samir Holt", "Ines Moe"]
    ],
    # whose board, where no board is named; which quotation goes on
    "Corven Castings will shut its foundry, a director of Corven Castings said. The board met on 3 May 2001.": [["Corven Castings"]],
    'Maria Lund laughed. "There was no plan," she said. "I broke my thumb in May 2001."': [["Maria Lund"]],
    # a body that speaks of its own
    "# Tarn Rowing Club: report to the members\n\nThe season opened badly. Our second eight sank on 2 April 2017. Ida Roe, our treasurer,"
    " left in May 2017. The committee met in June 2017.": [["Tarn Rowing Club"], ["Ida Roe", "Tarn Rowing Club"], ["Tarn Rowing Club"]],
    # bodies without a name, and what is none
    "The school board met on 3 June 2014. It voted again on 17 June 2014.": [["school board"]] * 2,
    "The company moved its new board table on 3 June 2014. Tarn Borough Council met. On 17 June 2014 the borough council voted.": [
        [],
        ["Tarn Borough Council"],
    ],
    "The Amalgamated Foundry and Metal Union met on 3 May 2001.": [["Amalgamated Foundry and Metal Union"]],
    "Moe told the newsletter Build Notes on 3 May 2001 that it was over.": [["Moe", "Build Notes"]],
    # those who make up a crew; a death with its date between; what is only named after a place; a program with its number
    "The women's four of Jess Holt, Beth Moe and Kim Lund won on 3 May 2017.": [["Jess Holt", "Beth Moe", "Kim Lund"]],
    "We record the death on 9 January 2017 of Frank Holt, aged 91.": [["Frank Holt"]],
    "Men from the Lenz colliery saw the Tarn ferry terminal burn on 3 May 2001.": [[]],
    "Quill 2.1 was out. On 3 May 2001 Quill was given a new engine.": [[]],
    # what was spoken of last by what it is called
    "Corven Ltd will close, Corven Ltd said. Its owner, Lindow Ltd, was told. Ida Moe founded the firm in 1925. It grew until 1999.": [
        ["Ida Moe", "Corven Ltd"],
        ["Corven Ltd"],
    ],
    # several who are named together, spoken of together, or three; their delegations are those of their countries
    "Hal Moe and his brother Torleif went out. They took off eleven men on 3 May 1962. The owners sent them a clock in March 1963.": [
        ["Hal Moe", "Torleif"],
        ["Hal Moe", "Torleif"],
    ],
    "1. The Foreign Minister of Kestria, Ilse Lund, met the Foreign Minister of Halvern, Tomas Moe, on 3 May 2001.\n\n2. The two ministers"
    " recalled the war.\n\n3. They signed on 4 May 2001 a pact, which their delegations had initialled in March 2001.": [
        ["Kestria", "Ilse Lund", "Halvern", "Tomas Moe"],
        ["Ilse Lund", "Tomas Moe"],
        ["Kestria", "Halvern"],
    ],
    "Police held Ivo Melis and the brothers Tore and Ugo Sanna. All three were convicted in 1980.": [
        ["Ivo Melis", "Tore Sanna", "Ugo Sanna"]
    ],
    "Ivo Melis was old. He himself died on 3 January 2009.": [["Ivo Melis"]],
    "Ana Holt joined. The board of Orrin Ltd made her chief executive on 3 May 2001.": [["Orrin Ltd", "Ana Holt"]],
    # a new paragraph goes on about the one whom the text is about
    "Ana Holt played chess. Holt taught it, too. Maria Lund sent her a card.\n\nShe married in 1970.": [["Ana Holt"]],
    "A plumber named Cliff Moe spoke on 3 May 2001. In 2002 three men stopped a blue Fiat on the road.": [["Cliff Moe"], []],
    # another than the one who is called so; who founded it; the rebels of a front
    "Mayor Walt Holt lost to Ana Lund. The new mayor ended the contract in March 2002.": [[]],
    "The firm was founded in 2009 by two friends, Imran Moe and Ida Roe. The two founders met again on 14 May 2019.": [
        ["Imran Moe", "Ida Roe"],
        ["Imran Moe", "Ida Roe"],
    ],
    "The Varda Liberation Front agreed. The rebels freed forty men in 2016.": [["Varda Liberation Front"]],
    # not another name
    "The chairman, Lord Holt, called Moe a fool on 3 May 2001.": [["Holt", "Moe"]],
    # those who are named with what they are, and turned down together; what is taken, and where one plays
    "In May 2003 Yusuf Moe, a surgeon at Orrin College, and his pupil Ana Roe asked the Tarn Trust for help. The trust turned them down in"
    " August 2003.": [["Yusuf Moe", "Ana Roe", "Orrin College", "Tarn Trust"], ["Tarn Trust", "Yusuf Moe", "Ana Roe"]],
    "Mihal Roe took Lorne on 9 May 1419.": [["Mihal Roe"]],
    # a hospital with its saint; a firm told by its people, one that is founded; where from and where to
    "The boards of St Luke's Hospital and the Marl Infirmary voted on 14 October 2010. St Luke's was poor in 2011.": [
        ["St Luke's Hospital", "Marl Infirmary"],
        ["St Luke's Hospital"],
    ],
    "Pavlo Moe, an engineer at Nimbus, found it in 2001. Moe and Ida Roe founded Salt Water Law in 2004.": [
        ["Pavlo Moe", "Nimbus"],
        ["Pavlo Moe", "Ida Roe", "Salt Water Law"],
    ],
    "Orrin Ltd moved its office from Marn to Lorne in 2001. The Danish architect Ida Roe died in 2003.": [["Orrin Ltd"], ["Ida Roe"]],
    # a story goes on about the one of whom "he" was said, not about who is named after
    "Samir Holt was tried. His wife fled to Lima, where she was met by Judge Ivo Lund. He was shot on 3 May 1983.": [["Samir Holt"]],
    "Colonel Idris Holt and Ivo Lund spoke. They promised elections. They were held in 1991.": [[]],
    "3 May 1848. Captain Rolf Coffin was ill.\n\n2 July 1848. Lost the cook overboard. The captain read the service.": [
        ["Rolf Coffin"],
        ["Rolf Coffin"],
    ],
    # the nearest firm, not the paper to which somebody spoke
    "Orrin Ltd told the Porto Courier that all was well. In May 2001 the company closed its yard.": [["Orrin Ltd"]],
    # two bodies of unknown kind
    "Marnia and Kardovia closed the border in May 2001. Both countries opened it in June 2003.": [["Marnia", "Kardovia"]] * 2,
    # those who write a report
    "The Kelda Committee sat in Lima. We were appointed in May 2001.": [["Kelda Committee"]],
    # a body is no party to what only happens at its seat, but those at work there belong to it
    "Anders Holt and Peter Voss pleaded guilty at Wexmoor Court. They were jailed in May 2001.": [["Anders Holt", "Peter Voss"]],
    "Maria Lund taught at Orrin College from 1917 to 1931.": [["Maria Lund", "Orrin College"]],
    # a ship is "she", a figure is "it"
    "Tamsel Orrin guided the probe. On 30 August 2005 she swung into orbit.": [[]],
    "Orrin Bank raised its rate. In January 2001 it was 0.1.": [[]],
    "Maria Lund examined the ferry. She capsized on 7 November 2001.": [[]],
    "Tamsel Orrin left Marnia. In May 2001 he came back from Kardovia.": [["Tamsel Orrin"]],
    # an office in capitals, a name after what was done
    "Secretary Hale flew in. The Secretary spoke on 3 May 2001.": [["Hale"]],
    "Found Moe on 3 May 2001, snow-blind.": [["Moe"]],
    # who only reports a deed has no part in it
    "Maria Lund said that prices had risen on 3 May 2001.": [[]],
    # a description or pronoun that opens the entry of a chronicle whose date is in bold print
    "Ida Moe founded Orrin Homes.\n\n**May 2001.** The company left Oslo.": [["Orrin Homes"]],
    "Ida Moe founded Orrin Homes.\n\n**3 May 2001.** The firm was fined.": [["Orrin Homes"]],
    "The auditor, Maria Lund, was ill.\n\n**3 May 2001.** The auditor left.": [["Maria Lund"]],
    "The mayor, Anders Holt, was ill.\n\n**June 2003.** The mayor resigned.": [["Anders Holt"]],
    "Maria Lund was ill.\n\n**3 May 2001.** She left the town.": [["Maria Lund"]],
    "Anders Holt was ill.\n\n__3 May 2001.__ He left the town.": [["Anders Holt"]],
    "The master, Peter Voss, was ill.\n\n__3 May 2001__. The master went ashore.": [["Peter Voss"]],
    "Orrin Homes grew.\n\n**3 May 2001.** Police searched the company.": [["Orrin Homes"]],
    "Orrin Bank grew.\n\n*3 May 2001.* The bank was sold.": [["Orrin Bank"]],
    "Orrin Bank grew.\n\n*3 May 2001.* It was sold.": [["Orrin Bank"]],
    # those of the paragraph before
    "Anders Holt met Maria Lund.\n\nBoth were charged on 3 May 2001.": [["Anders Holt", "Maria Lund"]],
    "Anders Holt met Maria Lund.\n\nThe pair were charged on 3 May 2001.": [["Anders Holt", "Maria Lund"]],
    "Anders Holt met Maria Lund.\n\n**3 May 2001.** Both were charged.": [["Anders Holt", "Maria Lund"]],
    "Anders Holt met Maria Lund.\n\n**3 May 2001.** The two were charged.": [["Anders Holt", "Maria Lund"]],
    "Anders Holt met Maria Lund.\n\nThe couple married on 3 May 2001.": [["Anders Holt", "Maria Lund"]],
    "Anders Holt met Maria Lund.\n\nNeither came on 3 May 2001.": [["Anders Holt", "Maria Lund"]],
    "Anders Holt met Maria Lund.\n\nOn 3 May 2001 the two were jailed.": [["Anders Holt", "Maria Lund"]],
    "Anders Holt met Maria Lund and Peter Voss.\n\nThe two were jailed on 3 May 2001.": [[]],
    "Anders Holt met Maria Lund and Peter Voss.\n\nThe trio were jailed on 3 May 2001.": [["Anders Holt", "Maria Lund", "Peter Voss"]],
    "Anders Holt sang.\n\nThe two were jailed on 3 May 2001.": [[]],
    # two who are no subject
    "Mali met the Azalay Front. The talks between the two sides broke down on 3 May 2001.": [["Mali", "Azalay Front"]],
    "Chad threatened Mali. War between both countries broke out on 3 May 2001.": [["Chad", "Mali"]],
    "Orrin Ltd courted Varda Homes. Tarn Bank warned both companies on 3 May 2001.": [["Tarn Bank", "Orrin Ltd", "Varda Homes"]],
    "Orrin Ltd courted Varda Homes. Tarn Bank fined the two companies on 3 May 2001.": [["Tarn Bank", "Orrin Ltd", "Varda Homes"]],
    "Anders Holt met Peter Voss. Police arrested both men on 3 May 2001.": [["Anders Holt", "Peter Voss"]],
    "Anders Holt met Peter Voss. A pact was signed by the two leaders on 3 May 2001.": [["Anders Holt", "Peter Voss"]],
    "Anders Holt met Peter Voss. Maria Lund quarrelled with both men on 3 May 2001.": [["Maria Lund", "Anders Holt", "Peter Voss"]],
    "Anders Holt met Peter Voss. Maria Lund left both houses on 3 May 2001.": [["Maria Lund"]],
    "Chad threatened Mali. A map of the two countries was printed on 3 May 2001.": [[]],
    "Anders Holt sang. Police arrested both men on 3 May 2001.": [[]],
    # who is spoken of behind a semicolon, is spoken of last
    "Anders Holt crossed the sea in 1998; Peter Voss was nine. He took over in 2001.": [["Anders Holt"], ["Peter Voss"]],
    "Anders Holt sold the mill in 1998; Peter Voss bought it. In 2001 he sold it.": [["Anders Holt"], ["Peter Voss"]],
    "Maria Lund left in 1998; Rita Moe stayed. She resigned in 2001.": [["Maria Lund"], ["Rita Moe"]],
    "Anders Holt left in 1998; Rita Moe stayed. He resigned in 2001.": [["Anders Holt"], ["Anders Holt"]],
    "Anders Holt met Peter Voss in 1998. He resigned in 2001.": [["Anders Holt", "Peter Voss"], ["Anders Holt"]],
    # another's kin without a name is not he himself
    "Police arrested Anders Holt's son in 1998. He was freed in 2001.": [[], []],
    "Anders Holt's wife died in 1998. He left Porto in 2001.": [[], ["Anders Holt"]],
    # a ship's cook is no ship
    "Born in Porto in 1950, the daughter of a ship's cook, Tamsel Orrin sang. She married in 1998.": [["Tamsel Orrin"]] * 2,
    # "it" after a verb of giving or the like, where the sentence before is about a body
    "Orrin Ltd bought the hill in 2001. The county gave it leave to dig in 2003.": [["Orrin Ltd"], ["Orrin Ltd"]],
    "Orrin Ltd bought the hill in 2001. The county sold it in 2003.": [["Orrin Ltd"], []],
    # the kin who is told of, not the one whose kin it is
    "Rita Moe's widow, Theresa, founded a school in 1966. She died in 1999.": [["Theresa"]] * 2,
    "Rita Moe's sister, Noor, complained in 1966; she was herself arrested in 1967.": [["Noor"]] * 2,
    # things that were spoken of are no body
    "The Tropical Institute thanked her. Rita Moe died in 1939, and her notebooks went to Graz. They lay there until 1979.": [
        ["Rita Moe"],
        [],
    ],
    # a firm is no trust, and none that is named later
    "The Canal Trust sold a shop to Orrin Homes in 1998. The firm built a mill in 2001.": [["Canal Trust", "Orrin Homes"], ["Orrin Homes"]],
    "Ida Moe, the head of Transco, was ill. In 1998 the company paid. The Blue Company closed in 2001.": [[], ["Blue Company"]],
    # whoever signs for a body writes for it
    "By Ida Moe, head of safety at Orrin Ltd\n\nIn 2001 we closed the mill.": [["Orrin Ltd"]],
    # a body without a name acts, and is nobody for whom a pronoun stands
    "The army shelled the town in 2001. It was rebuilt in 2003.": [["army"], []],
    "The army was small in 2001.": [[]],
    "Lima fell. The Peruvian army left in 2001.": [["Peru"]],
    # a firm that speaks of itself as of several
    "Peru waited. Orrin Ltd said in 2001 that they would close in 2003.": [["Orrin Ltd"], ["Orrin Ltd"]],
    # who announced something, not what was announced, takes it back
    "Maria Lund announced in 1998 that the fever was a virus, and took the claim back in 2001.": [["Maria Lund"]] * 2,
    "The fund, which Maria Lund set up in 1998 and which was dissolved in 2001, had many friends.": [["Maria Lund"], []],
    "The owners, Kramer & Co, paid in May 2001. The owners appealed in June 2003.": [["Kramer & Co"]] * 2,
}


@pytest.mark.parametrize("text", TOLD, ids=lambda text: text[-40:])
def test_who_takes_part(text: str) -> None:
    events = extract(Document("a", text, published=When("2012-03-13")))
    assert [{actor.name for actor in event.actors} for event in events] == [set(names) for names in TOLD[text]]


GENDERS = {
    "Mrs Voss left.": ("Voss", "she"),
    "King Odemar left.": ("King Odemar", "he"),
    "Yvette Moe left.": ("Yvette Moe", "she"),
    "Taldor Moe left.": ("Taldor Moe", None),
    "Taldor Ann Moe left.": ("Taldor Ann Moe", "she"),
    "Taldor, the widow of a smith, left.": ("Taldor", "she"),
    "Taldor, his brother, left.": ("Taldor", "he"),
    "Her son, Taldor Moe, left.": ("Taldor Moe", "he"),
}


@pytest.mark.parametrize("text", GENDERS)
def test_gender(text: str) -> None:
    name, wanted = GENDERS[text]
    document = Document("a", text)
    start = text.index(name)
    assert gender(text, Actor(name, "person", (document.span(start, start + len(name)),))) == wanted
