"""How people type: short forms, misspellings and signs, and the plain words they stand for.

Only tables and one lookup. What a word means, and where it stands in a sentence, is decided
elsewhere.
"""

from __future__ import annotations

_SHORT = """
im: i am | iam: i am | ive: i have | ill: i will | id: i would | i'm: i am | i'ma: i am going to
ima: i am going to | imma: i am going to | i'd've: i would have
youre: you are | youve: you have | youll: you will | youd: you would
hes: he is | shes: she is | theyre: they are | theyve: they have | theyll: they will
theyd: they would | weve: we have | itll: it will | itd: it would
its: it is | thats: that is | theres: there is | whats: what is | whos: who is | heres: here is
wheres: where is | hows: how is | let's: let us | everyones: everyone is
dont: do not | dnt: do not | doesnt: does not | dosent: does not | dosnt: does not
didnt: did not | dint: did not | cant: can not | cannot: can not | couldnt: could not
wont: will not | won't: will not | wouldnt: would not | wudnt: would not | shouldnt: should not
havent: have not | hasnt: has not | hadnt: had not | isnt: is not | arent: are not
wasnt: was not | werent: were not | aint: is not | ain't: is not | amnt: am not | innit:
mustnt: must not | neednt: need not | can't: can not | shan't: shall not | shant: shall not
couldve: could have | wouldve: would have | shouldve: should have | mustve: must have
coulda: could have | woulda: would have | shoulda: should have | musta: must have
gonna: going to | gunna: going to | gona: going to | goin: going | finna: going to
gon: going to | wanna: want to | wana: want to | wonna: want to | gotta: got to
hafta: have to | tryna: trying to | oughta: ought to | lemme: let me | gimme: give me
dunno: do not know | idk: i do not know | idek: i do not even know | idc: i do not care
idgaf: i do not care | iirc: if i remember | iwtd: i want to die | iwtkms: i want to kill myself
wtd: want to die | kms: kill myself | kmslf: kill myself | kys: kill yourself | ctb: kill myself
unaliv: unalive | unlive: unalive
sewerslide: suicide | sewercide: suicide | sooicide: suicide
selfharm: self harm | selfharming: self harming | selfharmed: self harmed | s/h: self harm
selfharms: self harms | myslef: myself | mysef: myself | myselfs: myself | meself: myself
u: you | ya: you | yu: you | ur: your | urs: yours | urself: yourself | yrself: yourself
yourselfs: yourself | r: are | y: why | n: and | nd: and | w: with | wit: with | wid: with
w/o: without | w/: with | b: be | c: see | k: ok | okay: ok | kk: ok | okey: ok
bc: because | cos: because | coz: because | cuz: because | cus: because | bcos: because
bcoz: because | bcz: because | becuase: because | becos: because | beacuse: because
rn: right now | atm: at the moment | asap: soon | tmrw: tomorrow | tmr: tomorrow
tmrow: tomorrow | tomoz: tomorrow | tomorow: tomorrow | tommorow: tomorrow | tommorrow: tomorrow
2moro: tomorrow | 2morrow: tomorrow | 2nite: tonight | tonite: tonight | 2night: tonight
2day: today | 2getha: together | 2gether: together | b4: before | bfore: before | l8r: later
gr8: great | m8: mate | 4eva: forever | 4ever: forever | 4get: forget | sum1: someone
some1: someone | any1: anyone | ne1: anyone | every1: everyone | no1: no one | noone: no one
smth: something | smthn: something | sth: something | sumthing: something | somethin: something
sumfin: something | nuthin: nothing | nothin: nothing | nuffin: nothing | nutin: nothing
anythin: anything | everythin: everything | evrything: everything | evry: every
evryone: everyone | everone: everyone | everyday: every day | evryday: every day
alot: a lot | abt: about | bout: about | abit: a bit | aswell: as well | infront: in front
thru: through | tho: though | altho: although | til: until | till: until | 'til: until
gf: girlfriend | bf: boyfriend | g/f: girlfriend | b/f: boyfriend | bff: best friend
bffs: best friends | hubby: husband | hubs: husband | wifey: wife | fiance: fiance
ppl: people | peeps: people | msg: message | msgs: messages | msged: messaged
msging: messaging | txt: text | txts: texts | txted: texted | txting: texting | texed: texted
pic: picture | pics: pictures | pix: pictures | vid: video | vids: videos | convo: conversation
acc: account | accs: accounts | acct: account | pw: password | pword: password | pwd: password
insta: instagram | ig: instagram | fb: facebook | wapp: whatsapp
watsapp: whatsapp | whatsap: whatsapp | dm: message | dms: messages | dmd: messaged
pls: please | plz: please | plss: please | thx: thanks | tnx: thanks | ty: thank you
tysm: thank you so much | tyvm: thank you very much | np: no problem | yw: you are welcome
wat: what | wut: what | wot: what | wen: when | wer: where | wher: where | wuz: was | woz: was
hav: have | hve: have | ave: have | hv: have | gd: good | gud: good | dis: this
dat: that | da: the | teh: the | tha: the | dem: them | dey: they | em: them | 'em: them
shld: should | shud: should | wud: would | wld: would | cud: could | cld: could | wil: will
jus: just | jst: just | juz: just | rly: really | rlly: really | realy: really | srsly: seriously
prob: probably | probs: probably | prolly: probably | def: definitely | defo: definitely
deffo: definitely | definately: definitely | defiantly: definitely | definatly: definitely
obvs: obviously | obv: obviously | tbf: to be fair | tbh: to be honest | ngl: not going to lie
imo: i think | imho: i think | afaik: i think | kinda: kind of | kindof: kind of | sorta: sort of
lotta: lot of | outta: out of | fr: for real | frfr: for real | icl: i can not lie
ikr: i know right | nvm: never mind | wtf: what the fuck | wth: what the hell | omfg: omg
lil: little | luv: love | lov: love | lvoe: love | loev: love | nite: night | ryt: right
rite: right | kno: know | knw: know | thort: thought | thot: thought | fink: think | ting: thing
tink: think | thnk: think | tinking: thinking | thinkin: thinking | feelin: feeling
feelins: feelings | cryin: crying | dyin: dying | livin: living | killin: killing
hurtin: hurting | cuttin: cutting | cuting: cutting | doin: doing | havin: having
bein: being | comin: coming | gettin: getting | lookin: looking | talkin: talking | textin: texting
waitin: waiting | sittin: sitting | watchin: watching | makin: making | takin: taking
tellin: telling | tryin: trying | stayin: staying | leavin: leaving | wakin: waking
sleepin: sleeping | callin: calling | followin: following | sayin: saying | usin: using
fukin: fucking | fuckin: fucking | fkn: fucking | fking: fucking | fckin: fucking | effing: fucking
frickin: fucking | freakin: fucking | friggin: fucking | fck: fuck | fuk: fuck
sucide: suicide | suicde: suicide | suside: suicide | suiside: suicide | suacide: suicide
suciside: suicide | sucied: suicide | sui: suicide | sucidal: suicidal | sucicidal: suicidal
suicdal: suicidal | suicidle: suicidal | sucidle: suicidal | suisidal: suicidal
suicidel: suicidal | suicidial: suicidal | sucicide: suicide | scuicide: suicide
suicida: suicide | disapear: disappear | dissapear: disappear
disappeer: disappear | dissappear: disappear | dissapeared: disappeared | disapeared: disappeared
dieing: dying | deid: died | exsist: exist | exsit: exist | exsisting: existing
existance: existence | alife: alive | aliv: alive | lonley: lonely | lonly: lonely
worthles: worthless | wurthless: worthless | hopless: hopeless | hopeles: hopeless
pointles: pointless | tierd: tired | tird: tired | tyred: tired | exausted: exhausted
exhuasted: exhausted | anymor: anymore | nomore: no more | anymroe: anymore | nymore: anymore
hert: hurt | hurted: hurt | hart: heart | hearth: heart | freind: friend | frend: friend
freinds: friends | frends: friends | frnd: friend | bestie: best friend | becouse: because
beleive: believe | belive: believe | recieve: receive | realy: really | familly: family
famly: family | fam: family | seperated: separated | seperate: separate | broke-up: broke up
brokeup: broke up | realtionship: relationship
relashionship: relationship | relationshp: relationship | releationship: relationship
controling: controlling | controlin: controlling | contol: control | manipulitive: manipulative
threatend: threatened | threatned: threatened | threatining: threatening | threatning: threatening
threathen: threaten | threated: threatened | strangeld: strangled | strangld: strangled
chocked: choked | chocking: choking | agressive: aggressive | abusiv: abusive | abussive: abusive
abusd: abused | scard: scared | skared: scared | sceard: scared | skerd: scared
afriad: afraid | afrade: afraid | terified: terrified | terrifyed: terrified | frightend: frightened
hited: hit | hitted: hit | beated: beat | slaped: slapped | slaping: slapping | puched: punched
puhsed: pushed | grabed: grabbed | graped: raped | stalkin: stalking | stalkd: stalked
adress: address | adresse: address | acount: account | accout: account | pasword: password
passwrd: password | passcode: password | passcodes: passwords | passwort: password
phon: phone | fone: phone | mobil: mobile | restrainin: restraining | retraining: retraining
polis: police | polic: police | allways: always | alwys: always | nevr: never | neva: never
nver: never | agen: again | agian: again | agin: again | evn: even | untill: until
evrywhere: everywhere | everwhere: everywhere | evrytime: every time | pushd: pushed | pusht: pushed
kickd: kicked | slapd: slapped | slapt: slapped | punchd: punched | grabd: grabbed | chokd: choked
followd: followed | folows: follows | folowed: followed | abot: about | abuot: about | stnd: stand
mum's: mum 's | mom's: mom 's | mam: mum | mummy: mum | mommy: mom | dady: daddy
xmas: christmas | bday: birthday | b'day: birthday | yrs: years | yr: year | mths: months
mnths: months | mos: months | wks: weeks | wk: week | hrs: hours | mins: minutes
yday: yesterday | ystrday: yesterday | lastnight: last night | lastnite: last night
wkend: weekend | bby: babe | bb: babe | xx: | xxx: | yall: you all | w8: wait | w8ing: waiting | h8: hate | h8s: hates | h8ed: hated | str8: straight
l8: late | l8ly: lately | be4: before | 4give: forgive | 4got: forgot | in2: into | 2geda: together
gr8ful: grateful | 2b: to be | 1nce: once | 2wice: twice | b/c: because | 2c: to see
yh: yes | ye: yes | yea: yes
yeah: yes | yep: yes | yup: yes | yeh: yes | yas: yes | nah: no | nope: no | naw: no | nay: no
nop: no | noo: no | mabye: maybe | mayb: maybe | mebbe: maybe | prly: probably | btw:
"""

UNITS = frozenset(
    "yr yrs y yo mo mos mth mths m w wk wks d h hr hrs min mins s k am pm x st nd rd th yearold"
    " f year years month months week weeks day days hour hours".split()
)

_EMOJI = {
    "💀": "skull", "☠": "skull", "😭": "sob", "😢": "cry", "😥": "cry", "😿": "cry",
    "😂": "joy", "🤣": "joy", "😅": "joy", "😆": "joy", "😹": "joy", "😊": "smile",
    "🙂": "smile", "😀": "smile", "😃": "smile", "😄": "smile", "😁": "smile", "🙃": "upside",
    "💔": "broken", "❤": "heart", "💕": "heart", "💖": "heart", "🖤": "heart", "🥰": "heart",
    "😍": "heart", "🔪": "knife", "🗡": "knife", "🔫": "gun", "💊": "pills", "🩸": "blood",
    "⚰": "coffin", "🪦": "coffin", "😡": "angry", "😠": "angry", "🤬": "angry", "😤": "angry",
    "👍": "yes", "✅": "yes", "👌": "yes", "👎": "no", "❌": "no", "🤷": "shrug", "😬": "grimace",
    "😱": "scream", "😨": "scared", "😰": "scared", "🙏": "pray", "🔥": "fire", "🥺": "pleading",
    "😔": "sad", "😞": "sad", "😟": "sad", "☹": "sad", "🙁": "sad", "😩": "weary", "😫": "weary",
    "😴": "sleep", "🍷": "drink", "🍺": "drink", "🍻": "drink", "🥴": "drunk", "😒": "meh",
    "🙄": "meh", "😐": "meh", "😑": "meh", "😕": "sad", "😪": "sad", "😓": "sad", "😣": "weary",
    "😖": "weary", "😳": "grimace", "🤦": "grimace", "🥀": "broken", "🖕": "angry", "✔": "yes",
    "☑": "yes", "💯": "yes", "🆗": "yes",
    "🤔": "think", "👋": "wave", "🕊": "dove",
}  # fmt: skip

EMOJI = {sign: f" :{name}: " for sign, name in _EMOJI.items()}

FACES = {
    ":(": "sad", ":'(": "cry", ":((": "sad", ":/": "meh", ":-(": "sad", "</3": "broken",
    "<3": "heart", ":)": "smile", ":-)": "smile", ":d": "joy", "xd": "joy", ";)": "smile",
}  # fmt: skip

_LOOKALIKES = (
    "аaеeоoрpсcхxуyіiѕsјjԁdһhԛqԝwӏlвbкkмmнhтtгrпnиu"  # Cyrillic that looks Latin
    "αaεeοoρpτtυuνvκkιiηnωwχxβbγyμuσo"  # Greek
    "ıiłløođdßsæaœo"
)
LOOKALIKES = dict(zip(_LOOKALIKES[::2], _LOOKALIKES[1::2], strict=True))

LEET = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a",
                      "$": "s", "!": "i", "*": "", "8": "b"})  # fmt: skip
LEET_L = str.maketrans({"1": "l", "!": "l", "*": "i", "0": "o", "3": "e", "4": "a", "@": "a"})

# Words that are worth finding behind "k1ll", "k i l l" or "kil", because missing them costs most.
WEIGHTY = frozenset(
    "kill killed killing killer suicide suicidal die dead death dying died cut cutting hurt harm"
    " kms kys hang hanging pills overdose overdosed rape raped abuse abused hit beat stab shoot gun"
    " knife strangle strangled choke choked stalk stalking murder hate help blood bleeding sex nudes"
    " unalive self myself end life yes no never bitch slut whore fuck fucking shit bastard cunt dick".split()
)

SHORTEST_SLIP = 6
"""Letters of the shortest word that is looked at for a slip."""

# Words whose one-letter slips (lost, doubled, swapped, wrong) are read as the word itself.
# Only long words: a slip in a short one is too often another word.
_GUARDED = (
    "suicide suicidal overdose overdosed overdosing strangle strangled strangling threaten"
    " threatened threatening threatens controlling controlled manipulative violent violence abusive"
    " restraining depressed depression hopeless worthless pointless disappear existing kidnapped"
    " terrified frightened humiliated blackmail blackmailed blackmailing stalking harassing harassed"
    " harassment password passwords girlfriend boyfriend relationship injunction paracetamol"
    " antidepressants everyone everybody tomorrow goodbye unbearable punching suffocate suffocating"
    " revenge isolated permission pregnant separated location tracking whatsapp instagram"
    " definitely probably anymore nothing something because without tonight"
).split()

KEEP_DOUBLE = frozenset(
    "all kill feel need still well will sleep seen been keep call tell off see too soon good food"
    " look book mood miss kiss pills bill fill full pull roll stuff cell hell shell happy sorry"
    " worry carry marry wedding add odd mess less loss boss cross pass class ass foot feet week"
    " free tree three agree lee bee beer deep been green seem seemed room door floor blood".split()
)


def _pairs() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for row in _SHORT.replace("\n", "|").split("|"):
        short, colon, words = row.strip().partition(": ")
        if not colon:
            short = short.rstrip(":")
        if short:
            table[short] = tuple(words.split())
    return table


def _slips() -> dict[str, str]:
    """Every guarded word with one letter left out, so that two slips meet in the middle."""
    return {word[:cut] + word[cut + 1 :]: word for word in _GUARDED for cut in range(1, len(word))}


SHORT = _pairs()
_SLIPS = _slips()
_GUARDED_WORDS = frozenset(_GUARDED)
# English words that a slip of one letter would make of a guarded word.
_TRUE_WORDS = frozenset(
    "exiting inunction notching noting overdoing pinching retraining staking stalling strange tacking"
    " tracing tricking trucking violet".split()
)
# Letters taken for each other by the ear, and by a finger.
_ALIKE = tuple(map(frozenset, ("aeiouy", "ck", "cs", "sz", "kq", "mn", "dt", "bp", "fv", "gj")))
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def slip(word: str) -> str:
    """Return the guarded word this one is a slip of, or the word as it is.

    A slip is a letter lost, doubled or put in, two swapped, or one taken for another that sounds
    like it or lies beside it. What differs only in its ending is another form, and no slip.
    """
    size = len(word)
    if size < SHORTEST_SLIP or word in _GUARDED_WORDS or word in _TRUE_WORDS:
        return word
    lost = _SLIPS.get(word)
    if lost is not None:
        return word if _is_a_form(word, lost) else lost
    for cut in range(1, size):
        rest = word[:cut] + word[cut + 1 :]
        if rest in _GUARDED_WORDS:
            added = cut == size - 1 and word[-1] != word[-2]
            return word if added else rest
        found = _SLIPS.get(rest)
        if found is not None and found[0] == word[0] and _is_miswritten(word, found):
            return found
    return word


def _is_a_form(word: str, whole: str) -> bool:
    """Whether a word that lacks a letter of another lacks only its ending."""
    return whole[:-1] == word and whole[-1] in "ds"


def _is_miswritten(word: str, meant: str) -> bool:
    """Whether two letters are swapped, or one before the last is taken for another."""
    if len(word) != len(meant):
        return False
    apart = [at for at, letter in enumerate(word) if letter != meant[at]]
    first, last = apart[0], apart[-1]
    if first + 1 == last:
        return word[first] == meant[last] and word[last] == meant[first]
    return first == last < len(word) - 1 and _is_near(word[first], meant[first])


def _is_near(typed: str, meant: str) -> bool:
    return any(typed in some and meant in some for some in _ALIKE) or any(
        typed + meant in row or meant + typed in row for row in _KEYS
    )
