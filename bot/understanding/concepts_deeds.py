"""What people say for how fights went, what was said, changed or put right, and whose it was, as meanings of options.

Only a table; concepts.py says how it is read.
"""

TABLE = """
[calm]
labels:
  calm talk, calm
says:
  calm, calmly, civil, civilised, civilized, talked, we talked, talked it out, talk it through,
  talked through, sat down, discuss*, conversation, polite, quiet talk, no shouting,
  never shouted, never raised, adult*, reasonable, rational, peaceful, peacefully, diplomatic,
  like grown ups, grown up, cup of tea, kettle on, hashed it out, debate, tame, mild, listened,
  we never really fought, hardly fought, respectful*, softly, tea, a chat, chat, reasoned, sorted,
  sorted it, like friends, sensible, no raised, never raised our, we never fought, bit of a talk,
  talk then, list of pros, heart to heart, levelly, quietly, walked and talked, in counselling,
  mature, boring, patient, fairly calm, no drama, kitchen table, took turns, like colleagues,
  notes, wrote it down, slept on it, agree to disagree

[loud]
labels:
  loud but fair, loud
says:
  loud, shouty, rowdy, loud but, shout* but/then, yelling, shouting, screaming match,
  raised voices, voices raised, fiery, passionate, noisy, italian, door slam*, blow up then,
  blew up, storm then, thunder*, big rows, row then, heated, made up after, hug after,
  kissed after, neighbours, fair fight, no low blows, never below the belt, hot headed,
  like cats and dogs, explosive but, then laugh, both shouted, volume, opera, quick temper*,
  drama, loud italians, made up by, sorted by, blow out, blowouts, blew off steam, steam, vented,
  noisy but, big voices, bellow*, roar*, we are loud, spanish, mediterranean, fire and, fireworks,
  row and, barney, slanging but, ding dong, shouting matches, never mean, nothing nasty,
  no insults, over in ten minutes, over in minutes, forgotten by, then makeup, make up sex,
  sex after, over quick, neighbours heard, heard us, whole street, both of us yelling,
  shout and then, hug it out, made up, laugh about it

[silence]
labels:
  silence for days, silence, stonewalling
says:
  silence, silent, silent treatment, not speaking, stopped speaking, no talking, did not talk,
  did not speak, would not speak, would not talk, not talk, ignored, ignored each other,
  ignore me, cold shoulder, stonewall*, sulk*, freeze, froze me out, frozen out, ice, icy,
  shut down, shut me out, walked off, days of, for days, cold war, quiet for, went quiet,
  gave me the silent, slept on the couch, ghosted me for, mute, radio silence, days on end,
  said nothing, not a word, cold as ice, separate rooms, tumbleweed, passing notes,
  would not look, left the room, disappear for, blank me, blanked, quiet game, the quiet,
  not a single word, no words, stopped talking, no talk for, ghost in the house, wall of,
  wall of silence, hours of nothing, days of nothing, a week of nothing, week of, shut themselves,
  went to their mum*, went out the door, just left, would leave, walked out, slam then silence,
  huff, in a huff, moody silence, pout*, not answer, no reply, turned their back, read and no,
  sofa, on the couch, avoid each other, tip toe, not look at me, week without, days without,
  hours without, without a word, go without speaking, wall, ghost each other, tiptoe round,
  would vanish, he would vanish, disappear, slept in separate, say a word, not say a word,
  not one word

[insults]
labels:
  insults, insulting
says:
  insult*, name calling, called me, names, nasty, mean, cruel, put downs, belittl*, mocked,
  swear*, swore, slag*, below the belt, low blows, vicious, humiliat*, stupid, idiot, fat,
  useless, pathetic, worthless, mud slinging, mudslinging, personal attacks,
  character assassination, hurtful words, hurtful, abuse hurled, tore me down, bitch, vile, venom,
  every name under the sun, cheap shots, dirt, spiteful, made fun, sarcasm, verbal abuse, dug up,
  degrad*, vile things, things were said, said things, horrible things, horrid, awful things,
  slurs, called them, called each other, curses, abuse, abusive, dragged my family, my mother,
  my weight, mocked me, laughed at me, tore into, ripped into, bitchy, catty, venomous, ugly,
  ugly words, words like knives, knives, dirty fighting, fought dirty, bullied, shaming,
  cutting remarks, hurled, putdowns, sarcastic, contempt, eye rolls, rude, words he used,
  used words, nasty words, ugly things, my looks, weight, made me feel small, feel like dirt,
  stupid cow

[gave-in]
labels:
  i gave in, gave in
says:
  gave in, gave up, i would say sorry, said sorry, i said sorry, apologised, apologized,
  i always apologi*, i backed down, back down, backed off, caved, caved in, i cave,
  agreed to anything, agreed with everything, just agreed, i let them win, let them win,
  keep the peace, peacekeeper, doormat, people pleas*, i folded, fold, bit my tongue,
  swallowed it, i surrendered, surrender, yes dear, for a quiet life, quiet life,
  anything to stop it, had their way, got their way, i lost, went along, i went along,
  took the blame, whatever they wanted, i shut up, white flag, i bent, just agreed so,
  agreed so it, would agree, i agreed, end it quicker, to end it, to keep them happy,
  keep them calm, kept them sweet, said yes to, said what they wanted, told them what,
  i would be sorry, sorry even, even if i was right, even when i was right, i always lost,
  they always won, they won, always won, let it go, let it slide, dropped it, i dropped,
  shut my mouth, kept my mouth shut, mouth shut, nodded, smile and nod, i submitted, grovel*,
  grovelled, i would cook, please them, appease*, placate*, i crumbled, crumbled, i yielded,
  whatever you say, say sorry first, sorry for things, for things i, i always said, nod along,
  always my fault, took it all on me, roll over

[i-was-scared]
labels:
  i was scared, scared of them
says:
  scared, terrif*, frightening, fear, hid, locked myself, shaking, trembling, i was scared,
  cowered, in the bathroom, threw things, punched walls, hit me, smashed, eggshells,
  under the bed, watched their hands, ran, i would run, panic*, my heart, door between us,
  called the police, petrified, dread*, froze, they threw, broke things, holes in, flinch*,
  plates flying, plates, flying, in the loo, in the toilet, behind the door, under the table,
  in the closet, in my car, glass, broke the, punch, fists, knife, grabbed, i froze, i shook,
  crying in, would back me, corner, threats, threatened, they threatened, dangerous,
  out of control, like a monster, walking on, survive, survival, duck, for my life, the kids hid,
  neighbours called, calmed down, until they calmed, hide in, ran to, barricade, kids in the

[said-clear]
labels:
  yes clearly, clearly
says:
  yes, clearly, clear, crystal clear, loud and clear, said it, said it straight, they said it,
  told me straight, told me so, told me they wants/want/loves/misses, word for word,
  in those words, exact words, those exact, literally, in writing, wrote it, put it in writing,
  asked me back, asked me to come back, begged, wants me back, wants to try, wants us,
  looked me in the eye, to my face, straight out, outright, no doubt, in black and white,
  on their knees, sat me down, spelled it out, spelt it out, plain as day, said so, said yes,
  wants to come home, in plain english, let us try, said the words, asked for another, proposed,
  directly, they did, explicitly, in a letter, over dinner, come home, straight come home,
  straight up yes, told me they loves me and wants, on one knee, in person, out loud, aloud,
  over the phone yes, yes over, yes last, yes they, yes in, twice, three times, many times,
  every day, daily, sent a letter saying, in so many words, verbatim, quote, i quote,
  yes they did, said i want, i want you back, i want us, want you back, marry me, move back in,
  asked if we, asked to try, booked counselling, their words, in so many words yes, those words,
  said out loud, he told me straight, asked me to, give us, try again, wants another

[hints]
labels:
  hints only, hints
says:
  nothing clear, hint, breadcrumbs, breadcrumb*, crumbs, signals, mixed signals, signs, likes,
  likes my, emojis, songs, song lyrics, lyrics, memes, looks, vibes, flirt*, late night,
  between the lines, implied, suggested, not in words, not in so many words, never directly,
  indirectly, kind of, sort of, stories, watches my stories, views, hearts, heart emoji*, winks,
  miss you, misses me, i miss you, i miss us, maybe someday, maybe one day, little things,
  small things, cryptic, teasing, drops, nostalgia, old photos, our song, snaps, half said, vague,
  vaguely, subtle, playlists, quotes, sent a song, a song, not clearly, not exactly, not outright,
  not in plain, unclear, sideways, around the bush, beats around, between lines, reading into,
  i read into, sends memes, sends songs, selfies, selfie, gifs, snap streak, puts hearts,
  fire emoji, poke, liking old, old pictures, throwbacks, remember when, remembers,
  asks my friends, asks about me, asks how i am, drunk texts, late texts, touches, touchy,
  long hugs, hugs, eye contact, stares, smiles, jealous, acts jealous, keeps my, still wears,
  has not collected, sort of says, nearly says, almost says, body language, maybe, heart emojis,
  late night texts, in between the lines, never quite, flirts, memories, faces, winky, smileys,
  stickers

[said-no]
labels:
  they said no, said no
says:
  said no, they said no, said it is over, it is over, over for good, done with me, does not want,
  do not want me, does not love me, moved on, closed the door, door is closed, never again,
  told me no, turned me down, turned down, rejected, rejected me, refused, said never,
  made it clear it is over, said goodbye, wants nothing, not interested, no chance, no way back,
  shot me down, said the opposite, opposite, flat no, clear no, firm no, hard no, they are done,
  not coming back, not in love, asked me to move on, asked me to stop, told me to move,
  told me to let go, told me to stop, said to move on, the answer was no, over and done,
  want a divorce, leave me alone, is done, says they are done, done and dusted, no future,
  never getting back, not getting back, will not get back, not taking me back, go away,
  do not contact, do not text, stop texting, get over it, get over them, it is finished, finished,
  said stop, said leave, told me it is over, clearly no, clear that it is over, dead set,
  against it, ruled out, rules it out, no means no, chapter is closed, found someone,
  with someone else, has someone, loves someone, seeing someone, told me to, said it will never,
  made it clear, shut the door, asked me to stop hoping, it will never happen, never happen,
  not going to happen, will not happen

[not-talked]
labels:
  we haven't talked, have not talked, never talked
says:
  not talked, not spoken, have not talked, have not spoken, not discussed, never discussed,
  never talked, no contact, not in touch, do not talk, do not speak, silence, blocked,
  no conversation, radio silence, never came up, not come up, has not come up, not raised,
  not asked, have not asked, never asked, have not seen, not had the talk, no talk, avoid*,
  not met, not a word since, no chance to, no words, we have not, not been in touch,
  not heard from, ghosted, subject never, speaking terms, not on speaking, are not speaking,
  are not talking, not speaking yet, no contact since, never asked them, not asked them,
  never got to, topic, avoid the topic, off limits, have not met, not met since, nobody brings,
  neither of us has, not brought it up, brought it up, we skip, small talk only,
  only about the kids, about the kids only, through lawyers, not a conversation, have not had,
  too soon, not yet, not there yet, waiting to, not heard, we do not talk, not since,
  no chance to ask, not had the chance

[seen-weeks]
labels:
  yes seen for weeks, seen for weeks
says:
  yes, seen it, i have seen, own eyes, for weeks, weeks now, for months, months now, months sober,
  weeks sober, days sober, every week, every day, every meeting, consistent, consistently, steady,
  steadily, big change, huge change, totally different, different person, new man, new woman,
  really has, it has, they have, definitely, proper change,
  since august/september/october/june/july, solid, kept it up, sticks to, sober since,
  therapy every, never missed, two months, three months, six weeks, five weeks, four weeks,
  eight weeks, month clean, proved it, proven, night and day, clean for, no longer drinks,
  night shifts stopped, goes every, shows up, three months of, months of, weeks of, two months of,
  for two/three/four/six, for a month, for ages now, half a year, over a month, every single day,
  with proof, bank statements, they are sober, sober now, sober and, in therapy since,
  since spring/summer/autumn/winter/christmas/easter/january/february/march/april/may,
  every tuesday/monday/thursday/friday, daily, their sponsor, got a chip, 60 days, 90 days,
  100 days, real change, truly, changed for good, like a new, i watched, i watch them,
  i can see it, you can see it, the kids see it, everyone sees, even their mum, still going,
  still at it, keeps going, seen myself, with my own, kept at it, sticking with it,
  still going to, still sober, consistent*

[a-start]
labels:
  a start, start, a beginning
says:
  a start, start, beginning, early days, a bit, bit, tiny, tiny bit, little, a little, slightly,
  small, small steps, baby steps, first step, some, somewhat, slowly, slow, one thing,
  one session, first session, first appointment, booked, signed up, trying, a try, getting there,
  early, few days, one week, last week, work in progress, partly, in part, on the way, sort of,
  kind of, step one, day one, green shoots, once, half, attempt*, inching, glimpse*, glimmers,
  couple of days, two days, booked one, one session so, so far one, went once, been once, a first,
  first meeting, made an appointment, an appointment, called a, rang a, looked up, bought a book,
  reading a book, one good, one week of, a week of, five days, four days, three days, 3 days,
  5 days, beginnings, green, seeds, crack in the, softening, softer, trying to, they tries,
  making an effort, effort, cut down, cut back, less than before, less drinking,
  better than before, improving, some progress, progress, progress is, slight, improvement,
  just started, couple of weeks, little things, small things, a few days, crack, seedling,
  on a waiting list, one appointment, one meeting, one conversation

[only-words]
labels:
  only words, words
says:
  only words, just words, words, talk, all talk, promise, says, says so, says they have,
  says they will, says it is, they says, tells me, claims, claims to, swears, lip service,
  hot air, talk is cheap, no action, no trousers, big words, speeches, apologies, apologised,
  apologized, sorry, vows, so they says, texts about, in theory, mouth, pretty words, sweet talk,
  empty, blah, on paper, letter about, reckons, according to them, sorry sorry, sorry is,
  all i hear, all i get, i hear, hear it, long texts, texts, a letter, letters, poems,
  flowers and, flowers, pinky, next time, will change, they will change, going to, tomorrow,
  from monday, starting monday, blah blah, cheap talk, cheap, bla, big promises, begging,
  tears and promises, so they claims, apparently, supposedly, i have been told, told me it,
  told they, no proof, yet to see it, not seen it, nothing to show, on the phone they says,
  mouth only, good talker, smooth, talks a good, voice notes, sorry texts, tells everyone,
  told my, heard it all, apolog*

[cannot-change]
labels:
  it can't change, can not change, cannot change
says:
  can not change, can not be changed, can not fix, unfixable, will never change, never will,
  impossible, not possible, nothing can, nothing to change, not something that, not changeable,
  it is what it is, a fact, set in stone, stone, age gap, age is age, distance is distance, fate,
  dead, died, genetics, biology, religion, their religion, infertil*, can not have kids,
  not up to us, out of our hands, visa, no cure, not fixable, is permanent, permanent,
  that is who they are, who they are, born that way, leopard*, spots, always be, by nature,
  unchangeable, ocean between us, will always be, how it is, that is life, lives in,
  and that is that, that is that, never going to, not going to change, can never, will never,
  no way to change, nobody can, born, they are 60, older than, too old, wants kids i,
  kids or no kids, no kids ever, can not have, menopause, disabled, illness, sick, terminal,
  autis*, adhd, their mother, their family, family is family, culture, caste, immigration,
  citizenship, green card, army, deployment, prison, sentence, married, is married, is gay, gay,
  lesbian, orientation, asexual, geography, other side of the world, 5000 miles, miles is miles,
  no moving, will not move, job is there, their job is, not fixable by, never be able,
  no changing, is what it is, it is how, facts, distance, age, ocean, the past, dead is dead,
  nothing to be done, their age, can not be helped

[only-me-did]
labels:
  only me, me
asks:
  owned, sorry, put right, put it right, mended
says:
  only me, just me, me, i did, i said sorry, i apologised, i always, always me, i owned, i tried,
  i fixed, i made it right, my job, the only one, only one who ever, i was the only, only i,
  only i ever

[only-them-did]
labels:
  only them, them
asks:
  owned, sorry, put right, put it right, mended
says:
  only them, just them, they did, they said sorry, they apologised, always them, they owned,
  they tried, they fixed

[lies-worked-through]
labels:
  yes and it is worked through, worked through, in the open
says:
  worked through, worked on it, in the open, all out, came clean, told me everything, confessed,
  forgave, forgiven, therapy, counselling, paid back, behind us, dealt with, sorted,
  out on the table, on the table, no secrets now, got past it, past it together, moved past,
  got through it

[lies-not-through]
labels:
  yes and it is not, and it is not
says:
  still lies, never admitted, denies, still hiding, hidden, found out, caught, never explained,
  never talked about, swept, half truths, will not talk about, still do not know everything,
  bits come out, drip, still a secret, still secret, a secret still

[no-lies]
labels:
  none
asks:
  lying, cheating, secret
says:
  no lies, no cheating, never lied, never cheated, honest, open book, faithful, nothing hidden,
  no secrets, trust was, trusted

[talked-through]
labels:
  we talked it through
says:
  talked, sat down, long walk, conversation, discussed, counselling, honest, agreed

[just-happened]
labels:
  it just happened
says:
  just happened, happened, no plan, bumped into, met at a, party, fell back, slipped back,
  one thing led, before we knew, drifted back, habit, christmas

[begged]
labels:
  one begged
says:
  begged, pleaded, knees, crying, promised, flowers, would not take no, grand gesture, showed up,
  turned up

[after-sex]
labels:
  after sex
says:
  sex, bed, slept together, hooked up, one night, woke up together, drunk night, kissed

[about-me]
labels:
  about me, you, more about you, me
asks:
  about, more about, down to
says:
  me, my fault, i did, i was, my drinking, my temper, mine, i drank, i lied, i cheated,
  my jealousy, my job, my head, my moods, my lies, my past, i was not

[about-them]
labels:
  them, about them, more about them
says:
  their drinking, their temper, their lies, their affair, their phone, their job, they cheated,
  they lied, they drank, their fault, all them, them, their mother, their mood, their past,
  their ex, they left, they would not, they never

[about-us]
labels:
  the two of you, the two of us, between us, us
says:
  us, we, both, both of us, between us, our, the two of us, together, each other, how we,
  communication, we fought, we never, we grew, chemistry, mix, combination

[around]
labels:
  life around you, life around us
says:
  work, money, family, distance, job, parents, covid, moving, life, circumstances, timing,
  their job, my job, moved to, visa, illness, money troubles, the move, lockdown, the baby, hours,
  shifts, no money

[by-kids]
labels:
  for the children
says:
  kids, son, daughter
"""
