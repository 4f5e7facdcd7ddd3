"""What people say for the day, sleep, home, people and belongings, as meanings of options.

Only a table; concepts.py says how it is read.
"""

TABLE = """
[keep]
labels:
  keep, save
says:
  keep, save, store, hold on, hold onto, hang on to, hang onto, leave it/them, leave it there,
  stay, they can stay, do not delete, do not erase, do not throw, do not lose,
  want to read them later, read later, look back, for me, for later, as is, archive, mine to keep,
  remember, tuck it away, put away, leave them where, file it, as it is, in the drawer, lock them,
  hang on, them there, there, let them be, let it be, please hold, bookmark, put it aside,
  for next time, next time, come back to, i want to read, might need, need them, stay put, hold,
  sure keep, yes keep, retain, preserve, pin it, stash, under lock, leave as is, do not touch,
  stay where, want to read, for me only, safe place, put them away

[share]
labels:
  make a page to share, share
says:
  share, page, a page, show, show my, show to, to show, give to, give my, send, send to, print,
  printout, print out, pdf, export, for my therapist, my therapist, therapist, counsellor,
  counselor, doctor, gp, my mum/mom/sister/friend, for my friend, someone i can show, summary,
  hand over, take with me, bring to, copy for, social worker, read it to, link, one pager,
  for the support worker, psychologist, support worker, something for my, for my gp,
  for my doctor, for my lawyer, for my solicitor, for court, for the police, for my nurse,
  for counselling, give me something, to hand, to take, take to, for my appointment, appointment,
  email it, email, whatsapp it, screenshot, copy, on paper, a document, document, file,
  for them to read, for someone, for somebody, let my, tell my, my counsellor, my psych, psych,
  my support, my worker, my best friend, for my counsellor, show someone, hand to, for the doctor,
  for my mum, something to show

[erase]
labels:
  erase it all, erase, delete
says:
  erase, delete, wipe, clear, remove, bin, burn, burn it, trash, destroy, get rid, gone,
  forget it, scrap, shred, rub out, nuke, throw away, throw it, chuck, no trace, leave no trace,
  everything gone, clean slate, dump it, do not keep, do not save, nothing saved, nothing kept,
  bin it, undo, blank, vanish, lose it, poof, torch, flush, nuke it, get it gone, make it go,
  go away, all of it gone, into the bin, in the bin, rubbish, dustbin, flush it, kill it,
  kill it all, remove all, no copies, no record, leave nothing, nothing left, not a trace,
  wipe everything, wipe all, i do not want it, do not want it, too risky, they might see,
  in case they, in case someone, rip it up, tear it up, zap, do not want a trace, not a word left,
  nothing left behind

[sleep-well]
labels:
  well, good, fine, like a log
asks:
  sleep
says:
  well, good, great, fine, like a log, like a baby, like a rock, like the dead, like a stone,
  through the night, all night, right through, straight through, eight hours, 8 hours,
  seven hours, 7 hours, nine hours, solid, out like a light, deep, decent, better than, overslept,
  lie in, long, refreshed, rested, dreamless

[sleep-little]
labels:
  a little, some, a bit, not much, hardly
asks:
  sleep
says:
  a little, a bit, some, few hours, couple of hours, 2 hours, 3 hours, 4 hours, 5 hours,
  two hours, three hours, four hours, five hours, an hour, hours or so, nap, dozed, on and off,
  in bits, bits and pieces, fits and starts, light, half the night, not much, patchy,
  dropped off at

[sleep-badly]
labels:
  badly, bad, poorly
asks:
  sleep
says:
  bad, badly, awful, terrible, rubbish, crap, shit, horrible, tossing, turning, nightmares,
  dreams, sweat, woke, woke up, kept waking, every hour, restless, broken, crying, racing,
  mind would not, up and down, rough, awfully, horribly, terribly, poorly

[sleep-none]
labels:
  not at all, no sleep, none, did not
asks:
  sleep
says:
  not at all, not a wink, a wink, none, zero, no sleep, all night awake, up all night,
  awake all night, did not, never closed, no rest, still awake, still up, sleep what, what sleep,
  watched the sun, saw the sunrise, ceiling until, until morning, have not slept, nothing

[morning]
labels:
  morning, mornings, waking up
says:
  morning, dawn, sunrise, breakfast, waking, wake up, when i wake, first thing, eyes open,
  open my eyes, alarm, alarm clock, getting up, getting out of bed, first coffee, before work,
  5 am, 6 am, 7 am, 8 am, 9 am, reach for, shower

[daytime]
labels:
  day, daytime, afternoon, afternoons, noon
says:
  noon, midday, lunch, lunchtime, lunch break, afternoon, daytime, during the day, at work,
  office, in class, at my desk, meetings, break at work, school run, 1 pm, 2 pm, 3 pm, 4 pm,
  12 pm, daylight, working hours, shift

[evening]
labels:
  evening, evenings, after work
says:
  evening, dinner, tea time, teatime, supper, after work, come home from, coming home, get home,
  sunset, dusk, 5 pm, 6 pm, 7 pm, 8 pm, 9 pm, on the sofa, telly, tv, netflix, cooking,
  when it gets dark, kids are in bed, washing up

[night]
labels:
  night, nights, at night, bedtime
says:
  night, midnight, bed, bedtime, in bed, going to bed, lights off, lights go off, lights out,
  dark, in the dark, small hours, wee hours, sleep, can not sleep, pillow, ceiling, 10 pm, 11 pm,
  12 am, 1 am, 2 am, 3 am, 4 am, other side of the bed, empty bed, insomnia

[family]
labels:
  family, my family, parents, a friend or family, with family
says:
  family, mum, dad, parents, sister, brother, nan, gran, grandma, grandad, granny, aunt, auntie,
  uncle, cousin, folks, relatives, in laws, son, daughter, stepdad, stepmum, childhood bedroom,
  old room

[one-friend]
labels:
  one friend, a friend, my best friend, a friend who listens, friend
says:
  best friend, one friend, a friend, my friend, one mate, my mate, best mate, one person,
  just one, only one, my flatmate, flatmate, roommate, my neighbour, my colleague, a girl from,
  a guy from

[everyone]
labels:
  everyone, everybody, all of them, most people
says:
  everyone, everybody, all of them, whole town, whole office, whole world, the world, the lot,
  half the town, all my friends, all our friends, the entire, posted it, on facebook,
  on instagram, social media, public, no secret, common knowledge, the postman, the dog, village,
  the whole, neighbours

[nobody]
labels:
  nobody, no one
says:
  nobody, no one, not a soul, none, no body, just you, only you, only me, just me, me and you,
  you and me, the cat, my cat, the dog, a secret, secret, myself, to myself, kept it quiet,
  only here, not told, you are the first, first to know, first person

[gave-back]
labels:
  gave them back, gave it back, returned, sent back
says:
  gave, gave back, gave it back, gave them back, returned, sent back, sent it back, posted,
  posted it, dropped, dropped it, dropped off, took it round, bin bag, boxed it up, left it at,
  left it on, on their step, doorstep, handed over, picked it up, picked them up, collected,
  came to collect, they collected

[live-together]
labels:
  still together, together, in one home, same home, in one home not married
says:
  together, same roof, same house, same flat, same home, share, spare room, separate rooms,
  separate bedrooms, sofa, still here, both here, stuck, can not afford, neither of us can,
  flatmates now, under one roof, lease, mortgage ties us, ours, different rooms, rooms

[live-apart]
labels:
  apart, each in our own, own place, separately, alone
says:
  apart, own place, my own, my own flat, separate, different, different cities, alone, on my own,
  by myself, live alone, moved out months, long gone, across town, studio, bedsit, rented a room,
  new flat, each, they have theirs, never lived together, moved out

[moving-out]
labels:
  moving out, one of us is moving out, moving
says:
  moving, moving out, is leaving, van, boxes, packing, removal, end of the month, on saturday,
  this weekend, looking for a place, looking for a flat, flat hunting, house hunting, viewing,
  viewings, notice, handed in notice, find somewhere, found a place, half moved, one foot out,
  halfway out, suitcase

[logistics]
labels:
  children money or things, about children
says:
  kids, keys, money, rent, bills, stuff, things, deposit, school, dog, cat, house, the flat,
  pick up, practical

[head-clear]
labels:
  fine it is clear, it is clear, clear
says:
  clear, fine, sober, awake, sharp, ok, good, alright, rested, normal, steady, calm, not drunk

[head-drunk]
labels:
  been drinking or took something, been drinking, drunk
says:
  drunk, wine, beer, vodka, tipsy, high, stoned, weed, pills, pissed, hammered, wasted, buzzed,
  glasses, bottle, pints, shots, woozy

[head-tired]
labels:
  tired, hardly slept, tired i have hardly slept
says:
  tired, exhausted, knackered, no sleep, hardly slept, have not slept, sleepless, wiped,
  shattered, awake since, up since, 3 hours, foggy, drained, dead on my feet

[slept-and-eaten]
labels:
  slept and eaten, i have slept and eaten
says:
  slept and ate, ate and slept, slept ok/fine/well/enough/alright, slept all night, slept through,
  four/five/six/seven/eight/nine/4/5/6/7/8/9/10 hours [of] [sleep], fed, ate well, had dinner/lunch/breakfast,
  had food, sober, no drink, not drunk, no booze, no alcohol, not had a drink, rested, well rested
alone:
  fine, ok, good, alright, toast, soup

[not-slept]
labels:
  i have not slept, have not slept
says:
  no sleep, not sleep, not slept, hardly slept, hardly sleep, barely slept, barely sleep, sleepless,
  can not sleep, one/two/three/1/2/3 hours [of] [sleep], an hour of sleep, awake all night, up all night,
  insomnia, exhausted

[not-eaten]
labels:
  i can not eat, i have not eaten
says:
  no food, not eat, not eaten, can not eat, could not eat, no appetite, hardly eaten, barely eaten,
  nothing stays down, not hungry, skipped dinner/lunch/breakfast/meals

[doctor]
labels:
  a doctor or counsellor, doctor
says:
  doctor, gp, nurse, counsellor, therapist, shrink, psychologist, psychiatrist, clinic,
  social worker

[helpline]
labels:
  someone on a line, call one of the lines, call the line, a line
says:
  line, helpline, hotline, call, ring, phone, samaritans, number, strangle, text line

[go-to-bed]
labels:
  go to bed, sleep, sleep and food
says:
  bed, sleep, nap, rest, lie down, pillow, crash, duvet, pyjamas, early night, food, eat, toast

[sometimes-a-little]
labels:
  a little
asks:
  check, track, control, phone
says:
  sometimes, now and again, now and then, once in a while, occasionally, a bit, had a look,
  a look, once or twice, here and there, nosy, curious, not much, a few times

[always-a-lot]
labels:
  a lot
asks:
  check, track, control, phone
says:
  constantly, always, every day, all the time, everything, every hour, every message,
  never stopped, daily, nightly, non stop

[touch]
labels:
  touch
says:
  touch, arms, hug, cuddle, hand, holding, skin, warm body, kiss, spooning, lap, hair

[talks]
labels:
  talks, our talks
says:
  talk, chat, conversation, debates, phone calls, stories, voice, telling them things, pillow talk

[home-life]
labels:
  home
says:
  home, house, our place, kitchen, garden, sofa, coming home, nest, roof, four walls, our bed,
  front door

[being-known]
labels:
  being known
says:
  known, knew me, understood, understand me, got me, seen, be seen, no pretending, myself with,
  finish my sentences

[being-chosen]
labels:
  being chosen
says:
  chosen, picked, first choice, special, wanted, priority, number one

[routine]
labels:
  routine
says:
  routine, every week, every sunday, same every, ritual, habits, little things, morning coffee,
  pancakes, shopping together, the usual, ordinary, every day

[fun]
labels:
  fun
says:
  fun, laugh, jokes, silly, games, trips, adventures, dancing, nights out, giggle, play

[safety-felt]
labels:
  safety
says:
  safe, safety, protected, security, calm, not alone at night, looked after
"""
