"""English verbs as events need them: irregular forms and their lemma, verbs of saying, auxiliaries, and nouns that name a happening."""

IRREGULAR = {
    # lemma: past, participle where it differs
    "arise": "arose arisen", "awake": "awoke awoken", "bear": "bore borne born", "beat": "beat beaten", "become": "became become",
    "begin": "began begun", "bend": "bent", "bet": "bet", "bid": "bid", "bind": "bound", "bite": "bit bitten", "blow": "blew blown",
    "break": "broke broken", "breed": "bred", "bring": "brought", "build": "built", "burst": "burst", "buy": "bought",
    "catch": "caught", "choose": "chose chosen", "cling": "clung", "come": "came come", "cost": "cost", "creep": "crept", "cut": "cut",
    "deal": "dealt",
    "dig": "dug", "draw": "drew drawn", "drink": "drank drunk", "drive": "drove driven", "eat": "ate eaten", "fall": "fell fallen",
    "feed": "fed", "feel": "felt", "fight": "fought", "find": "found", "flee": "fled", "fly": "flew flown", "forbid": "forbade forbidden",
    "forget": "forgot forgotten", "forgive": "forgave forgiven", "freeze": "froze frozen", "get": "got gotten", "give": "gave given",
    "go": "went gone", "grow": "grew grown", "hang": "hung", "hear": "heard", "hide": "hid hidden", "hit": "hit", "hold": "held",
    "hurt": "hurt", "keep": "kept", "know": "knew known", "lay": "laid", "lead": "led", "leave": "left", "lend": "lent",
    "lie": "lay lain", "light": "lit", "lose": "lost", "make": "made", "mean": "meant", "meet": "met", "outgrow": "outgrew outgrown",
    "overcome": "overcame overcome", "overrun": "overran overrun", "oversee": "oversaw overseen", "overtake": "overtook overtaken",
    "overthrow": "overthrew overthrown", "overturn": "overturned", "partake": "partook", "pay": "paid", "plead": "pled",
    "put": "put", "quit": "quit", "read": "read", "rebuild": "rebuilt", "redraw": "redrew redrawn", "retake": "retook retaken",
    "rewrite": "rewrote rewritten", "ride": "rode ridden", "ring": "rang rung", "rise": "rose risen", "run": "ran run", "say": "said",
    "see": "saw seen", "seek": "sought", "sell": "sold", "send": "sent", "set": "set", "shake": "shook shaken", "shed": "shed",
    "shine": "shone", "shoot": "shot", "show": "showed shown", "shrink": "shrank shrunk", "shut": "shut", "sing": "sang sung",
    "sink": "sank sunk", "sit": "sat", "sleep": "slept", "slide": "slid", "speak": "spoke spoken", "spend": "spent", "split": "split",
    "spread": "spread", "spring": "sprang sprung", "stand": "stood", "steal": "stole stolen", "stick": "stuck", "strike": "struck stricken",
    "strive": "strove striven", "swear": "swore sworn", "sweep": "swept", "swim": "swam swum", "swing": "swung", "take": "took taken",
    "teach": "taught", "tear": "tore torn", "tell": "told", "think": "thought", "throw": "threw thrown",
    "undergo": "underwent undergone", "understand": "understood", "undertake": "undertook undertaken", "undo": "undid undone",
    "uphold": "upheld", "wake": "woke woken", "wear": "wore worn", "weep": "wept", "win": "won", "wind": "wound",
    "withdraw": "withdrew withdrawn", "withhold": "withheld", "withstand": "withstood", "write": "wrote written",
}  # fmt: skip
LEMMA = {form: lemma for lemma, forms in IRREGULAR.items() for form in forms.split()} | {
    "goes": "go",
    "does": "do",
    "has": "have",
    "is": "be",
}
PAST_OF = {lemma.removesuffix("e"): forms.split()[0] for lemma, forms in IRREGULAR.items()} | {"be": "was", "hav": "had"}
"""The irregular past by the stem of the word in -ing."""
BASE = frozenset(IRREGULAR) - {
    "bet",
    "bid",
    "cost",
    "cut",
    "hit",
    "put",
    "read",
    "set",
    "shed",
    "shut",
    "split",
    "spread",
    "quit",
} | frozenset(
    "carry control cover employ follow form include live occupy oppose own produce provide remain represent require support use want"
    " work".split()
)
"""Plain forms of verbs, present after "who" or "which" ("the farms, which grow rice")."""
PAST = frozenset(forms.split()[0] for forms in IRREGULAR.values())
"""Irregular pasts: the first form of each."""
PARTICIPLES = frozenset(forms.split()[-1] for forms in IRREGULAR.values()) | {"born", "borne"}
ONLY_PAST = PAST - PARTICIPLES
"""Forms that can be nothing but a finite verb ("withdrew"), so they need no auxiliary and modify no noun."""
NOT_PAST = frozenset(
    {"cost", "cut", "set", "read", "hit", "bid", "bet", "split", "shut", "spread", "burst", "left", "found", "lay", "saw", "bore", "shed"}
)
"""Pasts that are more often something else; they count after a subject only."""

NOT_VERBS = frozenset(
    "united hundred sacred naked wicked indeed seed speed need bed red feed deed breed weed greed shed biased so-called unnamed"
    " alleged aged armed beloved embed infrared kindred medieval moped rugged shred sled talented ted reed reeds mohammed ahmed hamed"
    " mohamed muhammed fred alfred wilfred jared creed newlywed unprecedented unlimited limited related advanced experienced"
    " veiled retired combined watershed bloodshed".split()
)
SOMETIMES_VERBS = frozenset("retired combined limited related advanced experienced armed aged".split())
"""Those that are verbs after a pronoun ("she retired in May")."""

BE = frozenset("is are was were be been being am 's 're 'm isn't aren't wasn't weren't".split())
HAVE = frozenset("has have had having 've hasn't haven't hadn't".split())
DO = frozenset("do does did don't doesn't didn't".split())
MODAL = frozenset("will would shall should may might can could must won't wouldn't shouldn't couldn't cannot can't mustn't 'll 'd".split())
FINITE = (
    frozenset("is are was were am 's 're 'm has have had 've do does did".split())
    | MODAL
    | {w for w in BE | HAVE | DO if w.endswith("n't")}
)
PRESENT = frozenset(
    "says tells believes wants thinks adds remains becomes includes seems expects insists argues warns comes goes makes takes gives gets"
    " brings holds sees knows contains consists belongs begins opens agrees denies confirms announces declares accuses signs enters"
    " invades arrives withdraws resigns dies launches meets wins loses leaves returns refuses rejects approves orders moves starts"
    " stands lies brings keeps reflects ends expires shows tends intends aims hopes fears describes explains notes writes reads speaks"
    " leads plans seeks say believe deny think find conclude recommend want expect hope argue insist warn remain seem know".split()
)
NOUNS_TOO = frozenset(
    "ends notes plans aims hopes fears moves orders returns leads signs shows launches stands lies reads starts loses wants".split()
)
"""Presents that are as often nouns in the plural; they are verbs after what can be their subject."""

SAY = frozenset(
    "said says say saying told tells tell telling announced announces announcing stated states stating added adds adding reported reports"
    " reporting claimed claims claiming denied denies denying warned warns warning confirmed confirms confirming insisted insists insisting"
    " declared declares declaring argued argues arguing explained explains noted notes noting stressed stresses stressing believes believed"
    " believe believing wrote writes tweeted acknowledged acknowledges admitted admits alleged alleges testified testifies promised"
    " promises pledged pledges vowed vows suggested suggests concluded concludes estimated estimates predicted predicts revealed reveals"
    " disclosed replied responded recalled maintained asserted emphasised emphasized reiterated assured informed advised ruled decided"
    " agreed thought thinks hoped hopes feared fears expected expects knew learned learnt heard found showed shows indicated indicates"
    " proposed demanded asked complained conceded cautioned commented observed remarked signalled signaled urged quoted"
    " disputed determined recommended deny".split()
)
"""Verbs after which a clause tells what was said, thought or found."""
SPEECH = SAY - frozenset(
    "found finding decided agreed ruled showed shows knew learned learnt heard believed believes believe believing thought thinks expected"
    " expects hoped hopes feared fears determined indicated indicates quoted asked".split()
)
"""Those that are an act of speech by a speaker."""
TOLD = frozenset("told tells tell telling informed assured advised warned asked reminded".split())
"""Those whose first object is the hearer."""

INTRANSITIVE = frozenset(
    "appeal appear arrive begin collapse come confess depart die disappear drop emerge emigrate end enter escape expire fail fall"
    " flee go graduate grow lapse last live migrate move reappear remain resign retire return rise sail serve settle sink spread stand"
    " stay study succeed survive travel vanish wane work".split()
)
"""Verbs that do not share the auxiliary of a passive before them ("was wounded and died")."""

HAPPENINGS = frozenset(
    "abduction accident agreement airstrike ambush announcement appointment armistice arrest arrival assassination assault attack award ban"
    " battle birth blast blaze bombing breach breakdown breakthrough campaign capture ceasefire ceremony clash clashes closure"
    " coalition collapse collision conference conquest construction conviction coronation coup crackdown crash crisis deal death"
    " debate debut decision declaration defeat demonstration departure deployment derailment destruction dinner disaster discovery"
    " dismissal dispute earthquake election elections encounter eruption evacuation execution exhibition expansion expedition"
    " explosion expulsion fall famine fighting filing fire flood founding funeral handover hearing hijacking hurricane inauguration"
    " incident independence inspection interview invasion investigation killing killings landing launch lawsuit leak listing lockdown"
    " loss marriage massacre match meeting merger mission murder mutiny negotiations occupation offensive opening operation outage"
    " outbreak pact pandemic parade payment poll premiere protest protests publication purchase raid rally ratification rebellion"
    " recession referendum reform reign release removal renewal report resignation resolution retreat return revolt revolution riot"
    " riots robbery ruling sale sanctions seizure sentence sentencing session sessions settlement shooting shelling shutdown siege signing"
    " sinking speech statement storm strike summit surge surgery surrender survey takeover talks terror test tour trade transfer"
    " treaty trial truce uprising victory visit vote voyage walkout war wedding withdrawal".split()
)
"""Nouns that name something that happens, so that a date beside them dates it."""
