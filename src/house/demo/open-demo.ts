import { rm } from "node:fs/promises"
import { type Clock, type Config, holdHome, startPostgres } from "#platform"
import { type Language, say } from "#words"
import { type House, openHouse } from "../open-house.ts"
import { terminalLanguage } from "../terminal-language.ts"
import { buildDemo } from "./build.ts"
import { type DemoMark, readMark, refuseMixing } from "./demo-home.ts"
import { demoNames } from "./demo-names.ts"
import { DemoDesk } from "./demo-desk.ts"
import { demoRoutes } from "./routes-demo.ts"
import { markedDesk } from "./marked-desk.ts"

/** Opens the example company: built at the first start, which `tell`s how far it is, found again at the next, alive while it is open. */
export async function openDemo(
  config: Config,
  clock: Clock,
  tell: (line: string) => void = () => {},
  signal?: AbortSignal,
): Promise<House> {
  await refuseMixing(config)
  const language = terminalLanguage()
  const settings: Config = { ...config, relay: null, dns: "offline" }
  const mark = await standing(settings, clock, language, tell, signal)
  const desk = new DemoDesk(settings, mark, clock)
  const house = await openHouse(settings, clock, {
    resolver: demoNames,
    also: () => [demoRoutes(desk)],
    desk: markedDesk,
    ...(signal ? { signal } : {}),
  })
  await desk.open(house)
  if (mark.older > 0) house.greeting.push(say(language, "demo.later"))
  return {
    ...house,
    close: async () => {
      await desk.close()
      await house.close()
    },
  }
}

async function standing(
  config: Config,
  clock: Clock,
  language: Language,
  tell: (line: string) => void,
  signal?: AbortSignal,
): Promise<DemoMark> {
  const found = await readMark(config)
  if (found?.whole) return found
  if (found) await clearAway(config)
  return buildDemo(config, clock, language, tell, signal)
}

/** What a build that was interrupted has left. @throws AlreadyRunning when it is still under way */
async function clearAway({ home, databaseUrl }: Config): Promise<void> {
  const held = await holdHome(home)
  if (!databaseUrl) await (await startPostgres({ home })).stop() // it may still be running
  await rm(home, { recursive: true })
  await held.letGo()
}
