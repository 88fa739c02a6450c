"""Labels: what a careful editor would put on a timeline, sentence by sentence."""

import pytest

from core.events.fitting import LONGEST
from core.model import Document
from core.pipeline import extract
from core.when import When

LABELS = {
    # what stands between commas goes before the words are cut, and no cut goes into the verb
    "Crown Prince Ivo, King Holm's brother and political adviser, was asked on 3 May 2019 about the message that the king had brought.": [
        "Crown Prince Ivo was asked about the message that the king had brought"
    ],
    "The bank's chairman, Ida Moe, who had been ill, resigned on 3 June 2019.": ["The bank's chairman, Ida Moe, resigned"],
    "The product, which had been sold by mail, was recalled on 3 June 2019.": ["The product was recalled"],
    "French President Lucien Mitterand said on 3 May 2019 that some allied forces are crossing Chadian territory as part of a plan.": [
        "French President Lucien Mitterand said some allied forces are crossing Chadian territory"
    ],
    "The wisdom of the mayor in returning Ivo Holm to the care of his old parents in the far country was confirmed on 3 May 2019.": [
        "The wisdom of the mayor was confirmed"
    ],
    # what was said stands behind a colon, and what somebody says of "us" behind his name
    'Ida Moe said on 3 May 2019: "The dam will hold."': ['Ida Moe said: "The dam will hold"'],
    '"We will strike on 3 May 2024," said Ida Moe.': ["Ida Moe: we will strike"],
    # whoever said it, named before or after, with what he is called
    '"We never thought it would hold," said the firm\'s director, Ida Moe, on 3 May 2019.': [
        'The firm\'s director, Ida Moe, said: "We never thought it would hold"'
    ],
    '"It is over," said the director, Ida Moe, on 3 May 2019.': ["The director, Ida Moe, said that it is over"],
    '"It is over," said Ida Moe, the director, on 3 May 2019.': ["Ida Moe said that it is over"],
    '"It is over," Ida Moe, the director, said on 3 May 2019.': ["Ida Moe, the director, said that it is over"],
    "The dam broke, and a neighbour, Lena Frisk, said on 3 May 2019 that it was old.": ["A neighbour, Lena Frisk, said that it was old"],
    # a present behind what stands between commas
    "Orrin, founded in 1988 by the chemist Joost Kramer, employs 900 people.": ["Orrin was founded by the chemist Joost Kramer"],
    "The cup, which was found in a garden shed in May 2019, goes back on display in May 2024.": [
        "The cup was found in a garden shed",
        "The cup goes back on display",
    ],
    # a relative clause stands between a subject and its verb
    "The strike began on 3 May 2019, when Transco, which belongs to the city, failed to pay.": ["The strike began"],
    "On 3 May 2019 the bill came back, and Ida Moe, who steers it, got rid of it.": ["The bill came back"],
    "At least 20 cleaners who asked for their wages were beaten in May 2019.": ["At least 20 cleaners were beaten"],
    "The inquiry under Lord Fenn, which Ida Moe set up in May 2019, would report in May 2024.": [
        "Ida Moe set up the inquiry under Lord Fenn",
        "The inquiry under Lord Fenn would report",
    ],
    "On the other hand Orrin Ltd paid on 3 May 2019.": ["Orrin Ltd paid"],
    # what is said of a thing that has a clause of its own
    "The fund, which Ida Moe set up in 1987, paid out.": ["Ida Moe set up the fund"],
    "It is part of the fleet that Ida Moe sold on 3 May 2019.": ["Ida Moe sold the fleet"],
    "A vaccine, which Orrin Ltd had planned to sell from 1998, failed.": ["Orrin Ltd had planned to sell a vaccine"],
    "Ida Moe, missing since 3 May 2019, was found on 5 May 2019.": ["Ida Moe was missing", "Ida Moe was found"],
    "Three men were due before magistrates on 3 May 2019.": ["Three men were due before magistrates"],
    # with what something is compared stays, and dates nothing
    "Sales came to $4 million in May 2019, against $3 million a year earlier.": [
        "Sales came to $4 million, against $3 million a year earlier"
    ],
    "Income fell to $35 million in May 2019 from $70 million a year ago.": ["Income fell to $35 million from $70 million a year ago"],
    "The mill was among today's largest.": [],
    "Orrin expects a loss for the year ending 30 June 2024.": [],
    'He asked, "Who will come on 3 May 2024?"': [],
    # what somebody did, in -ing
    "They went on, capturing Lima on 3 May 2019.": ["They captured Lima"],
    "They closed it, with Orrin reporting a loss in May 2019.": ["Orrin reported a loss"],
    # what is said after "to say" belongs to it
    "On 3 May 2019 Ida Moe rang the mayor to say that the dam would hold.": ["Ida Moe rang the mayor to say that the dam would hold"],
    "Events leading to the fall of Lima and of the Republic of Peru, as it was called, began with the loss of the port on 3 May 2019.": [
        "Events leading to the fall of Lima and of the Republic of Peru began with the loss"
    ],
    # who or what a relative clause is about
    "The mill was the heart of a strike that led to a new law in May 2019.": ["A strike led to a new law"],
    "The number of stocks on the Lima Stock Exchange that fell in May 2019 was high.": [
        "The number of stocks on the Lima Stock Exchange fell"
    ],
    # what came of it, who did it, and whose object a date is
    "Orrin posted a charge, resulting in a loss for the third quarter of 2019.": ["Orrin posted a charge"],
    "Orrin bought the mill before selling its ship and cutting its stake in May 2019.": ["Orrin cut its stake"],
    "After touring the port on 3 May 2019, Ida Moe said she was content.": ["Ida Moe toured the port"],
    "Ida Moe said that payments to those not staying with the firm will reduce its income for 2019.": [
        "Payments to those not staying with the firm will reduce its income"
    ],
    "Ida Moe spent the summer of 2019 in Lima.": ["Ida Moe spent the summer of 2019 in Lima"],
    "The council proclaimed 3 May 2019 a holiday.": ["The council proclaimed 3 May 2019 a holiday"],
    "The party won a seat, and hopes to win ten more in May 2024.": ["The party hopes to win ten more"],
    "Then came another flood, in 2019.": ["Another flood came"],
    "An important watershed was the fall of Lima in 2019.": ["An important watershed was the fall of Lima"],
    "Moe's speech on 3 May 2019 against Lund was short.": ["Moe's speech against Lund was short"],
    "In his 2019 debate against Lund, Moe spoke of the mill.": ["Debate against Lund"],
    "Presidents Ivo Holm of Peru and Ida Moe of Chile signed a long plan for cooperation in trade and science on 3 May 2019.": [
        "Presidents Ivo Holm of Peru and Ida Moe of Chile signed a long plan for cooperation"
    ],
    "Tired of waiting, the mayor is leaving, he said on 3 May 2019.": ["He said that the mayor is leaving"],
    "A phony address will cost the firm a million, Ida Moe said on 3 May 2019.": [
        "Ida Moe said that a phony address will cost the firm a million"
    ],
    "Earnings for its third quarter fell.": ["Earnings fell"],
    "In May 2019 the army of the north used the same tactics in accordance with the theory of warfare of the school in Lima.": [
        "The army of the north used the same tactics"
    ],
    "Net was $10 million in May 2019, compared with $12 million, or $1.02 a share, a year earlier.": [
        "Net was $10 million, compared with $12 million, or $1.02 a share, a year earlier"
    ],
    "LIMA (Wire)_ Police seized a car on 3 May 2019.": ["Police seized a car"],
    # a relative clause with a subject of its own, and what is said of a deed's doer or thing
    "An appeal that Ms Moe lodged on 2 May 2019 was rejected on 14 May 2019.": ["Ms Moe lodged an appeal", "An appeal was rejected"],
    "The act, on which the court relies, came into force in 2019.": ["The act came into force"],
    "The arrest of Ivo Holm, who shot a doctor in May 2019, was welcomed.": ["Ivo Holm shot a doctor"],
    "The firm bounced back with the introduction of the dolls, whose sales hit $600 million in 2019.": [
        "The dolls’ sales hit $600 million"
    ],
    "Another debacle like that of Lima in 2019 was in the offing.": ["Another debacle like that of Lima was in the offing"],
    # appositions one behind the other, lists at the head, adverbs before the verb
    "Also because Lima, Peru, the key town, fell on 3 May 2019, they left.": ["Lima, Peru, the key town, fell"],
    "After two years of sales, quizzes and a silence, the appeal closed on 6 June 2019.": ["The appeal closed"],
    "By May 2019, worn by the war, Moe had left.": ["Moe had left"],
    "However, cited by the police in May 2019, Moe was sent home.": ["Moe was cited by the police"],
    "In a letter to the board dated 3 May 2019, the firm denied wrongdoing.": ["The firm denied wrongdoing"],
    "In a 3 May 2019 statement Moe sharply denied it.": ["Moe sharply denied it"],
    "Friday's volume came to 300 million shares.": ["The volume came to 300 million shares"],
    # figures behind a comma, a date with a comma before its noun, gaps
    "Shares leaped $2, to $18, on 3 May 2019, while Orrin sank $1, to $21.": ["Shares leaped $2, to $18"],
    "Moe replaces men charged in the Dec. 21, 2019, bombing of the mill.": ["Bombing of the mill"],
    "The club has grown, adding Greece in 1952, Peru in 1955 and Spain in 1982.": [
        "The club added Greece",
        "The club added Peru",
        "The club added Spain",
    ],
    "It was known as the May 2019 crisis.": [],
    "The owners declared that none had, and corrected themselves on 3 May 2019.": ["The owners corrected themselves"],
    # plans one after the other, what did not happen before, auxiliaries shared and not
    "They agreed to open the road by May 2029 and to meet again in June 2029.": ["They agreed to open the road", "They agreed to meet"],
    "Rovers did not win until October 2019.": ["Rovers won"],
    "The line was electrified in 2009 and cut back in 2012.": ["The line was electrified", "The line was cut back"],
    "He was convicted in 2008, appealed the following year and left.": ["He was convicted", "He appealed"],
    "A man was fined on 4 May 2019. It was his third offence since June 2018.": ["A man was fined"],
    "Jets struck the bridge on 3 May 2019, hours after the house had met.": ["Jets struck the bridge"],
    "**16 January 2019.** Wind from the south. The sledge broke on 14 January 2019.": ["The sledge broke"],
    # lists, colons, questions of others, what a label is not cut behind
    "Crews are flying over the hills on 3 May 2019 to reach people without food, heat or medicine.": [
        "Crews are flying over the hills to reach people without food, heat or medicine"
    ],
    "The Echo said in an editorial on 3 May 2019: The court was wrong.": ["The Echo said in an editorial: The court was wrong"],
    "Moe said when asked on 3 May 2019 that he was innocent.": ["Moe said when asked that he was innocent"],
    "Months after Ivo Holm's death in 2019, Moe set out.": ["Ivo Holm's death"],
    "Even so, on his way to Lima on 3 May 2019, the ministers were asked.": ["The ministers were asked"],
    "Orrin, which said it found the bugs, still plans to sell the mill on 3 May 2024.": ["Orrin plans to sell the mill"],
    "The plan failed, although drawings, released on 3 May 2019, show a tower.": ["Drawings were released"],
    "Much comes from Livy, a child of the wars, who died in AD 17.": ["Livy, a child of the wars, died"],
    "The commune was founded on 3 April 2019 and lasted until 5 July 2019.": [
        "The commune was founded",
        "The commune lasted until 5 July 2019",
    ],
    "Chile wrote of Monday's meeting between Moe and his mother at the home of a nun.": [
        "Meeting between Moe and his mother at the home of a nun"
    ],
    "The men, who were safe, but whose fleet was not, felt ill, and refused to sail in May 2019.": ["The men refused to sail"],
    # lists before the verb, "all but", what an agreement says, what a label has lost at its ends
    "The pact grew in May 2019, when Peru, Chile, and Cuba joined it.": ["The pact grew"],
    "Peru left when Chile, Cuba, and Haiti joined on 3 May 2019.": ["Chile, Cuba, and Haiti joined"],
    "By May 2019 the town was all but lost.": ["The town was all but lost"],
    "The talks included agreement that the army would leave Lima on 3 May 2024.": ["The army would leave Lima"],
    "With the onset of the hard winter, the war ended.": ["The war ended"],
    "In a speech made to the house on 3 May 2019, Moe denied it.": ["Moe denied it"],
    # what a date leaves behind
    "The economy shrank in the three months to June 2019.": ["The economy shrank"],
    "It went in on 14 August 2019.": ["It went in"],
    "Version 5, due in May 2024, would be free.": ["Version 5 would be free"],
    "Moe stood down at the meeting on 24 November last.": ["Moe stood down at the meeting"],
    "Orrin sold bonds due 1 March 2031.": ["Bonds due"],
    "It is with sadness that we record the death on 9 January 2019 of Ida Moe.": ["Death of Ida Moe"],
    "Agreed by six votes to two on 6 July 2019.": ["Agreed by six votes to two"],
    "It was not until 3 May 2019 that Moe revealed that the talks had failed.": ["Moe revealed that the talks had failed"],
    "The plan goes before the council on 3 May 2024.": ["The plan goes before the council"],
    "Tension built over the winter of 2019, so that Moe left.": ["Tension built"],
    # in what situation, and the signs of wires
    "With the finding of a rifle on 3 May 2019, the police closed the case.": ["Finding of a rifle"],
    "Moe shot the guards - in May 2019 - and fled.": ["Moe shot the guards"],
    'Profits were " squeezed" in 2019.': ['Profits were "squeezed"'],
    "``For the people of Peru, peace comes on 3 May 2024.''": ["For the people of Peru, peace comes"],
    "A clerk saw the car on 3 May 2019, and, curious why it stood there, took its number.": ["A clerk saw the car"],
    # what follows "after" is a clause of its own, also behind an apposition, and speaks for nobody
    "Dockers voted on 3 May 2019 to end a walkout, after the operator, Balt Ports AS, agreed to raise wages.": [
        "Dockers voted to end a walkout"
    ],
    "The garrison gave up on 3 May 2019, after the sultan had promised free passage.": ["The garrison gave up"],
    # initials are no small words
    "In May 2019 the WHO said that the virus had spread.": ["The WHO said that the virus had spread"],
    "On 3 May 2019 IS seized the town.": ["IS seized the town"],
    # who, in what paper, how old, and by how much is said beside it
    "Ida Moe, 58, who left Lima in May 2019, denied it.": ["Ida Moe left Lima"],
    "In a statement issued on 3 May 2019, Orrin Ltd said the dam was safe.": ["Orrin Ltd said the dam was safe"],
    "They froze the fund on 3 May 2019, a day after Peru told of similar steps.": ["They froze the fund"],
    "Ida Moe died in Lima about 1850, or, according to others, in 1852.": ["Ida Moe died in Lima", "Ida Moe died in Lima"],
    "His lawyers said they would appeal before 3 May 2029.": ["His lawyers would appeal"],
    "Prosecutors opened a case in May 2019; it was closed in June 2019.": ["Prosecutors opened a case", "It was closed"],
    "Moe's yacht was seized in May 2019. It was sold in June 2019.": ["Moe's yacht was seized", "Moe's yacht was sold"],
    # a clause tells of the happening that is dated in it
    "The coup of August 2019 failed.": ["The coup failed"],
    "He was killed in the coup of August 2019.": ["He was killed in the coup"],
    "He was tried for his part in the coup of August 2019.": ["Coup"],
    # an adverb before a participle, an age behind a name, a noun in -s
    "The hearing, originally listed for 3 May 2019, took place in June 2019.": ["The hearing was listed", "The hearing took place"],
    "Quill began in autumn 2019, when Ida Moe, then 21, wrote the first version.": ["Quill began"],
    "A beta is expected in May 2029, and support for version 3 ends in June 2029.": ["A beta is expected", "Support for version 3 ends"],
    # what a sentence is about may end in -ing
    "Trading in the shares was halted on 3 May 2019.": ["Trading in the shares was halted"],
    "Speaking in Lima, Ida Moe said on 3 May 2019 that the dam was safe.": ["Ida Moe said that the dam was safe"],
    # behind a bracket the sentence goes on, whatever stood in it
    "On 3 May 2019 the Café Central (founded by Ana Ruiz) reopened.": ["The Café Central reopened"],
    "On 3 May 2019 the hall (built for those who came by sea) burned.": ["The hall burned"],
    # a bracket that belongs to its word stays, and "Dr." ends nothing
    "The team plotted f(x) in May 2019.": ["The team plotted f(x)"],
    "He was charged on 3 June 2019 in the 1995 shooting of Dr. Hugh Short, who was wounded.": [
        "He was charged in the 1995 shooting of Dr. Hugh Short",
        "Shooting of Dr. Hugh Short",
    ],
    # "which" may be of the date itself, and a date is no subject of what it dates
    "For fiscal 2025, which starts on 1 July 2024, the council approved a budget of 3 million.": [
        "The council approved a budget of 3 million",
        "Fiscal 2025 starts on 1 July 2024",
    ],
    "They control the market, which last year had sales of 3 million.": ["The market had sales of 3 million"],
    "On 31 March 2019, after a three-day battle, Hue fell.": ["Hue fell"],
    "By setting a 14 January 2019 return date, the board gave the family time.": ["The board gave the family time"],
    "The snow lay at Lorn and Marn before the end of May 2019 trapped the army.": ["The end of May 2019 trapped the army"],
    # what is named, numbered or joined on is no verb of the sentence, or is one
    "In May 2019 a force called the Don Army under Ivo Holm attacked the town.": ["A force attacked the town"],
    "The Lornians responded in May 1990 with a three pronged attack.": ["The Lornians responded with a three pronged attack"],
    "Moe joined the College in 1952, taught at the school from 1956 to 1991, and never married.": [
        "Moe joined the College",
        "Moe taught at the school",
    ],
    # what was said twice keeps its "and", what was claimed stands before what it was claimed for
    "Chief Marta Ives said on 3 May 2019 that the safe had not been forced and that the company would change its locks.": [
        "Marta Ives said the safe had not been forced and that the company would change its locks"
    ],
    "They condemned the bombing of the terminal, for which the Front claimed responsibility on 3 April 2019.": [
        "The Front claimed responsibility for the bombing of the terminal"
    ],
    # whoever goes before a judge, and what did not take place
    "He will go before Judge Adela Quince on 20 October 2025.": ["He will go before Judge Adela Quince"],
    "Talks that had been planned for May 2019 did not take place.": ["Talks did not take place"],
    "Arrested the cook, Amado Rey, on 3 May 2019.": ["Arrested the cook, Amado Rey"],
    # a date leaves no hole behind
    "Orrin Ltd posted a 20% gain in third-quarter net income.": ["Orrin Ltd posted a 20% gain in net income"],
    "Orrin Ltd gave in last Thursday.": ["Orrin Ltd gave in"],
    "Ruth Abel, a mediator whom both sides had called in last week, smiled.": ["Both sides had called in Ruth Abel, a mediator"],
    "The mayor praised the panel that issued Thursday's ruling.": ["The panel issued the ruling"],
    "Last week alone, some $1.6 billion flowed out of the funds.": ["Some $1.6 billion flowed out of the funds"],
    "Orrin Ltd reported sales of $538 million for the quarter ended Sept. 29, 2019.": ["Orrin Ltd reported sales of $538 million"],
    "The lease is up in July 2019.": ["The lease is up"],
    "The team would be ready to leave as soon as May 3, 2025.": ["The team would be ready to leave"],
    "The warning bears the date of 3 April 2006.": ["The warning bears the date of 3 April 2006"],
    "The accord had said May 1, 2019.": ["The accord had said May 1, 2019"],
    # a subject that another word or clause hides
    "Indeed, Mayor Ida Moe said on 3 May 2019 that the dam is old.": ["Mayor Ida Moe said that the dam is old"],
    "Unveiled in April 2019, the chip holds four plans.": ["The chip was unveiled"],
    "Announced on 3 May 2019 by the mayor, the plan failed.": ["The plan was announced by the mayor"],
    "Nicknamed the Fox in the papers, Ivo Holm was arrested on 3 May 2019.": ["Ivo Holm was arrested"],
    "His car was seen in Porto, and was found abandoned at the airport in December 2019, police said.": [
        "His car was found abandoned at the airport"
    ],
    "That came after the failure of the talks in summer 2019.": ["That came after the failure of the talks"],
    "All through May 2019 both men wrote to Lima.": ["Both men wrote to Lima"],
    "According to two officials, Ivo Holm drove to Lima on 3 May 2019.": ["Ivo Holm drove to Lima"],
    "It was Ida Moe who paid the ransom in May 2019.": ["Ida Moe paid the ransom"],
    "Orrin Ltd, whose lease for the yard ran out in May 2019, moved.": ["Orrin Ltd’s lease for the yard ran out"],
    "The firm will publish the paper before the summer recess of 2025.": ["The firm will publish the paper before the recess"],
    "The line was last repaired in 2012.": ["The line was last repaired"],
    "We'll open the hall on 3 May 2025.": ["We'll open the hall"],
    # which noun a relative clause is about
    "The column advanced on the town of Marn which fell on 14 July 2019.": ["The town of Marn fell"],
    "He sold his stakes in Orrin Ltd, which is to move to Lima in May 2025.": ["Orrin Ltd is to move to Lima"],
    "The board called off a meeting with the rebels that had been arranged for 3 May 2019.": [
        "A meeting with the rebels had been arranged"
    ],
    "Holm came back with aeroplanes, which were first seen on 3 May 2019.": ["Aeroplanes were first seen"],
    # what was said or decided belongs to it
    "In May 2019 a court ruled that the boy should go home.": ["A court ruled that the boy should go home"],
    "Orrin Ltd sold tools worth £412 million, but earned less, the firm said on 3 May 2019.": [
        "The firm said that Orrin Ltd sold tools worth £412 million, but earned less"
    ],
    "The firm had written to the town on 9 June 2022, three weeks after an inspection of the bridge and its piers, that it rusted.": [
        "The firm had written that it rusted"
    ],
    "He said the talks would start in May 2025 and that Chad would pay in June 2025.": ["The talks would start", "Chad would pay"],
    "He was found floating in a boat off Chad on 3 May 2019.": ["He was found floating in a boat off Chad"],
    # clauses that a coordinator joins
    "On 21 April 2019 the raiders disbanded and on 26 April 2019 General Joseph E. Holm surrendered his troops.": [
        "The raiders disbanded",
        "General Joseph E. Holm surrendered his troops",
    ],
    "Ida Moe met Holm and Lund separately on 3 May 2019 and will see them on 3 June 2025.": [
        "Ida Moe met Holm and Lund separately",
        "Ida Moe will see them",
    ],
    "The number of visitors to Chad rose from fewer than 100,000 to more than 300,000 in 1997.": [
        "The number of visitors to Chad rose from fewer than 100,000 to more than 300,000"
    ],
    "My grandfather sailed that Sound in May 1950 with a better door.": ["My grandfather sailed that Sound with a better door"],
    "Secretary Hale will see Ivo Sable on 3 May 2025 and the opposition leader, Ida Prado, on 4 May 2025.": [
        "Secretary Hale will see Ivo Sable",
        "Secretary Hale will see the opposition leader, Ida Prado",
    ],
    # what changes the meaning stays
    "The bridge never opened in 2019.": ["The bridge never opened"],
    "Ida Moe allegedly stole the plans in May 2019.": ["Ida Moe allegedly stole the plans"],
    "The ministry told Radio Marn on 7 March 2019 that it had paid in May 2018.": [
        "The ministry told Radio Marn that it had paid",
        "The ministry had paid",
    ],
    '"We crossed the river on 4 March 2019," Ida Moe told Radio Marn on 6 March 2019.': [
        "Ida Moe: we crossed the river",
        "Ida Moe told Radio Marn: We crossed the river",
    ],
    # two dates of one verb
    "The probe flew past Mars in October 2000, past the Earth in May 2001, and slept until May 2005.": [
        "The probe flew past Mars",
        "The probe flew past the Earth",
        "The probe slept",
    ],
    "Orrin Ltd inspected the bridge on 16 May 2023, on foot, and for a second time on 23 May 2023, from a boat.": [
        "Orrin Ltd inspected the bridge, on foot",
        "Orrin Ltd inspected the bridge for a second time, from a boat",
    ],
    "The pair met in Oslo on 3 May 2019 and in Lima on 4 June 2019.": ["The pair met in Oslo", "The pair met in Lima"],
    "He was seen near the scene of the Oct. 23, 2019 slaying of Holm.": ["He was seen near the scene of the slaying of Holm"],
    "Income dropped to $300 million in 1997, down from $450 million in 1996.": [
        "Income dropped to $300 million, down from $450 million in 1996"
    ],
    "Its union, the Road and Rail Workers' League (RRWL), balloted its members in August 2019.": [
        "Its union, the Road and Rail Workers' League, balloted its members"
    ],
    "Harbour and Navigation Commissioner Doris Meisner ruled in January 2019 that the ferry Anneke should go home to the port of Lima.": [
        "Doris Meisner ruled the ferry Anneke should go home to the port of Lima"
    ],
    "NEW YORK _ A woman was killed on 3 May 2019.": ["A woman was killed"],
}


@pytest.mark.parametrize(("text", "wanted"), LABELS.items())
def test_labels(text: str, wanted: list[str]) -> None:
    found = [event.label for event in extract(Document("a", text, published=When("2024-03-13")))]
    assert found == wanted
    assert all(len(label) <= LONGEST for label in found)
