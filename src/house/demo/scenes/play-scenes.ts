import type { MovableClock } from "#platform"
import type { DemoMark } from "../demo-home.ts"
import type { Listening } from "../open-air/begin-listening.ts"
import type { Past } from "../past/plan-past.ts"
import { playCrowds } from "./crowds.ts"
import { type Cast, emptyCast, type Stage, type Told } from "./stage.ts"
import { SCENES } from "./scenes.ts"

const TONGUES = ["fr", "en"] as const

/**
 * Plays what has happened in every story until tonight, in both its tellings and in the order of time over all of them, and what else is
 * said in the open meanwhile. Gives what plays in each.
 */
export async function playScenes(stage: Stage, past: Past, clock: MovableClock, lately: Listening["lately"]): Promise<DemoMark["scenes"]> {
  const casts = new Map(SCENES.flatMap(({ key }) => TONGUES.map((tongue) => [nameOf({ key, tongue }), emptyCast(tongue)])))
  const castOf = (told: Told): Cast => casts.get(nameOf(told))!
  const scenes = SCENES.flatMap(({ key, told }) =>
    TONGUES.flatMap((tongue) =>
      told[tongue].steps.map((step, n) => ({ at: stage.at(step.at), n, play: () => stage.play(step, castOf({ key, tongue })) })),
    ),
  )
  const others = lately.map(({ at, place, said }) => ({
    at,
    n: 0,
    play: async () => {
      clock.set(new Date(at))
      await stage.say(place, said, new Map())
    },
  }))
  for (const { play } of [...scenes, ...others].toSorted((a, b) => a.at - b.at || a.n - b.n)) await play()
  await playCrowds(stage, past, castOf)
  return Object.fromEntries([...casts].map(([name, cast]) => [name, { ...keptCast(cast), played: 0 }]))
}

/** Under which a telling is kept. */
export const nameOf = ({ key, tongue }: Told): string => `${key}.${tongue}`

/** What plays in a telling, to be found again after a restart. */
export function keptCast({ cases, heard }: Cast): Pick<DemoMark["scenes"][string], "cases" | "heard"> {
  return { cases: [...cases].map(([name, { caseId, door }]) => ({ name, caseId, door })), heard: Object.fromEntries(heard) }
}
