"""What people say instead of yes and no to questions about a second chance: change, words, plans, what was put right.

Only a table; topics.py says how it is read.
"""

TABLE = """
[changed]
asks:
  really changed, changed yet, anything changed, different now, has anything
yes:
  sponsor, goes daily, goes to, every session, picks up the kids, cooks, bank statements, no more,
  handed over, gave me their phone, open phone, cut off their, blocked them, left them for good,
  day 60, day 90, apologised and, actually has, really has, it shows, visible, proof, for real,
  consistent, noticed, even my mum/mom, so yes, finally, counselling, counseling,
  anger management, meetings, rehab, works out, new job, stopped lying, ended it with them,
  cut ties, told the truth, calmer, kinder, gentler, does the dishes, listens,
  keeps their promises, diagnosed and, month without, weeks without, days without,
  since then not once, sees a therapist, moved out, every meeting,
  since august/september/october/july/june, with my own eyes, seen it, i have seen, months now,
  weeks now, new man, new woman, different person, quit, deleted, paid, keeps their word,
  big time, massively, huge*, night and day, a lot has, turned over, gave up, different since,
  been different, in front of me, with my eyes, stuck to, keeps it up, sober, clean, therapy,
  medication, job, stopped, apologised to, sorry and means, owned up, patient, shows up, on time,
  helps, for months, completely, totally, a lot, hugely, beyond, almost everything,
  nearly everything, thought possible, unrecognisable, new person, grown up, matured,
  turned it around, we both have, both have, shows in, you can tell, i can tell, even the kids,
  everyone says, works at it, without missing, has not missed, not missed one, not one slip,
  no slip, not slipped, not drunk in, not shouted in, not shouted since, not raised their,
  not lied since, poured it down, poured it all, down the sink, threw out, threw away, handed me,
  gave me access, showed me the, opened their, moved closer, moved back, moved away from,
  sold the, cut them off, told them to go, the group, went with, came with me, sat with me,
  reads the book, asks now, asks me now, says sorry now, says no now, home by, home every,
  does bedtime, does the school, i learned, we learned, i am the one who changed, touched a drop,
  not touched a drop, not had a drop, a different dad/man/woman/mum/person, different these days,
  different dad, different mum, better dad, better mum, better man, better person, new leaf,
  turned a, stays home, comes home, pays half, pays them half, sees a counsellor,
  sees a psychologist, seeing someone about it, in a programme, in a program, finished the,
  completed the, passed the, certificate, one year, two years, six months, four months,
  three months, two months, eight weeks, ten weeks, twelve weeks, ninety days, hundred days,
  every day since, not once since, no shouting, no drinking, no drugs, no lies since, no gambling,
  since january, since february, since march, since april, since spring, since easter,
  since christmas, since new year, told my parents, told them parents, told everyone the truth,
  the truth now, open about, honest now, tells me everything, i can see, i do see, i really see,
  seen with, witnessed, not come back since, has not come back
no:
  did it hell, did they hell, did they fuck, my arse, not that i have noticed, not that i noticed,
  nothing i can see, nothing i have seen, nothing on the ground, on the ground, relapsed, lapsed,
  for a week then, flowers, a bouquet, just the haircut, new haircut, says yes, still late,
  still in touch, still texting them, still on, wishful, different day, different shirt,
  new phone same, still the, still does, still has not, still not, still no, still drunk,
  still angry, they never will, will never, back at it, old habits, old ways, fell back,
  slid back, the next day, next morning, for show, an act, play acting, crocodile tears, excuses,
  denies, denial, cosmetic, only the, still out, promises, nothing, not a thing, square one,
  groundhog, leopard, spots, worse, not one bit, lip service,
  still drinking/drinks/lies/shouts/the/cheats/gambles/does, hot air, swears they have, claims,
  copy paste, broken record, zero, zilch, will they ever, as if, in my dreams, believe it when,
  when i see it, exactly the, the man they were, the person they were, as they were, same,
  back to, as before, no different, not different, never changes, does not change,
  will not change, talk, words, lies, says, sorry, for a day, for a week, two days, one day,
  lasted, blames, my fault, refuses, laughed, not interested, will not go, would not go,
  cancelled, stopped going, dropped out, quit therapy, quit going, slipped, caught, drinks more,
  more than ever, if anything, that is it, chocolates, a haircut, new shirt, new car, old song,
  heard it before, heard it all, been told, so i am told, tells everyone, tells their mum,
  three days tops, for an afternoon, then pub, back in the pub, back on the, back with them,
  found messages, found another, found a bottle, found the, smelled it, smelt it, smelled of,
  still at it, still with, still sees, still lives, still broke, not going to therapy,
  never booked, never called, did not show, never went, went once, one visit, walked out of,
  all mouth, lifted a finger, all mouth no trousers, big mouth, mouth only, mouthwash, wind,
  not a finger, not one thing, not one single, nothing i can, nothing yet, nothing at all,
  nothing new, zero effort, no effort, no sign, no proof, no evidence, no results, no therapy,
  no job, no apology, not sorry, never sorry, not even sorry, does not see, does not think,
  does not admit, does not believe, rolls, shrugs, tomorrow, monday, next month always,
  new year always, starts monday, stopped after, quit after, gave up after, for two weeks,
  for a month then, until the next, until they got, then back, then again, more secretive,
  more angry, more drunk, more jealous
open:
  says yes i say no, they says yes, one session, booked, signed up, waiting list, they might be,
  one week in, could be an act, might be an act, on good days, comes and goes, some but,
  hard to trust, ask me in, piece by piece, mixed, not enough, parts, efforts, depends on the day,
  hot and cold, early, one step back, looks like it but, seems calmer, seems better, could be,
  not long enough, not enough time, says it has, half changed, too early, a bit, a little,
  some things, some of it, in some ways, on the surface, for now, have not seen, not seen,
  have not spoken, can not know, can not see, how would i know, slowly, trying, started,
  baby steps, one thing, partly, hard to see, on paper, time will tell, we will see,
  remains to be seen, couple of days, only been, few days, a week, two weeks, soon, new,
  waiting to see, see if it lasts, if it lasts, beginning, on the list, first, small, little, bit,
  half, slow, bits, not all, not everything, hard to tell, can not tell, not seen them, not met,
  do not see them, no contact, say they have but, an appointment, next week, next month,
  starts next, on monday they, one visit so far, three days, four days, two weeks now,
  a fortnight, a month maybe, nicer, was nice, was kind, was calm, once so far, too few, sample,
  can not judge, not around to, not there to see, live apart, we do not speak, they tell me,
  friends say, mum says, sister says, hear they, i hear, apparently they, some days yes,
  good week, bad week, up and down, two steps, halfway, the drinking yes, the drinking no,
  the temper, the money no, except, apart from, about the money, about the drinking, less but,
  fewer but, better but, three weeks in, four weeks in, a month in, one month in, only just,
  just signed, just told, just came out of, some effort, tiny steps, started to, halves, half and,
  few things, certain things, certain days, depends, on sundays, around my parents,
  in front of people, on the phone, online, when watched, when i am there, when i look

[said-try-again]
asks:
  in plain words, want to try again, said they want, get back together
yes:
  they asked, asked if we could, asked to try, proposed, let us try, we should try,
  we should get back, want you back, take me back, give us, wants a do over, one more chance,
  come home, sat me down, face to face, over coffee, voice note saying, clearly, verbatim,
  yes verbatim, last night yes, yes last night, came over and, came round and, on the doorstep,
  knees, through tears, wants it back, wants another, wants a second, ready to try,
  they would like, said let us, said we should, said we could, asked me out, invited me home,
  booked a, agreed to try, says every day, told me so, told me they wants, wants/want us,
  start over, begged, said so, said it, wrote it, literally said, asked me back, second chance,
  asked for a second, in writing, has said, three times, asked me to, move back in, move in,
  come back, take them back, wants back, wants me, wants to, try again, another go,
  another chance, new start, fresh start, start again, begin again, give it, work on, work it,
  fix it, fix us, make it work, therapy together, counselling together, still wants,
  would like to try, pleaded, text saying, texted that, message saying, out loud, to my face,
  looked at me, straight, clear, last night, on sunday, promised to try, another shot,
  one more go, a fresh go, can we start, can we try, could we try, can we go back,
  asked if they can, asked if we can, if i would take, wants them family, wants our,
  make it right, multiple times, many times, several times, every day, every night, every call,
  at the airport, at my door, in the kitchen, at the table, over dinner, at the park,
  in front of my, to my mum, eyes open, quote, exact words, their exact, that exact, those exact,
  sat across from, held my hands, word for word, twice on, on monday, on tuesday, on wednesday,
  on thursday, on friday, on saturday, this morning they, on my birthday, on the beach,
  in the car they, in church, over breakfast, over lunch, over a drink, in front of the kids,
  in front of everyone, to the counsellor, in therapy they, at counselling, sat me down and said,
  looked at me and said, rang to say, called to say, wrote to say, texted to say, emailed to say,
  came to say, asks me every, asks if i, asked would i, would i have them, have them back,
  have me back, ready to come, ready to start, ready to fix, willing to try, prepared to try,
  wants counselling, booked us, booked counselling, suggested counselling, suggested we,
  said yes to, said i do, said we belong, said we are meant, let us start, let us go back,
  let us fix, one more time, one last time, another round, clean slate, page one
no:
  liking, looks, vibe, songs, stares, drunk dial, sex, they never said that, not said, not once,
  nothing of the, the subject, wants friendship, not in any words, body language, silence,
  told me no, found someone, only sends, sends selfies, voice notes about nothing, small talk,
  games, teasing, riddles, dreams, wishing, no words, never once, heard from others,
  just physical, only at night, 2 am texts, late night texts, never sober, they said they do not,
  does not want, not interested, new girlfriend/boyfriend, opposite, hints, not in words,
  not in plain, mixed signals, breadcrumbs, emojis, vague, reading between, never said,
  said the opposite, said no, said never, moved on, said it is over, done with me, blocked,
  will not even talk, does not talk, not talking, no contact, not in so many words, just flirt*,
  flirts, never that, but never, not that, a lot of things, other things, everything but,
  exact opposite, memes, playlist, sighs, kiss, hug, misses, loves, memories, photos, flirty,
  nostalgic, changes the subject, avoids, dodges, never in, over, finished, friends,
  focus on the kids, about the kids, not spoken, does not reply, ghosted, i wish, winky, faces,
  smileys, hearts, watches my, views my, reels, tiktoks, old pictures, throwback, nostalgia,
  wants me happy, hopes i find, deserve better, not you it is me, focus on themselves,
  work on themselves, not in a place, free to, seeing other, told my sister they do/does not,
  does not love, not in love, never said that, never said those, never those words,
  not those words, never in so many, nothing like that, nothing so clear, nothing clear,
  dances around, beats around, bush, when i ask, changes topic, laughs it off,
  said it is finished/over/done, never in those, never in so, never out loud, not out loud,
  not to me, not to my face, told their mum not, told them friends not, only to others,
  through others, via others, only their eyes, eyes do, them eyes say, tears but, sleeps with me,
  booty, only at 2, only after midnight, midnight texts, drunk texts, good morning texts,
  goodnight texts, calls me babe, calls me darling, lyrics, captions, reposts, stories,
  first to view, reminisces, remember when, talks about the past, talks about old, good old days,
  asks how my, asks about my mum, asks about work, asks about the dog, weather, polite chat,
  friendly chat, just chat, banter, jokes, moved on they, happy now they, done with, closed the,
  shut that, that ship, ship has sailed, chapter closed, no going back they, no way back,
  not a chance, told me never, told me to find, told me to move, told me to stop, told me to let,
  told me to date, told everyone no, better apart, better off apart, better as we are
open:
  maybe in the future, in the future, one day, some day, someday, when things calm, not now but,
  not ready, thinking, will see, let us see, confused, said it but, half asleep, took it back,
  said yes then no, wish we could, told my sister/mum/mom/friend/brother, through their friend,
  through their sister, second hand, kind of said, more or less said, nearly said, could be read,
  not exactly those words, said they still loves, has feelings, asked for time, said give me time,
  maybe after, in between the lines, kind of, sort of, sometimes says, drunk, said maybe,
  said perhaps, said they might, does not know, do not know what, one day yes, changes their mind,
  hot and cold, mixed, half said, almost said, misses/miss me, still loves me, needs time,
  thinking about it, open to it, like to but, would like to but, wants to but, but they can not,
  can not right now, not right now, right now, do not know, not sure, unsure, maybe, might,
  in time, pissed, then took it, then said, next day, both, yes then no, sister said, friend said,
  told my, never say never, said it then, said it once, after sex, in bed, in tears, in a dream,
  in anger, said not yet, said soon, said later, said if, if i change, if things, only if,
  on conditions, with conditions, ultimatum, them friend says, mum says they, heard from,
  third hand, i think they meant, sounded like, felt like they, not sure what they, could mean,
  might mean, open to interpretation, read into, said never and, and then they said,
  then said who knows, who knows they said, yes and then no, yes then nothing, said it then left,
  said it then went, said it crying, said it angry, said it by accident, slipped out, it slipped,
  autocorrect, half a sentence, did not finish, unfinished, started to say, nearly said it,
  about to say, was going to say, was cut off, hung up before, might have been, might be what,
  could have been, sounded like it, sounded like maybe, something like it, something like that,
  similar, in a roundabout, roundabout way, in other words, if you read it, if you squint,
  depends how you read, depends how you hear, my friend thinks, their friend thinks,
  i think so but, i hope so but, maybe they did, not sure they

[keeps-word]
asks:
  say they will call, do they call, call or meet, keep their word, do what they say
yes:
  more often than not, even in the snow, early, first to arrive, waiting at the door,
  would bet my life, bet my life, texts if late, rings if late, let us me know, punctuality,
  swiss, 99 percent, 95 percent, 90 percent, in the end yes, good like that, solid, to the second,
  not once late, turns up, texts when, bang on time, not missed one, counts on, yes religiously,
  always, never misses, never late, every time, on time, religiously, reliable, without fail,
  punctual, dependable, mostly, usually, 9 times out of 10, 9/10, rarely late,
  has not let me down, does what, as promised, known them not, always has, always have done,
  always do, each time, clockwork, prompt, dot, never cancels, shows up, comes, calls, rings,
  texts to say, keeps, sticks to, if they say, their word, generally, nine times, most of,
  even when, could set your, spot on time, good at that, good with that, bless them yes,
  never once late, every promise, keeps promises, keeps them promises, shows when, even if late,
  late but, a bit late but, five minutes late, always did, always has been, texts if,
  lets me know, tells me if, warns me, rearranges, old fashioned like that, army man,
  set your watch, set my watch, watch by, clock by, alarm clock, every week without,
  never a minute, minute late, on the button, bang on, waiting for me, already there,
  at the door at, at the gate at, rain or, snow or, sick or, tired or, whatever happens,
  no matter, whatever the weather, hell or high, hand on heart, bless them they, credit where,
  fair play, give them that, to be fair they do/does, good about that, good about time,
  good with time, good with plans, strict about, military, army time, german, like a train,
  like the sun, like tides, texts at, meets me at, meets us at, picks them up at, drops them off,
  says if they, warns if, lets us know, never broke, never broken, never cancelled, never flaked,
  never forgot, has not missed
no:
  time out of 5, 1 in 10, once in five, always late or, always something, dog ate, phone died,
  battery died, traffic, overslept, fell asleep, disappear, vanishes, goes dark, no call,
  never calls, never shows, never turned up, did not turn up, did not show, not once, waited,
  cold food, dinner went cold, pigs, as reliable as a, chocolate teapot, unreliable, big talker,
  do they heck, does they heck, heck, do they hell, breaks, postpones, reschedules, rain check,
  rainchecks, flaked, forgot my birthday, left me standing, blows me off, bins me off,
  next week always, manana, tomorrow never, five minutes means, no show, never means, means never,
  cancels, always cancels, flakey, flaky, forgets, excuses, always an excuse, stood me up,
  let me down, let us me down, rarely, seldom, hardly ever, once in a blue moon, blue moon,
  comes up, ghosts, bails, fat chance, never on time, hit and miss but, promises,
  more than they remembers, late, cancelled, last minute, stood up, never, hardly,
  once in a while, bored, suits them, when they want, if they want something, when they need,
  needs money, needs something, only when, by the phone, lies, liar, goes quiet, let down,
  disappoint*, 2 out of 10, one in, busy, something always, eaten alone, sat alone, cold dinner,
  ducks out, pulls out, backs out, wriggles out, forgets i exist, forgot again, forgot my,
  at the station, restaurants, table for one, dressed up, all dressed, kids at the window,
  kids cry, says soon, soon means, tomorrow means, later means, means maybe, half past never,
  next tuesday, next week then, always next, always tomorrow, always a reason, always some,
  always busy, flat battery, their mum is ill, dice, gamble, broken record, rarely and,
  if i chase, unless i, only if i, two in ten, one out of, once out of, if it suits, running joke,
  a joke, laughable, do not make me laugh, once in a blue, out of ten, fails, fell through,
  always falls, plans fall, reason after, story after, another story, dog died, gran died twice,
  car trouble, no petrol, no credit, no signal, flat phone, forgot the time, forgot the day,
  forgot the date, wrong day, wrong time, mixed up, double booked, something better, better offer,
  better plans, friends come first, pub first, football first, work first, mum first,
  last on the list, bottom of the list, afterthought, left me at, left us at, left me in, hanging,
  stood there, sat there, looked a fool, felt a fool, dinner in the bin, dinner for one,
  tickets wasted, wasted ticket, birthday alone, alone on my birthday, kids in coats, coats on,
  kids stopped asking, stopped believing, stopped expecting, do not expect, never expect,
  not expect, do not hold my, hold my breath, would not hold, not bet, would not bet,
  would not count, can not count, can not rely, not rely, never rely, weeks later, ages later,
  eventually maybe, if at all, or not at all, or never, who knows when, when they remembers,
  when they feels, if they feels, when they are free, if nothing better
open:
  when bored, when they are bored, calls yes meet no, calls but, texts yes, meets but,
  if there is football, weather, roulette, lottery, 60 40, 60/40, 40/60, every other time,
  every second, one time yes, varies, we have not planned, never planned, no plans,
  has not promised, never promises, some weeks yes, some weeks, if sober, if the kids,
  with the kids yes, for the kids yes, with me no, half and half, one out of two, one in two,
  calls yes, depends who asks, first month yes, used to now, lately no, lately yes, sometimes,
  half the time, hit and miss, hit or miss, coin toss, coin flip, 50 50, 50/50, depends,
  on a good day, when it suits, when they feels like, when sober, some days, it varies,
  not come up, has not come up, never says, does not say, meets no, used to, weeks yes, half,
  mood, 50, fifty, toss, coin, on good days, rings but, lately, recently, new, not had the chance,
  we do not make plans, calls but never, meets yes, about the kids yes, otherwise no, kids yes,
  me no, good weeks, bad weeks, at first yes, in the beginning yes, used to yes, now no,
  before yes, sometimes early, sometimes they, sometimes three, half of them, depends on the day,
  depends if, depends whether, depends on them, when sober yes, fifty fifty, one time no,
  one week yes, one week no, good months, bad months, on weekdays yes, at weekends no, visits no,
  for the kids always, for me no, about money no, since the split no, after no, was good,
  was great at first, used to be, got worse, getting better, too early, only twice so,
  only once so, only tried once, one call so far, can not say yet, not enough to, no pattern

[owned]
asks:
  owned and put right, put right, apologised
yes:
  both said sorry, we talked, always made up, said sorry, apologised, apologized, owned,
  made it right
no:
  swept under, never apolog*, blamed me, my fault, never sorry, no apology, pretended,
  moved on like
open:
  depends, sometimes, i did they did not, only me, only them

[sorry-both]
asks:
  both say sorry, say sorry for, both apologise, apologise after, apologise for,
  do they apologise, say sorry after, owned and put right
yes:
  both did, we both did, we both, each, said sorry, hugged, shook hands, cried together, made up,
  cleared the air, sat down and, talked it, own up, owned it, owned our, letters, every time,
  always, with flowers, forgave, mutual, meant it, eventually, straight away, by morning,
  before bed, never went to bed
no:
  only i, only me, just me, only them, i always, i am always, always me, me who, the one who,
  one who says, one way, one sided, never once, never has, never did, too proud, pride, spell it,
  know how to, word sorry, does not know the word, not in their vocabulary, vocabulary,
  sorry you feel, sorry if, sorry but, non apology, fake sorry, blame, my fault, your fault,
  excuses, swept, under the carpet, under the rug, pretended, act like nothing,
  moved on like nothing, nothing happened, waiting for mine, still waiting, neither, nobody,
  stubborn
open:
  i did but, i did they, i said sorry they, they did i, half, kind of, sort of, in their own way,
  in a way, sometimes, if i cry, when caught, by text, through a card, flowers instead,
  not in words, mumbled, for some things, for small, depends

[lying]
asks:
  lying, cheating, secret money, in the open
yes:
  cheated, lied, affair, secret, hid, behind my back, gambled, debt*, double life
no:
  honest, open book, faithful, no secrets, loyal, trusted
open:
  suspect*, might have, never proved, never found out

[plans-fit]
asks:
  plans fit, big plans, same kind of thing, both want the same, want the same
yes:
  both want kids, both want, we want, puzzle, jigsaw, in sync, no problem, identical,
  on paper yes, fits, all of it fits, fully, dovetail, aligned, same faith, we mapped,
  mapped it out, house and kids, two kids and a dog, yes all, peas in a pod, we both want,
  perfectly, always did, no clash, kids yes, to a t, matched, same, both, together, agreed, click,
  compatible, mapped out, down to the, names of, names for, exactly, glove, we always,
  never argued about, kids and a, a house, a farm, grow old, like two peas, kids dog, seaside,
  picket fence, one direction, side by side, hand in, in tune, like clockwork, copy and paste,
  finishing each, both hate, both love, both said, we share, shared dream, shared goals,
  shared vision, all of it matches, ticks every, boxes, even the, to the letter, vision board,
  one pen, one mind, like minded, wavelength, one voice, one dream, same country, no conflict,
  no arguments about, nothing to argue, nothing to fight about, wrote it down, wrote a list,
  made a list and, bought land, saved for, names picked, picked the names, picked out,
  paint colours, whole life planned, planned our, planned it all, planned everything, all planned,
  lined up, all lined up
no:
  wants to live, wants three, wants none, does not want kids, wants a farm, job in, dubai,
  australia, family first, their parents want, their god, not compat*, mismatch,
  that is why we broke, that is why it ended, nowhere near, they yes me no, me yes they no,
  wife at home, phd, not the kids, not on kids, not on money, not on religion, they are 50,
  past having, too old for, vasectomy, sterile, wants marriage, never marry, will not marry,
  does not believe in marriage, in the army, deployed, they do/does not plan, collide, conflict,
  opposites, never fitted, not at all alike, nothing in common, gulf, a gap, kids yes/no, no kids,
  i want, they wants, they do/does not want, different, abroad, other side of, clash*,
  incompatible, not compatible, deal breaker, dealbreaker, never wanted, never will, religion,
  faith, except the one that matters, on everything but, wants to be, countries, countryside,
  continents, differ, differently, apart, not want, does not want, years older, years younger,
  clash, neither, oil, chalk, can not both, one of us would, give up, hates my, hates the,
  will not leave, will never leave, would never leave, will not move, never move, can not leave,
  the snip, tubes, no more kids, does not believe in, not believe in, wants to retire,
  wants to roam, wants fame, army wife, visa, back to poland, back home to, them family is,
  sea and, mountains, i need the, they needs the, my life and, is my life, not negotiable,
  non negotiable, red line, collision, head on, parallel, square peg, round hole, fire and water,
  cat and dog, north and south, east and west, mars and venus, not leaving my, i am not leaving,
  not going with them, set on, dead set, wants to move, wants to emigrate, wants to go back,
  is moving, has to move, army posting, posted to, sea, offshore, tours, band, nomad, van life,
  live in a van, backpack, travel the world, wants the world, wants freedom, wants no ties,
  no ties, wants open, open relationship, poly, monogamy, swinger, does not want marriage,
  does not do marriage, not marry me, not the marrying, wants church, wants a church, god and,
  no god, convert, arranged, dowry, caste, culture says, tradition, live with their mum,
  their mum in, done with kids, has their kids, grown up kids, infertile, ivf no, adopt no,
  childfree, child free, does not like children, hates children, wants six, wants five,
  wants four, wants ten, not one, two worlds, two lives, not leaving, can not leave my, my dad is,
  my mum is, my parents are, my job is, my roots, rooted here, home is here, needs a boat,
  motorbike, renovation, renovating, spends it all, saver, spender, i save they, they spends
open:
  rest yes, money no, faith no, most but, who knows, never made any, no plans, we had no plans,
  too young, we are 19, still figuring, have not got, they changes, not kids, work yes, in some,
  their plans change, we will see, kids maybe, who has plans, it depends on their, not all,
  half yes, still talking, talking about it, we were going to, never talked, never got to that,
  never came up, did not come up, never spoke about, never asked, never discussed,
  never got that far, have not talked, avoided, mostly, partly, some of them, some do, some yes,
  apart from, except, all but, depends, mostly but, up to a point, half, on paper, roughly,
  more or less, if they, thought so, used to, work in progress, sat down and, compared,
  never spoke, not discussed, did not discuss, dodged, what plans, day to day, one day at a time,
  almost, nearly, bar one, thought they did, thought we, until, thought so until, thought so but,
  we thought so, i thought so, at 19, we were young, never made, make plans, no plans yet,
  day by day, lived day, live in the moment, one big, one snag, one thing, main things, main ones,
  most of, mostly yes, yes except, yes but, small ones yes, big ones no, on kids yes, on money no,
  could be made, with some work, if someone moves, if one of us, never asked them,
  never asked each, never dared ask, dared not ask, scared to ask, did not want to know,
  left it for later, later we said, one day we said, some day we said, we said one day,
  too soon for that, only been together, only six months, only a year, still at uni,
  still in school, still studying, students, no idea what they wants, no idea what i want,
  do not know what i want, they do/does not know what, changes every week, changes their mind,
  one thing yes, kids yes house, kids no house, house yes, on most, on some, on a few, on big,
  on small, ish, in theory, in real life, in practice

[same-want]
asks:
  both want the same, want the same kind, want the same thing
yes:
  same thing, both of us, same page, one page, we do, exactly, together, agree, we both,
  each other, same dream
no:
  opposite, different things, wants space, wants out, wants friends, wants freedom, wants it over,
  i want more, they want less, only me, just me, one sided, worlds apart, not at all, they do not,
  wants someone, casual, fling
open:
  partly, some, overlap, never asked, not asked, not said, hard to tell, guess,
  who knows what they, thought so, used to

[tried-tip]
asks:
  did you try it, did you try, tried it, try that, have you tried
yes:
  i did, tried, did it, done, posted, sent, went out, for a week, for a month, backfired,
  did not work, worked, no reply, they saw it, all of it, a few times, once, twice, cringe,
  embarrassing, regret
no:
  never dared, chickened out, bottled it, only read, just read, only thought, thought about it,
  not yet, not me, not my style, too proud, too scared, felt wrong, seemed wrong, talked out of,
  deleted it before
open:
  half, sort of, kind of, started, almost, nearly, a bit, for a day, by accident, without meaning
"""
