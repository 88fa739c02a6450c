"""English words by what they name, for comparing how two documents tell of one thing: the kinds of deeds, the kinds of things, phrases.

Two words of a line are what two reporters may call the same deed or thing; they need not mean the same. A word may stand in two lines. The
kinds of deeds follow the event types of the ACE guidelines, and what news has beside them.

Source: Linguistic Data Consortium, "ACE (Automatic Content Extraction) English Annotation Guidelines for Events", version 5.4.3, 2005.
"""

DEEDS = """
die: die death dead kill killing fatal fatality perish victim slay murder assassinate assassination massacre casualty drown deadly body
hurt: injure injury wound hurt injured wounded
attack: attack strike bombing bomb bomber raid assault airstrike shell shelling bombard ambush hit
blast: blast explosion explode detonate detonation bomb bomber bombing
shoot: shoot shooting gunfire gunman gunmen
leave: leave withdraw withdrawal depart departure exit retreat pullout evacuate evacuation vacate takeoff quit
flee: flee escape abscond exile
arrive: arrive arrival land landing reach dock
enter: enter invade invasion march incursion storm
return: return comeback reappear
agree: agree agreed agreement accord pact deal treaty settlement settle contract
sign: sign signing signature
truce: ceasefire truce armistice
meet: meet meeting talk talks summit conference session negotiate negotiation encounter dialogue consultation convene assemble
war: war fighting fight battle combat conflict clash hostilities
take: fall capture conquest conquer seize seizure overrun occupy occupation surrender lose lost loss enter retake take walk
oust: overthrow topple oust ouster depose remove removal dismiss dismissal sack fire expel expulsion drive drove
begin: begin start launch open opening commence inaugurate inauguration onset beginning
end: end close closing closure conclude finish halt cease terminate termination shut shutdown
found: found establish create creation foundation form formation
appoint: appoint appointment name nominate nomination choose select present swear install elect appointee
elect: elect election vote poll ballot referendum voter win
deny: deny denial
reject: reject rejection refuse refusal decline veto
admit: admit admission acknowledge confess confession concede
arrest: arrest detain detention apprehend custody
charge: charge indict indictment accuse prosecute prosecution
try: trial hearing try
convict: convict conviction guilty sentence sentencing jail imprison imprisonment
acquit: acquit acquittal clear
resign: resign resignation quit
cancel: cancel cancellation scrap abandon abort
delay: delay postpone postponement defer suspend suspension
collapse: collapse fall fell crumble subside buckle subsidence fail failure burst breach rupture break
sink: sink sinking capsize
crash: crash collide collision smash derail derailment
burn: fire blaze burn inferno wildfire
flood: flood flooding inundate deluge inundation
quake: earthquake quake tremor
storm: storm hurricane cyclone typhoon
walkout: strike walkout stoppage
protest: protest demonstration demonstrate demonstrator protester rally march riot
marry: marry marriage wed wedding
bear: bear birth born
bury: bury burial funeral
buy: buy purchase acquire acquisition takeover
offer: offer bid proposal propose tender
sell: sell sale auction
merge: merge merger
pay: pay payment
sue: sue lawsuit suit
ban: ban prohibit outlaw forbid prohibition
approve: approve approval pass adopt adoption endorse endorsement authorise authorize ratify ratification back
rule: rule ruling verdict judgment judgement
decide: decide decision
free: free freed release liberate liberation
rescue: rescue save
find: find discover discovery locate recover recovery detect detection
hospitalise: hospitalise hospitalize hospitalisation hospitalization
vanish: vanish disappear disappearance missing
build: build construct construction erect
destroy: destroy destruction demolish demolition raze ruin wreck
damage: damage
raise: rise raise increase grow hike
lower: cut reduce reduction drop lower decrease
send: send dispatch deploy deployment order
visit: visit trip tour
inquire: investigate investigation probe inquiry inquest inspect inspection examine examination
check: inspect inspection examine examination check audit survey review
warn: warn warning alert
demand: demand ask request appeal urge call
hand: transfer handover
win: win victory beat defeat
publish: publish publication release issue
hijack: hijack hijacking
abduct: kidnap abduct abduction kidnapping
leak: leak spill spillage
stop: outage blackout halt
recognise: recognise recognize recognition
move: move relocate relocation
repair: repair mend restore restoration
complete: complete completion
report: report
speak: speech address
test: test testing
allow: allow permit permission licence license
steal: steal theft rob robbery heist burglary burgle loot looting
replace: replace replacement succeed successor
join: join accession
cross: cross crossing
defend: defend defence defense
"""

SAYING = frozenset(
    "say tell announce announcement state statement add report claim warn insist declare declaration argue explain note stress write tweet"
    " maintain assert reiterate inform reply respond remark comment suggest believe think estimate predict confirm mention describe"
    " promise pledge vow commit".split()
)
"""Words of saying: that two speakers say something does not make it one thing."""

THINGS = """
plane: plane aircraft airliner jet airplane aeroplane
flight: flight plane
ship: ship vessel boat ferry freighter trawler steamer
train: train locomotive carriage
last: last final
car: car vehicle automobile
truck: truck lorry
soldier: soldier troop troops force forces serviceman servicemen servicewoman service army military commando
police: police policeman policemen officer constable
worker: worker employee staff workforce
company: company firm corporation business operator enterprise
government: government cabinet administration minister ministry
parliament: parliament assembly lawmaker legislature legislator
court: court tribunal
factory: factory plant works mill
mine: mine pit colliery
aid: aid relief assistance help
child: child children boy girl pupil
man: man men
woman: woman women
thief: thief thieves burglar robber
board: board director directorate
bridge: bridge span viaduct
result: result earning figure
leader: leader chief head
law: law bill legislation statute
rebel: rebel insurgent militant fighter guerrilla
house: house home
accident: accident incident disaster tragedy
lawyer: lawyer attorney
airport: airport airfield
landslide: landslide mudslide
dam: dam embankment
hospital: hospital clinic
doctor: doctor physician medic
fund: fund money cash
road: road highway motorway
picture: painting picture canvas
museum: museum gallery
church: church cathedral
university: university college
"""

PHRASES = {
    "break into": "steal",
    "break in": "steal",
    "make off": "steal",
    "carry off": "steal",
    "turn up": "find",
    "step down": "resign",
    "stand down": "resign",
    "take off": "leave",
    "pull out": "leave",
    "fly out": "leave",
    "fly home": "leave",
    "set off": "leave",
    "set out": "leave",
    "move out": "leave",
    "get out": "leave",
    "go home": "leave",
    "come home": "return",
    "set up": "found",
    "take over": "take",
    "give up": "take",
    "walk into": "take",
    "go into": "enter",
    "march into": "take",
    "move into": "enter",
    "call off": "cancel",
    "break out": "begin",
    "break off": "end",
    "shut down": "end",
    "close down": "end",
    "switch off": "end",
    "turn off": "end",
    "shut off": "end",
    "switch on": "begin",
    "turn on": "begin",
    "admit hospital": "hospitalise",
    "take hospital": "hospitalise",
    "rush hospital": "hospitalise",
    "ambulance take": "hospitalise",
    "blow up": "blast",
    "go off": "blast",
    "hand over": "hand",
    "walk out": "walkout",
    "down tool": "walkout",
    "lay off": "oust",
    "give way": "collapse",
    "cave in": "collapse",
    "go down": "sink",
    "catch fire": "burn",
    "burn down": "burn",
    "turn down": "reject",
    "throw out": "reject",
    "send back": "reject",
    "on the table": "offer",
    "put off": "delay",
    "push back": "delay",
    "go missing": "vanish",
    "go to war": "war",
    "take place": "",
    "carry out": "",
    "drive from power": "oust",
    "vote in": "elect",
    "sit down": "meet",
    "come into force": "begin",
    "take effect": "begin",
    "come into effect": "begin",
    "go on strike": "walkout",
    "sell off": "sell",
    "swear in": "appoint",
    "lose life": "die",
    "lose live": "die",
    "claim live": "die",
    "cost live": "die",
    "gun stop": "truce",
    "gun fall silent": "truce",
    "lay down arm": "take",
}
"""Words that mean their deed only together, by their roots' words."""

PRONOUNS = frozenset("he she it they this that these those his her its their both".split())
"""Words that begin a sentence about somebody named before."""

LIGHT = frozenset(
    "be have do go come get give make take put set let keep bring hold run become remain stay turn seem appear lie stand see know want try"
    " use need show follow happen occur place work suppose schedule due expect".split()
)
"""Verbs that tell little by themselves."""

EMPTY = frozenset(
    "a an the this that these those his her its their our my your some any no each every both all most more less least few many much other"
    " another such same own next new former then late early several about around nearly almost over under up down out off"
    " in on at by to for from with without into onto between among against during through via near since until till toward towards across"
    " within after before per as than despite amid upon inside outside beyond behind following of and or but nor yet so if when while where"
    " whereas because although though unless once which who whom whose what why how he she it they we i you him them us me himself herself"
    " itself themselves there here not never also already still now just only ever again even finally eventually later soon"
    " am is are was were been being has had having does did done will would shall should may might can could must"
    " one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion"
    " mr mrs ms dr sir lord lady day week month year time morning evening afternoon night today yesterday tomorrow part way thing"
    " january february march april may june july august september october november december"
    " monday tuesday wednesday thursday friday saturday sunday"
    " very too far quite rather well back away once together apart along".split()
)

TITLES = frozenset(
    "st saint president prime minister secretary general chancellor king queen prince princess judge justice governor senator mayor"
    " director chairman chairwoman chair commissioner spokesman spokeswoman spokesperson captain major colonel sergeant deputy acting"
    " foreign defence defense interior envoy ambassador professor chief executive officer official head leader the of and for".split()
)
"""Words of names that stand before or inside many names: they say what somebody is, not who."""
PARTICLES = frozenset("bin ibn abu ben von van der den del las los dos das".split())
"""Short words inside names."""

COUNTED = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    " thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen".split()
)
"""Numbers, which name nobody though they begin a sentence."""
