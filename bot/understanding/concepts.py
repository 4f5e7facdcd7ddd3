"""What people say for the options of a question: a lexicon of concepts that labels stand for.

Only a table: an option stands for a concept when one of its ":" phrases is in the label, "+"
phrases say it in an answer, and "&" names concepts that speak for it where no option of their own
does. How several weigh against each other is decided in options.py. Phrases as in phrases.py.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from bot.understanding.phrases import listed

_TABLE = """
= yes
: yes
+ yes | no bother | no drama | no worries | no trouble | no fear of | not a problem | without thinking | any time | anytime | sure could | yes of course | of course | sure | absolutely | definitely | totally | easily | easy | no problem | freely | certainly | 100 percent | always could | both ways | every waking hour | every hour | i am | i do | i did | i could | afraid so | sadly yes | it is true | without fear | whenever i wanted | never a problem | of course i could | he/she never minded | he/she did not mind | took it well | respected it | no consequences | day and night | constantly yes | all day
& often always

= no
: no | none of it
+ no | not at all | no way | not a bit | not one bit | not a thing | not a chance | nothing | zero | nada | zilch | never | never ever | not ever | not once | absolutely not | hell no | god no | not in the slightest | same as ever | same old | same as before | worse | none | not yet | never in my life | he/she would have killed | would have killed me | punish* | hell to pay | i would pay | paid for it later | days of silence | weeks of silence | not without a fight | never without | dared not | did not dare | would explode | world war | nothing whatsoever | whatsoever | zero change | nothing new | not that i can see | identical | exactly the same | still the same | the same person | same person | same man | same woman | if anything worse | nothing yet | not that i have seen | no change | unchanged | i never have | not me | no thank god | not like that | too scared to | never could | impossible | no such words | no such thing | did not say
& never

= mostly
: mostly | usually | most of the time | partly yes
+ mostly | usually | most of the time | most times | generally | by and large | nine times out of ten | more often than not | pretty much | nearly always | almost always | on the whole | most things | mainly | as a rule | 9 times out of 10 | yes apart from | yes except | with exceptions | 80 percent | 90 percent | with the odd exception | bar a few | apart from | except for | except when | unless he/she was | as long as | in general | usually yes | most days | yes mostly | on most things | usually fine | usually ok | usually could | fairly | quite often | in the main | for the most part | most stuff | most of it | three quarters | 3/4 | more yes than no | yes but not about | yes unless | not on money but | as long as it was | nearly everything | bar one | yes with some | often enough | typically | normally | overall yes

= notreally
: not really
+ not really | it cost me | cost me | costs me | came at a cost | at a cost | i paid | would pay for it | paid for it | only if | not so much | not much | kind of not | sort of not | not very | hardly | barely | only small things | only about small | little things | not without | not always | at a price | rarely | not often | would sulk | i tried to avoid | i avoided it | easier not to | best not to | not easily | on small things | not the big | with difficulty | it was hard | there was a price | tricky | big things no | only on small | only in small | seldom | it was risky | risky | if i was careful | had to be careful | carefully | pick my moment | chose my moments | choose my moments | in theory | technically | not comfortably | not easy | never easy | with a fight | there would be a | moods for days | he/she would make a face | guilt trip* | it rarely went | not worth it | i learned not to | sometimes but | took courage

= never
: never
+ never | never ever | not once | not ever | not for a second/minute/moment | not even once | not at all | no | nothing like that | not in a million years | at no point | zero times | no never | god no | hell no | felt safe | always safe | felt completely/totally safe | first time | this is the first | not one time | gentle | none | hurt a fly | would not hurt | wouldnt hurt | not a moment | not for one | no time | softest | totally safe | completely safe | nothing to fear | no reason | never had to | never in my life | not at any point | zero | kindest | he/she was gentle | felt safe with

= once-or-twice
: once or twice | once | a little | one or two times
+ once | twice | couple times | few times | 3 times | three times | 1 or 2 times | one/two incidents | maybe once/twice | once or twice | one time | two times | one or two | couple of times | a couple | handful | one night | just the once | only once | only the once | a time or two | rarely | a few times | there was a/one night/time | on two occasions | one occasion | odd time | one incident | that one time | 2 times | 1 time | not much | the one time | that night | twice maybe | maybe once | maybe twice | one bad night | one fight | one row | one argument | that christmas | that holiday | a time | few occasions | couple of occasions | once i think | once at the end | once at the start | first year only | there were two | two nights | on our holiday | one evening | only when he/she drank that | a single time | the once

= once
: once | one time
+ once | one time | just once | only once | a single time | one

= twice
: twice | two times
+ twice | two times | 2 times | couple of times | second time | two

= three-or-more
: three or more | 3 or more | more often | many times
+ three | four | five | six | many | lots | loads | lost count | countless | too many | several | a few times | many times | again and again | on and off | on off | every few months | three times | constantly

= often
: often | a lot of the time | frequently | a lot
+ often | most weekends/weeks/evenings/mornings/months/sundays/fridays | more often than not | too often | very often | so often | far too often | more than i would like | a lot | all the time | constantly | always | regularly | most days | most nights | most of the time | every day | every night | daily | nightly | frequently | more than not | every week | each time | loads | so many times | too many times | whenever he/she drank | every weekend | weekly | many times | day in | lived in fear | on eggshells | eggshells | permanently | continually | the whole time | 24/7 | non stop | quite a lot | usually | every time | most evenings | every other day | several times a week | too many | hundreds of times | countless | most of our | for years | the entire time | half the time | week in | on a regular | whenever he/she came home | every friday | each time he/she | more than i can count | lost count | plenty | all through | throughout | the last year all | on the regular | morning noon and night

= still
: still
+ still | still am | still do | to this day | even now | even today | until now | up to now | up to today | right now | as we speak | never stopped | i check the locks | currently | now too | yes and now | at this moment | these days too | has not stopped | not stopped | this very minute | jump when | flinch when | to the present | i am | am now | yet today | right this minute | check the door | check the locks | i still | am still | nightmares | looking over my shoulder | over my shoulder | every time my phone | to this very | and i am now | hide when | sleep with the light | change my route | cross the road | hands shake | cannot sleep | until this day | as of today | shaking now | even tonight | even typing this | never went away | has not gone | not gone away | keeps me up

= always
: always | all the time
+ always | all the time | constantly | every day | day and night | nonstop | non stop | every time | without fail | 24/7 | every single day | right now | every night | each night | a lot | often | every waking | waking hour | hourly | all day long | every minute | since it ended | since he/she left

= sometimes
: sometimes | half the time | now and then
+ sometimes | some times | at times | some days | some nights | now and then | now and again | on and off | comes and goes | it comes and goes | occasionally | once in a while | every so often | from time to time | when it is bad | when i am alone | when i drink | late at night | at night | on bad nights/days | in waves | bad days | bad nights | depends on the day | off and on | passing | fleeting | flashes | moments | half the time | when i can not sleep | mostly at night | here and there | in the night | on sundays | weekends | a bit | a little | comes in waves | waves | when it gets | when i am tired | when drunk | after a drink | when the house is | on bad | now n then | in the mornings | mornings | evenings | in the dark | some moments | some evenings | once or twice a week | weekly | not all the time | not always | not every day | a few times | every few days | occasional

= rarely
: rarely | hardly ever
+ rarely | seldom | hardly ever | almost never | barely | once in a blue moon | blue moon | not often | hardly | never really | neither

= not-sure
: not sure | don't know | do not know | unsure | unclear | can not tell | mixed
+ not sure | unsure | do not know | i do not know | no idea | no clue | can not tell | can not say | could not say | hard to say | hard to tell | maybe | perhaps | possibly | depends | who knows | beats me | changes daily | changes every | it changes | keeps changing | torn | in two minds | two minds | on the fence | undecided | confused | mixed up | all over the place | ask me tomorrow | ask me later | 50/50 | could go either way | jury is out | not certain | i wonder | no way to know | how would i know | can not work out | have not decided | part of me | head says | not figured | god knows | have not seen | not seen him/her | no contact so | have not spoken so | lost | i go back and forth | back and forth | up and down | you tell me | has it ended | has it | did it | did it even | search me | have not a clue | both and neither | wish i knew | would not know | i would not know | could not tell you | couldnt tell you | honestly could not | all of it and none | something | anything really | i have no answer | haven't decided | changes with | depends on the hour | depends on the day | some days | one minute | one day this | first one then | that is what i am trying to | figure out | trying to work out | every option | none of these fit | not a scooby | do not ask me | hard one | have not looked | not been there | not met him/her | live apart so | cannot see from here | how could i | too early | time will tell

= they
: they did | they ended | only them | them | they asked | him | her
+ they did | he did | she did | him | her | they | them | he ended | she ended | they ended | dumped | got dumped | was dumped | i was dumped | dumped me | left me | he/she left | walked out | walked out on me | broke up with me | broken up with | finished with me | finished me | ended by her | ended by him | ghosted me | was left | kicked me out | threw me out | chucked me | binned me | her choice | his choice | her decision | his decision | not my choice | not me | my ex did | my wife | my husband | my girlfriend | my boyfriend | ditched me | packed his/her | moved out | called it off | pulled the plug | cut me loose | let me go | he/she said it was over | told me it was over | it was her | it was him | my ex | the ex | sent me packing | gave me the boot | the other side | he/she dumped | she/he wanted out | she/he filed | by text from him/her | wanted a divorce | left a note | his call | her call | his/her idea | his/her doing | it was his/her | was not me | wasnt me | by him | by her | he/she said | he/she told me | he/she texted | he/she did it | he/she decided | got left | left at | stood up | jilted | discarded | given the boot | he/she gave up | he/she was done | he/she had enough | fell out of love | he/she met someone | left for | i begged | i did not want it | sacked me off | bombed me | let go of me | he/she pulled | he/she called | he/she broke | he/she finished | got binned | got ditched | kicked out | thrown out

= me
: I did | me | only me | I ended | I asked
+ i did | me | i ended | i left | i walked | i dumped | i finished | i broke up | i broke it off | i called it | i called time | my decision | my choice | my call | mine | guilty | it was me | me who | i am the one | i pulled | i could not | i had enough | had enough | i packed | i moved out | i filed | i told him/her it was over | i said it was over | i said enough | i threw | i kicked | i wanted out | all me | i got out | myself | that was me | i cut it | i blocked and left | yours truly | moi | i asked for the/a divorce/break | on me | my idea | my doing | i chose | i decided | i said it | i told him/her | i did it | i gave up | i ended it | i am the dumper | dumper | i was the dumper | i got fed up | fed up | i moved | i texted him/her | by me | me i | it was i | i called | i pulled the plug | i kicked him/her | i had to | i broke his/her heart | i let him/her go | i bailed | i ran | i stopped it

= both
: both | both of us | both of you
+ both | both of us | mutual | mutually | we both | we agreed | together | each other | the two of us | jointly | joint decision | same time | agreed to | agreed it | as one | equal | equally | fifty fifty | 50/50 | half half | half and half | either | takes turns | take turns | depends who | we did | we ended | even | both sides | it was a joint | talked and decided | decided together | about the same | same amount | evens | same page | we both knew | by agreement | agreement | hand in hand | talked it over | we sat down | we decided | decided | we chose | equal parts | six of one | two of us | in unison | we shook hands | shared decision | consensus | about equal | goes both ways | both ways | back and forth equally | whoever | we alternate

= who-unclear
: it's unclear | it is unclear | unclear
+ unclear | not clear | nobody | no one | neither | just stopped | it stopped | fizzled | fizzled out | petered out | faded | just faded | drifted | drifted apart | it just happened | just ended | hard to say | depends who you ask | complicated | it is complicated | nobody said | no one said | died out | slowly | ran out | i do not know | not sure | do not know | no idea | never said | just kind of | kind of just | tough to say | who knows | on it is own | circumstances | ghosted each other | we stopped talking | blurry | could not tell you | couldnt tell you | it just died | died | withered | went quiet | it fell apart | fell apart | life happened | life | lockdown | covid | distance did | time did | depends on who | he/she says me i say | i say him/her | his/her version | never had the talk | no talk | silence did | ended itself | it ended itself | ran its course | just sort of | melted away | blurred | dribbled

= mostly-me
: mostly me
+ me | my phone | my fingers | my texts | from my | mostly me | always me | mainly me | me usually | usually me | i do | i text first | i always | i call | i start | i message | i reach | i write | my side | it is me | me me | me every time | only me | all me | yours truly | i initiate | i chase | if i do not | if i did not | 90 percent me | i am the one | me who | i text | i ring | i have to | nearly always me | myself | me of course | i ask | guilty | my phone does | i keep | on my side | from me | my end | i go first | every single time | single time | my initiative | i make | i make the effort | my effort | my job | i cave | i break first | i crack first | i crack | i am always first | i carry | i send | i double text | all from me | me 9 times | 8 times out of 10 me | i check in | 80 percent me | guess who | sadly me | me sadly | me unfortunately | i am the one who | always yours truly

= mostly-them
: mostly them
+ them | mostly them | him | her | always him/her/them | usually him/her | mainly him/her/them | he does | she does | they do | he texts | she texts | he/she always | he/she calls | he/she messages | he/she writes | he/she starts | he/she reaches | his side | her side | it is him | it is her | my ex | he/she pings | from him | from her | from them | he/she initiates | he/she keeps | she/he is the one | he/she texts/calls/messages/writes/rings/contacts me [first] | he/she contacts | i only answer | i only reply | i just reply | i wait for | i never text first | i never do | she/he texts/calls/writes first | he/she rings | he/she first | their side | their end | i reply | i answer | pings me | pings | he/she pings me | he/she sends | he/she checks in | checks in | he/she slides | slides into | he/she breaks | comes to me | he/she comes | he/she is always first | he/she snaps | he/she likes first | he/she drunk | i never start | never me | not me | i stay quiet | i just answer | i respond | only respond | 90 percent him/her | 80 percent him/her | all him | all her | all him/her | i leave it to him/her | his/her job | he/she usually

= no-one
: no one | nobody | neither
+ no one | nobody | neither | neither of us | none | none of us | no contact | silence | radio silence | dead silence | we do not | we do not talk | no messages | not a word | crickets | nothing | zero | it is quiet | total silence | dead quiet | nobody does | nil | none does | both silent | stand off | standoff | we are not talking | both ends | on both ends | both sides silent | we both wait | stalemate | neither dares | neither does | no contact at all | nothing from either | none from either | nope neither | ghost town | tumbleweed | phone is dead | we went silent | zero from both | nada | not anymore | nothing happens | no one any more

= pause
: we agreed on a pause | pause | break
+ pause | agreed | we agreed | on a break | taking a break | break | no contact agreed | agreed not to | agreed no | deal | 30 days | space agreed | we said no contact | time out | timeout | cooling off | we promised not to | ground rules | detox | rule | no contact for | no contact until | we are taking space | agreed silence | a month off | the plan is no | planned | decided not to talk | hiatus | moratorium | we promised | a pact | pact | both agreed to wait | on hold | hold off | time apart | on purpose | by agreement | truce | 30 day | thirty days | until christmas | until new year | until january | till | therapist said | counsellor said | no contact rule | nc rule | nc | breathing space | breather | agreed to wait | wait until

= contact-none
: none | no contact
+ none | no contact | nothing | nothing at all | zero | nada | zilch | nil | not a word | radio silence | silence | no talking | we do not talk | do not talk | not talking | do not speak | dead silence | not heard | have not heard | not a peep | complete silence | crickets | cut off completely | no communication | strangers | we are strangers | have not spoken | not spoken | no messages | no texts | gone dark | total blackout | ghost town | never | like he/she died | went cold turkey | cold turkey | none whatsoever | whatsoever | not since | not at all | no calls | no nothing | gone | vanished | total silence | not a single | nothing since | none since | no idea where he/she | never again | deleted | nc | no contact day | we cut | cut all | cut ties | cut contact | completely cut | dead air | like strangers | zip | ghosted

= contact-little
: a little | little | some
+ a little | little | a bit | bit | some | occasional | occasionally | now and then | now and again | once in a while | once a week | once a month | the odd text | odd text | odd message | hardly any | rarely | barely | not much | sometimes | few texts | few messages | couple of texts | a text here | here and there | from time to time | birthday | birthdays | likes | memes | very little | minimal | small talk | every other week | every few weeks | a like | a wave | nod | hi and bye | polite | sporadic | on holidays | weekly | one text | every blue moon | seldom | not often | odd meme | the odd | meme | memes now and | odd call | odd emoji | emoji now and | story likes | the occasional | a couple of messages | a message or two | few words | a few words | now n then | monthly | fortnightly | every fortnight | every couple of weeks | quick hello | pleasantries | happy birthday | christmas card | only when | see at work | nod at work | bump into | in passing | short texts | light | not a lot | tiny bit | scraps | crumbs | snaps sometimes | every so often

= contact-kids
: only about children or money | children | kids
+ kids | kid | children | child | son | daughter | the baby | school run | pick up | pick ups | pickups | drop off | drop offs | handover | handovers | bills | rent | mortgage | money | house sale | the house | bank | solicitor | lawyer | logistics | co parent* | coparent* | custody | parenting app | maintenance | child support | school stuff | parents evening | practical | practicalities | admin | dog swap | flat stuff | invoices | purely business | strictly business | swimming lessons | nursery | football practice | joint account | council tax | direct debit | the boys | the girls | our boy | our girl | little one | alimony | visitation | access weekends | swap the kids | the swap | sundays | our son/daughter/girl/boy | our kids | our children | about the boy | about the girl | parenting | school | mortgage only | rent only | bills only | only bills | electric bill | house stuff | divorce papers | paperwork | lawyers | through lawyers | court stuff | furniture | the lease | deposit | joint | who has the | who gets | dentist | homework | pickup | dropoff | exchange

= contact-lot
: a lot | lot
+ a lot | lots | loads | daily | every day | all day | all the time | constantly | nonstop | non stop | every night | most days | heaps | tons | ton | hours | we live together | live together | same house | same flat | sleep together | still living | still sleeping | too much | way too much | morning and night | good morning | goodnight | back and forth all | never stopped | all day long | see each other | see him/her daily | work together | plenty | nightly | facetime | still in the same | share a bed | as if nothing | every hour | more than before | round the clock | many times a day | very much | much | still share | flatmates | same roof | under one roof | every few hours | hourly | nightly calls | fall asleep on the phone | call each night | talk for hours | for hours | speak daily | text daily | call daily | snap streak | streak | all the bloody time | more than ever | too often | cant stop | can not stop | nonstop texting | sees me daily | most evenings | couple times a day | times a day | colleague | colleagues

= they-blocked
: they blocked me | blocked me
+ blocked me | he/she/they blocked | he/she/they has blocked | he/she has me blocked | am blocked | i am blocked | got blocked | been blocked | i have been blocked | was blocked | has me on block | one tick | one grey tick | single tick | grey tick | green bubbles | cut me off | unfriended me | removed me | can not see his/her profile | calls do not go through | straight to voicemail | number does not work | blocked on everything | blocked everywhere | deleted me | shut me out | changed his/her number | messages do not deliver | not delivered | does not deliver | block me | blocked by | on the block list | block list | his/her block list | on his/her block | barred me | has blocked | blocked by him/her | number is blocked | my number is blocked | my number is on | will not go through | bounces | bounce back | undelivered | not delivering | locked out | kicked me off | took me off | he/she took me off | unfollowed and blocked | shut off | cannot find his/her | can not find his/her | his/her account is gone for me | no profile | he/she barred | he/she cut me off | she/he removed

= i-blocked
: I blocked them | I blocked
+ i blocked | pressed block | press block | had to block | i have blocked | have him/her blocked | he/she is blocked | they are blocked | blocked him | blocked her | blocked them | blocked his | blocked her number | blocked his number | deleted and blocked | i cut him/her off | i deleted him/her | i unfriended | i removed | i changed my number | block him | block her | my block list | put a block | blocked the | i shut him/her out | got rid of his/her number | off everything blocked | took him off | took her off | took him/her off | him/her off everything | blacklisted | i barred | muted and blocked | i hit | pressed the block | finally blocked | blocked his/her number | blocked the lot | blocked that | my choice to block | i put him/her on block | on block | i cut contact | i stopped it i blocked | deleted his/her number

= calm
: calm talk | calm
+ calm | calmly | civil | civilised | civilized | talked | we talked | talked it out | talk it through | talked it through | talked through | sat down | discuss* | conversation | polite | quiet talk | no shouting | never shouted | never raised | adult* | reasonable | rational | peaceful | peacefully | diplomatic | like grown ups | grown up | cup of tea | kettle on | hashed it out | debate | tame | mild | listened | we never really fought | hardly fought | respectful* | softly | gentle | tea | a chat | chat | chatted | reasoned | sorted | sorted it | like friends | sensible | no raised | never raised our | we never fought | bit of a talk | talk then | list of pros | heart to heart | hearts to hearts | levelly | low voices | quietly | walked and talked | in counselling | mature | boring | patient | fairly calm | no drama

= loud
: loud but fair | loud
+ loud | shouty | rowdy | loud but | shout* but/then | yelling | yelled | shouting | shouted | screaming match | raised voices | voices raised | fiery | passionate | noisy | italian | door slam* | blow up then | blew up | storm then | thunder* | big rows | row then | rows then | heated | made up after | hug after | hugged after | kissed after | neighbours | fair fight | no low blows | never below the belt | hot headed | like cats and dogs | explosive but | then laugh | then laughed | both shouted | volume | opera | quick temper* | drama | loud italians | made up by | sorted by | blow out | blowouts | blow up | blew off steam | steam | vented | venting | noisy but | big voices | bellow* | roar* | we are loud | spanish | mediterranean | fire and | fireworks | row and | barney | slanging but | ding dong | shouting matches | never mean | nothing nasty | no insults | over in ten minutes | over in minutes | forgotten by | then makeup | make up sex | sex after | over quick

= silence
: silence for days | silence | stonewalling
+ silence | silent | silent treatment | not speaking | stopped speaking | no talking | did not talk | did not speak | would not speak | would not talk | not talk | ignored | ignored each other | ignore me | cold shoulder | stonewall* | sulk* | freeze | froze me out | frozen out | ice | icy | shut down | shut me out | walked off | days of | for days | cold war | quiet for | went quiet | gave me the silent | slept on the couch | ghosted me for | mute | radio silence | days on end | said nothing | not a word | cold as ice | separate rooms | tumbleweed | passing notes | would not look | left the room | disappear for | blank me | blanked | quiet game | the quiet | not a single word | no words | stopped talking | no talk for | ghost in the house | wall of | wall of silence | hours of nothing | days of nothing | a week of nothing | week of | weeks of | shut himself/herself | went to his/her mum* | went out the door | just left | would leave | walked out | slam then silence | huff | in a huff | huffing | moody silence | pout* | blanking | blank | not answer | no reply | turned his/her back | read and no | sofa | on the couch | avoid each other | avoided each other | tip toe | not look at me

= insults
: insults | insulting
+ insult* | name calling | called me | calling me | calls me | names | nasty | mean | cruel | put downs | put down | belittl* | mocked | mocking | swear* | swore | slag* | below the belt | low blows | vicious | humiliat* | stupid | idiot | fat | useless | pathetic | worthless | mud slinging | mudslinging | personal attacks | character assassination | hurtful words | hurtful | abuse hurled | tore me down | bitch | vile | venom | every name under the sun | cheap shots | dirt | spiteful | made fun | sarcasm | verbal abuse | dug up | degrad* | vile things | things were said | said things | horrible things | horrid | awful things | slurs | called him/her | called each other | curses | curse | cursing | swearing | abuse | abusive | dragged my family | my mother | my weight | mocked me | laughed at me | tore into | ripped into | rip into | bitchy | catty | venomous | ugly | ugly words | words like knives | knives | dirty fighting | fought dirty | fight dirty | bullied | bully | bullying | shaming | cutting remarks | hurled | putdowns | sarcastic | contempt | eye rolls | rude

= gave-in
: I gave in | gave in
+ gave in | give in | gave up | i would say sorry | said sorry | i said sorry | apologised | apologized | apologise | apologize | i always apologi* | i backed down | back down | backed off | caved | caved in | i cave | agreed to anything | agreed with everything | just agreed | i let him/her win | let him/her win | keep the peace | kept the peace | peacekeeper | doormat | people pleas* | i folded | fold | bit my tongue | swallowed it | i surrendered | surrender | yes dear | for a quiet life | quiet life | anything to stop it | had his/her way | got his/her way | i lost | went along | i went along | took the blame | whatever he/she wanted | i shut up | white flag | i bent | just agreed so | agreed so it | would agree | i agreed | end it quicker | to end it | to keep him/her happy | keep him/her calm | kept him/her sweet | said yes to | said what he/she wanted | told him/her what | i would be sorry | sorry even | even if i was right | even when i was right | i always lost | he/she always won | he/she won | always won | let it go | let it slide | dropped it | i dropped | shut my mouth | kept my mouth shut | mouth shut | nodded | smile and nod | i submitted | grovel* | grovelled | i would cook | please him/her | appease* | placate* | i crumbled | crumbled | i yielded

= i-was-scared
: I was scared | scared of them
+ scared | terrif* | scary | afraid | frightened | frightening | fear | hid | hiding | locked myself | shaking | trembling | i was scared | cowered | in the bathroom | threw things | punched walls | hit me | smashed | feared | eggshells | under the bed | watched his/her hands | ran | i would run | panic* | my heart | door between us | called the police | petrified | dread* | froze | he/she threw | broke things | holes in | flinch* | plates flying | plates | flying | in the loo | in the toilet | behind the door | under the table | in the closet | in my car | smashing | glass | broke the | punch | fists | knife | grabbed | i froze | i shook | shook | crying in | would back me | corner | cornered | threats | threatened | he/she threatened | dangerous | out of control | like a monster | walking on | survive | survival | duck | ducked | for my life | the kids hid | neighbours called

= sad
: sad
+ sad | sadness | blue | the blues | down | low | tearful | tears | crying | cry | cried | weepy | heartbroken | broken hearted | heart broken | heart is broken | broken | gutted | grief | grieving | mourning | miserable | depressed | depression | gloomy | unhappy | sorrow | devastated | crushed | hurt | hurting | bawling | sobbing | sob | howling | melancholy | heavy | heavy hearted | in bits | shattered | :sob: | :cry: | :sad: | :broken: | can not stop crying | under a cloud | bereft | wretched | glum | upset | in pieces | aching | ache | crying non | weep | weeping | low low | so low | in tears | tears all | mopey | moping | can not get out of bed | rubbish | crap | awful | terrible | shit | gut wrenching | lost without | missing him/her | i miss him/her | miss him/her | homesick | wounded | pain | in pain | agony | hollow and crying | torn apart | dying inside | down in the dumps | dumps | broken into | a mess | despair | teary | waterworks | ugly cry | hurts so

= angry
: angry | anger
+ angry | anger | mad | furious | fuming | livid | rage | raging | pissed | pissed off | cross | seething | irate | boiling | hate | hatred | resent* | bitter | annoyed | irritated | outraged | want to scream | want to smash | blood boil* | boils | seeing red | see red | red mist | pissy | incensed | hopping | infuriated | want to punch | want to throw | throw something | ready to explode | steaming | spitting feathers | :angry: | wrath | vengeful | fuck him/her/them | grr | smash his/her | smash | pissed at | mad at | spitting | spit | punch | want to kill him/her | screaming | scream | hate him/her | hate her | betrayed | fumin | fed up | rageful | rage mode | hot | fire | volcano | explode | aggro | salty | had it with | furiously | revenge | how dare | fist | fists | effing | frustrated

= scared
: scared | afraid | fear
+ scared | scary | afraid | frightened | terrified | fear | fearful | anxious | anxiety | panic* | panicking | nervous | worried | worry | petrified | dread | on edge | shaking | shaky | freaked | freaking out | spooked | uneasy | jumpy | heart racing | can not breathe | what if i | what happens now | terror | :scared: | :scream: | butterflies | stomach in knots | knot in my | bricking it | shitting myself | scared shitless | shitless | what will happen | future scares | heart pounds | heart pounding | pounding | can not be alone | spiralling | spiraling | spiral | sick with worry | nerves | nervy | trembl* | horror | horrified | alarmed | insecure | unsafe | threatened | stressed | stress | overwhelmed | frit | cold sweat | what next

= numb
: numb | empty
+ numb | nothing | blank | empty inside | hollow | void | flat | zombie | robot | autopilot | on autopilot | dead inside | frozen | switched off | shut down | do not feel anything | feel nothing | can not feel | not feeling anything | no feelings | detached | foggy | fog | cotton wool | underwater | shock | shell shocked | anaesthe* | anesthe* | checked out | like a stone | stone | going through the motions | gone grey | emotionless | dull | like a ghost | deadened | not really here | unreal | dissociat* | robot mode | robotic | like a robot | mechanical | on mute | nothing at all | nothing really | nowt | zero feelings | void inside | dead | cold inside | just cold | blank inside | staring at | stare at the | wall | glass wall | behind glass | floating | in a dream | like a dream | like a film | shut off | turned off | paralysed | paralyzed | disconnected | empty | emptiness | emptied | no idea what i feel | grey | unplugged

= lonely
: lonely | alone
+ lonely | loneliness | alone | lonesome | on my own | by myself | isolated | nobody | no one | no one to talk to | nobody to talk to | empty house | empty bed | house is so/too empty/quiet | the house is | bed is too/so | half empty | cold side of the bed | other side of the bed | miss having someone/somebody | miss company | miss having | too quiet | so quiet | silence is | talk to the | talk to my cat/dog | i talk to | missing company | cooking for one | table for one | solitary | left out | abandoned | only me | eat alone | dinner for one | no one texts | nobody texts | forgotten | phone is silent | friendless | so alone | all alone | nobody around | no friends | everyone is gone | empty chair | empty room | the silence | silent flat | quiet flat | flat is quiet | flat is empty | bed | his/her side of the | no one calls | phone never | weekends are | sundays are | talking to the | talk to plants | invisible | unwanted | unloved | left behind | on my tod | solo | longing | no company | need a hug | touch starved

= ashamed
: ashamed | shame | guilty
+ ashamed | shame | guilt | guilty | embar* | humiliated | humiliation | disgusted with myself | hate myself | regret | my fault | all my fault | stupid | foolish | fool | like an idiot | idiot | mortified | cringe | cringing | can not look | can not face | in the mirror | dirty | worthless | blame myself | mug | hide my face | can not show my face | remorse | what i did | sheepish | how could i | face people | pathetic | red faced | so dumb | guilt mostly | bad about what | regretful | i ruined | i wrecked | messed up | my own fault | screwed up | fucked up | like a loser | loser | failure | a failure | failed | humiliat* | small | look at myself | self loathing | self hatred | hate what i did | sorry for what | like a fool | duped | mugged off | everyone knows | laughing stock | joke | i feel stupid | gullible | naive | like a mug | blush*

= hopeful
: hopeful | hope
+ hopeful | hope | hoping | optimistic | positive | looking up | light at the end | glimmer | better days | fresh start | new chapter | excited | confident | believe it will | maybe we | might come back | could work | tomorrow will | it will be ok | things will | getting better | on the mend | upbeat | faith | brighter | spring in my | sun will | silver lining | a future | there is a future | tomorrow | chance | there is a chance | might work | fingers crossed | crossed | looking forward | forward | ok actually | pretty good | good | fine actually | stronger | strong | new start | new beginning | beginning | growing | healing | it will | i will be ok | will be ok | will be fine | believe | rainbow | light | glimpse

= relieved
: relieved | relief | free
+ relieved | relief | free | freedom | lighter | weight off | weight lifted | load off | finally | thank god | phew | can breathe | breathe again | breathing again | glad | liberated | peace at last | good riddance | dodged a bullet | bullet dodged | sleep at last | slept like a baby | unburdened | at last | happy it is over | off my back | off my shoulders | off my chest | best thing | lighter than | unchained | out of jail | out of prison | let out | escaped | can sleep | sleeping again | quiet at last | calm now | better without | better off | ok without | happy | happier | over at last | done at last | exhale* | exhaled | breath | burden | off me | no more walking | no more drama | no more fights | thankful | grateful | glad it is | smiling | bliss

= mixed
: mixed | all of them
+ mixed | bit of everything | everything | all of them | all at once | jumble | rollercoaster | roller coaster | mixed bag | mess

= back
: back together
+ back together | him/her home | him/her back home | home | us | him | her | them | get back | him back | her back | them back | want him/her/them back | want us back | reunite | reunion | reconcile | reconciliation | try again | another chance | second chance | another go | another try | start over | come home | come back | marry | still my person | us again | be with him/her | be together | to be together | want my wife/husband/girlfriend/boyfriend/family | want him | want her | work it out | work things out | fix it | fix us | undo it | what we had | our old life | rewind | home with | make it work | give it another | patch things up | patch it up | on one knee | us to try | give us | one more chance | one more try | for us | him here | her here | husband back | wife back | family back | marriage | my marriage | our home | reverse it | turn back | fix things | him to call | her to call | him to come | her to come | him at the door | her at the door | grow old | wedding | ring | undo | repair | rebuild | get my girl/man

= space
: space
+ space | distance | room | time alone | time to think | breathing room | breathing space | air | time | break | left alone | be left alone | be alone | to be alone | on my own | away from | far away | no contact | some time | time apart | not see him/her | out of my face | own company | to breathe | away | a bubble | to myself | for myself | to think | gap | leave me be | some room | some distance | a break from | break from | headspace | quiet from him/her | not hear from | not hear his/her | months alone | a month alone | figure me out | find myself | me time | alone time | solitude | get away | go away | holiday | out of town | pause | think clearly | clear my head | clear head | him/her out of | not to see | no texts | a while on my own | boundaries | stay away

= friends
: friends one day | friends
+ friends | friend | friendship | friendly | mates | mate | pals | buddies | just friends | stay friends | be friends | civil one day | on good terms | good terms | be mates | platonic | coffee one day | have a laugh | buddy | someday friends | chat like | amicable | stay in touch | still talk | keep in touch | just talk | be civil | civil | get along | get on | on speaking terms | co parent nicely | nice to each other | have a beer | grab a beer | a pint | coffee | in my life | stay in my life | not lose him/her | not lose her | as a friend | as friends | like before as friends | best mate back | my best friend back | brother sister

= let-go
: to let go | let go | move on
+ let go | let him/her/them/it go | letting go | move on | moving on | moved on | get over | over him/her/it/them | forget | forget him/her/them | be done | done with | to be done | closure | close the door | close the chapter | close the book | shut the door | leave it behind | put it behind | turn the page | say goodbye | goodbye | stop loving | stop caring | stop missing | stop thinking about him/her/them | free of him/her/them | be free | clean break | cut the cord | delete him/her | start fresh | new life | let it be over | out of my head/heart/system | not want him/her back | erase him/her | walk away | new chapter | bury it | release | drop it | past it | next chapter | door for good | for good | end of | move past | get past | past this | be over it | over it | wake up and not care | not care | stop checking | stop looking | stop hoping | stop waiting | delete | let it end | draw a line | line under | bury | funeral | free | freedom | out of my mind | mind | clean slate | start again without | without him/her | new man | new woman | someone new | live my life | my life back | get my life | put down

= peace
: just peace | peace
+ peace | quiet | calm | peaceful | rest | sleep | a good night | stop hurting | it to stop | the pain to stop | no more drama | no drama | no more fighting | an end to | serenity | tranquil* | be ok | be fine | feel ok | feel normal | still mind | quiet life | stillness | switch off | relax | just want to be ok | an easy life | no stress | breathe | harmony | stop thinking | headspace | stop the pain | not hurt | not to hurt | not cry | one night of | a night of sleep | sleep through | stop crying | less pain | no pain | head to shut up | head quiet | quiet head | just quiet | to be calm | feel calm | feel better | be happy | to be happy | be left in peace | be at peace | inner | zen | no fuss | no war | no fighting | truce | settle

= said-clear
: yes, clearly | clearly
+ yes | clearly | clear | crystal clear | loud and clear | said it | said it straight | he/she/they said it | told me straight | told me so | told me he/she wants/want/loves/misses | word for word | in those words | exact words | those exact | literally | in writing | wrote it | put it in writing | asked me back | asked me to come back | begged | begs | wants me back | wants to try | wants us | looked me in the eye | to my face | straight out | outright | no doubt | in black and white | on his/her knees | sat me down | spelled it out | spelt it out | plain as day | said so | said yes | wants to come home | in plain english | let us try | said the words | asked for another | proposed | directly | she/he did | explicitly | in a letter | over dinner | come home | straight come home | straight up yes | told me he/she wants | told me she/he loves me and wants | on one knee | in person | out loud | aloud | over the phone yes | yes over | yes last | yes he/she | yes she | yes in | twice | three times | many times | every day | daily | sent a letter saying | in so many words | verbatim | quote | i quote | yep | yes he/she did | said i want | i want you back | i want us | want you back | marry me | move back in | asked if we | asked to try | booked counselling | his/her words

= hints
: hints only | hints
+ nothing clear | hint | hints | hinting | hinted | breadcrumbs | breadcrumb* | crumbs | signals | mixed signals | signs | likes | likes my | liked my | emojis | emoji | songs | song lyrics | lyrics | memes | looks | vibes | vibe | flirt* | late night | between the lines | implied | implies | suggested | suggests | not in words | not in so many words | never directly | indirectly | kind of | sort of | stories | watches my stories | views | hearts | heart emoji* | winks | wink | miss you | misses me | i miss you | i miss us | maybe someday | maybe one day | little things | small things | cryptic | teasing | drops | nostalgia | old photos | our song | snaps | half said | vague | vaguely | subtle | playlists | quotes | sent a song | a song | song | not clearly | not exactly | not outright | not in plain | unclear | sideways | around the bush | beats around | between lines | reading into | i read into | sends memes | sends songs | playlist | selfies | selfie | gifs | gif | snap streak | puts hearts | fire emoji | poke | pokes | liking old | old pics | throwbacks | remember when | remembers | asks my friends | asks about me | asks how i am | drunk texts | drunk text | late texts | touches | touchy | long hugs | hugs | eye contact | stares | smiles | jealous | acts jealous | keeps my | still wears | has not collected | sort of says | nearly says | almost says | body language | crumb | maybe

= said-no
: they said no | said no
+ said no | he/she/they said no | said it is over | it is over | over for good | done with me | does not want | do not want me | does not love me | moved on | closed the door | door is closed | never again | told me no | turned me down | turned down | rejected | rejected me | refused | refuses | said never | made it clear it is over | said goodbye | wants nothing | not interested | no chance | no way back | shot me down | said the opposite | opposite | flat no | clear no | firm no | hard no | he/she is done | not coming back | not in love | asked me to move on | asked me to stop | told me to move | told me to let go | told me to stop | said to move on | the answer was no | over and done | want a divorce | wants a divorce | leave me alone | hes done | is done | says he/she is done | done and dusted | no future | never getting back | not getting back | will not get back | not taking me back | go away | do not contact | do not text | stop texting | get over it | get over him/her | it is finished | finished | said stop | said leave | told me it is over | told me its over | said its over | clearly no | clear that it is over | dead set | against it | ruled out | rules it out | no means no | chapter is closed | found someone | with someone else | has someone | loves someone | seeing someone

= not-talked
: we haven't talked | have not talked | never talked
+ not talked | not spoken | have not talked | have not spoken | not discussed | never discussed | never talked | no contact | not in touch | do not talk | not talking | do not speak | not speaking | not speak | silence | blocked | no conversation | radio silence | never came up | not come up | has not come up | not raised | not asked | have not asked | never asked | have not seen | not had the talk | no talk | avoid* | not met | not a word since | no chance to | no words | we have not | not been in touch | not heard from | ghosted | ghosting | subject never | speaking terms | not on speaking | are not speaking | are not talking | not speaking yet | no contact since | never asked him/her | not asked him/her | never got to | topic | avoid the topic | off limits | have not met | not met since | nobody brings | neither of us has | not brought it up | brought it up | we skip | small talk only | only about the kids | about the kids only | through lawyers | not a conversation | no convo | have not had | too soon | not yet | not there yet | waiting to

= seen-weeks
: yes, seen for weeks | seen for weeks
+ yes | seen it | i have seen | saw it | own eyes | for weeks | weeks now | for months | months now | months sober | weeks sober | days sober | every week | every day | every meeting | consistent | consistently | steady | steadily | big change | huge change | totally different | different person | new man | new woman | really has | it has | he/she has | definitely | proper change | since august/september/october/june/july | solid | kept it up | keeps it up | keeping it up | sticks to | stuck to | sober since | therapy every | never missed | two months | three months | six weeks | five weeks | four weeks | eight weeks | month clean | proved it | proven | night and day | clean for | no longer drinks | night shifts stopped | goes every | shows up | three months of | months of | weeks of | two months of | for two/three/four/six | for a month | for ages now | half a year | over a month | every single day | with proof | bank statements | he/she is sober | sober now | sober and | in therapy since | since spring/summer/autumn/winter/christmas/easter/january/february/march/april/may | every tuesday/monday/thursday/friday | daily | his/her sponsor | got a chip | 60 days | 90 days | 100 days | real change | truly | changed for good | like a new | i watched | i watch him/her | i can see it | you can see it | the kids see it | everyone sees | even his/her mum | still going | still at it | keeps going

= a-start
: a start | start | a beginning
+ a start | start | started | starting | beginning | early days | a bit | bit | tiny | tiny bit | little | a little | slightly | small | small steps | baby steps | first step | first steps | some | somewhat | slowly | slow | one thing | one session | first session | first appointment | booked | signed up | trying | a try | getting there | early | few days | one week | last week | work in progress | partly | in part | on the way | sort of | kind of | step one | day one | green shoots | once | half | attempt* | inching | glimpse* | glimmers | couple of days | two days | booked one | one session so | so far one | went once | been once | a first | first meeting | made an appointment | an appointment | called a | rang a | looked up | bought a book | reading a book | read a book | one good | one week of | a week of | five days | four days | three days | 3 days | 5 days | beginnings | green | seeds | crack in the | softening | softer | trying to | tries | he/she tries | making an effort | effort | cut down | cut back | less than before | less drinking | better than before | improving | some progress | progress | progress is | slight | improvement

= only-words
: only words | words
+ only words | just words | words | talk | all talk | talks | promise | promises | promised | says | says so | said | says he/she has | says he/she will | says it is | say so | he/she says | tells me | told me | claims | claims to | swears | swore | lip service | hot air | talk is cheap | no action | no actions | no trousers | big words | speeches | apologies | apologised | apologized | sorry | vows | so he/she says | texts about | in theory | mouth | pretty words | sweet talk | empty | blah | on paper | letter about | vowed | reckons | according to him/her | sorry sorry | sorry is | all i hear | all i get | i hear | hear it | heard it | speech | long texts | texts | a letter | letters | poems | flowers and | flowers | vow | pinky | next time | will change | he/she will change | going to | tomorrow | from monday | starting monday | blah blah | cheap talk | cheap | bla | big promises | begging | tears and promises | so he/she claims | apparently | supposedly | i have been told | told me it | told he/she | no proof | yet to see it | not seen it | nothing to show | on the phone he/she says | mouth only | good talker | smooth

= cannot-change
: it can't change | can not change | cannot change
+ can not change | can not be changed | can not fix | unfixable | will never change | never will | impossible | not possible | nothing can | nothing to change | not something that | not changeable | it is what it is | a fact | set in stone | stone | age gap | age is age | distance is distance | fate | dead | died | genetics | biology | religion | his/her religion | infertil* | can not have kids | not up to us | out of our hands | visa | no cure | not fixable | is permanent | permanent | that is who he/she is | who he/she is | born that way | leopard* | spots | always be | by nature | unchangeable | ocean between us | will always be | how it is | that is life | lives in | and that is that | that is that | thats that | never going to | not going to change | can never | will never | no way to change | nobody can | born | he/she is 60 | older than | too old | wants kids i | kids or no kids | no kids ever | cannot have | menopause | disabled | illness | sick | terminal | autis* | adhd | his/her mother | his/her family | family is family | culture | caste | immigration | citizenship | green card | army | deployment | prison | sentence | married | is married | is gay | gay | lesbian | orientation | asexual | geography | other side of the world | 5000 miles | miles is miles | no moving | will not move | job is there | his/her job is | not fixable by

= keep
: keep | save
+ keep | keeps | kept | keeping | save | saved | store | hold on | hold onto | hang on to | hang onto | leave it/them | leave it there | stay | they can stay | do not delete | do not erase | do not throw | do not lose | want to read them later | read later | look back | for me | for later | as is | archive | mine to keep | remember | tuck it away | put away | leave them where | file it | as it is | in the drawer | lock them | hang on | them there | there | let them be | let it be | please hold | bookmark | put it aside | for next time | next time | come back to | i want to read | might need | need them | stay put | hold | sure keep | yes keep | retain | preserve | pin it | stash | under lock

= share
: make a page to share | share
+ share | page | a page | show | show my | show to | to show | give to | give my | send | send to | print | printout | print out | pdf | export | for my therapist | my therapist | therapist | counsellor | counselor | doctor | gp | my mum/mom/sister/friend | for my friend | someone i can show | summary | hand over | take with me | bring to | copy for | social worker | read it to | link | one pager | for the support worker | psychologist | support worker | something for my | for my gp | for my doctor | for my lawyer | for my solicitor | for court | for the police | for my nurse | for counselling | give me something | to hand | to take | take to | for my appointment | appointment | email it | email | whatsapp it | screenshot | copy | printed | on paper | a document | document | file | for her to read | for him to read | for someone | for somebody | let my | tell my | my counsellor | my psych | psych | my support | my worker | my best friend

= erase
: erase it all | erase | delete
+ erase | delete | deleted | wipe | wiped | clear | remove | bin | burn | burn it | trash | destroy | get rid | gone | forget it | scrap | shred | rub out | nuke | throw away | throw it | chuck | no trace | leave no trace | everything gone | clean slate | dump it | do not keep | do not save | nothing saved | nothing kept | bin it | undo | blank | vanish | lose it | poof | torch | flush | nuke it | get it gone | make it go | go away | all of it gone | into the bin | in the bin | rubbish | dustbin | flush it | kill it | kill it all | remove all | no copies | no copy | no record | leave nothing | nothing left | not a trace | wipe everything | wipe all | i do not want it | do not want it | too risky | he/she might see | in case he/she | in case someone | rip it up | tear it up | zap

= today
: today
+ today | tonight | this morning | this afternoon | this evening | just now | hour ago | hours ago | minutes ago | few hours

= end-not-sure
: not sure it has
+ not sure it has | has it | did it | do not know if | not sure if | not sure whether | not convinced | is it | who says | has not ended | has not really | not over | is not over | not really over | is it over | on and off | on off | still together kind of | not officially | still seeing | still sleeping together | did it end | not sure | hard to say when | limbo | in limbo | on a break | unclear | you tell me | i do not think it has | never really ended | it did not | not yet | still happening | half ended | not properly | grey area | never properly | never really | we never really | is it really | still in bed | still sleep | we still | still text daily | still living | not sure we | not sure if we | not ended | never officially | nobody said it | no one said it | it fades | fading | i cannot tell | who knows if | ask him/her | on again | again off

= try-again
: to try again
+ try again | get back | together | another go | reunite | give it a go | work it out

= move-on
: to move on
+ move on | moving on | let go | over it | forget | leave it | walk away

= can-not-tell
: can't tell | can not tell
+ can not tell | not sure | no idea | do not know | hard to say | who knows | unclear | torn | split

= rather-not
: rather not say | prefer not
+ rather not say | rather not | prefer not | pass | skip | no comment | none of your business | private | do not want to say | do not want to talk

= by-kids
: for the children
+ kids | children | son | daughter

= about-me
: about me | you | more about you
+ me | my fault | i did | i was | my drinking | my temper | mine

= around
: life around you | life around us
+ work | money | family | distance | job | parents | covid | moving | life | circumstances | timing
"""


class Concept(NamedTuple):
    """A meaning that options may have: what labels and what answers say for it."""

    name: str
    labels: tuple[str, ...]
    says: tuple[str, ...]
    borrows: tuple[str, ...]


@cache
def concepts() -> dict[str, Concept]:
    """Every concept by name, in the order of the table."""
    found: dict[str, Concept] = {}
    name = ""
    parts: dict[str, str] = {}
    for line in (*_TABLE.strip().splitlines(), "= "):
        sign, _, rest = line.partition(" ")
        if sign == "=":
            if name:
                found[name] = Concept(
                    name, listed(parts.get(":", "")), listed(parts.get("+", "")),
                    tuple(parts.get("&", "").split()),
                )  # fmt: skip
            name, parts = rest.strip(), {}
        elif sign:
            parts[sign] = rest
    return found
