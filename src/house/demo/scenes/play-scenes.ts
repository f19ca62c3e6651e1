import type { DemoMark } from "../demo-home.ts"
import type { Past } from "../past/plan-past.ts"
import { playCrowds } from "./crowds.ts"
import type { OnStage, Stage } from "./stage.ts"
import { SCENES } from "./scenes.ts"

/** Plays what has happened in every scene until tonight, in the order of time over all of them. Gives which cases play in each. */
export async function playScenes(stage: Stage, past: Past): Promise<DemoMark["scenes"]> {
  const casts = new Map(SCENES.map(({ key }) => [key, new Map<string, OnStage>()]))
  const all = SCENES.flatMap(({ key, steps }) => steps.map((step, n) => ({ key, step, n, at: stage.at(step.at) })))
  for (const { key, step } of all.toSorted((a, b) => a.at - b.at || a.n - b.n)) await stage.play(step, casts.get(key)!)
  await playCrowds(stage, past, casts)
  return Object.fromEntries(
    [...casts].map(([key, cast]) => [key, { cases: [...cast].map(([name, { caseId, door }]) => ({ name, caseId, door })), played: 0 }]),
  )
}
