"""What people say instead of yes and no to questions about themselves tonight and about the talk.

Only a table; topics.py says how it is read.
"""

TABLE = """
[age]
asks:
  18, years old, how old, adult, of age
yes:
  long way, years past, a long while ago, decades ago, since 19*, boomer, gen x, millennial,
  older than, perimenopaus*, menopaus*, too old, my age shows, kids of my own, drinking age,
  for a while now, for years, just about, legally, legal, old as, my kids, i drive, silver surfer,
  three kids, grandchildren, grandkids, great grand*, old enough, well over, way over, twice that,
  pensioner, retired, grandm*, grandad, grandpa,
  in my thirties/forties/fifties/sixties/twenties/seventies, in my 20 s, in my 30 s, in my 40 s,
  in my 50 s, in my 60 s, mid/early/late thirties/forties/fifties/twenties, middle aged,
  i wish i was younger, grown man/woman/up/ass, over 18, over eighteen, over 21, ages ago,
  long time ago, long past, adult, born in the sixties/seventies/eighties/nineties, mortgage,
  ancient, fossil, university, uni, and then some, vote, my wedding, years ago, i have kids,
  i have a teenager, teenager myself, pension, career, degree, graduated, divorced, married,
  on my second marriage, way past, past that, left school, thirty something, twenty something,
  forty something, well into, turned, birthday was, for decades, half a century, got kids,
  grown kids, have been for, bus pass, know better, got my own place, own house, own a house, tax,
  disco, vinyl, dial up, floppy, buy my own, full time job, in my own flat, first grandchild,
  knees hurt, reading glasses, hip replacement, twice over, several times over, unfortunately yes,
  last century, in the eighties, in the seventies, in the nineties, when i was 18, since i was 18,
  an old man, an old woman, old lady, old bloke, old girl, dinosaur, past forty, past fifty,
  the wrong side of, driving licence, a widow, second year, work full time, ex army, moon landing,
  berlin wall, the war, my first car, my ex wife, my ex husband, my tenants, my employees,
  my students, my patients, i teach, i am a teacher, a nurse, a doctor, a lawyer, a pilot,
  my back hurts, bad back, arthritis, hot flushes, wrinkles, greying, balding, older than you,
  since before, been one for, way older, much older, plenty old, a lot older, quite a bit older,
  comfortably, widower, great aunt, empty nest
no:
  will be 18, not for another, few months off, lying about, younger, months away, gen alpha,
  my mum/mom/dad says, year 7, year 8, my age is, minor, a level*, doing my gcses,
  freshman in high, underage, under age, not yet, almost 18, nearly 18, turn* 18, year 9, year 10,
  year 11, year 12, sixth form, gcse*, teen, teenager, still a kid, in a few months,
  next birthday, soon, give it, a few years, years to go, not until, not for, wait, months to go,
  nearly there, almost there, close to, my mum is, year above, school, class, homework, too young,
  in a year, next year, next month, in two years, my teacher, my mum would, told me not to lie,
  if i lie, shy of, not legally, in the spring, in the summer, one more year, just a kid,
  am a kid, fifteen and, half way to, prom, my parents do not know, almost, nearly,
  then i will be, will be then, am still young, just turned 17, just turned 16, just turned 15,
  a teenage girl, a teenage boy, my foster, care home for, my dad does not know, grounded, curfew,
  allowed to stay up, my form tutor, my head of year, detention, not old enough

[shared-device]
asks:
  read this screen, this device, this account, see this screen, your phone or computer,
  someone else read, someone else see, shared device
yes:
  library, borrows, internet cafe, work pc, company laptop, school laptop, my kids, my son,
  my daughter, my husband, my wife, my partner, roommates, parents check, can get in,
  could get in, knows all my, has my, has the code, got my code, my thumb while i sleep,
  probably my, snoopy, nosy, open on the, cloud, tracker on it, spyware, anyone could,
  anybody could, communal, lounge, living room pc, parental, mdm, they set it up,
  set it up for me, same wifi, leave it lying, lying around, no privacy, zero privacy, snoops,
  picks up my phone, uses this, uses it,
  flatmate/roommate/sister/brother/mum/dad/partner/kids uses/use, shared,
  share* ... laptop/tablet/phone/ipad/computer/account/pc/password/icloud/login,
  family computer/laptop/ipad/pc/tablet/account, work laptop/phone/computer,
  knows my password/pin/code/pass, my pin, still has ... password/icloud/login/access/code,
  has access, logged in, library/internet/public computer, no lock, no password/pin,
  set ... phone up, over my shoulder, goes through my phone, checks my phone, borrow* it,
  the kids, my mum/mom/sister/brother/flatmate/roommate/husband/wife could, same icloud/account,
  linked, synced, find my, unlocked, in theory, they have, they know, they still have,
  their laptop, their tablet, their old phone, not really mine, belongs to, hand me down,
  the company, my boss, my mum, my dad, my parents, my sister, my brother, housemate, family plan,
  same login, one login, we all use, sat next to, next to me, looking over, reading over,
  gets hold of, picks it up, grabs my, password, still logged, anyone who, whoever, everybody,
  everyone, guess my, easily, if they wanted, screen faces, on a bus, on the train, public,
  spare key, open laptop, work gave me, it can see, grab it, phone is on their, their contract,
  same apple, same google, on the family, kids play, our tablet, our computer, our laptop,
  our account, the house computer, the office, boss can see, can see my screen, can open it,
  uses my face, asleep next to me, in the same room, behind me, on the sofa beside,
  knows the pattern, never locks, do not lock it, no code, without a code, leave it open,
  leave it around, it is always lying, checks it, reads my, goes on my, brother is always on,
  always on it, used to read everything, never changed the code, never changed the,
  not changed the, their name is still, name is still on, anyone on the, we have one,
  there is one, one computer, one tablet, one laptop, one phone between, between us, also use,
  also has, gave the code, told the code, told them my, know the code, knows it, guess it,
  figure it out, notifications, pop up on, shows up on, appears on, mirrored to, backed up to,
  the tv, smart tv, smartwatch, car screen, alexa, looks at it, looks at my, takes my phone,
  confiscates, inspects, every night they
no:
  does not have, do not have their, changed every, changed all, changed the, i changed,
  nobody has, not shared, new number, only mine, phone is mine, burner, secret phone,
  they are gone, moved out, out of the house, no one here, hidden, under my pillow, encrypted,
  no one knows, password on, my rules, my laptop, my phone my, my own, keep it on me,
  in my pocket, bought it last, bought it new, factory reset, two factor, 2fa, biometric,
  not a soul, no one else, safe from, single occupancy, signed out, just me, only me, only i,
  alone, face i would, faceid, fingerprint, locked, password protected,
  changed ... password/passwords/pin/code/it, private, new phone, nobody else,
  own phone/laptop/device, brand new, incognito, all mine, logged them out,
  touches my phone but me, nobody touches, no one touches, no one knows it, not unless, by myself,
  just mine, personal, my phone only, with a code, has a code, code on it, pin on it, thumb,
  eyes only, guest mode, deleted, signed them out, kicked them off, changed my, secure,
  empty house, in my room, never leaves, no way in, only person, never knew my, leaves my hand,
  wiped it, sleeps with me, under my mattress, changed it yesterday, changed them all,
  only my face, my face only, nobody lives, nobody is here, no one else has, no one has the,
  on airplane, two step, work phone that only, i am careful, never leave it, behind three,
  behind a password, password on it, sharing off, turned off, turned the sharing, four walls,
  it never leaves, glued to me, glued to my, with me always, always with me, always on me,
  in my bra, in my hand, screen off, face down, privacy screen, screen protector,
  different password, strong password, long password, 12 digit, six digit, changed the pin,
  changed pins, new pin, new code, new password, fresh account, new account, new email,
  second phone, old phone wiped, no sharing, sharing is off, stopped sharing, unlinked,
  disconnected, unsynced, logged everyone out, log out, cleared history
open:
  how would i find out, how would i know, they used to, not any more i think, used to know,
  never thought about, suppose they could, if they guessed, guess the pin,
  they are good with computers, possible, it is possible, could i guess, maybe the, possibly,
  not sure, could be hacked, they might, if they tried, router, remote, they might know,
  tech savvy, keylogger, set up the, set it up, used to share, put it past, not that i know but,
  as far as i know, i do not think they know how, could have cloned, could be synced,
  might still be, might be logged, did i log out, i never checked, never looked at,
  do not understand these, not good with tech, no good with computers, would not put it past,
  never unlinked, still linked maybe, not sure what is linked, what is synced, does icloud,
  does google, not clear what, not clear who, in the same wifi, same network

[save]
asks:
  save notes, save this, keep notes, keep these, shall i save, keep this, save what, remember this
yes:
  might be useful, could be useful, may help, good idea, go ahead, yes to,
  as long as it is private, if it is private/safe, handy, i want them, yes to both, go on,
  so i remember, so i do not forget, would be nice to have, back to it, save, keep, store,
  please do, go for it, write it down, note it, hang on to, hold onto, useful, would help, do it,
  sure, i want to look back, read it back, for later, might want, might need, read it again,
  read again, i want to remember, remember this, my therapist will, for my, for the record,
  happy for you to, no harm, no harm in it, put it, jot, might look back, i would like to look,
  nice to have, good to have, helps me remember, show my sister, show my therapist,
  show my counsellor, in case i need, for tomorrow, for next time, so i know, proof,
  i forget things, i forget everything, memory like a sieve, yes keep, do that, might help my,
  help my counsellor, help my therapist, for court, for the police, for evidence, as evidence,
  show the police, so i can show, so i can read, so i can look, so i can see, so i will not,
  want a record, a record would, track how, journal, like a diary, my diary, nice idea,
  lovely idea, good thinking, would be good, would be great, like that, love that, no objection,
  no problem with, happy to, go ahead and, yes might, might as well, why not
no:
  do not you dare, do you dare, no dare, you forgot, forgot all, forget, forgot this,
  keep nothing, i do not want, not a chance, they checks, they reads, not this time, not this one,
  evidence, no, as soon as, soon as i, once i am done, when i am done, forget me, shared, snoops,
  do not risk, not worth the risk, delete, erase, leave no trace, no trace, wipe, bin it,
  bin them, burn, forget it, forget everything, do not save, do not keep, do not store, no record,
  nothing saved, nothing kept, off the record, not on this phone/laptop/computer, rather not,
  rather you did not, private, too risky, someone might/could see/read/find,
  they might/would/will/could see/read/find, no thanks, no thank you, clean slate, memory only,
  throw away, trash it, nothing was kept, reads everything, do not write, leave no, tear, dump,
  do not want a record, not comfortable, rather nothing, gone, let it vanish, paranoid, not safe,
  could find, could see, do not need, finds everything, nothing on this phone, nothing on here,
  my phone gets checked, phone is checked, they check my, they look at my, they go through, nosy,
  spies, kids use this, i would die if, if anyone saw, if they saw, if they found,
  let it disappear, let it all go, in one ear, just talking, just for tonight, leave it unsaid,
  too raw to keep, kids see, kids would see, gets checked, being checked, watched, i am watched,
  phone is not mine, not my phone, not my computer, borrowed phone, library computer,
  work computer, work laptop, public computer, best not, better not, prefer nothing,
  nothing please, no saving, no notes, no copies, keep it off, off the books, do not leave,
  forget i, like i was never, never here, never happened, wipe after, delete after, erase after,
  shred it, in my head, my head is, remember myself, will remember, i remember fine, good memory,
  please do not, please no
open:
  let me think, think about it, decide later, at the end, not decided, whatever you think,
  up to you, your call, either is fine, do not mind either way, only if, if nobody, if no one,
  if it is, as long as, can i delete, when we are done, not yet decided, see how it goes,
  where do you, depends where, what happens to, where would they, who sees them, who can see,
  is it safe, if only i, if no one else, can i change my mind, can i decide, let me see first,
  let me finish, later maybe, maybe later, tell you after, when i finish, once i finish,
  once we finish, depends how it goes, depends what i say, depends what i write, is it encrypted,
  is it private, only on here, only on this, only this device, only me who, can you hide,
  can i hide, with a password, if there is a password, if locked

[consent]
asks:
  is it all right if, is it ok if, may i, can i ask, shall i, shall we, do you want to go on,
  want to go on, go on, ready, would you like, do you want me, want to try, want to continue,
  carry on
yes:
  you can, you may, can do, sure can, few more, a bit more, little more, still here, i am here,
  ask me, ask what you want, ask anything, why would it not, course you can, yalla, vamos, let us,
  not bothered, guess so, if it is quick, quick then, make it quick, hesitantly, nervous but,
  a bit longer, bit longer, bit more, little longer, while longer, five more, 5 more,
  ten more minutes, why the hell not, ok sure, granted, all right then, listening, as you like,
  as you wish, go, of course ask, not tired yet, i have time, got time, all night, go on,
  go for it, ask away, shoot, please do, please, carry on, continue, if you must, if you have to,
  get it over with, might as well, i do not mind, no problem, no worries, not a problem, suppose,
  be my guest, by all means, whatever, hit me, why not, happy to, all good, all ears, onwards,
  what have i got to lose, do your worst, knock yourself out, fine, i guess, proceed, alright,
  all right, the boss, see why not, not sleeping, as well, suppose we should, we should,
  i suppose, sure, sure thing, crack on, fire, yes please, no harm, nothing to lose,
  nothing better, ok, up to you, your call, be quick, ten minutes, five minutes, a little,
  finish this, slowly, yes i am, i am fine, gently, if short, be gentle, easy on me, sure shoot,
  lay it on, bring on, get on with it, get it done, over and done, might as, in for a penny,
  not like i am, not as if i, got nothing, nothing else to do, can not sleep anyway, awake anyway,
  i have the night, here anyway, here now, came this far, so far so good, helping, feels good,
  do not stop, stay, what is next, next one, next please, finish what we, what we started,
  get through it, get through this, let us have it, hear it, out with it, spit it out, on you go,
  off you go, away you go, keep asking, keep them coming, bring it, next question, next,
  another one, another question, one more question, a bit further, bit further, until the end,
  to the end, all the way, in for it, i am in, count me, sound, good idea, if you want,
  if you like, if you need, if it is needed, if it has to, suppose it is, right then, right ok,
  okie, sure ask, ask if, ask all, you can ask, you may ask, do ask, feel free, my pleasure,
  no probably, i can manage, i can cope, can handle, i will manage, still awake, wide awake,
  coffee in hand, tea in hand, got a tea, got my tea, blanket and, comfy, no problem for me
no:
  not in the mood, not in mood, not up to it, not up for, cba, can not be, can not be arsed,
  battery, phone dying, got to go, have to go, need to go, time out, too late, too soon,
  overwhelmed, overload, some other, next time, leave me, go away, shut up, stop asking, no more,
  quit, exit, please do not, do not please, please stop, no please, would prefer you did not,
  i would prefer, let us not, falling asleep, early start, up early, exhausting, too heavy,
  draining, raw, not ready, can not face, goodnight, ciao, laters, later maybe, see you,
  knackered, shattered, wiped, stop, enough, not now, not tonight, not today, not yet,
  need a minute, too much, rather not, rather you did not, tired, bed, going to bed,
  maybe tomorrow, that will do, i am done, done for, skip it, skip, pass, leave it, no thanks,
  no thank you, prefer not, do not want to, drop it, pause, bye, can not do this, my fill,
  leave it there, leave it at, call it, done, sleep, too hard, hurts, headache, rest, break,
  tomorrow, not this, rather you left, leave that, leave it out, i would rather, lie down,
  please no, me done, am done, can not anymore, no energy, out of energy, nothing left, empty,
  eyes closing, head is, brain is, fried, toast, need to lie, need a lie, need air, need to cry,
  kids are up, baby is crying, baby woke, someone is coming, someone is here, not alone, not with,
  is next to me, people around, on the bus, at work, my boss, phone is dying, percent,
  some other day, leave it for, not that one, not that topic, that topic, too close, too near,
  hits too, do not ask, do not go there, spinning, leave it be, leave it alone, skip that,
  miss it out, anything but that, rather talk about, change the, different topic, other topic,
  move along, let us talk about something, eyes are, eyes shut, can not keep my eyes,
  can not focus, can not concentrate, can not think, can not see straight, mush, brain fog,
  brain dead, talked out, cried out, done in, limit, too much now, too much tonight,
  a lot for one, one night, in the morning, another evening, next week, weekend maybe,
  need a drink, need a walk, need fresh, want out, want to leave, going now, going to sleep,
  going to stop, off now, off out, got work, got kids, baby needs, dinner is, bus is here, no ta,
  no, no mate, no done, not get into that, rather not get into
open:
  could do, depends what you, if i can stop, if i can skip, can i stop, can i skip,
  what will you do with, if quick, maybe one, is there much, depends, depends what,
  depends on the question*, not sure, part of me, what kind, if it is, maybe, half, in a bit,
  tired but, wired, but also, half of me, if you think, do you think i should, is it going to,
  will it hurt, what happens if, depends how, how many, what about, not sure i can,
  not sure i should, ask me after, after a tea, after a break, in five, give me five,
  how personal, how deep, what is it about, is it bad, is it the, if i may skip, if you go slow,
  if i do not have to, bit scared, scared but, nervous, not sure i want, do i have to, must i,
  is it needed, is it important, half and half, yes and no

[slept-eaten]
asks:
  slept and eaten, slept, eaten, eat today
yes:
  banana, apple, biscuit*, crackers, beans, eggs, takeaway, kebab, chips, crisps, porridge, curry,
  burger, chicken, salad, leftovers, chocolate, ice cream, a meal, three meals, hot meal, hours,
  dozed, kip, sort of normal, bowl of, nap, both surprisingly, surprisingly, mcdonald*, nuggets,
  a plate, plate of, finished my plate, good night, overslept, all day in bed, decent, full belly,
  full stomach, did both, yes both, toast, soup, sandwich, cereal, pizza, pasta, rice, noodles,
  a bit of both, bit of both, both, breakfast, lunch, dinner, had food, had something,
  managed some, managed a, managed both, forced myself, forced down, like a baby, like a log,
  like a horse, full night, a little of each, ate, slept, lie in, had a roast, had some, a bowl,
  a big, proper meal, pie, stew, omelette, fish, bread, yoghurt, fruit, fed me, cooked,
  mum made sure, made sure, snoozed, finally, a little of both, mostly, stood over me,
  clean plate, proper food, hot food, a burrito, a solid, full plate, fry up, neighbour brought,
  had my tea, not bad actually, better than yesterday, soup and, toast and, rice and, beans and,
  egg and, pasta and, pizza and, porridge and, cereal and, sandwich and, salad and, curry and,
  chips and, soup yes, managed to, bit of each, some of each, both a bit, a bit both, hours and,
  slept loads, eating loads, tea with, roast with, fed by, my nan fed, nan made, mum made,
  dad made, they made me, forced it, forced some, forced a
no:
  not a crumb, could not face, can not face, did not sleep, have not slept, awake since,
  zero sleep, 0 hours, threw it up, threw up, sick, gag, skipped, fasting, water, red bull,
  wine for dinner, does coffee count, does wine count, on nothing, survived on, not properly,
  neither of, what is sleep, what is food, sleep what, sleep who, too little, two hours, 2 hours,
  no chance of, tossing, ceiling, not hungry, no hunger, food makes me, can not swallow,
  lost 5 kilos, empty stomach, stomach is empty, nowt, have not eaten/slept, neither, nothing,
  ate nothing, no sleep, no food, not a wink, not a bite, can not keep anything down, can not eat,
  can not sleep, could not sleep/eat, up all night, no appetite, not since, coffee, cigarettes,
  forgot to, 0 and 0, starving, did not sleep/eat, barely, hardly, wide awake, on fumes,
  running on, cup of tea and, tea and a cry, just tea, only tea, can not remember the last,
  remember the last time, last time i, comes back up, comes straight, keep it down,
  lost my appetite, off my food, picked at, pushed it round, two bites, one bite, a biscuit,
  do not fancy, do not feel like eating, food can wait, up since, lay awake, laid awake,
  eyes open, insomnia, every hour, can not switch off, can not settle, living on, living off,
  fags and, energy drinks, nothing since, not since yesterday, days since, hollow,
  stomach is shut, not food, stomach is closed, food group, stomach anything, awake 30, awake for,
  been awake, not stomach, can not stomach, sick all day, vomit, can not face food, no stomach,
  in knots, tastes like, nothing goes down, nothing stays down, a cracker, two crackers, a crisp,
  half a biscuit, half a banana, half a slice, just crisps, just sweets, just cake no,
  ice cream at 3 am, cigarettes for dinner, skipped everything, skipped meals, day three without,
  third day, two days without, no sleep for, one hour sleep, an hour maybe, hour tops,
  two hours tops, pacing, walked all night, drove all night, cried all night, up with, sat up all,
  saw every hour, clock, will not go down, can not drop off, body says no, no to both, both no,
  no both, no sleep no, no food no, none of, not either, not much, not really either, not a lot,
  can not do either, did not do either, could do neither, forgotten how, forgot both, who can eat,
  who can sleep, how can i eat, how could i eat, how can i sleep, food is, bed is, bed feels,
  pillow is, everything tastes, all tastes, sawdust, cardboard, ash, chokes me, choke on, heaving,
  retching, lost ten, lost five, lost weight, clothes hang, jeans fall, skin and bone, on empty,
  on tea, on sugar, on wine, on pills, on adrenaline, on air, wired, buzzing, jittery,
  walking the, up and down all, tv all night, scrolling all, phone all night, sunrise, birds,
  dawn, milkman, bin men, alarm before, awake when, awake at, awake all, sleep is bad,
  sleep is poor, sleep is broken
open:
  count, a bit of one, ate not, slept not, too much, too much and, one but not, half of it,
  slept but/not, ate but, one of the two, ate yes/no, slept yes/no, food yes, half and half,
  but no food, but no sleep, but not slept, but not eaten, but did not, one of them, only one,
  another story, different story, not slept much, ate but did not, slept but did not, one out of,
  ate a bit, slept a bit, kind of a nap, lay down, rested not slept, not much of either,
  a bit of each no, thought of food, you decide, you tell me, if that counts as, half of each,
  half a sandwich, half a, quarter, three bites, few bites, couple of bites, picked, nibbled,
  snack, catnap, cat nap, ten minutes, twenty minutes, half an hour, an hour on, hour here,
  bit here, on the bus, on the train, in the car, at my desk, not a meal, not a sleep,
  not really sleep, not really food, more rest than

[slept]
asks:
  did you sleep, sleep last night, sleep well, are you sleeping, get any sleep
yes:
  like the dead, like a log, like a baby, like a rock, out like a light, right through,
  straight through, through the night, all night, solid, better than, well, deep, deeply, lie in,
  slept in, overslept, pill helped, hours, finally
no:
  two hours, 2 hours, three hours, an hour, ceiling, awake, tossing, turning, nightmares,
  insomnia, not a wink, a wink, up all night, up at, woke every, kept waking, hardly, barely,
  lay there, can not switch off, mind racing, scrolling
open:
  on and off, bits, fits and starts, in pieces, patchy, broken, half the night, four hours, some,
  a bit, a little

[drinking]
asks:
  drinking, using anything, been using, alcohol, drugs
yes:
  tequila, absinthe, a drop, sip, a bit of weed, vape, thc, gummies, booze, boozy, i had some,
  pub, bar, bevvy, aperol, sangria, sake, soju, mushrooms, acid, speed, meth, heroin, relapsed,
  last orders, bottoms up, cheers, hic, can you tell, off my face, off my head, steaming, legless,
  slurring, spinning, gone through a, finished the, half a, six pack, crate, hip flask, red, rose,
  dutch courage, numbing, self medicat*, smoke, blazed, rolled one, popped, snorted, dram, tot,
  swig, wine, beer, vodka, gin, whisky, whiskey, rum, glass, drinks, pint, bottle, weed, joint,
  coke, pills, high, stoned, tipsy, hammered, wasted, buzzed, wrecked, pissed, plastered, had one,
  had two, a couple, cider, shots, edible, ket, molly, mdma, xanax, hungover, nightcap, spliff,
  bong, sloshed, merry, smashed, guilty, cocktail*, prosecco, baileys, tinnies, cans, a little,
  a bit, on my fourth, my third, my second, third one, edge off, opened the, poured, cork,
  corkscrew, port, sherry, brandy, bourbon, martini, margarita, lager, stout, ale, guinness,
  spirits, mixer, a double, hash, grass, gear, bump, mandy, balloons, nitrous, poppers, shrooms,
  wobbly, drunken, necking, sinking a, drowned, a swift, liquid, more than i should,
  whatever was in, in the cupboard, hit the, skinful, in my hand, chugging, topping up, refill,
  one for the road, bevs, cheeky, jar or two, fuzzy, can not feel my face, to sleep,
  help me sleep, mates round, happy hour, duty free, minibar, toke, puff, blunt, zoot, doobie,
  gram, some pills, brownie, space cake, ketamine, mushies, had three, had four, had a few,
  had some, been at the, opened a, opened another, another one open, cracked, finished off,
  polished off, downed, knocked back, sank, drained, emptied, nearly done the, last of the,
  half gone, one too, three sheets, worse for wear, head is swimming, giggly, woozy, floaty,
  mellow, chilled with, took something, took two, took some, xan, valium not mine, mates valium,
  prinks, cocktails, bubbly, champagne, fizz, cava, mulled, spiked, hot toddy, irish coffee
no:
  touched a drop, not touched, had none, i am muslim, mormon, antibiotics, night shift, quit,
  gave it up, gave up drinking, stopped drinking, can not afford, only ever, just crisps, cup of,
  chamomile, redbull, never have, do not do that, aa, is all, recovering, in recovery,
  alcoholic so no, never again, not since, not tonight, do not like the taste, no money for,
  tee total, stone sober, sober, tea, water, coffee, juice, stone cold, teetotal, on the wagon,
  clean, do not drink, do not touch, never touch, never drink, not a drop, dry, pregnant, driving,
  no alcohol, nothing, just sad, milk, lemonade, squash, diet coke, coke zero, cola, pepsi,
  allergic, soft drink*, kombucha, cocoa, chocolate, straight edge, in the house, keep any,
  touched a thing, have not touched, not had a drop, had a drop, soft drinks, fizzy, herbal,
  horlicks, decaf, cuppa, brew, early shift, on call, breastfeeding, ramadan, religious,
  not my thing, do not use, do not do, gave up, stayed away, since new year, promised myself,
  tempted, thought about it, wish i had, designated driver, i am driving, i am sober, as a judge,
  clear head, lemon and ginger, peppermint, do not keep, no booze, nothing stronger, my religion,
  my faith, muslim, at work, working tonight, early start, baby to feed, feeding the baby,
  kids here, alone with the kids, meds do not mix, liver, since lent, sponsor, chip, day 40,
  ninety days, not tonight i, not a thing, have not had, had nothing, nothing at all, none at all,
  mug of, pot of, glass of water, glass of milk, bottle of water, can of coke, cans of coke,
  zero percent, mocktail, shandy no, could use one but, want one but, would love one but,
  thought about it but, resisted, walked past the, poured it away, down the sink, threw it out,
  no cash for, shops are shut, nothing in the house, ten years, makes me sick, hate the taste,
  pregnancy, nursing, school run, up at five
open:
  meds, painkillers, paracetamol, ibuprofen, cbd, one sip, no alcohol beer, alcohol free,
  nicotine, cigarettes, vape only, depends what, was last night, last night yes, earlier today,
  this morning, does ... count, if ... counts, medication, prescribed, codeine, sleeping pill*,
  antidepress*, usual tablet, sleeping tablet, my tablets, night nurse, cough, antihistamine,
  hay fever, is that what, does a, barely, a sip of, for my back, for the pain, old prescription

[someone-to-call]
asks:
  someone you can call, someone you could call, anyone you can call, someone to call,
  someone you could tell, one person you could tell, anyone you could tell, someone with you,
  someone to talk to, anyone there for you
yes:
  my sister, my brother, my mum, my dad, my nan, my gran, my aunt, my uncle, my cousin, my mate,
  a mate, friends, family, flatmate, neighbour, next door, colleague, therapist, counsellor,
  doctor, samaritans, helpline, priest, pastor, imam, rabbi, sponsor, come round, come over,
  would come, picks up, always answers, any hour, day or night, here with me, on speed dial,
  they are on them way, a few people, a couple of people, plenty of people, could call,
  could ring, could text, got my, godmother, godfather, son, daughter, group chat, the girls,
  the lads, the boys
no:
  their friend, friends first, took their side, took sides, picked their side, nobody, no one,
  not a soul, asleep, middle of the night, too late, this late, at this hour, time difference,
  myself, on my own, only me, just me, alone, lost touch, no friends left, burned my bridges,
  do not want to bother, bother anyone, wake anyone, burden, new here, just moved here, ashamed,
  embarrassed, sick of hearing, sick of me, tired of me, fed up of me, had enough of me, away,
  abroad, dead, passed away, cat, dog, goldfish
open:
  have not spoken in, not spoken in a while, not spoken in years, not spoken since,
  do not know if they would, if they are up, if they are awake, if they answers, if they picks up,
  might be asleep, maybe, at a push, i suppose my, could try, not close, not that close,
  not sure who, depends how late

[told-anyone]
asks:
  told anyone, told anybody, told someone, told your, anyone know, does anyone know,
  spoken to anyone, talked to anyone
yes:
  my sister, my brother, my mum, my dad, my nan, my boss, my best, my friend, my mate, a friend,
  a mate, flatmate, colleague, hairdresser, therapist, counsellor, doctor, everyone, everybody,
  the whole, whole town, the family, most people, a few, a couple, one person, one friend, i rang,
  i called, i texted, told, cried to, cried on, poured it out, it all came out, posted it,
  put it on, group chat, knows, they guessed and i said
no:
  nobody, no one, not a soul, only you, just you, you are the first, you are the only,
  first person, to myself, bottled up, ashamed, embarrassed, secret, hiding it, pretending,
  they think we, they think i, still think we, everyone thinks, as far as anyone knows,
  keep making excuses, wearing the ring, do not want pity, can not say it out loud,
  could not say it, not ready to say
open:
  half, part of it, not the whole, not everything, not all of it, not the real, the short version,
  a version, edited, hinted, they guessed, they might have guessed, some of it, only that we,
  only that it, left out

[helped]
asks:
  help a bit, did it help, help at all, helped you, tool help, was it useful, make it easier,
  feel better, feel any better, any better, feel lighter, feel calmer
yes:
  edge off, took the edge, calmer, lighter, softer, easier, better, breathe, settled, slept after,
  quiet now, works, helped, helpful, useful, nice, soothing, needed that, good, great, relief,
  relaxed, clearer, less, took my mind off, distracted me, got me through, surprisingly,
  cried it out, stopped shaking, more than i thought, more than expected, a little yes, a bit yes,
  heart slowed
no:
  worse, same, still shaking, still crying, pointless, useless, waste, silly, stupid, boring,
  annoying, no difference, made no difference, nothing changed, did nothing, did not work,
  does not work, could not focus, could not do it, could not concentrate, gave up, did not finish,
  did not try, did not do it, still want to, still hurts, can not feel any, more upset,
  not my kind
open:
  early to say, too early, bit early, for a minute, for a second, for five minutes, came back,
  at first, while i did it, half, some of it, in between, hard to say, ask me tomorrow,
  not done it, have not tried, still doing it, not finished
"""
