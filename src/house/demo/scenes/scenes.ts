import type { Scene } from "./scene.ts"
import { bouquet } from "./stories/bouquet.ts"
import { chair } from "./stories/chair.ts"
import { headline } from "./stories/headline.ts"
import { hours } from "./stories/hours.ts"
import { illusion } from "./stories/illusion.ts"
import { knowledge } from "./stories/knowledge.ts"
import { leak } from "./stories/leak.ts"
import { less } from "./stories/less.ts"
import { madame } from "./stories/madame.ts"
import { minute } from "./stories/minute.ts"
import { nowhere } from "./stories/nowhere.ts"
import { outage } from "./stories/outage.ts"
import { petition } from "./stories/petition.ts"
import { rider } from "./stories/rider.ts"
import { rumour } from "./stories/rumour.ts"

/** The fifteen stories, in their order. */
export const SCENES: readonly Scene[] = [
  bouquet,
  rider,
  outage,
  chair,
  nowhere,
  less,
  hours,
  madame,
  knowledge,
  leak,
  petition,
  rumour,
  headline,
  minute,
  illusion,
]
