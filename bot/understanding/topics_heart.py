"""What people say instead of yes and no to questions about what they feel, wish and could bear.

Only a table; topics.py says how it is read.
"""

TABLE = """
[knows-feelings]
asks:
  know how you feel, do they know, told them how
yes:
  a million times, begged, poems, tattoo, declared, announced, they read my, could not be clearer,
  all over my face, whole town, they can tell, they must, open book, painfully so, painfully,
  so well, of course they, sent them, sent a, paragraphs, essay, voice note, voicemail,
  called and told, on my knees, in person, to their face, sang, drunk text*, in black and white,
  heard it, over and over, it is no secret, no secret, told them, i told, letter, poured my heart,
  every day, all too well, too well, obvious, should know, i have told, until i am blue,
  blue in the face, spelled it, spelt it, wrote, text, message, email, song, cried, shouted,
  screamed, showed, clear, plain, sleeve, reads me, knows, can not not know, hundred, thousand,
  again and again, face to face, looked them in the eye, down the phone, sobbed, pages, novel,
  screens of, wall of text, more than once, more than enough, broken record, their friends told,
  my mum told, my sister told, heart on a, on a plate, in lights, billboard, i love you every,
  goodnight i love, sent it last, playlist, reads my face, face gives, can not hide,
  never could hide, bad liar, worst liar, glass, transparent, yelled it, at them window,
  under them window, on them doorstep, at the airport, in the street, in front of, on one knee,
  two knees, postcards, long voice, ten minute, audio, recorded a, made a video, video of me,
  mixtape, painted, drew, knitted, baked, flowers and a note, a note with, card with, told at the,
  told over, told last, told yesterday, told again, told so many, told and told, repeated,
  repeatedly, can not have missed, could not miss, hard to miss, impossible to miss,
  would have to be blind, blind man, deaf man, everyone can see, anyone can see,
  you could see it from space, from space, from the moon, neon sign, sign on my, forehead,
  face is a, face like a, wear my heart, heart on my, can not keep it in, could not keep it in,
  never shut up, do not shut up about, bang on about
no:
  how could they, i never said, never let on, play it cool, pretend, mask, smile and,
  said i was fine, told them i am over, hate them, they thinks, kept quiet, never had the,
  never dared, too scared, cat got, letter in a drawer, unsent, never sent, drafts,
  has not a clue, not a scooby, would be shocked, would be surprised, to myself, buried it,
  swallowed it, pride, ego, shrugged, told everyone but, everyone but them, never asks,
  does not ask, they do/does not listen, did not listen, does not care, never told, not told,
  have not told, never said, did not tell, bottled, no idea, no clue, clueless, oblivious, secret,
  not a clue, could not say it, chickened out, thinks i do not care, not from me, never been able,
  able to, have to ask, did not ask, keep it, hide, fake, wall, drawer, deleted it, did not send,
  did not say, not said, can not say, could not say, proud, shy, bad with words,
  no good with words, words fail, blind, thinks i, believes i, helped them pack, straight face,
  stiff upper, keep a straight, smiled through, waved, wished them luck, said good luck,
  said it is fine, told them i was fine, said no hard, acted as if, laughed, jokes, joker,
  strong one, stone, iceberg, not let on, let it show, never show, do not show, did not show,
  words stuck, stuck in my throat, choke on, can not get the words, no words for, never found the,
  the right moment, right time never, chance to say, never got to, did not get to,
  too late to tell, hung up before, walked out before, left before i, blocked before i,
  they did not read, unread, unopened, never opened, not got a clue, not got the faintest,
  my diary, only ever told, only my mum, only my sister, only my friends, only my therapist,
  only my cat, only my pillow, only god, only you know, you are the first, first time i say,
  never let them see, did not let them, would not let, will not give them, not give them the,
  the satisfaction, save face, kept my head, head high, chin up, brave, i was brave, tough,
  acted hard, acted normal, acted happy, acted cool, cool as, ice, cold front, armour, shield,
  guard up, poker, made light, brushed, said whatever, said fine, said ok, said no problem,
  said nothing, said nothing at all, schtum, mum is the word, zipped, lips sealed, bit my lip,
  swallowed my, swallowed the, cried later, cried after, cried alone, cried in the car,
  cried in the loo, in private, behind closed, when they were gone, never the words, no courage,
  not the courage, no guts, chicken, coward, scared of, scared to say, scared to tell,
  waiting for the, not the right time, never the time, not found the
open:
  hope so, some idea, an idea, half knows, knows half, not the whole, not all, not fully,
  they should know, you would think, one would think, suppose they, best mate so maybe,
  told their friend, told their best, grapevine, if they are not blind, some of, most of it,
  not the depth, not how much, not how bad, not really all, hint*, i think so, probably guess*,
  might guess, suspects, if they read/reads/listened, partly, half of it, not all of it,
  depends if, swear to it, ought to, should, suppose, probably guess, guess, hint, some of it,
  half, bits, not everything, through friends, maybe, might, perhaps, hope, i hope so, used to,
  knew once, once knew, men never notice, never notices but, might have noticed, noticed maybe,
  the anger yes, the love no, sees the anger, sees i am angry, thinks it is anger, knows i am sad,
  not how deep, the tip of, tip of the iceberg, surface, if my sister told, if it got,
  maybe through, songs only, i liked them post, in my way, in code, not daft, no fool, not stupid,
  clever enough, smart enough, they reads people, reads me well, used to read me, in a way,
  indirectly, through songs, through them sister, through their brother, through our son,
  through our daughter, if the kids said, if the kids told, if someone told, if they asked around,
  the sad part, the angry part, part of it, one side of it, some clue, a clue, inkling,
  may have guessed, might suspect, might sense, senses, feels it maybe, feels something

[okay-alone]
asks:
  ok on your own, still want this person, want this person back, want them back
yes:
  i would, because i love, cause i love, love them, because they are, it is them, them only,
  only them, no one else, nobody else, grow old, my home, soulmate, choose us, i want them not,
  even so, regardless, no matter what, with or without, second thought, without hesitation,
  no hesitation, any day, all day every day, forever, until death, would choose, them over,
  want them, want the person, not for the company, adore, still love, need them not, for love,
  because of who, still them, still want, in a heartbeat, every time, without question, even then,
  it is about them, not about being lonely, want them not, love of my life, my person,
  a thousand times, no doubt, them i miss, miss them not, them i want, still would, still do,
  choose them, pick them, always, yes because, can not help it, nobody like them, no one like,
  the one, my one, not about being alone, not the loneliness, not having someone, they are my,
  not a plaster, full life, with a full, not out of need, not need, want not need,
  not for company, i am fine alone, i like being alone, i like my own, happy alone and,
  happy on my own and, whole, every life, next life, every universe, a million people,
  rich and happy, if i won, anyone i want, they are home, home to me, nobody makes me,
  makes me laugh, laugh like, no one gets me, gets me, i chose, again and again,
  door would be open, say yes in, marry, not loneliness, it is not loneliness,
  nothing to do with lonely, nothing to do with being alone, i have friends, got friends,
  full house, busy life, good life, great life, happy life, happy already, fine already,
  fine alone, ok already, ok alone, alone is fine, alone is easy, i like alone,
  love my own company, own company, never minded alone, never been lonely, not lonely,
  am not lonely, not about company, not about that, more than company, because of them,
  because of us, because of what we, who they are, our story, my best friend, best friend too,
  good man, good woman, best man, best woman, best person, we fit, we click, twenty years,
  built a, our kids father, my kids father, family together, soul, heart of my, other half,
  better half, missing piece, would not change, nothing changes, changes nothing, no difference,
  makes no difference, not even a question, easy yes, easiest, quick yes
no:
  somebody, any body, anybody, not them specifically, not really them, would not look back,
  would not need, no need for them, be gone, be off, bye, adios, why would i, then what for,
  what for, fear, i just want to not be alone, the flat, single life,
  would change everything so no, so no, let them be, wish them well, i would travel,
  i would be happier, peace, no contest, be done, that would be enough, then i would be fine,
  fine without, do not think so then, i only miss, miss the dog, miss being held, miss sex,
  idea of them, not the man, not the woman, not the real, let them go, would not pick,
  would not choose, would not want, someone not them, would move on, would run, hell no,
  would walk, would let go, not them, it is the house, habit, dodged, leave it, probably leave,
  i would leave, i would not need, would not need them, would not bother, let it go, walk away,
  move on, close the door, anyone, someone, company, lonely, loneliness, being alone, empty house,
  the quiet, a body, a warm, just do not want to be alone, scared of, used to them, comfort,
  security, the kids, no need, then no, i would be free, free, relief, happier, better,
  probably not, buy a dog, get a dog, get a cat, a cat would, off to, move to the sea, start over,
  new city, sleep diagonally, whole bed, would not look, not look back, would not text,
  would not call, would forget, be over it, over them, it is the empty, empty flat, empty bed,
  quiet flat, panic talking, the wine talking, talking not me, just scared, need someone not,
  any arms, any warm, miss hugs, miss sundays, miss being two, idea of us, the idea,
  not the reality, habit mostly, used to having, do not want to be alone, love died, sooner get,
  rather have a dog, dog instead, cat instead, goldfish, choir, gym, own flat, own bed, own rules,
  peace and, quiet and, freedom, fly, wings, spread my, relieved, not look, look forward,
  never look, thank you next, next, plenty more, fish in the sea, a kind, a nicer, a gentler,
  a normal, a good one, not that one, not this one, not this man, not this woman, not that man,
  not that woman, only scared, only because, it is the nights, it is the sundays, it is the bed,
  it is the silence, it is the money, it is the rent, being seen alone, what people say,
  what people think, what people will, failure of, being single, single again, too old to start,
  do not know how to be alone, half the rent
open:
  ouch, tough, you got me, that hurts, hmm, big if, can not picture, can not imagine ok,
  never been ok, no such thing, not sure who i, i think about that, never knew,
  split down the middle, half half, every hour different, flip a coin, tomorrow i might,
  can not work out, can not imagine, ask me in, that is the question, good question,
  never thought of it, some days, weekdays, depends, torn, part of me, half of me, hard one,
  tough one, million dollar question, keep me awake, thinking about, hard, never thought, head,
  heart, mornings, evenings, wow, big question, that is deep, change my mind, changes every time,
  never asked myself, every time i read, twice today, ask my, ask again, keep me up, made me cry,
  made me think, have to think, need to think, sit with that, oof, phew, deep one,
  can not tell love, love or, love from, need from, do not know what ok, never been alone,
  what is ok, what does ok, if that is possible, made me put, put my phone down, had to put,
  have to sit, need a minute, give me a minute, read it twice, read it three, read that again,
  asked my therapist, homework, good therapy question, therapist asked, been asked before,
  sleep on it, have to sleep, let you know, get back to you, tell you next, in a month, in a year,
  today no, today yes, yesterday yes, yesterday no, this week yes, last week no, sober yes,
  drunk no, mornings no, nights yes, nights i, talked about it

[okay-if-no]
asks:
  ok if they said no, ok with no reply, ok with a no, if they did not answer,
  if they never answer, if nothing came back, if they say no, cope with a no, take a no
yes:
  survive, cope, manage, handle, live with it, get over it, move on, fine, be ok, be alright,
  respect it, respect that, accept, at least i would know, at least i tried, expect it,
  already expect, prepared, used to it, made my peace, peace with, hurts but, sting but,
  cry and then, a cry then, bad week then, life goes on, not the end of the world, still have my,
  grown up, their right
no:
  to pieces, fall apart, break me, kill me, destroy me, crush, devastated, shatter, collapse, die,
  end of me, finish me, heartbroken, lose it, spiral, can not bear, could not bear,
  could not take, can not take, could not cope, can not cope, not strong enough, beg, keep asking,
  ask again, try again, change their mind, rock bottom, can not think about it, can not even think
open:
  depends how, depends on, eventually, in time, after a while, not at first, not today,
  not tonight, one day, not yet, hope so, hopefully, pretend, would act, have to be,
  would have to, no choice, today no, tomorrow maybe

[say-no]
asks:
  say no to them, say no without, disagree, paying for it
yes:
  agree to disagree, they would say ok, joked, laughed, hugged, talked about it, never held,
  no grudges, no hard feelings, like adults, equals, safe to, free to, they would be sad but,
  a bit sad but, they were cool, cool about it, chilled, they would pout, did not mind,
  they did not mind, never minded, no repercussions, without fear, without consequences,
  they took it, good about it, respectful, compromise, met halfway, said no often,
  i did all the time, never an issue, no issue, zero drama, no fallout, all day long, we both did,
  easily, easy, freely, no problem, no drama, they would sulk, never a problem, took it well,
  respected, with no trouble, of course, argue about it and, could say, shrug*, water off,
  and still be friends, no big deal, listened, without a problem, shrug, kettle on, fine, ok with,
  accept*, talk it, disagreed all, argued but, no consequences, forget it, by dinner,
  five minutes, an hour, by morning, next day, over it, easygoing, laid back, relaxed, reasonable,
  always, any time, two way, i said no, we said no, say no to them, no was fine, took no for,
  no for an answer, slept well, said no plenty, plenty of times, said no a lot, said it often,
  took no, respected no, nodded, shook hands, pout and, pouted then, sulk for five, sulk then,
  grumble, moan a bit, moaned but, moaned and, huff and, make tea, tea after, found a middle,
  meet in the middle, worked it out, all the time, no trouble, no fuss, free country, my own mind,
  never scared to, never had to pay, never paid, no price, no bill, no payback, no revenge,
  big about it, grown up about, no was never, took a no, like a champ, like a man, like an adult,
  like a grown, good grace, with a smile, not a big deal, no biggie, never a big, not an issue,
  no worries, no bother, no harm, no foul, took it ok, took it lightly, let it go, let me be,
  let me win, backed off, dropped it, moved on from it, moved on quickly, over quickly,
  over in a minute, over in minutes, over by bedtime, kiss and, cuddle and, hug and, tea and,
  laughed and, argued then, debated, discussed, talked through, spoke about, heard me,
  asked why and, understood why, understands, tried to understand, my choice, my call, my body my,
  own decisions, made my own, fifty fifty, democratic, vote on it, took turns, turn about
no:
  not talk to me for, not speak for, would not talk, would not speak, stonewall*, plates, smash*,
  threaten*, pull away, withheld, withdraw, money cut, took my, selfish, lecture, hours of,
  interrogat*, cried, sulk, guilt, would leave, accuse*, atmosphere, expensive, consequences,
  dearly, always paid, no way, never dared, not worth the, thunder, mood, hit, slap, shout*,
  yell*, fight, bring it up, remind me, held over, over my head, never heard the end,
  hear about it, took the car, took the card, cut off my money, not allowed, no was not,
  not a word in their, did not exist, was not an option, price, punish*, payback, rows, explode*,
  explosion, go mad, kick off, storm*, tantrum, slam*, not worth it, gave in, easier to say yes,
  learned not to, learnt not to, kept quiet, stayed quiet, shut up, eggshells, scream*, throw* it,
  hold it against, use it against, lose their, dare, not without, never without, ww3, revenge,
  weeks, pay, cost, punish, punishment, silent, silence, treatment, cold, ignored, shouting,
  screamed, explode, blow up, slam, threw, broke, smashed, threaten, guilty, tears, suffer,
  regret, scared, fear, easier to, easier just to, go along, agree with, yes to everything,
  always yes, what they say goes, their way, my life not worth, worth living, hell, war,
  have you met, met them, never a no, not an option, not a word in, say yes, learned to say,
  yes to them, never no, no did not, no was, no meant, shoulder, until friday, until sunday,
  for a month, days of, end of it, hear the end, used against me, against me later,
  in my face for, brought up for, remember it forever, kept score, ledger, tax, interest,
  walk out, leave me at, drove off, drove fast, would drive, hurt themselves, kill themselves,
  ring my mum, ring their mum, tell their mum, turn the kids, locked me, hide my, learnt to,
  gave up saying, stopped saying, stopped trying, gave up trying, easier to nod, i always nodded,
  always nodded, yes was easier, peace at any, keep the peace, walk on, small voice, no voice,
  lost my voice, on and on until, keep on until, beg until, not speak to me, did not speak to me,
  stopped speaking, would shake, the look, house would, a no cost, every no cost, sighing,
  eye rolls, rolled them eyes, tutting, huffing, banging, stomping, door off, off it is hinges,
  fist in, hole in, punched the, kicked the, disappeared for, gone for days, gone all night,
  out all night, slept on the, slept in the, sofa for, couch for, spare room for, no dinner,
  no talking, no speaking, no touching, no money that, no lift, no car, no phone, no keys,
  no friends that, no going out, made sure i paid, came at a, came with a, repercussions,
  backlash, fallout, interrogation, inquisition, trial, court case, sermon, hours long,
  all night long, until i said yes, until i gave, kept on at me, wore me, ground me, nagged,
  called me frigid, called me names, called me a, blamed me, my fault, made me feel,
  made me sorry, feel guilty, feel small, feel bad, feel stupid, feel crazy, twist it, turned it,
  told everyone, everyone knew, never tried that twice, tried once, once was enough, only once,
  never twice, not twice, never again tried, did not bother, did not risk, would not risk,
  not risk it, risk it, too risky, was not worth, not worth
open:
  i never tried, never tried, did not try, never tested, never needed to, never had to,
  never disagreed, never said no, never came up, with money no, about sex no, about food yes,
  some topics, certain topics, at first, towards the end no, early on, later no, used to be able,
  over dinner yes, on money no, about their mum no, yes at first, at the start yes,
  in front of others, it got harder, harder over time, half the time, if i timed it, small things,
  small stuff, big things no, depends on the, depended, depend*, on a good day, good days,
  their mood, sometimes, some things, little things, if they were in, in public, when sober,
  it varied, used to, what it was about, big things, food yes, money no, at the start, beginning,
  towards the end, never needed, not often, about money no, big stuff, little stuff,
  some subjects, certain subjects, certain things, most things but, not about, early on yes,
  at first yes, in public yes, in private no, when sober yes, when drunk no, never put it,
  did not test, did not come up, we never disagreed, i never disagreed, always agreed anyway,
  always wanted the same, depends on, some nights, some moods, mood dependent, in a good mood,
  in a bad mood, sober yes, drunk no, at home no, small yes, big no, about kids no, about sex,
  about money, about their, in the early, early days, first years, later on no, by the end no,
  never had cause, never had reason, hardly disagreed, rarely disagreed, we agreed on most,
  always agreed, got away with, sometimes i got

[liking]
asks:
  do you like, do you enjoy, did you enjoy, did you like, does your family like,
  do your friends like, do they like, do you love, was it a happy, were you happy, was it good,
  is it nice, do you get on, do you get along
yes:
  love, adore, enjoy, great, lovely, brilliant, fantastic, wonderful, amazing, best, blast, good,
  nice, fun, happy, fond, big fan, favourite, well enough, pays the bills, like a house on fire,
  over the moon, could not be happier, dream, dreamy, heaven, bliss
no:
  hate, dislike, detest, loathe, awful, terrible, horrible, hell, worst, boring, dull, bad,
  miserable, unhappy, can not stand, could not stand, never liked, left early, left after,
  nightmare, dread, sick of, fed up, not a fan, not my cup of tea, barely tolerate, put up with
open:
  moments, ok, alright, all right, mixed, some, bits, first half, parts, at first, at the start,
  mum do, dad do, used to, so so, fine i guess

[angry]
asks:
  angry with, angry at, are you angry, mad at them
yes:
  furious, livid, fuming, raging, boiling, seething, mad, pissed, spit, cross, scream, smash,
  punch, hate, resent, bitter, incensed, burning, red, steam, bloody, want to, of course
no:
  calm, sad, hurt, tired, energy, numb, over it, past it, forgave, forgiven, forgive, at peace,
  let it go, disappointed, pity, sorry for them, wish them well, miss them, indifferent,
  do not care

[sending]
asks:
  sending them something, thinking of sending, about to text, about to write, going to text,
  going to message, thinking of texting, thinking of writing, want to text, write or call,
  thinking of calling, plan to contact, thinking of going there
yes:
  typed, written it, drafted, thumb, over the button, on send, finger, in my hand, half written,
  one line, just one, just a, only a, happy birthday, a photo, a song, a voice note, a letter,
  an email, can not stop myself, itching, tempted, dying to, every minute, it is all i,
  all i can think, already sent, just did, sent one, sent it, about to, almost did, nearly did
no:
  deleted, threw the phone, gave my phone, phone is off, switched it off, blocked, no number,
  not going to, promised, not tonight, past that, too proud, no point, they would not answer,
  gone to bed, put it down, off it, the urge passed, it passed
open:
  torn, part of me, back and forth, on and off, comes and goes, depends, if they write first,
  maybe tomorrow, not sure, one minute
"""
