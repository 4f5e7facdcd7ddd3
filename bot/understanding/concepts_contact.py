"""What people say for who ended it, who writes first and which contact there is, as meanings of options.

Only a table; concepts.py says how it is read.
"""

TABLE = """
[they]
labels:
  they did, they ended, only them, them, they asked, him, her
asks:
  ended, end it, asked, broke up, called it
says:
  they did, they ended, dumped, got dumped, was dumped, i was dumped, dumped me, left me,
  they left, walked out, walked out on me, broke up with me, broken up with, finished with me,
  finished me, ended by them, ghosted me, was left, kicked me out, threw me out, chucked me,
  binned me, them choice, them decision, not my choice, not me, my ex did, my wife, my husband,
  my girlfriend, my boyfriend, ditched me, packed their, moved out, called it off,
  pulled the plug, cut me loose, let me go, they said it was over, told me it was over,
  it was them, my ex, the ex, sent me packing, gave me the boot, the other side, they dumped,
  they wanted out, they filed, by text from them, wanted a divorce, left a note, their call,
  their idea, their doing, was not me, by them, they told me, they texted, they did it,
  they decided, got left, left at, stood up, jilted, discarded, given the boot, they gave up,
  they were done, they had enough, fell out of love, they met someone, left for, i begged,
  i did not want it, sacked me off, bombed me, let go of me, they pulled, they called, they broke,
  they finished, got binned, got ditched, kicked out, thrown out, they walked, a note on,
  found a note, woke up to, came home to, they quit, they were off, kicked to the curb,
  to the curb, by text, packed up, packed up and left
alone:
  them, they, ex, my ex, they said

[me]
labels:
  i did, me, only me, i ended, i asked
asks:
  ended, end it, asked, broke up, called it
says:
  i did, i ended, i left, i walked, i dumped, i finished, i broke up, i broke it off, i called it,
  i called time, my decision, my choice, my call, it was me, me who, i am the one, i pulled,
  i could not, i had enough, had enough, i packed, i moved out, i filed, i told them it was over,
  i said it was over, i said enough, i threw, i kicked, i wanted out, all me, i got out,
  that was me, i cut it, i blocked and left, yours truly, i asked for the/a divorce/break, on me,
  my idea, my doing, i chose, i decided, i said it, i told them, i did it, i gave up, i ended it,
  i am the dumper, dumper, i got fed up, fed up, i moved, i texted them, by me, me i, it was i,
  i called, i pulled the plug, i kicked them, i had to, i broke their heart, i let them go,
  i bailed, i ran, i stopped it, i went, so i went, i could not do another, had to get out
alone:
  me, mine, myself, guilty, moi

[both]
labels:
  both, both of us, both of you
asks:
  ended, end it, asked, broke up, called it, reach, first, same
says:
  both of us, mutual, mutually, we both, we agreed, each other, the two of us, jointly,
  joint decision, agreed to, agreed it, as one, equally, fifty fifty, 50/50, half half,
  half and half, takes turns, we did, we ended, both sides, it was a joint, talked and decided,
  decided together, about the same, same amount, same page, we both knew, by agreement, agreement,
  hand in hand, talked it over, we sat down, we decided, decided, we chose, equal parts,
  six of one, two of us, in unison, we shook hands, shared decision, consensus, about equal,
  goes both ways, both ways, back and forth equally, we alternate
alone:
  both, either, even, together, equal, whoever, depends who

[who-unclear]
labels:
  it's unclear, it is unclear, unclear
asks:
  ended, end it, broke up
says:
  unclear, not clear, nobody, no one, neither, just stopped, it stopped, fizzled, fizzled out,
  petered out, faded, just faded, drifted, drifted apart, it just happened, just ended,
  hard to say, depends who you ask, complicated, it is complicated, nobody said, no one said,
  died out, slowly, ran out, i do not know, not sure, do not know, no idea, never said,
  just kind of, kind of just, tough to say, who knows, on it is own, circumstances,
  ghosted each other, we stopped talking, blurry, could not tell you, it just died, died,
  withered, went quiet, it fell apart, fell apart, life happened, life, lockdown, covid,
  distance did, time did, depends on who, they says me i say, i say them, their version,
  never had the talk, no talk, silence did, ended itself, it ended itself, ran it is course,
  just sort of, melted away, blurred, dribbled, depends if, depends whether, if you ask them,
  ask them, ask me

[me-new]
labels:
  me
asks:
  seeing someone
says:
  i met, i am seeing, i am dating, i have a, i went on, i went out, dates, my new,
  i started seeing, i moved on, tinder, i slept with

[them-new]
labels:
  them
asks:
  seeing someone
says:
  they met, they are seeing, they are dating, they have a, they are with, with a guy, with a girl,
  with a woman, with a man, their new, they moved on, they went on, moved in with, posted her,
  they slept with, found someone, replaced me, they are, i saw the pictures, saw pictures

[both-new]
labels:
  both
asks:
  seeing someone
says:
  we both, both of us, we have both, each of us, both moved on, me and them both

[mostly-me]
labels:
  mostly me
asks:
  first, reach, start, write
says:
  me, my phone, my fingers, my texts, from my, mostly me, always me, mainly me, me usually,
  usually me, i do, i text first, i always, i call, i start, i message, i reach, i write, my side,
  it is me, me me, me every time, only me, all me, yours truly, i initiate, i chase, if i do not,
  if i did not, 90 percent me, i am the one, me who, i text, i ring, i have to, nearly always me,
  myself, me of course, i ask, guilty, my phone does, i keep, on my side, from me, my end,
  i go first, every single time, single time, my initiative, i make, i make the effort, my effort,
  my job, i cave, i break first, i crack first, i crack, i am always first, i carry, i send,
  i double text, all from me, me 9 times, 8 times out of 10 me, i check in, 80 percent me,
  guess who, sadly me, me sadly, me unfortunately, i am the one who, always yours truly

[mostly-them]
labels:
  mostly them
asks:
  first, reach, start, write
says:
  them, mostly them, always them, usually them, mainly them, they do/does, they texts,
  they always, they calls, they messages, they writes, they starts, they reaches, their side,
  it is them, my ex, they pings, from them, they initiates, they keeps, they are the one,
  they texts/calls/messages/writes/rings/contacts me [first], they contacts, i only answer,
  i only reply, i just reply, i wait for, i never text first, i never do,
  they texts/calls/writes first, they rings, they first, their end, i reply, i answer, pings me,
  pings, they pings me, they sends, they checks in, checks in, they slides, slides into,
  they breaks, comes to me, they comes, they are always first, they snaps, they likes first,
  they drunk, i never start, never me, not me, i stay quiet, i just answer, i respond,
  only respond, 90 percent them, 80 percent them, all them, i leave it to them, their job,
  they usually

[no-one]
labels:
  no one, nobody, neither
asks:
  first, reach, start, write
says:
  no one, nobody, neither, neither of us, none, none of us, no contact, silence, radio silence,
  dead silence, we do not, we do not talk, no messages, not a word, crickets, nothing, zero,
  it is quiet, total silence, dead quiet, nobody does, nil, none does, both silent, stand off,
  standoff, we are not talking, both ends, on both ends, both sides silent, we both wait,
  stalemate, neither dares, neither does, no contact at all, nothing from either,
  none from either, no neither, ghost town, tumbleweed, phone is dead, we went silent,
  zero from both, nada, not anymore, nothing happens, no one any more

[pause]
labels:
  we agreed on a pause, pause, break
asks:
  first, reach, contact
says:
  pause, agreed, we agreed, on a break, taking a break, break, no contact agreed, agreed not to,
  agreed no, deal, 30 days, space agreed, we said no contact, time out, timeout, cooling off,
  we promised not to, ground rules, detox, rule, no contact for, no contact until,
  we are taking space, agreed silence, a month off, the plan is no, planned, decided not to talk,
  hiatus, moratorium, we promised, a pact, pact, both agreed to wait, on hold, hold off,
  time apart, on purpose, by agreement, truce, thirty days, until christmas, until new year,
  until january, until, therapist said, counsellor said, no contact rule, nc rule, nc,
  breathing space, breather, agreed to wait, wait until, no talking till/until/for,
  no texting till/until/for, no calls till/until/for, no contact till/until/for,
  silence till/until, our counsellor asked us, promised each other, thirty days of, days of quiet,
  month of quiet, we agreed not

[contact-none]
labels:
  none, no contact
asks:
  contact, in touch, talk
says:
  none, no contact, nothing, nothing at all, zero, nada, zilch, nil, not a word, radio silence,
  silence, no talking, we do not talk, do not talk, not talking, do not speak, dead silence,
  not heard, have not heard, not a peep, complete silence, crickets, cut off completely,
  no communication, strangers, we are strangers, have not spoken, not spoken, no messages,
  no texts, gone dark, total blackout, ghost town, never, like they died, went cold turkey,
  cold turkey, none whatsoever, whatsoever, not since, not at all, no calls, no nothing, vanished,
  total silence, not a single, nothing since, none since, no idea where they, never again,
  deleted, nc, no contact day, we cut, cut all, cut ties, cut contact, completely cut, dead air,
  like strangers, zip, ghosted

[contact-little]
labels:
  a little, little, some
asks:
  contact, in touch, talk
says:
  a little, little, a bit, bit, some, occasional, occasionally, now and then, now and again,
  once in a while, once a week, once a month, the odd text, odd text, odd message, hardly any,
  rarely, barely, not much, sometimes, few texts, few messages, couple of texts, a text here,
  here and there, from time to time, birthday, memes, very little, minimal, small talk,
  every other week, every few weeks, a like, a wave, nod, hi and bye, polite, sporadic,
  on holidays, weekly, one text, every blue moon, seldom, not often, odd meme, the odd,
  memes now and, odd call, odd emoji, emoji now and, story likes, the occasional,
  a couple of messages, a message or two, few words, a few words, monthly, fortnightly,
  every fortnight, every couple of weeks, quick hello, pleasantries, happy birthday,
  christmas card, see at work, nod at work, bump into, in passing, short texts, not a lot,
  tiny bit, scraps, crumbs, snaps sometimes, every so often, bare minimum, strictly polite,
  an emoji, emojis, reply to a story, hello and

[contact-kids]
labels:
  only about children or money, children, kids
asks:
  contact, in touch, talk
says:
  kids, son, daughter, the baby, school run, pick up, pick ups, pickups, drop off, handover,
  bills, rent, mortgage, money, house sale, the house, bank, solicitor, lawyer, logistics,
  co parent*, coparent*, custody, parenting app, maintenance, child support, school stuff,
  parents evening, practical, practicalities, admin, dog swap, flat stuff, invoices,
  purely business, strictly business, swimming lessons, nursery, football practice, joint account,
  council tax, direct debit, the boys, the girls, our boy, our girl, little one, alimony,
  visitation, access weekends, swap the kids, the swap, our son/daughter/girl/boy, our kids,
  about the boy, about the girl, parenting, school, mortgage only, rent only, bills only,
  only bills, electric bill, house stuff, divorce papers, paperwork, through lawyers, court stuff,
  furniture, the lease, deposit, joint, who has the, who gets, dentist, homework, dropoff,
  exchange, vet, kids only, handovers on, nothing else

[contact-lot]
labels:
  a lot, lot
asks:
  contact, in touch, talk
says:
  a lot, lots, loads, daily, every day, all day, all the time, constantly, nonstop, non stop,
  every night, most days, heaps, tons, hours, we live together, live together, same house,
  same flat, sleep together, still living, still sleeping, too much, way too much,
  morning and night, good morning, goodnight, back and forth all, never stopped, all day long,
  see each other, see them daily, work together, plenty, nightly, facetime, still in the same,
  share a bed, as if nothing, every hour, more than before, round the clock, many times a day,
  very much, much, still share, flatmates, same roof, under one roof, every few hours, hourly,
  nightly calls, fall asleep on the phone, call each night, talk for hours, for hours,
  speak daily, text daily, call daily, snap streak, streak, all the bloody time, more than ever,
  too often, can not stop, nonstop texting, sees me daily, most evenings, couple times a day,
  times a day, colleague, on the phone, phone each other, message every

[they-blocked]
labels:
  they blocked me, blocked me
says:
  blocked me, they blocked, they have blocked, they have me blocked, am blocked, i am blocked,
  got blocked, i have been blocked, has me on block, one tick, one grey tick, single tick,
  grey tick, green bubbles, cut me off, unfriended me, removed me, can not see their profile,
  calls do not go through, straight to voicemail, number does not work, blocked on everything,
  blocked everywhere, deleted me, shut me out, changed their number, messages do not deliver,
  not delivered, does not deliver, blocked by, on the block list, block list, their block list,
  on their block, barred me, has blocked, blocked by them, number is blocked,
  my number is blocked, my number is on, will not go through, bounces, bounce back, undelivered,
  locked out, kicked me off, took me off, they took me off, unfollowed and blocked, shut off,
  can not find their, their account is gone for me, no profile, they barred, they cut me off,
  they removed, can not see them, disappeared from my, goes straight to voicemail,
  threw me out of, took me off everything, invisible to me, kicked me out of, go green,
  turn green, never get delivered, never delivered, do not get through, does not ring

[i-blocked]
labels:
  i blocked them, i blocked
says:
  i blocked, pressed block, had to block, i have blocked, have them blocked, they are blocked,
  blocked them, blocked them number, deleted and blocked, i cut them off, i deleted them,
  i unfriended, i removed, i changed my number, my block list, put a block, blocked the,
  i shut them out, got rid of their number, off everything blocked, took them off,
  them off everything, blacklisted, i barred, muted and blocked, i hit, pressed the block,
  finally blocked, blocked the lot, blocked that, my choice to block, i put them on block,
  on block, i cut contact, i stopped it i blocked, deleted their number, shut them out,
  removed them, cut them off, threw them off, kicked them off, my doing, i had to block,
  pulled the plug on

[try-again]
labels:
  to try again
says:
  try again, get back, together, another go, reunite, give it a go, work it out

[move-on]
labels:
  to move on
says:
  move on, let go, over it, forget, leave it, walk away

[end-not-sure]
labels:
  not sure it has
says:
  not sure it has, has it, did it, do not know if, not sure if, not sure whether, not convinced,
  is it, who says, has not ended, has not really, not over, is not over, not really over,
  is it over, on and off, on off, still together kind of, not officially, still seeing,
  still sleeping together, did it end, not sure, hard to say when, limbo, in limbo, on a break,
  unclear, you tell me, i do not think it has, never really ended, it did not, not yet,
  still happening, half ended, not properly, grey area, never properly, never really,
  we never really, is it really, still in bed, still sleep, we still, still text daily,
  still living, not sure we, not sure if we, not ended, never officially, nobody said it,
  no one said it, it fades, fading, i can not tell, who knows if, ask them, on again, again off,
  same bed, sleep in the same, is it even

[today]
labels:
  today
says:
  today, tonight, this morning, this afternoon, this evening, just now, hour ago, minutes ago,
  few hours, lunchtime, this lunch, breakfast, since this morning
"""
