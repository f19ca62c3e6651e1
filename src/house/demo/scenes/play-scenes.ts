import type { MovableClock } from "#platform"
import type { DemoMark } from "../demo-home.ts"
import type { Listening } from "../open-air/begin-listening.ts"
import type { Past } from "../past/plan-past.ts"
import { playCrowds } from "./crowds.ts"
import { type Cast, emptyCast, type Stage } from "./stage.ts"
import { SCENES } from "./scenes.ts"

/**
 * Plays what has happened in every scene until tonight, in the order of time over all of them, and what else is said in the open meanwhile.
 * Gives what plays in each.
 */
export async function playScenes(stage: Stage, past: Past, clock: MovableClock, lately: Listening["lately"]): Promise<DemoMark["scenes"]> {
  const casts = new Map(SCENES.map(({ key }) => [key, emptyCast()]))
  const scenes = SCENES.flatMap(({ key, steps }) =>
    steps.map((step, n) => ({ at: stage.at(step.at), n, play: () => stage.play(step, casts.get(key)!) })),
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
  await playCrowds(stage, past, casts)
  return Object.fromEntries([...casts].map(([key, cast]) => [key, { ...keptCast(cast), played: 0 }]))
}

/** What plays in a scene, to be found again after a restart. */
export function keptCast({ cases, heard }: Cast): Pick<DemoMark["scenes"][string], "cases" | "heard"> {
  return { cases: [...cases].map(([name, { caseId, door }]) => ({ name, caseId, door })), heard: Object.fromEntries(heard) }
}
