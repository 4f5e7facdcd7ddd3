"""What people say instead of yes and no to questions about harm done to them: fear, blows, threats, watching, hounding.

Only a table; topics.py says how it is read.
"""

TABLE = """
[afraid]
asks:
  afraid of them, feel afraid, frightened, fear
yes:
  towards the end, at the end yes, their eyes, that look, walking home, jumped, shook, tense,
  worried what they would, never knew which, which version, jekyll, of their fists, never relaxed,
  made myself small, checked their mood, on guard, alert, kept my keys, slept in my,
  hated hearing, before they came home, door slam*, stomach dropped, stomach turned, my stomach,
  car pulled in, their car, key turned, when they came home, their voice changed,
  raised their voice, heart stopped, slept in the car, kept a bag, bag packed, code word,
  more than once, mostly when, when they lost, when they got, when i was late, wall next to,
  nightmares, ptsd, panic attack*, eggshells, tiptoe*, terrified, scared, frighten*, flinch*, hid,
  watch* my words, heart raced, dreaded, when they shouted/yelled/was angry/lost it, slept with,
  still am, every day, a few times, intimidat*, petrified, panick*, froze, careful what i said,
  braced, on edge, keys in the, footsteps, the door, when they came in, slept at my, i slept at,
  nights i, bathroom, locked, tremble, shiver, sweat, sick, knot in, careful, watch what,
  what mood, mood, temper, rage, anger, angry, drunk, shout, yell, screamed, threat, threatened,
  towards me, stood over, in my face, cornered, blocked the, hole in, smashed, broke, knife, gun,
  never knew what, walk on, egg shell, nervous, anxious around, fear, not call it that,
  did not call it that then, i realise now, looking back, in hindsight, there were times,
  there were nights, plenty of times, flinch, at the end, did not dare, not dare, never dared,
  heart would race, heart would pound, stomach would drop, could not breathe, hold my breath,
  held my tongue, bit my tongue, would not dare, quiet as a mouse, small as i could,
  tried not to breathe, listened for, waited for the bang, stairs, car in the,
  tyres on the gravel, the front door, their boots, them heels, the look, that silence,
  the silence before, storm, volcano, ticking bomb, bomb, minefield, hell on earth, hostage,
  prisoner, prison, cage, survive, survival, escape, packed a bag, kids room, pushed the dresser,
  chair under the, bat by the, phone under my pillow, 999 ready, 911 ready, police on speed,
  neighbours heard, called my mum to, begged them to, when the beer, when the football,
  after the pub, payday, fridays, certain nights, some nights, bad nights, if dinner was late,
  when dinner, if i was late, if i said no, when i said no, could turn, would turn, turned on me,
  switched, flip, explode, punch, swing, lunge, loom, until they calmed, in the loo, floorboards,
  which stairs creak, when the phone rang, twitch, ducked, cower, crouched, frozen, went cold,
  blood ran cold, hair stood, goosebumps, could not move, could not speak, could not sleep next,
  slept lightly, one eye open, did not want to go home, most nights, many nights, every night,
  by the end, in the end, later on, later yes, at times, last year, last months, after the baby,
  after work, after losing, when the team lost, on the vodka, on the whisky, on the beers,
  on coke, on pills, the tone, that tone, that voice, that smile, that stare, the stare,
  cold eyes, eyes went, eyes changed, face changed, another person, different person, two people,
  monster, beast, tyrant, dictator, soldier, police in my own, walked to the, barricaded,
  kids cried, dog would, cat would, even the dog, not let me out, stand in the doorway,
  block the door
no:
  afraid of them lol, other way about, if anything they were afraid, would not say boo, harmless,
  kitten, never gave me reason, no reason to, of being alone, of spiders, the opposite, safest,
  come on, of mike, of them lol, are you serious, softie, big baby, lamb, would not harm,
  no reason, i was the scary, they feared me, afraid for them, afraid they would leave,
  afraid to lose, gentle, felt safe, felt totally/completely safe, softest, teddy,
  would not hurt a fly, would never hurt, not for a second, other way round, hurt a fly, pussycat,
  sweet*, not of them, kindest, made me safe, safe with them, if anyone, they were afraid of me,
  teapot, soft, softy, patient, placid, calm, cries at, would not hurt, could not hurt,
  never gave me, no cause, of losing, of them leaving, that they would leave, of being left,
  of the future, of nothing, never raised, never even raised, afraid of my own, of myself,
  my own temper, giant, puppy, mouse, safe place, my safe, safe space, made me laugh, safe in,
  in their arms, felt protected, protected me, protective in a good, sweetheart, angel, saint,
  labrador, golden retriever, bunny, calmest, scared of spiders, scared of me, can not kill a,
  could not kill a, catches spiders, never a cross, cross word, never shouted, never raised a,
  not a mean bone, mean bone, bad bone, not in that way, if anything bored, bored not,
  annoyed not, only of heights, only of the dark, only of my own, scared for the, them driving,
  all bark, only afraid of losing, afraid of what, what is there to, of them no, of course not,
  they are tiny, half my, five foot, wears slippers, knits, faints, cuddly, huggable, butter,
  not a violent, not violent, not aggressive, no aggression, not an angry, never lost,
  never yelled, never threw, never slammed, never once raised, good heart, heart of gold,
  big heart, safe pair, safe hands, sleep like a baby next, with my life, protector, my shelter,
  bored yes, just sad, just annoyed, annoyed yes, irritated, not scared just, never afraid just
open:
  if afraid is the word, the right word, is afraid the word, strong word, not the word,
  more like nervous, intimidated maybe, near the end maybe, not physically, not of being hit,
  maybe once, maybe at the, at the very end, a flash of, uncomfortable, not scared but, not fear,
  more dread, more worry, of their moods, worried more than, uneasy, wary, more sad than,
  not afraid exactly, nervous maybe, is not the word, not the right word, is it fear, something,
  a bit on edge, intimidated, unsure of, not sure if, not exactly afraid, more like,
  wary at times, sometimes uneasy, unease, on edge but, a bit wary, careful around, careful what,
  tense but, tense sometimes, nervous but, nervous is, worried is, cautious, that is fear,
  is that fear, what fear is, counts as fear, call it fear, more like dread of, dread of rows,
  hard to put, hard to name, only in dreams, just once maybe, maybe for a, for a split second,
  for a second maybe, felt off, not right, not quite right, gut said, gut feeling, a feeling,
  tension, walked carefully, maybe near, maybe later, maybe towards, near to it, close to it,
  borderline, depends what you mean, depends how you, what you mean by, what do you call,
  if being careful, if that is, on the edge of, sort of scared, kind of scared, kind of nervous,
  a bit nervous, a bit scared, bit scared, slightly, a tiny bit, for a moment, one moment,
  a flicker, big word

[hurt]
asks:
  hit, choke, push or hurt, hurt you, physical, force you
yes:
  smack*, whack*, thump*, battered, beat me, beat up, knocked me, wrestled, pushing, hitting,
  slapping, kicking, hospital, stitches, bleeding, bled, bruised, elbow*, tooth, cornered me,
  at my head, stairs, belt, knife, smothered, pillow over, forced, raped, without my consent,
  on purpose yes, took a swing, swung at me, fist, hands on me, put their hands, laid hands,
  put hands, their hands on, shin, punch, spanked, out of the car, backhand*, clipped me,
  cuffed me, gripped, squeeze, twisted, tripped me, headlock, knee, knocked out, unconscious,
  concussion, purple, slammed me, locked me in, whipped, hot coffee, bottle at me, chased me,
  shoved, choked, strangled, grabbed, threw, bruise*, hands round/around my, dragged, spat,
  pinned, restrained, burn*, headbutt*, when drunk, emergency room, ankle, wrist, rib*,
  raised their hand/fist, a door, marks, lump, cut, blood, lip, nose, teeth, jaw, arm, throat,
  neck, hair, face, eye, ribs, floor, wall, held me, held down, pulled, yanked, squashed, sat on,
  knelt on, stamp, smack, flung, hurl, objects at me, phone at, keys at, bite, scratch, burn,
  throttle, shook, a and e, ambulance, police photos, fracture, broken, cast, concuss*, one time,
  once, lost it, lost control, snapped, split my, photos of, broke my, bust my, black and,
  blue for a week, limp, scar, sling, x ray, dentist, chipped, clump of, against the,
  to the ground, on the ground, put me in, sent me to, landed on, landed me, mug at, remote at,
  boot at, shoe at, fork, knuckles, open hand, back of their hand, on holiday, at christmas,
  on my birthday, in front of, when pregnant, while pregnant, when i was pregnant, police have,
  police took, i have photos, neighbours called, paramedic, have the pictures, have pictures,
  broke two, broke a, cracked, swollen, swelling, puffed up, burst, nosebleed, sprain, dislocated,
  behind my back, stood on, trod on my hand, chucked a, lobbed, launched, whacked, clocked me,
  decked me, lamped me, strapped, cord, cable, iron, boiling, scald, cigarette, dug their, nails,
  made me have, did not stop when, would not stop when, against my will, water, locked me out,
  here and there, too many, twice, three times, first year, on our wedding, on our honeymoon
no:
  they would never, not that kind, no violence, the wall never, only the wall, only walls,
  broke things never me, plates not me, with words only, just with words, mind games,
  psychological*, non violent, i hit, it was me who, not them, broke the door, broke the tv,
  hit the wall, hit walls, hit the door, kicked the door, smashed the, smashed their, just things,
  only things, objects, their own head, raised hand but, raised their hand but never,
  threatened to but, nearly but, not with hands, not a hand, never laid, laid a/one finger,
  laid a hand, never laid a hand, never touched, nothing physical, only words, only shouted,
  words only, verbal*, just shouting, just yelled, would never, never violent, not violent,
  never physical, not physically, emotionally, mentally, shout* but, only emotional*, gentle,
  never hit, threw things but, walls not me, punched walls, punched a wall, raised their voice,
  so much as, cut off their own arm, cut off their, own arm, hurt a, my feelings, my heart,
  only my pride, never a finger, not a finger, a finger on me, hands to themselves, not like that,
  not that type, not that sort, just arguments, arguments only, rows but, we shouted,
  raised voices, with their words, walked away, would leave the room, did not even raise,
  only with words, words hurt, sooner hit, rather hit, hit a pillow, hit themselves, cuddle, hug,
  never in anger, not in anger, hands never, kept their hands, raise our voices, worst was,
  worst they did, just cold, only cold, only silent, silent treatment only, ignored me only,
  not a hair, not one hair, fly, spider, pacifist, buddhist, vegan, soft touch, could not hurt,
  would not know how, not physical ever, physical no, not physical, would not dare,
  would never dare, never dared, would cut off, would die first, would rather die,
  hand on heart never, never even close, not even close, not even a push, not even a slap,
  not one slap, not one push, kept hands, hands in their pockets, walked out instead,
  walked off instead, left the house instead, punch a pillow, cried instead, only tears,
  just tears, just tears and, just noise, just loud, all noise, all talk, all bark, bark no bite,
  no bite, shouted but, yelled but, swore but, screamed but, that was it, that was all,
  nothing more, never more than, slamming doors, beyond shouting
open:
  with words, what you call a, what counts as, grabbed my arm maybe, is pushing past, pinching,
  in self defence, horseplay, fooling, tickl*, bdsm, consensual, an elbow in their sleep,
  does a bite, light slap, playful, jokingly, joking, in their sleep, in bed, during sex,
  once but i hit first, i hit first, both of us, does ... count, nearly, almost, rough,
  not on purpose, not sure if, near me, counts, by mistake, accident, tripped, play,
  in a rage at the, near my head, missed, threatened to, came close, blocked the door,
  stood in the way, pulled me out, to stop me, stop me from, held me back, restrained me when,
  when i attacked, i attacked first, i started it, we both pushed, both pushed, pillow fight,
  elbow, trod on, slammed the door on, door caught, did not mean to, not meaning to

[threaten]
asks:
  threaten
yes:
  said they would, they would kill, if i left, if i ever left, kill themselves, take the kids,
  hurt my, tell everyone, post, leak, expose, ruin me, threat*, warned me, or else
no:
  never threat*, empty words
open:
  joked

[watch]
asks:
  check your phone, track where, your location, read your messages
yes:
  knew my every, every move, my whereabouts, timed me, timed my, counted the miles,
  checked the mileage, receipts, facetimed to check, pictures of where, proof of where,
  send them a picture, selfie to prove, read everything, knew everything, put an app, installed,
  camera*, cctv, mirrored, whatsapp web, checked my bag, checked my call, bank statements,
  my emails, my messages, phone in hand, unlocked my, while i slept, in the shower, searched,
  when i was asleep, hacked, stalked, 20 questions, called my work to check, through it every,
  had my pin, had access, they had all, logged on, drove past my work, called my boss,
  called my mum/mom, wanted my, asked for my, made me share, made me show, made me delete,
  blocked people, read over my, behind my back yes, found an, there was an app, apple watch, tile,
  car had, dash cam, location, find my, life360, tracker, airtag, password, checked it,
  every night/day, constantly, gps, turned up where, looked through, had to send, had to share,
  had to show, spyware, log in/into, cloned, demanded, always checking, where are you texts,
  mileage, interrogat*, quizzed, video call to prove, snoop*, every single evening, every evening,
  before i did, go through, through my texts, look at my, check my, read my, wanted to see,
  see my, show them, hand over, hand it over, screenshot, my whatsapp, my instagram, my bank,
  call log, who i was with, who i was texting, where i was, where are you, what time i,
  how long i, home by, pinged, air tag, tracking, dashcam, followed, turned up at, drove by,
  drove round, checking up, kept tabs, tabs on, interrogated, spied, twice a week, every hour,
  all hours, jealous, jealousy, insisted, wanted a photo, photo of where, photo every,
  facetime to prove, video to prove, prove where, prove who, smelled my, smelt my, sniffed,
  checked my pockets, checked my car, checked my mileage, odometer, counted my, clocked,
  each hour, hourly, rang every, called every, called my work, asked my friends, asked the kids,
  sat outside my work, popped up at, just happened to be, knew things, knew who i, knew what i,
  shared location or, had to leave it on, had to text when, had to text them, had to ring,
  had to report, report in, reported to, check in, permission, allowed out, thumbprint added,
  unlocked it with, with my finger, while i was asleep, in the bath, when i showered, deleted my,
  blocked my friends, unfriended, replied as me, texted as me, read it out loud, scrolled,
  through my photos, through my gallery, send them a pin, send a pin, on their screen, my diary,
  my journal, my letters, my post, my mail, opened my, opened mail, listened in,
  listened to my calls, stood by the door, stood behind, over my shoulder, asked who, asked where,
  asked what time, asked to see, had to hand, had to give, had to tell, had to call,
  had to answer, had to pick up, if i did not answer, if i was late, five minutes late,
  ten minutes late, missed calls if, panic if, go mad, went crazy if, lost it if, thirty calls,
  twenty calls, calls a day, texts an hour, sent their friends, private detective, detective,
  baby monitor, nanny cam, doorbell, ring bell, bugged, recorder, recorded, in the glovebox,
  under my car, in my bag, in my coat, in my lining, in my shoe, tag in, had an app, had apps,
  had alerts, geofence, alert when, knew before, ring my work, rang my work
no:
  not once, they could not, could not be bothered, bothered, technophobe, would not know,
  no interest, no reason to, nothing to hide, never needed, my phone is locked, did not even ask,
  old nokia, flip phone, never went near, never touched my, secure, their pride, too proud,
  not controlling, hands off, laid back, never had to, never even asked, did not need to, no need,
  would not know how, can not even use, never cared where, never checked, never asked,
  not interested, could not care less, did not care, my phone was mine, privacy was,
  we both shared freely, never looked, not the type, hated phones, too lazy, cared less where,
  could not have cared, never cared, like that, we were not like that, gave me space, trusted,
  private, my own space, not jealous, jealous type, respectful, respected, never bothered,
  did not mind, no clue how, hopeless with, no time for that, too busy, never even knew my,
  did not know my, does not know my, no idea of my, could not unlock, too honest,
  never crossed their, not their style, not that type, trust was never, was not jealous,
  not a jealous bone, jealous bone, better things, did not give a, did not care where,
  i could go anywhere, came and went, free as a bird, free to, my business was, my privacy,
  my phone was never, never an issue, never crossed, not the jealous, jealous sort, no jealousy,
  never jealous, not nosy, no nosiness, gave me freedom, free spirit, independent,
  we both had our own, own lives, own friends, own phones, never touched it, never looked at it,
  never opened it, never asked where, never asked who, never wondered, never worried where,
  no reason, did not even know, does not even know, barely noticed, barely knew, could not find,
  if i was home, whether i was home, did not notice, half the time did not, forgot where i,
  uninterested, indifferent, second glance, never gave my phone
open:
  i think they might, suspect, wondered, sometimes felt, seemed to know, not that i noticed, both,
  for safety, would not surprise me, would not put it past, put it past, would not be surprised,
  not proven, hunch, a feeling, felt like it, found out later maybe, i offered, mutual,
  both shared, we shared locations, shared location, with my ok, i let them, i suspect,
  might have, could have, by choice, once by accident, surprise me, would not surprise,
  can not prove, no proof, we both had, both of us had, agreed, shared it, never worked out how,
  worked out how, always seemed, somehow, spooky, coincidence, maybe once, maybe when i,
  possibly when, shared our, both on, i gave it, i asked for it, my idea, for my safety,
  when i was ill, i run at night

[control]
asks:
  control your money, controlled your money, keep you from people, kept you from,
  allowed to see your friends, cut you off from
yes:
  my wages, my salary, my card, my bank, bank card, allowance, pocket money, receipts,
  ask for money, their name, every penny, every purchase, no friends left, stopped seeing,
  lost my friends, lost touch, did not like my, hated my, banned, not allowed, forbade,
  made a scene, sulk, jealous of, picked a fight, before every, cancelled on, isolated,
  moved me away, took my keys, took the car, quit my job, made me quit, had to ask, permission
no:
  my own money, own account, own card, separate accounts, both paid, split everything, free to,
  went out, saw my friends, loved my friends, liked my family, got on with, encouraged,
  never stopped me, never minded, came and went, did what i wanted, i handled the money
open:
  joint account, better with money, grumbled, moaned, frowned on, did not love it,
  in the beginning, drifted, over time, hard to say, looking back

[kept-contacting]
asks:
  kept contacting, followed you, turned up, when you said stop, contacting you
yes:
  turns up, pops up, shows up, new accounts, burner, private number, no caller i would, gifts,
  parcels, sends my, through my mum/mom/sister/brother, through our, contacts my, paypal, venmo,
  bank transfer*, monzo, spotify, linkedin, 2 am, 3 am, every weekend, every hour, twenty, forty,
  still at it, at it again, will not quit, refuses to stop, parked, drive by, every app, all apps,
  fakes, two new, ten a day, hundreds, day and night, my mum/mom gets, via my, knocks, bell,
  window, stones at my, my car, under my door, on my doorstep, poems, reappears, back again,
  does not get it, does not listen, did not stop, does not stop, never stops, will not let go,
  another number/account/way, finds a/new way*, every day, daily, nonstop, non stop, new number,
  flowers, letters, through friends, via friends, unknown number*, withheld, voicemail*,
  drives past, my work, will not stop, will not leave me, hounding, bombard*, constantly, spam*,
  at my door, ignored it, carried on, made a new, rang, phoned, wrote, cards, notes,
  times yesterday, times today, times a day, times this week, different numbers, other numbers,
  through my friends, came round, came to my, outside, waiting, follows, has not stopped,
  not stopped, keeps, again and again, every night, three times, dozens, constant, barrage,
  changed my number, blocked them but, even though i, ignored me, ignored that, still texts,
  still calls, still messages, texts me, calls me, found a, found another, finds another,
  finds me, my inbox, inbox is, hanging up, full of, buys another, gets another, another one,
  and another, block one, still going, still coming, still pings, phone never stops, never ends,
  crime scene, blowing up, lit up, lights up, flooded, full inbox, inbox full, mailbox, spam,
  unknown, hidden number, new sim, new email, new profile, their mum, their sister,
  mutual friends, sends people, sends their, left a rose, at my job, at the school, at my gym,
  at the door, in my garden, behind me, walks past, bumps into me, everywhere i go, watches my,
  comments, tags, bank transfers, penny transfers, email chain, again today, as we speak,
  this morning, last night, yesterday again, third time this, twice today, ten times, at my mum*,
  at my parents, changed number, had to change, had to block, had to call, had to move,
  had to report, police had, had a word, warned by, was warned, still does it, still tries,
  still finds, still sends, still turns, tries every, tries again, tries other, different account,
  different app, other apps, every platform, all platforms, third account, fifth account,
  new one every, begging, apologising non, love bombs, sorry texts, angry texts, one minute sorry,
  threatening texts, abusive texts, drunk calls, drunk texts, night calls, at night, in the night,
  at 4 am, at work, at home, at church, at uni, at the gym, at my class, to my house, to my mum,
  to my sister, to my friends, to my boss, my sister gets, my friends get, my boss got,
  through the kids, using the kids, via the kids, uses the kids, emergencies, pretending, landline
no:
  in peace, zero contact, vanished, took it well, they have not, not since, moved away,
  no trouble, one and done, we are fine, not a word from, nothing from them, nothing since,
  they are gone, gone since, did not need to say, has been good, been good about, honours, honors,
  kept away, stays away, backed off, me who, was me, never said stop, did not say stop,
  not said stop, did not tell them to stop, respected, silence, not a peep, not a word, nothing,
  stopped, ghosted, i am the one, other way round, i keep, crickets, not heard, never hear,
  heard nothing, quiet, silent, stopped at once, kept their distance, never told them, never said,
  did not say, did not ask, have not asked, not asked them, they did as i asked, took no for,
  accepted, listened, left it, left me, i do the contacting, i am chasing, not a single,
  blocked and that was it, since i asked, since i said, after i asked, after i said, once i said,
  when i asked, did what i asked, did as i, kept their word, gave me space, total peace, at peace,
  nothing at all, not one message, not one text, not one call, no texts, no calls, no messages,
  never wrote, never called, never rang, never came, never tried, disappeared, dropped off,
  off the map, moved on, do not care, got the hint, got the message, cooperative, fair play,
  to be fair, still friends, welcome, i want, i text back, i answer, i never said,
  i have not said, have not told, never asked for, i did not ask, did not want it to,
  like a ghost, none since, quietly, respectful, really well, took it fine, took it on the chin,
  said ok and, said fine and, ok and left, understood and, gracious, decent, kept to it,
  stuck to it, held to it, never had to say, did not have to say, no need to say,
  not said anything, never said anything, love it, i like, i love hearing, i miss hearing,
  i wish they would, wish they would, happy they, glad they, want them to, not want them to stop
open:
  once, stuff, post, to say sorry, condolence*, by accident, pocket dial, about money,
  about the house, one apology, one last, i never actually said stop, did not exactly say stop,
  hard to avoid, one letter, a letter, i never replied, one call, one email, sent one,
  at christmas, new year, a like, watched my story, friend request, one follow, one card,
  one text, birthday, if ... counts, does ... count, mutual friends mention, likes my, views my,
  story views, silent calls, could be them, might be them, one final, just about, only about,
  the kids, the dog, the bills, not exactly, never actually said, did not really say,
  liked an old, old photo, liked a, rings and hangs up, no number, could be anyone, not sure who,
  someone, somebody keeps, only for the, only when, logistics, one message, christmas card,
  a card, likes only, views only, through the lawyer only
"""
