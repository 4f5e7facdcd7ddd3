"""Turns of phrase that say how somebody is without a word of feeling: "slept all night", "no point".

Only a table, read with the signs of phrases.py; feeling.py weighs it among the other words of a line.
"""

from __future__ import annotations

from typing import Final

TABLE: Final = """
[bad]
no use:
  not see the/a/any/much/no point, no point, what is the point, where is the point, no way out/forward,
  not see a/any way, not see how, no reason to get/go/live/wake, for nothing, nothing left, nothing to look/get/wake/live
moved on:
  he/they [have/is] [already/clearly/just/so] move on, ex [have/is] [already/clearly/just] move on,
  look like they move on, they choose them/someone, they pick ... over me, they found someone,
  someone else, with someone new/from, see someone new, over me already, they forget me
empty house:
  too quiet, so quiet, how quiet, quiet without, silence, bed is so/too/too big, cold bed,
  side of the bed, on my own again, all by myself, another night/weekend/evening,
  nobody to, no one to, no one left, everyone leave, everyone ... but me, couple up
can not:
  can not do this/it, can not get up/out, could not get up/out, can not face, could not face,
  can not bring myself, can not look at, can not let/forget/handle/believe/see,
  can not function/focus/concentrate/cope/think, could not finish/eat/sleep/stop
no sleep, no food:
  not sleep, barely sleep, hardly sleep, hardly eat, barely eat, not eat, sleep two/three/four/2/3/4 hours,
  awake at/all, up all night, wide awake, no sleep, no appetite, throw up, feel sick
not myself:
  not myself, not cope, not recognise/recognize/know myself, not enough, never enough, not good enough,
  not be enough, why am i like this, wrong with me, i ruin, i mess, mess up, screw up, my own doing/fault
not loved:
  not love/want/need/miss me, never love/want/care, they do/does/did not care, not even care, not care about me,
  they do/did/have not reply/answer/call/text/message/ring, beg, lose it, shake,
  nobody [would] care/love/want/notice, no one [would] care/love/want/notice
going round:
  keep check/read/reread/look/think/replay/refresh/hope/wait/scroll/dream, remind me of, stuck in,
  in circles, what ifs, keep ask, not stop think, half my heart, chest is/feel tight, tight chest, in my throat
no joy:
  nothing taste/help/work, taste like/of cardboard/nothing/ash, no energy, no will, no interest,
  not enjoy, drag on, dread, drown, sinking, spiral, not feel anything
longing:
  if only, would give anything, give anything to, go back in time

[good]
sleep:
  sleep all night, sleep through, sleep like a baby/log, sleep seven/eight/nine/ten/7/8/9/10,
  full night, good night 's sleep, night of sleep
air:
  can [finally/actually/now/really/even] breathe, could [finally/actually/really/even] breathe,
  breathe again/easier, can [finally] sleep/eat/laugh/smile/think/work/focus again, eat again, sleep again,
  weight off, weight have/is lifted/gone, sun is out, feel light
myself again:
  feel like me/myself [again], like myself [again], more like me/myself, be myself again, myself again, look after myself,
  take care of myself, things/it [are/is] look up, fresh start, new start, new chapter, better place,
  like/love/enjoy living/being alone, like/love/enjoy the quiet/silence/peace, quiet is nice/good,
  like/love/enjoy my own company, love my new/job/life/flat/friends
no more of it:
  not cry, no tears, without tears/crying, not hurt/sting/ache any/as/so/like/anymore, hurt less, not miss them,
  not think about/of them, not need them, not want them back,
  i do/did/have not [even] check/text/call/reply/message, done being/crying/hurting, done being sad/angry/scared/hurt, stop hurting,
  over it, over them
small steps:
  eat a whole/proper/good/full/real, eat breakfast/dinner/lunch, out of the house,
  go for a run/walk/swim, make it through, get through the/it, i survive, get easier, easier now,
  stay strong, hold my ground, stand up for, dance, have a laugh, laugh about it, good cry, enjoy,
  appetite is/come back, feel right, deserve better, could not be happier, never be happier,
  never feel better, not that/so bad
"""
