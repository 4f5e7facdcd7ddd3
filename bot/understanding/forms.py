"""The forms of English verbs, for `verb~` in the phrase language; nothing else."""

from __future__ import annotations

_IRREGULAR = """
be am is are was were been being
have has had having
do does did done doing
go goes went gone going
say says said saying | tell tells told telling | make makes made making | take takes took taken taking
get gets got gotten getting | give gives gave given giving | come comes came coming
see sees saw seen seeing | know knows knew known knowing | think thinks thought thinking
find finds found finding | leave leaves left leaving | feel feels felt feeling
keep keeps kept keeping | let lets letting | put puts putting | hit hits hitting | hurt hurts hurting
cut cuts cutting | beat beats beaten beating | break breaks broke broken breaking
throw throws threw thrown throwing | hold holds held holding | drive drives drove driven driving
bite bites bit bitten biting | shake shakes shook shaken shaking | steal steals stole stolen stealing
hide hides hid hidden hiding | read reads reading | send sends sent sending | spend spends spent spending
lose loses lost losing | die dies died dying | lie lies lied lying | tie ties tied tying
write writes wrote written writing | shoot shoots shot shooting | sit sits sat sitting
stand stands stood standing | wake wakes woke woken waking | sleep sleeps slept sleeping
stick sticks stuck sticking | strike strikes struck striking | sell sells sold selling
pay pays paid paying | buy buys bought buying | burn burns burnt burned burning | bleed bleeds bled bleeding
drink drinks drank drunk drinking | eat eats ate eaten eating | choose chooses chose chosen choosing
forbid forbids forbade forbidden forbidding | speak speaks spoke spoken speaking
run runs ran running | begin begins began begun beginning | bring brings brought bringing
catch catches caught catching | fight fights fought fighting | grab grabs grabbed grabbing
hang hangs hung hanged hanging | jump jumps jumped jumping | lay lays laid laying | lock locks locked locking
mean means meant meaning | meet meets met meeting | ring rings rang rung ringing
set sets setting | shut shuts shutting | spit spits spat spitting | swear swears swore sworn swearing
teach teaches taught teaching | wear wears wore worn wearing | show shows showed shown showing
fling flings flung flinging | feed feeds fed feeding | follow follows followed following
stop stops stopped stopping | plan plans planned planning | slap slaps slapped slapping
stab stabs stabbed stabbing | drag drags dragged dragging | drop drops dropped dropping
slam slams slammed slamming | shove shoves shoved shoving | rip rips ripped ripping
strip strips stripped stripping | trap traps trapped trapping | pin pins pinned pinning
kick kicks kicked kicking | control controls controlled controlling | spy spies spied spying
kidnap kidnaps kidnapped kidnapping | dox doxes doxed doxxed doxxing doxing | log logs logged logging
key keys keyed keying | top tops topped topping | slit slits slit slitting | track tracks tracked tracking
grow grows grew grown growing | draw draws drew drawn drawing | ride rides rode ridden riding
wait waits waited waiting | quit quits quitting | ban bans banned banning | beg begs begged begging
text texts texted texting | bug bugs bugged bugging | tap taps tapped tapping | whip whips whipped whipping
snap snaps snapped snapping | rub rubs rubbed rubbing | chuck chucks chucked chucking
headbutt headbutts headbutted headbutting | backhand backhands backhanded backhanding
"""


def _table() -> dict[str, tuple[str, ...]]:
    rows = _IRREGULAR.replace("\n", "|").split("|")
    return {words[0]: tuple(words) for row in rows if (words := row.split())}


_FORMS = _table()
_VOWELS = frozenset("aeiou")


def forms(verb: str) -> tuple[str, ...]:
    """Every form of a verb, its base first: kill, kills, killed, killing."""
    if verb in _FORMS:
        return _FORMS[verb]
    if verb.endswith("e"):
        return (verb, verb + "s", verb + "d", verb[:-1] + "ing")
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return (verb, verb + "es", verb + "ed", verb + "ing")
    return (verb, verb + "s", verb + "ed", verb + "ing")
