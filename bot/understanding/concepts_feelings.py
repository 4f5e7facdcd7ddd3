"""What people say for feelings, wishes and what would help, as meanings of options.

Only a table; concepts.py says how it is read.
"""

TABLE = """
[sad]
labels:
  sad
says:
  sad, sadness, blue, the blues, low, tearful, tears, crying, weepy, heartbroken, broken hearted,
  heart broken, heart is broken, broken, gutted, grief, grieving, mourning, miserable, depressed,
  depression, gloomy, unhappy, sorrow, devastated, crushed, hurt, bawling, sobbing, howling,
  melancholy, heavy, heavy hearted, in bits, shattered, :sob:, :cry:, :sad:, :broken:,
  can not stop crying, under a cloud, bereft, wretched, glum, upset, in pieces, aching,
  crying non, weep, low low, so low, in tears, tears all, mopey, moping, can not get out of bed,
  rubbish, crap, awful, terrible, shit, gut wrenching, lost without, missing them, i miss them,
  homesick, wounded, pain, in pain, agony, hollow and crying, torn apart, dying inside,
  down in the dumps, dumps, broken into, a mess, despair, teary, waterworks, ugly cry, hurts so,
  tissues, crying in the, lump in my throat, eyes are swollen, puffy, teardrop,
  can not stop the tears, heart hurts, like someone died, miss, weighs a ton, weighs, heart weighs
alone:
  down, a bit low

[angry]
labels:
  angry, anger
says:
  angry, anger, mad, furious, fuming, livid, rage, pissed, pissed off, cross, seething, irate,
  boiling, hate, hatred, resent*, bitter, annoyed, irritated, outraged, want to scream,
  want to smash, blood boil*, seeing red, red mist, pissy, incensed, hopping, infuriated,
  want to punch, want to throw, throw something, ready to explode, steaming, spitting feathers,
  :angry:, wrath, vengeful, fuck them, grr, smash their, smash, pissed at, mad at, spitting,
  punch, want to kill them, screaming, hate them, betrayed, fumin, fed up, rageful, rage mode,
  hot, fire, volcano, explode, aggro, salty, had it with, furiously, revenge, how dare, fist,
  fucking, frustrated, kick, throw his/her, want to break, jaw is tight, teeth, clenched,
  could scream, could murder, wound up, hopping mad, temper, blood is, through the window,
  through the wall, out of the window, on fire, lose it, guts, how could they, after everything

[scared]
labels:
  scared, afraid, fear
says:
  scared, terrified, fear, fearful, anxious, anxiety, panic*, panicking, nervous, worried,
  petrified, dread, on edge, shaking, shaky, freaked, freaking out, spooked, uneasy, jumpy,
  heart racing, can not breathe, what if i, what happens now, terror, :scared:, :scream:,
  butterflies, stomach in knots, knot in my, bricking it, shitting myself, scared shitless,
  shitless, what will happen, future scares, heart pounds, pounding, can not be alone, spiralling,
  spiraling, sick with worry, nerves, nervy, trembl*, horror, horrified, alarmed, insecure,
  unsafe, threatened, stressed, overwhelmed, frit, cold sweat, what next, heart is racing,
  what will i, how will i, what if, stomach drops, sick to my stomach, worried about, frantic,
  chest, tight, what now, can not stop thinking what, in a knot, stomach is in, about tomorrow

[numb]
labels:
  numb, empty
says:
  numb, nothing, blank, empty inside, hollow, void, flat, zombie, robot, autopilot, on autopilot,
  dead inside, frozen, switched off, shut down, do not feel anything, feel nothing, can not feel,
  not feeling anything, no feelings, detached, foggy, fog, cotton wool, underwater, shock,
  shell shocked, anaesthe*, anesthe*, checked out, like a stone, stone, going through the motions,
  gone grey, emotionless, dull, like a ghost, deadened, not really here, unreal, dissociat*,
  robot mode, robotic, like a robot, mechanical, on mute, nothing at all, nothing really, nowt,
  zero feelings, void inside, dead, cold inside, just cold, blank inside, staring at,
  stare at the, wall, glass wall, behind glass, floating, in a dream, like a dream, like a film,
  shut off, turned off, paralysed, paralyzed, disconnected, empty, emptiness, no idea what i feel,
  grey, unplugged, like a wall, like ice, watching myself, do not feel, feel no, no tears,
  can not cry, can not even cry, like cardboard, novocaine, anaesthetic, on pause, volume off,
  turned the volume, someone turned, watching a film, on the outside

[lonely]
labels:
  lonely, alone
says:
  lonely, loneliness, alone, lonesome, on my own, by myself, isolated, nobody, no one,
  no one to talk to, nobody to talk to, empty house, empty bed, house is so/too empty/quiet,
  the house is, bed is too/so, half empty, cold side of the bed, other side of the bed,
  miss having someone/somebody, miss company, miss having, too quiet, so quiet, silence is,
  talk to my cat/dog, cooking for one, table for one, solitary, left out, abandoned, only me,
  eat alone, dinner for one, no one texts, nobody texts, forgotten, phone is silent, friendless,
  so alone, all alone, nobody around, no friends, everyone is gone, empty chair, empty room,
  the silence, silent flat, quiet flat, flat is quiet, flat is empty, bed, their side of the,
  no one calls, phone never, weekends are, sundays are, talk to plants, invisible, unwanted,
  unloved, left behind, on my tod, solo, longing, no company, need a hug, touch starved,
  nobody to tell, no one to tell, miss talking, one plate, one cup, one toothbrush,
  set the table for, no hand to hold, too big, so empty, echo, talk to myself, the cat is,
  only voice, cooked for two, for two again, two plates, sunday, talking to the fridge,
  talking to the, talk to the walls

[ashamed]
labels:
  ashamed, shame, guilty
says:
  ashamed, shame, guilt, guilty, embar*, humiliated, humiliation, disgusted with myself,
  hate myself, regret, my fault, all my fault, stupid, foolish, fool, like an idiot, idiot,
  mortified, cringe, can not look, can not face, in the mirror, dirty, worthless, blame myself,
  mug, hide my face, can not show my face, remorse, what i did, sheepish, how could i,
  face people, pathetic, red faced, so dumb, guilt mostly, bad about what, regretful, i ruined,
  i wrecked, messed up, my own fault, screwed up, fucked up, like a loser, loser, failure,
  a failure, failed, humiliat*, small, look at myself, self loathing, self hatred,
  hate what i did, sorry for what, like a fool, duped, mugged off, everyone knows, laughing stock,
  joke, i feel stupid, gullible, naive, like a mug, blush*, how could i let, let it happen,
  could i be so, want to hide, can not look at, look anyone in, face anyone, face them,
  sank so low, sunk so low, begged, made a scene, blushing, hole to swallow, can not believe i,
  what was i thinking, forty times, begged them, what have i, like a lunatic, lunatic,
  everyone saw, made a fool, behaved like

[hopeful]
labels:
  hopeful, hope
says:
  hopeful, hope, optimistic, positive, looking up, light at the end, glimmer, better days,
  fresh start, new chapter, excited, confident, believe it will, maybe we, might come back,
  could work, it will be ok, things will, getting better, on the mend, upbeat, faith, brighter,
  spring in my, sun will, silver lining, a future, there is a future, chance, there is a chance,
  might work, fingers crossed, crossed, looking forward, forward, ok actually, pretty good, good,
  fine actually, stronger, strong, new start, new beginning, beginning, growing, healing, it will,
  i will be ok, will be ok, will be fine, believe, rainbow, light, glimpse, maybe it will,
  might be ok, might get better, could get better, a bit of light, first good, good day, spring,
  buds, new job, i can see a, one day i will, going to be ok, be ok, be fine, be alright,
  get through this, ok in the end, turn out alright, turn out ok, turn out fine, might turn out,
  turn out
alone:
  tomorrow

[relieved]
labels:
  relieved, relief, free
says:
  relieved, relief, free, freedom, lighter, weight off, weight lifted, load off, finally,
  thank god, phew, can breathe, breathe again, glad, liberated, peace at last, good riddance,
  dodged a bullet, bullet dodged, sleep at last, slept like a baby, unburdened, at last,
  happy it is over, off my back, off my shoulders, off my chest, best thing, lighter than,
  unchained, out of jail, out of prison, let out, escaped, can sleep, sleeping again,
  quiet at last, calm now, better without, better off, ok without, happier, over at last,
  done at last, exhale*, exhaled, breath, burden, off me, no more walking, no more drama,
  no more fights, thankful, grateful, glad it is, smiling, bliss, my house again, bed to myself,
  sing, dance, nobody to please, no more, weight, quiet now, put down a heavy, heavy bag, load,
  put it down, happy it is
alone:
  happy

[mixed]
labels:
  mixed, all of them
says:
  mixed, bit of everything, everything, all of them, all at once, jumble, rollercoaster,
  roller coaster, mixed bag, mess, all of them at once, the whole list

[back]
labels:
  back together
says:
  back together, them home, them back home, get back, them back, want them back, want us back,
  reunite, reunion, reconcile, reconciliation, try again, another chance, second chance,
  another go, another try, start over, come home, come back, marry, still my person, us again,
  be with them, be together, to be together, want my wife/husband/girlfriend/boyfriend/family,
  work it out, work things out, fix it, fix us, undo it, what we had, our old life, rewind,
  home with, make it work, give it another, patch things up, patch it up, on one knee, us to try,
  give us, one more chance, one more try, for us, them here, husband back, wife back, family back,
  my marriage, our home, reverse it, turn back, fix things, them to call, them to come,
  them at the door, grow old, get my girl/man, marry them, be with them again, wake up next to,
  their arms, in my bed again, us to fix, our family, my family back, them through the door,
  walk through the door, to come home, my wife, my husband, undo all, like it was, how it was,
  how we were, as we were
alone:
  us, them, home, they, want them, need them, undo it, marriage, repair, rebuild, them home

[space]
labels:
  space
says:
  space, distance, room, time alone, time to think, breathing room, breathing space, air, time,
  break, left alone, be left alone, be alone, to be alone, on my own, away from, far away,
  no contact, some time, time apart, not see them, out of my face, own company, to breathe, away,
  a bubble, to myself, for myself, to think, gap, leave me be, some room, some distance,
  a break from, break from, headspace, quiet from them, not hear from, not hear their,
  months alone, a month alone, figure me out, find myself, me time, alone time, solitude,
  get away, go away, holiday, out of town, pause, think clearly, clear my head, clear head,
  them out of, not to see, no texts, a while on my own, boundaries, stay away, some air,
  to be left, quiet from, a month off, island, cabin, hibernate, figure myself, nobody texts me,
  month where, week where, where nobody

[friends]
labels:
  friends one day, friends
says:
  friends, friendship, friendly, mates, pals, buddies, just friends, stay friends, be friends,
  civil one day, on good terms, good terms, be mates, platonic, coffee one day, have a laugh,
  someday friends, chat like, amicable, stay in touch, still talk, keep in touch, just talk,
  be civil, civil, get along, get on, on speaking terms, co parent nicely, nice to each other,
  have a beer, grab a beer, a pint, coffee, in my life, stay in my life, not lose them,
  as a friend, as friends, like before as friends, best mate back, my best friend back,
  brother sister, like pals, coffee like, mates eventually, wave at each other, share a drink,
  laugh with them again, not enemies, no hard feelings

[let-go]
labels:
  to let go, let go, move on
says:
  let go, let them/it go, move on, get over, over them/it, forget, forget them, be done,
  done with, to be done, closure, close the door, close the chapter, close the book,
  shut the door, leave it behind, put it behind, turn the page, say goodbye, goodbye, stop loving,
  stop caring, stop missing, stop thinking about them, free of them, be free, clean break,
  cut the cord, delete them, start fresh, new life, let it be over, out of my head/heart/system,
  not want them back, erase them, walk away, new chapter, bury it, release, drop it, past it,
  next chapter, door for good, for good, end of, move past, get past, past this, be over it,
  wake up and not care, not care, stop checking, stop looking, stop hoping, stop waiting, delete,
  let it end, draw a line, line under, bury, funeral, free, freedom, out of my mind, mind,
  clean slate, start again without, without them, new man, new woman, someone new, live my life,
  my life back, get my life, put down, get them out of my, out of my life, over it already,
  stop thinking of them, stop wanting, get on with my life, unlove, forget they exist

[peace]
labels:
  just peace, peace
says:
  peace, quiet, calm, peaceful, rest, sleep, a good night, stop hurting, it to stop,
  the pain to stop, no more drama, no drama, no more fighting, an end to, serenity, tranquil*,
  be ok, be fine, feel ok, feel normal, still mind, quiet life, stillness, switch off, relax,
  just want to be ok, an easy life, no stress, breathe, harmony, stop thinking, headspace,
  stop the pain, not hurt, not to hurt, not cry, one night of, a night of sleep, sleep through,
  stop crying, less pain, no pain, head to shut up, head quiet, quiet head, just quiet,
  to be calm, feel calm, feel better, be happy, to be happy, be left in peace, be at peace, inner,
  zen, no fuss, no war, no fighting, truce, settle, sleep at night, one night, no crying,
  head to stop, to stop crying, to stop hurting, my appetite back, normal day, ordinary day,
  calm inside

[calm-down]
labels:
  calm down, to calm down, calm down together, something to calm down, calm
says:
  calm, calm down, breathe, slow down, settle, stop shaking, relax, soothe, quiet, steady, ground,
  less panic, panic, heart to slow, stop crying, peace, rest, stop the spiral, chill, still

[someone-listens]
labels:
  someone to listen, to talk, just write, write it out, a friend who listens, someone,
  tell one person, be with someone
says:
  listen, heard, be heard, talk, to talk, vent, rant, get it off my chest, off my chest, pour,
  company, someone there, an ear, shoulder, hug, let it out, say it, write it, someone, a voice,
  human, not be alone, tell someone, be alone, do not want to be alone, just need to write

[something-to-do]
labels:
  something to do, distraction, to do something, a task
says:
  do, something to do, do something, busy, keep busy, hands, my hands, distract, distraction,
  task, a task, walk, run, clean, game, puzzle, action, steps, a plan, practical,
  take my mind off, mind off, occupied, exercise, homework

[understand-why]
labels:
  to understand why, understand why, understand what went wrong, understand, to understand
says:
  understand, why, reason, what went wrong, went wrong, what happened, make sense, sense of it,
  answers, an answer, explain, explanation, figure out what, what i did, where it broke,
  how it got, the truth, closure, know why, know what

[decide-want]
labels:
  decide what i want, decide
says:
  decide, decision, choose, choice, what i want, what to do, next, what next, whether,
  if i should, go back or, figure out if, knowing what i want

[stop-texting]
labels:
  stop myself from texting, stop texting, get through the urge, urge to write
says:
  text, message, call, write to, contact, reach out, urge, phone, thumbs, block, stop me,
  stop myself, hands off, drunk text, not texting, not messaging, not calling

[see-notes]
labels:
  see my notes, notes, look back
says:
  notes, my notes, what i wrote, wrote, last time, look back, saved, read back, from before

[read-a-tip]
labels:
  talk about a tip i read, a tip i read, tip
says:
  tip, read, article, video, tiktok, youtube, reddit, podcast, advice, book, no contact rule,
  make them jealous, heard that

[reply]
labels:
  get a reply, a reply, any reply
says:
  reply, answer, hear back, hear from them, response, respond, text back, sign of life,
  blue ticks, a word, three dots

[be-missed]
labels:
  be missed, make them miss me, not be forgotten
says:
  miss me, be missed, notice, think of me, think about me, remember me, forget me, forgotten,
  realise, what they lost, lost, jealous, feel something, regret, that they regret,
  sorry for what they did

[feel-strong]
labels:
  feel strong, feel in control
says:
  strong, stronger, power, powerful, control, in control, win, upper hand, dignity, pride,
  the last word, not weak, above it

[apology-wish]
labels:
  say sorry, be sorry for
says:
  sorry, apologise, apologize, apology, make it right, put it right, make amends, forgive me,
  forgiveness, own it

[where-stand]
labels:
  know where we stand, where we stand
says:
  where we stand, where i stand, stand, clarity, clear, yes or no, closure, an answer,
  what this is, what we are, truth, know for sure, a chance, still a chance, if there is, find out
"""
