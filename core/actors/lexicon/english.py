"""The English words that tell names from other capitalised words, and one kind of name from another. Data only, in lower case."""


def words(text: str) -> frozenset[str]:
    """The words of a block of text."""
    return frozenset(text.split())


TITLES = words("""
    cllr supt ald pte cdr archdeacon
    mr mrs ms miss mx dr sir dame lord lady madam prof rev fr st. gen lt col maj capt cmdr sgt cpl adm brig gov sen rep hon insp det
    president vice-president premier chancellor minister senator congressman congresswoman representative deputy governor mayor councillor
    councilman alderman secretary ambassador envoy consul commissioner chairman chairwoman chairperson chair director chief head leader
    executive manager spokesman spokeswoman spokesperson speaker whip delegate negotiator mediator
    judge justice magistrate prosecutor attorney lawyer solicitor barrister counsel sheriff marshal detective inspector constable
    superintendent officer investigator coroner registrar
    king queen prince princess emperor empress pharaoh tsar czar tsarina kaiser sultan caliph shah emir rajah maharaja duke duchess
    earl count countess baron baroness viscount marquis archduke regent pope cardinal archbishop bishop abbot father brother sister
    reverend pastor rabbi imam ayatollah mullah sheikh saint prophet
    general colonel lieutenant major captain commander sergeant corporal private admiral commodore brigadier
    field-marshal lieutenant-general
    tribune praetor dictator satrap centurion
    professor doctor teacher scientist engineer architect economist analyst researcher scholar historian author writer novelist poet
    journalist reporter correspondent editor columnist photographer actor actress singer musician composer conductor painter artist
    coach trainer striker midfielder goalkeeper captain astronaut cosmonaut pilot driver founder co-founder owner partner banker trader
    activist dissident cleric warlord militant dictator strongman opposition-leader ex-president lawmaker legislator congresswoman
    aide adviser advisor expert specialist witness plaintiff defendant victim suspect businessman businesswoman tycoon financier
    secretary-general attorney-general governor-general director-general vice-chancellor commander-in-chief editor-in-chief vice-premier
    co-chair co-chairman ceo cfo coo cto vp mp mep businessmen signaller signalman
    physicist chemist biologist mathematician philosopher explorer inventor industrialist missionary nurse surgeon veterinarian
    canon deacon vicar curate chaplain verger landlord landlady bailiff boatswain skipper referee umpire biographer geologist astronomer
    botanist zoologist archaeologist anthropologist psychologist psychiatrist dentist pharmacist programmer playwright sculptor
    chancellor treasurer auditor comptroller curator librarian principal headmaster headmistress dean provost rector
""")
"""Words that stand before a person's name. The last word of a run of titles decides ("Acting Foreign Minister")."""

TITLE_PARTS = words("""
    acting deputy vice assistant associate foreign prime interior defence defense finance health education home justice trade energy
    environment agriculture transport culture labour labor state general chief senior junior former ex late interim managing executive
    crown first second third under permanent lead press joint staff lord high attorney majority minority opposition party house senate
    supreme district federal special national security economic political military police army navy air force fire medical financial
    operating technology marketing research grand field rear wing squadron flight lance petty warrant brigadier lieutenant major
    elect emeritus honorary then retired veteran bank prize-winning
""")
"""Words that only come before or between titles ("Deputy Prime Minister")."""

SPOKESPEOPLE = words("spokesman spokeswoman spokesperson spokesmen spokespeople")

TRADES = words("""
    data castings works mills foundry forge colliery dairy bakery labs optics plastics ceramics toys watch international industrial linux
    homes maps rederi
""")
"""Words that end the names of firms and campaigns, and begin nothing with an "of"."""

ORGANISATION_WORDS = (
    words("""
    ministry department agency bureau office authority commission committee council board bank fund treasury exchange court tribunal
    parliament congress senate assembly duma knesset bundestag cabinet government administration directorate inspectorate secretariat
    police constabulary army navy force forces guard guards corps brigade regiment battalion division fleet squadron legion militia
    party front movement league alliance coalition union federation confederation association society club institute institution
    foundation trust charity university college school academy faculty hospital clinic church diocese museum library laboratory
    laboratories observatory network news agency press times post herald tribune journal gazette telegraph broadcasting television radio
    media studios pictures records entertainment publishing publishers books company companies corporation corp corp. inc inc. ltd ltd.
    limited plc llc llp lp gmbh ag sa s.a. nv bv ab oy kk spa holdings holding group partners industries enterprises technologies
    technology systems solutions services logistics freight shipping lines airlines airways air aviation motors automotive steel mining
    minerals metals oil gas petroleum energy power electric chemicals pharmaceuticals pharma biotech healthcare insurance assurance
    securities capital investments investment ventures asset finance financial credit savings mutual brothers bros & co co. sons
    stores foods lumber timber hardware textiles
    brewery breweries telecom telecommunications communications mobile wireless software networks semiconductor microsystems
    devices instruments consulting consultants associates architects engineering construction builders properties estates
    ballet orchestra philharmonic opera theatre theater choir band united rovers wanderers rangers
    brigades organisation organization embassy consulate mission delegation tribunal ombudsman watchdog regulator service
    taskforce syndicate cartel gang mafia tribe clan resistance directory junta politburo presidium soviet reichstag
    observer initiative programme program project consortium co-operative cooperative cooperatives collective guild chamber
    command headquarters unit intelligence customs revenue railways railway rail canal waterways
    dynasty caliphate directory nations branch trains fze fzco pte pty sarl srl sas bhd sdn ooo oao zao pao jsc pjsc kg asa aps
    chronicle ledger courier echo argus examiner dispatch sentinel advertiser mercury kurier athletic albion
    centre center maritime marine trade trading robotics aerospace dynamics electronics refinery shipyard shipyards brewers distillery
""")
    | TRADES
)
"""Words that, at the end of a name or before its "of", make it an organisation."""

STATE_WORDS = words("""
    republic kingdom duchy grand-duchy principality county margraviate earldom bishopric khanate sultanate emirate caliphate empire
    commonwealth federation confederation confederacy viceroyalty protectorate dominion shogunate tsardom
""") - words("county federation confederation commonwealth empire caliphate")
"""Words that, before an "of", make a name a state ("the Duchy of Marn")."""

CLUBS = words("FC AFC CF SC AC FK SK BK IF SV CD UD RC AS SS NK HNK PSV VfB VfL TSG RB BC RFC CC")
"""What marks the name of a club, in capitals, before or after it."""

ORGANISATION_BEFORE = words("""
    radio télé banco banca banque bank deutsche crédit credit compagnie société club team groupe grupo gruppo
    musée museo museu galerie galleria galería théâtre teatro académie réseau orchestre opéra clinique
    aero institut instituto istituto universidad université universität universidade collège ministerio ministère
""")
"""Words that, at the beginning of a name, make it an organisation."""

COMPANY_SUFFIXES = words("""
    oyj hf ehf kft zrt sro s.r.o s.r.o. doo d.o.o d.o.o. tbk ltda bvba kgaa ohg s.p.a s.p.a. s.a.r.l berhad pvt incorporated a/s
    inc inc. ltd ltd. limited plc llc llp lp gmbh ag sa s.a. nv bv ab oy spa corp corp. corporation co co. company
    fze fzco pte pty sarl srl sas jsc pjsc kg asa aps
""")

PLACE_WORDS = words("""
    river lake sea ocean bay gulf strait straits channel mountain mountains mount hill hills valley desert forest island islands isle
    peninsula cape coast beach falls plateau plain plains city town village county province state district borough prefecture canton
    region territory street road avenue lane boulevard highway motorway square plaza park garden gardens bridge tunnel airport
    airfield station terminal port harbor harbour dock docks pier quay stadium arena palace castle tower house hall cathedral abbey
    temple mosque cemetery prison jail camp base barracks heights springs creek canyon crossing junction border zone front pass
    campus hotel building plant mine dam reservoir estate farm field fields quarter suburb ward parish hemisphere
    reef glacier volcano wood woods moor marsh corridor
""")
"""Words that, at the end of a name, make it a place."""

PLACE_BEFORE = words("mount lake cape fort port camp san santa isle gulf bay straits strait river")
"""Words that, at the beginning of a name, make it a place."""

EPONYMS = words("disease syndrome theorem")
"""Things that bear somebody's name and are not his: "Parkinson's disease"."""

THING_WORDS = words("""
    war wars battle siege revolution rebellion uprising revolt crisis crash depression massacre holocaust treaty pact accord accords
    agreement convention protocol charter constitution amendment act bill law code declaration doctrine plan deal policy summit
    conference congresses games olympics championship championships cup tournament open series season race prize award awards medal
    festival day eve week month year century age era period renaissance reformation enlightenment express flight boeing airbus
    mayday report review survey index study paper book bible koran quran testament edition magazine album song film movie show
    operation campaign offensive strategy mission-statement project-plan line theory theorem effect syndrome disease virus flu fever
    hurricane typhoon storm cyclone earthquake tsunami street-car internet web dow nasdaq ftse nikkei average
    language islam christianity judaism buddhism hinduism catholicism marxism communism fascism nazism god
    order monument memorial exhibition expo fair market markets programme-book stock bond bonds note notes exhibit appendix annex article
    section chapter figure table volume page clause rule regulation directive order-in-council resolution
    case trial inquiry inquest investigation hearing lawsuit appeal verdict scandal affair incident disaster election elections
    plate trophy shield regatta match derby ceremony
    meeting session referendum primary ballot vote poll budget tax relief spring offensive-plan gate
""")
"""Words that, at the end of a name or before its "of", make it neither an actor nor a place."""

COLLECTIVES = words("""
    side troops troop forces force military army navy air-force soldiers marines government governments administration authorities
    authority delegation delegations negotiators officials official diplomats regime leadership leaders state rulers ruler
    commandos warplanes planes bombers aircraft jets warships ships fleet navy fighters militants insurgents police warriors
    army armies cavalry legions hoplites team command commanders representatives mission embassy parliament lawmakers court courts
    regulators prosecutors investigators party leader president premier king queen emperor minister ministers ambassador envoy
    delegates diplomat general generals secretary-general secretary chancellor spokesman spokeswoman spokesperson
    officers inspectors agents detectives
    drone drones missile missiles republic empire kingdom people public-prosecutor customs intelligence presidency
""")
"""Nouns that, after a country's name or demonym, speak of the country itself ("the American side", "US troops")."""

DEEDS = words("""
    attack attacks strike strikes raid raids assault invasion offensive bombing bombardment shelling siege blockade embargo sanctions
    conquest occupation annexation withdrawal retreat pullout surrender defeat victory capture seizure takeover overthrow fall
    liberation arrest detention imprisonment trial conviction acquittal execution killing murder assassination kidnapping abduction
    death deaths birth resignation appointment election re-election inauguration coronation abdication dismissal removal ouster
    nomination acquisition purchase merger sale bid launch creation foundation founding formation establishment dissolution
    bankruptcy collapse visit arrival departure return intervention mission operation deployment evacuation war declaration
    announcement decision refusal rejection request demand complaint lawsuit suit claim offer proposal promise pledge threat warning
    statement speech testimony admission denial victory talks meeting negotiations agreement treaty pact deal alliance
    accession entry exit departure marriage wedding divorce disappearance discovery invention vote
    presence orders assets march crossing expedition campaign advance landing landings counterattack counteroffensive ultimatum
""")
"""Nouns that name what somebody did or suffered ("the fall of ...", "Germany's invasion of ...")."""

ABBREVIATIONS = words("""
    mr mrs ms dr st gen lt col maj capt sgt cpl adm brig gov sen rep hon rev prof fr jr sr inc ltd corp co bros vs no dept univ
""")
"""Words whose full stop ends no sentence inside a name."""

SPEAKING = words("""
    said says say saying told tells tell telling announced announces announcing announce stated states stating declared declares
    declaring warned warns warning added adds adding claimed claims claiming reported reports reporting insisted insists argued argues
    explained explains confirmed confirms confirming denied denies denying acknowledged acknowledges admitted admits alleged alleges
    asserted asserts believed believes commented comments conceded concedes concluded concludes contended contends disclosed discloses
    emphasised emphasized estimated estimates hinted hints maintained maintains mentioned noted notes noting observed pledged pledges
    predicted predicts promised promises proposed proposes quoted quotes recalled recalls reiterated reiterates reiterating remarked
    remarks replied replies responded responds revealed reveals stressed stresses suggested suggests swore testified testifies
    thought thinks urged urges vowed vows wrote writes accused accuses told asked asks asking demanded demands called calls calling
    ruled rules ordered orders found agreed agrees indicated indicates expects expected hopes hoped complained apologised apologized
    tweeted posted
""")

REPORTING = words("""
    said says say saying told tells tell telling announced announces announcing stated states stating declared declares declaring
    warned warns warning added adds adding claimed claims claiming reported reports reporting insisted insists argued argues
    explained explains confirmed confirms denied denies acknowledged acknowledges admitted admits alleged alleges asserted asserts
    believed believes conceded concedes concluded concludes contended contends disclosed discloses emphasised emphasized estimated
    estimates hinted hints maintained maintains mentioned mentions noted notes observed pledged pledges predicted predicts promised
    promises recalled recalls reiterated reiterates remarked replied replies responded revealed reveals stressed stresses suggested
    suggests swore testified testifies thought thinks vowed vows wrote writes ruled indicated indicates expects hopes complained
""")
"""Verbs whose clause after "that" (or after nothing) is what somebody said."""

FUNCTION = words("""
    a an the this that these those some any each every either neither no all both half many much few several more most other another
    such what which who whom whose when where why how whether if unless until till since because although though while whereas as than
    and or but nor yet so for of in on at by to from with without within into onto upon over under above below between among amid
    against during before after about around through throughout across along behind beside besides beyond despite except inside
    outside near off out up down per via like unlike toward towards according including following regarding concerning given
    i you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself himself herself itself
    themselves ourselves one ones someone anyone everyone nobody everybody somebody nothing something everything anything none
    there here then now thus hence therefore however moreover furthermore meanwhile nevertheless nonetheless otherwise instead also
    too only just even still again already once twice later earlier soon ago today yesterday tomorrow tonight afterwards afterward
    first second third fourth fifth last next finally eventually recently currently previously formerly initially originally
    not never always often sometimes usually rarely seldom perhaps maybe probably possibly certainly clearly indeed
    is are was were be been being am has have had having do does did done doing will would shall should can could may might must
    let lets please yes ok well oh hello thank thanks dear
    one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
    million billion dozens hundreds thousands millions
    it's that's there's what's i'm he's she's we're they're don't doesn't didn't can't won't isn't aren't wasn't weren't i've we've
    i'd i'll you're let's
""")

CALENDAR = words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
    december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun spring summer autumn fall
    winter christmas easter ides ramadan passover thanksgiving halloween hanukkah diwali eid lent pentecost advent michaelmas yule
    am pm a.m p.m gmt utc est edt pst pdt cet bst bc ad bce ce b.c a.d b.c.e c.e
""")

GIVEN_TOO = frozenset(("per", "will"))
"""Small words that are given names too ("Per Haugen")."""
SURNAMES_TOO = frozenset(
    "courier ledger mercury abbey banks castle field fields forest grove hall hill lake lane marsh mill moor rivers".split()
)
"""Words for places that are surnames too ("Grace Hall")."""
GENERIC = words("""
    islam muslim muslims christian christians jewish jew jews catholic catholics protestant protestants orthodox sunni sunnis shiite
    shiites shia hindu hindus buddhist buddhists sikh sikhs arab arabs arabic asian asians african africans european europeans western
    westerners eastern northern southern latin hispanic hispanics black blacks white whites democrat democratic republican conservative
    liberal socialist communist communists nazi nazis fascist marxist capitalist tory labour internet web god bible koran quran
    tv dvd cd pc gdp gnp hiv aids dna rna covid covid-19 ok us$ mps md phd ba ma mba jr sr id faq pdf html http
    https www url ebitda ipo ngo ngos suv atm gps usb sms vat vip llm ai it hr pr q1 q2 q3 q4 h1 h2 i ii iii iv v vi vii viii ix x xi xii
    hebrew slavic slav slavs germanic celtic celts nordic scandinavian semitic turkic balkan baltic mediterranean atlantic pacific
    english-speaking south north east west southeast southwest northeast northwest south-east south-west north-east north-west
    midwest midwestern outback antarctic arctic earth moon mars venus jupiter saturn sun
    sunni-led shiite-led marine marines mr mrs ms
""")
"""Capitalised words that name no single actor: faiths, peoples without a state, directions, units and everyday abbreviations."""

PARTICLES = words("al es bin ibn abu ben van von der den de da di del della dos du la le el ul ter ten zu af av ag y bint st")
"""Lower-case words inside and before names."""

PEOPLE_PRONOUNS = words("he she him her his hers who whom whose himself herself")

NAMES_OF = (
    (ORGANISATION_WORDS - COMPANY_SUFFIXES - TRADES)
    | PLACE_BEFORE
    | TITLES
    | STATE_WORDS
    | words("republic kingdom city state house isle free archdiocese union emirate sultanate")
)
"""Words after which "of" continues a name."""

NAMES_FOR = words("""
    ministry department agency office commission committee council board bank fund movement front league alliance coalition
    federation association society institute institution foundation centre center campaign doctors physicians reporters lawyers
    conference organisation organization group secretary minister court union party congress council coalition network forum citizens
""")
"""Words after which "for" or "on" continues a name."""

OFFICES = words(
    "state the exchequer defence defense foreign affairs interior treasury finance war commerce labour labor energy and & home staff"
)
"""What may follow the "of" of an office without naming a body or country ("Secretary of State")."""

PAST = words("""
    died sued tied used
    was were had became began came went took made gave got left led lost met won ran rose fell fought fled held kept built bought sold
    sent spent stood struck sought shot set put cut hit quit beat broke brought chose drew drove felt found flew forgot forgave froze
    grew heard hid knew laid lay let paid read rode sang sank sat saw shook shut slept spoke stole swam swept swore taught threw told
    thought understood withdrew woke wore wrote wept overthrew overtook undertook overcame is has will would may can could must should does
    did
""")
"""Irregular past tenses and auxiliaries: what a subject is followed by."""

LOCATIVES = words(
    "in at near inside outside around across throughout towards toward into through via along off above beneath within onto beyond"
)
"""Prepositions after which a country or a place is where it happened."""

TAKING_PART = words("by with against alongside between among including")
"""Prepositions after which somebody takes part."""

PREPOSITIONS = (
    LOCATIVES | TAKING_PART | words("of on upon to for from about over under as like than without behind after before during since until")
)

REPRESENTATIVES = (
    COLLECTIVES
    | TITLES
    | words("""
    representatives members leader leaders boards heads head chief chiefs executives executive officials agents side allies hands behalf
    spokesmen people citizens supporters coalition board families parts
""")
)
"""Nouns whose "of" or possessive names those for whom somebody acts ("representatives of ...")."""

TARGETED = words(
    "attack attacks strike strikes assault raid raids war sanctions embargo tariffs pressure fire invasion offensive bombing crackdown"
)
"""Nouns whose "on" names those who suffer it."""

TERRITORIAL = words("""
    entered controlled captured seized conquered occupied reached visited toured crossed left leave enter capture seize conquer occupy
    visit over retook regained liberated besieged held overran control taking entering capturing seizing conquering occupying visiting
    leaving reaching crossing bombed shelled enters captures seizes conquers occupies reaches visits leaves crosses
""")
"""Verbs whose object, when a country or a place, is where it happened and not who took part ("took over Afghanistan")."""

SKIPPED = words("""
    the a an its their his her our this these those former then late last first new old senior top both all some several many other
    two three four five six ten one another more even only also just still already unnamed so-called local rival fellow combined united
    whole entire following late-night ancient neighbouring neighboring
""")
"""Words between a preposition or verb and its name."""

CLAUSE_OPENERS = words(
    "that when while as after before since because although though if whether and but or nor so until once where whereas which who"
)


STATE_BODIES = words(
    "ministry department embassy consulate army navy force treasury parliament congress senate court bureau office agency mission"
)
"""Words in the names of bodies that belong to a state."""

ARMS = words("""
    branch branches wing wings arm arms cell cells unit units subsidiary subsidiaries division faction bomber bombers gunman gunmen fighter
    fighters member members militant militants attacker attackers soldier soldiers followers follower lawyers lawyer board management
    delegation delegations officials official representatives envoys negotiators squad team crew engineers inspectors agents shareholders
""")
"""Nouns for a part of a body or those who act for it ("a fighter of ...", "the group's eastern branch")."""

RELATIVES = words("""
    successor successors predecessor predecessors wife husband widow son sons daughter daughters brother brothers sister sisters father
    mother parents cousin uncle aunt nephew heir widow rival rivals friend friends home house birthplace capital coast border
    hometown nephew grandson grandfather children family supporters critics opponents followers admirers
""")
"""Nouns whose possessor does not take part himself ("his predecessor's widow")."""

KIN = words("""
    wife husband widow widower son daughter brother sister father mother uncle aunt cousin nephew niece grandson granddaughter grandfather
    grandmother stepson stepdaughter child fiancé fiancée
""")
"""What somebody is to another of his family."""

TIME_WORDS = words("""
    year years month months week weeks day days decade century morning afternoon evening night noon midnight hour hours minute minutes
    later earlier ago today yesterday tomorrow tonight now then meanwhile afterwards once again finally eventually soon already
    summer winter autumn spring time moment however therefore also thus instead reportedly allegedly
""")
"""Words after which a name begins its clause ("two days later Ida Moe ...")."""

GIVING = words("""
    aid assistance support help loan loans money gave give given handed hand sold sell lost lose surrendered surrender offered offer
    awarded returned ceded granted grant lent belonged loyal sent supplied delivered paid pay donated promised committed apologised
    apologized appealed responded replied listened spoke talked proposed
""")
"""Words after which a country comes by "to" as one who receives."""

QUANTITIES = words("""
    some many several few most all more other young old two three four five six seven eight nine ten twelve twenty hundred thousand
    million dozens hundreds thousands millions dozen fellow ordinary
""")

GROUPS = ORGANISATION_WORDS | words(
    "firm maker operator carrier retailer manufacturer supplier contractor startup charity rebels guerrillas newspaper broadcaster website"
    " airline newsletter magazine blog podcast site weekly publisher distributor insurer lender brewer builder shipbuilder"
)
"""Lower-case nouns that stand before the name of an organisation ("the shipping firm ...")."""

FOUNDING = words("founded co-founded established")
"""Verbs whose object is a body ("founded Salt Water Law")."""

TRADES_OF_PEOPLE = words("""
    teacher scientist engineer architect economist analyst researcher scholar historian author writer novelist poet journalist reporter
    correspondent editor columnist photographer actor actress singer musician composer painter artist coach trainer striker midfielder
    goalkeeper astronaut cosmonaut pilot driver founder co-founder owner partner banker trader activist dissident witness plaintiff
    defendant
    victim suspect businessman businesswoman tycoon financier physicist chemist biologist mathematician philosopher explorer inventor
    industrialist missionary nurse surgeon veterinarian geologist astronomer sculptor playwright professor doctor lawyer
""")
"""Titles that are no office: a country's name before them tells only where somebody is from ("the Danish architect")."""

PERIODICALS = words("newsletter newspaper magazine paper weekly daily blog podcast website site journal band")
"""Nouns after which everyday words are the name of a body ("the newsletter Build Notes")."""

FIRM_NOUNS = GROUPS - words("brothers sons party front house branch trains partners books")
"""Those of them that nobody else is called."""

PARTS = words("""
    analyst analysts worker workers scientist scientists auditor auditors economist economists researcher researchers team teams employee
    employees staff engineer engineers doctor doctors lawyer lawyers expert experts firefighters divers monks nuns students members
    watchman cashier clerk caretaker foreman
    member officials official executives executive managers directors inspectors investigators police guards troops pilots crews
""")
"""Nouns for those who act for the body that "from", "of" or "at" names after them ("auditors at Bell & Crowe")."""

WORKS = words("""
    book books novel novels memoir memoirs autobiography biography film films movie album song play opera symphony poem essay painting
    game brand app portrait documentary musical record records single track ballad pamphlet treatise
""")
"""Nouns after which a name is the title of a work."""

PERSONAL = words("""
    testified died married resigned retired studied wept graduated confessed pleaded surrendered recalled smiled apologised apologized
    told said wrote taught
""")
"""What only a person does, when two or three words name the subject."""

MOVING = words(
    "taken brought moved flown transferred rushed returned sent went came drove travelled traveled marched sailed flew fled airlifted"
)
"""Verbs whose "to" leads to a place."""

STATESMANLY = (
    words("""
    rejected refused backed imposed expelled recalled condemned welcomed signed retaliated wants sees has will would accused severed
    may might could should must cannot can fired launched tested threatened offered agreed withdrew ordered sent lifted banned blocked
    vetoed abstained ratified annexed invaded mobilised mobilized deployed suspended resumed froze seized protested appealed intervened
    blames blamed denies says warns plans plan
    recognised recognized broke followed gave waited hesitated yielded insists fears hopes hoped feared wanted supported
    supports opposes opposed responded praised hailed criticised criticized pledged promised paid lent
""")
    | SPEAKING
)
"""What a capital does when it stands for its country."""

TALKING = words("""
    talks declaration communique accord agreement deal relations ties tensions war treaty dispute alliance pact negotiations dialogue signed
    broke severed
""")
"""Words before "between", "with" or "and" where a capital stands for its country."""

DEMONYM_ENDINGS = ("ns", "n", "ans", "an", "ians", "ian", "inians", "inian", "ese", "ish", "is", "i", "eans", "ean", "cs")

CITY_STATES = words("athens sparta rome carthage macedon persia babylon assyria parthia")
"""Cities and lands that act as states where a text tells of ancient times."""

INSTITUTIONS = words("""
    ministry department agency bureau office authority commission committee council court tribunal parliament police hospital university
    college school institute foundation association union society museum library party front league federation department service
    corps ltd inc plc llc corp company corporation
""")
"""Words for bodies that are nobody's surname: at the end of a name they outweigh a title in it."""

GENERAL_THINGS = words("meeting meetings election elections strike strikes")
"""What is no general's name after "General"."""

ORDINALS = words("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")

LIKE_TRADES = words(
    "hester dexter homer spencer luther tyler fraser harper amber skyler schuyler kester asher sumner truman lyman grant constant"
)
"""Given names that end as words for what a person does."""

AGENT_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ant", "eer", "general")
"""How words for what a person does end."""

CIVIC = words("""
    banned fined sued approved voted adopted ordered rejected elected granted decided agreed signed bid appealed apologised apologized
    announced declared protested refused offered promised
""")
"""What a town or city does when it acts."""

TITLES_TOO = words("""
    dean king bishop abbot prince pope marshal judge major baron earl duke singer author painter constable provost sheriff
""")
"""Titles that are surnames too, after a given name."""

HANDLING = words("recalled recalls recall ordered orders called calls found claimed claims")
"""Verbs of saying that may as well tell what is done with things: "recalled 4,000 heaters"."""

SAYS = words("said says added adds wrote writes asked asks replied replies explained explains noted notes told recalled insisted argued")
"""Verbs that may stand before their subject, after what is said."""

DESCRIBED = ORGANISATION_WORDS - words("party force forces news press times post services systems partners group network union nations un")
"""Nouns that, with "the" before them, can stand for the only body of a text that is named with them."""

THING_BEFORE = words("hurricane typhoon cyclone operation flight project storm")
"""Words that, at the beginning of a name, make it neither an actor nor a place."""

ALONE = words("""
    congress parliament senate cabinet treasury knesset duma bundestag reichstag politburo commission council court ministry admiralty
    army navy church assembly presidium directory junta
""")
"""Words for bodies that a text may name by nothing else."""

OF_WOMEN = words("""
    mrs ms miss dame lady madam madame mme mademoiselle señora señorita signora frau queen princess empress tsarina duchess countess
    baroness marchioness abbess prioress spokeswoman congresswoman chairwoman businesswoman stateswoman headmistress actress waitress
    sister mother daughter wife widow aunt niece grandmother granddaughter stepmother stepdaughter girlfriend heiress heroine woman girl
    midwife nun policewoman bride fiancée
""")
"""Titles and words that only a woman bears."""

OF_MEN = words("""
    mr sir lord monsieur señor signor herr king prince emperor tsar czar kaiser sultan caliph shah duke earl count baron viscount marquis
    archduke pope cardinal archbishop abbot friar monk spokesman congressman chairman businessman statesman headmaster brother father son
    husband widower uncle nephew grandfather grandson stepfather stepson boyfriend imam ayatollah mullah rabbi sheikh
    man boy policeman fisherman knight squire fiancé
""")
"""Titles and words that as a rule only a man bears."""

MEDIA = words("""
    news times post courier herald gazette chronicle radio television tv ledger tribune mail telegraph journal echo observer mercury argus
""")
"""Last words of the names of newspapers and stations."""

CRAFT = words("""
    ship vessel ferry tug trawler freighter tanker yacht frigate destroyer submarine cruiser battleship schooner steamer steamship liner
    barge lifeboat boat galleon corvette minesweeper icebreaker flagship warship cutter dinghy brigantine clipper airship zeppelin
    brig sloop ketch whaler gunboat ironclad dreadnought carrack caravel longship lugger paddle-steamer collier dredger catamaran hovercraft
    probe spacecraft spaceship orbiter lander rover satellite rocket shuttle capsule telescope airliner aircraft helicopter bomber
    coaster locomotive racehorse stallion comet asteroid
""")
"""What bears a name and is no actor."""

NOBLE = words("""
    king queen prince princess emperor empress tsar duke duchess archduke earl count countess viscount viscountess marquis marquess margrave
    landgrave baron baroness lord lady sir bishop archbishop abbot abbess prior saint
""")
"""Titles whose bearers are named after a place ("Count Odemar of Lanth")."""
