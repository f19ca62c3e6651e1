import { type Clock, type Config, DAY, fixedClock, type Values } from "#platform"
import { listInboxes } from "#conversations"
import { type Language, say, type WordKey } from "#words"
import { openHouse } from "../open-house.ts"
import { type DemoMark, DemoRefused, EDITION, writeMark } from "./demo-home.ts"
import { demoNames } from "./demo-names.ts"
import { fillCases } from "./fill.ts"
import { beginListening } from "./open-air/begin-listening.ts"
import { DEMO, furnish } from "./furnish.ts"
import { equip, switchOnRules } from "./equip.ts"
import { beginnings, type Past } from "./past/plan-past.ts"
import { Stage } from "./scenes/stage.ts"
import { playScenes } from "./scenes/play-scenes.ts"

const SEED = "goeland"
/** What is there before the desk opens; the rest comes in behind. */
const RECENT = 24 * DAY

/** Builds the example company on an empty folder: its people, the last weeks, the stories. The older years come later. */
export async function buildDemo(
  config: Config,
  clock: Clock,
  language: Language,
  tell: (line: string) => void,
  signal?: AbortSignal,
): Promise<DemoMark> {
  const told = (key: WordKey, values: Values = {}) => {
    signal?.throwIfAborted()
    tell(say(language, key, values))
  }
  const now = clock.now().getTime()
  const cases = Number(process.env["VIGIE_TEST_DEMO_CASES"] ?? 20_000)
  const mark: DemoMark = {
    edition: EDITION,
    seed: SEED,
    builtAt: new Date(now).toISOString(),
    language,
    cases,
    customers: Math.ceil(cases * 0.45),
    older: 0,
    scenes: {},
    whole: false,
  }
  await writeMark(config.home, mark)
  told("demo.building")
  const past: Past = { seed: SEED, now, cases, customers: mark.customers }
  const then = fixedClock(new Date(now - 3 * 365 * DAY))
  const anywhere = { host: "127.0.0.1", port: 0 }
  const url = new URL(config.url)
  const house = await openHouse({ ...config, url, http: anywhere, smtp: anywhere, undoSeconds: 0 }, then, {
    resolver: demoNames,
    ...(signal ? { signal } : {}),
  })
  try {
    if ((await listInboxes(DEMO, house.parts.db.read)).length > 0) throw new DemoRefused("demo.refused.database")
    const company = await furnish(house.parts, language, SEED)
    await equip(house, company, then, now)
    told("demo.people")
    then.set(new Date(now))
    const at = beginnings(past)
    mark.older = at.findIndex((began) => began > now - RECENT)
    await fillCases(house.parts, company, past, at, mark.older, cases)
    told("demo.recent", { count: cases - mark.older })
    const { watches, lately } = await beginListening(house, company, then, past)
    mark.watches = Object.fromEntries(watches)
    told("demo.listening")
    mark.scenes = await playScenes(new Stage(house, company, watches, () => now, then), past, then, lately)
    told("demo.scenes")
    then.set(new Date(now))
    await switchOnRules(house, company)
    await house.settle()
  } finally {
    await house.close()
  }
  mark.whole = true
  await writeMark(config.home, mark)
  return mark
}
