"""What people say for yes and no, how often, how much and how sure, as meanings of options.

Only a table; concepts.py says how it is read.
"""

TABLE = """
[yes]
labels:
  yes
says:
  yes, no worries, no trouble, not a problem, without thinking, any time, anytime, sure could,
  yes of course, of course, sure, absolutely, definitely, totally, easily, easy, no problem,
  freely, certainly, 100 percent, afraid so, sadly yes, it is true
alone:
  i am, i did, i could, i do, they did, they do, all day, every hour, every day, day and night,
  constantly, always have, always do/does/did, always was/is, always will
borrows:
  often, always

[no]
labels:
  no, none of it
says:
  no, not at all, no way, not a bit, not one bit, not a thing, not a chance, nothing, zero, nada,
  zilch, never, never ever, not ever, not once, absolutely not, hell no, god no,
  not in the slightest, none, not yet, never in my life, nothing whatsoever, whatsoever,
  not that i can see, nothing yet, not that i have seen, i never have, not me, no thank god,
  not like that, never could, no such thing, not one thing, not one little, not a bit of it
alone:
  rather not
borrows:
  never

[nothing-changed]
labels:
  no, not really
asks:
  change, different
says:
  same as ever, same old, same as before, worse, zero change, nothing new, identical,
  exactly the same, still the same, same person, same man, same woman, no change, unchanged,
  same again, nothing has, still does, still drinks, still lies, still shouts, as bad as, leopard,
  spots, groundhog day, back to normal

[no-at-a-price]
labels:
  no
asks:
  say no, disagree
says:
  would have killed me, punish*, hell to pay, i would pay, i paid, paid for it, days of silence,
  weeks of silence, not without a fight, never without, dared not, did not dare, never dared,
  would explode, exploded, world war, too scared, did not say no, say no to them,
  you do not say no, no was not, eggshells, scream, hit

[no-price]
labels:
  yes
asks:
  say no, disagree
says:
  i could, always could, both ways, without fear, whenever i wanted, never a problem,
  never minded, did not mind, does not mind, took it well, respected it, no consequences,
  no drama, no bother, shrugged, laughed, listened, any time

[mostly]
labels:
  mostly, usually, most of the time, partly yes
says:
  mostly, usually, most of the time, most times, generally, by and large, nine times out of ten,
  more often than not, pretty much, nearly always, almost always, on the whole, most things,
  mainly, as a rule, 9 times out of 10, yes apart from, yes except, with exceptions, 80 percent,
  90 percent, with the odd exception, bar a few, apart from, except for, except when,
  unless they were, as long as, in general, usually yes, most days, yes mostly, on most things,
  usually fine, usually ok, usually could, fairly, quite often, in the main, for the most part,
  most stuff, most of it, three quarters, 3/4, more yes than no, yes but not about, yes unless,
  not on money but, as long as it was, nearly everything, bar one, yes with some, often enough,
  typically, normally, overall yes, nearly all, almost all, nearly all of it, all but, bar,
  pretty reliable, reliable, pretty good at, mostly yes, mainly yes, largely yes

[notreally]
labels:
  not really
says:
  not really, it cost me, cost me, came at a cost, at a cost, i paid, would pay for it,
  paid for it, only if, not so much, not much, kind of not, sort of not, not very, hardly, barely,
  only small things, only about small, little things, not without, not always, at a price, rarely,
  not often, would sulk, i tried to avoid, i avoided it, easier not to, best not to, not easily,
  on small things, not the big, with difficulty, it was hard, there was a price, tricky,
  big things no, only on small, only in small, seldom, it was risky, risky, if i was careful,
  had to be careful, carefully, pick my moment, chose my moments, in theory, technically,
  not comfortably, not easy, never easy, with a fight, there would be a, moods for days,
  they would make a face, guilt trip*, it rarely went, not worth it, i learned not to,
  sometimes but, took courage, i could but, could but, there would be sulking, sulking,
  you could but

[never]
labels:
  never
says:
  never, never ever, not once, not ever, not for a second/minute/moment, not even once,
  not at all, no, nothing like that, not in a million years, at no point, zero times, no never,
  god no, hell no, felt safe, always safe, felt completely/totally safe, first time,
  this is the first, not one time, gentle, none, hurt a fly, would not hurt, not a moment,
  not for one, no time, softest, totally safe, completely safe, nothing to fear, no reason,
  never had to, never in my life, not at any point, zero, kindest, they were gentle,
  felt safe with, never had, not in my, they were a lamb, lamb, teddy, sweetest, could not scare,
  scared of nothing, gentlest

[once-or-twice]
labels:
  once or twice, once, a little, one or two times
says:
  once, twice, couple times, few times, 3 times, three times, 1 or 2 times, one/two incidents,
  maybe once/twice, once or twice, one time, two times, one or two, couple of times, a couple,
  handful, one night, just the once, only once, only the once, a time or two, rarely, a few times,
  there was a/one night/time, on two occasions, one occasion, odd time, that one time, 2 times,
  1 time, not much, the one time, that night, twice maybe, one bad night, one fight, one row,
  one argument, that christmas, that holiday, a time, few occasions, couple of occasions,
  once i think, once at the end, once at the start, first year only, there were two, two nights,
  on our holiday, one evening, only when they drank that, a single time, the once, once at,
  just that, that time, one new year, one birthday, one holiday, a single night,
  there was this one, isolated, just the time, the time they, two or three times

[once]
labels:
  once, one time
says:
  once, one time, just once, only once, a single time, one

[twice]
labels:
  twice, two times
says:
  twice, two times, 2 times, couple of times, second time, two

[times-two]
labels:
  twice, two times
says:
  two times, twice, this is the third, third time, second time now

[three-or-more]
labels:
  three or more, 3 or more, more often, many times
says:
  three, four, five, six, many, lots, loads, lost count, countless, too many, several,
  a few times, many times, again and again, on and off, on off, every few months, three times,
  constantly

[often]
labels:
  often, a lot of the time, frequently, a lot
says:
  often, most weekends/weeks/evenings/mornings/months/sundays/fridays, more often than not,
  too often, very often, so often, far too often, more than i would like, a lot, all the time,
  constantly, always, regularly, most days, most nights, most of the time, every day, every night,
  daily, nightly, frequently, more than not, every week, each time, loads, so many times,
  too many times, whenever they drank, every weekend, weekly, many times, day in, lived in fear,
  on eggshells, eggshells, permanently, continually, the whole time, 24/7, non stop, quite a lot,
  usually, every time, every other day, several times a week, too many, hundreds of times,
  countless, most of our, for years, the entire time, half the time, week in, on a regular,
  whenever they came home, every friday, each time they, more than i can count, lost count,
  plenty, all through, throughout, the last year all, on the regular, morning noon and night,
  every, each, pretty much every, more days than not, days than not, half my, whenever,
  any time they, always when, most, normal for us, part of life, routine

[still]
labels:
  still
says:
  still, still am, still do, to this day, even now, even today, until now, up to now, up to today,
  right now, as we speak, never stopped, currently, now too, yes and now, at this moment,
  these days too, has not stopped, not stopped, this very minute, jump when, flinch when,
  to the present, i am, am now, yet today, right this minute, check the door, i still, am still,
  nightmares, looking over my shoulder, over my shoulder, every time my phone, to this very,
  and i am now, hide when, sleep with the light, change my route, cross the road, hands shake,
  can not sleep, until this day, as of today, shaking now, even tonight, even typing this,
  never went away, has not gone, not gone away, keeps me up, even here, sitting here,
  i still look, still jump, still check, still sleep with, have not stopped being, it has not left

[always]
labels:
  always, all the time
says:
  always, all the time, constantly, every day, day and night, nonstop, non stop, every time,
  without fail, 24/7, every single day, right now, every night, each night, a lot, often,
  every waking, waking hour, hourly, all day long, every minute, since it ended, since they left

[sometimes]
labels:
  sometimes, half the time, now and then
says:
  sometimes, some times, at times, some days, some nights, now and then, now and again,
  on and off, comes and goes, it comes and goes, occasionally, once in a while, every so often,
  from time to time, when it is bad, when i am alone, when i drink, late at night, at night,
  on bad nights/days, in waves, bad days, bad nights, depends on the day, off and on, passing,
  fleeting, flashes, moments, half the time, when i can not sleep, mostly at night,
  here and there, in the night, on sundays, weekends, a bit, a little, comes in waves, waves,
  when it gets, when i am tired, when drunk, after a drink, when the house is, on bad,
  in the mornings, mornings, evenings, in the dark, some moments, some evenings,
  once or twice a week, weekly, not all the time, not always, not every day, a few times,
  every few days, occasional, few drinks, after a few, when it is late, late on, when tired

[rarely]
labels:
  rarely, hardly ever
says:
  rarely, seldom, hardly ever, almost never, barely, once in a blue moon, blue moon, not often,
  hardly, never really, neither, once in a while, if i am lucky, now and then, not much,
  no one ever, nobody ever, never, swept under

[half-time]
labels:
  half the time, half and half
says:
  half, half the time, sometimes, hit and miss, hit or miss, 50/50, 50 50, fifty fifty,
  one in two, every other, every second, depends, coin, some weeks, now yes now no, on and off,
  so so

[not-sure]
labels:
  not sure, don't know, do not know, unsure, unclear, can not tell, mixed
says:
  not sure, unsure, do not know, i do not know, no idea, no clue, can not tell, can not say,
  could not say, hard to say, hard to tell, maybe, perhaps, possibly, depends, who knows,
  beats me, changes daily, changes every, it changes, keeps changing, torn, in two minds,
  two minds, on the fence, undecided, confused, mixed up, all over the place, ask me tomorrow,
  ask me later, 50/50, could go either way, jury is out, not certain, i wonder, no way to know,
  how would i know, can not work out, have not decided, part of me, head says, not figured,
  god knows, have not seen, not seen them, no contact so, have not spoken so, lost,
  i go back and forth, back and forth, up and down, you tell me, has it ended, has it, did it,
  did it even, search me, have not a clue, both and neither, wish i knew, would not know,
  i would not know, could not tell you, honestly could not, all of it and none, something,
  anything really, i have no answer, changes with, depends on the hour, depends on the day,
  some days, one minute, one day this, first one then, that is what i am trying to, figure out,
  trying to work out, every option, none of these fit, not a scooby, do not ask me, hard one,
  have not looked, not been there, not met them, live apart so, can not see from here,
  how could i, too early, time will tell, different every, every day different, ask me in,
  pulled both ways, both ways, can not decide, no clue anymore, if i knew, two answers,
  head and heart, do not trust my
alone:
  not that i know [of], none that i know [of], nothing that i know [of], nothing i know of,
  none i know of, not to my knowledge, not as far as i know, as far as i know no,
  as far as i know not, not that i am aware [of], not that i have seen, not that i can tell

[can-not-tell]
labels:
  can't tell, can not tell
says:
  can not tell, not sure, no idea, do not know, hard to say, who knows, unclear, torn, split,
  take sides, not take sides, would not say, stay out of it

[partly]
labels:
  partly, in part, some of it, a bit
says:
  partly, in part, some, some of it, half, bits, a bit, overlap, mostly, kind of, sort of,
  to a degree, up to a point, in some ways, on some things, not everything, half of it

[one-clash]
labels:
  one big clash, a big clash, one clash
says:
  one thing, one big, except, apart from, bar, but not, but they want, all but, everything but,
  only the, just the, deal breaker, the kids question, kids question, big one, the one,
  main thing, everything except, but the, fine but, all fine but

[not-come-up]
labels:
  has not come up, not come up, never talked, we never talked about it
says:
  not come up, never came up, no plans, never planned, not planned, never talked, never spoke,
  not spoken, never discussed, not discussed, never asked, avoided, no occasion, we do not make,
  does not promise, new to us, never got round, never got to, never got that far, too early,
  taboo, elephant, talk never happened, never happened, never had that

[rather-not]
labels:
  rather not say, prefer not
says:
  rather not say, rather not, prefer not, pass, skip, no comment, none of your business, private,
  do not want to say, do not want to talk

[nothing-today]
labels:
  nothing today, nothing more today, nothing right now, nothing, not yet, nothing like that
says:
  nothing, not today, not now, nothing today, not yet, none, leave it, later, another day,
  tomorrow, i am done, done for today, skip, pass, no thanks, can not, too tired, no

[a-lot-of]
labels:
  a lot, lots, most of it, everything, many
says:
  a lot, lots, loads, tons, heaps, plenty, everything, all of it, most of it, so much, too much,
  whole wardrobe, boxes, boxes of, a shop, a museum, piles, everywhere, half the, half my,
  every corner, every drawer, room full

[a-few]
labels:
  a few, a few things, some, one or two, little
says:
  a few, few, some, one, one or two, couple, a couple, a hoodie, a jumper, a shirt, t shirt,
  a book, a mug, a ring, a toothbrush, bits, bits and bobs, odds and ends, only a, only the,
  just a, just the, one box, a box, a bag, small bag, a photo, not much, the odd, handful
"""
