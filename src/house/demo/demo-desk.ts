import { accessCase } from "#cases"
import type { Clock, Config } from "#platform"
import type { House } from "../open-house.ts"
import { type DemoMark, writeMark } from "./demo-home.ts"
import { fillCases } from "./fill.ts"
import { DEMO } from "./furnish.ts"
import type { Tongue } from "./company/customer.ts"
import type { Furnished } from "./past/furnished.ts"
import { beginnings, type Past } from "./past/plan-past.ts"
import { reopened } from "./reopened.ts"
import type { Scene, Telling } from "./scenes/scene.ts"
import { keptCast, nameOf } from "./scenes/play-scenes.ts"
import { emptyCast, Stage, type Told } from "./scenes/stage.ts"
import { Tonight } from "./tonight/tonight.ts"

/** Cases filed at a time while somebody may be looking around. */
const STEP = 400

/** The example company while its house is open: older years fill in, tonight goes on, scenes are played. */
export class DemoDesk {
  readonly config: Config
  readonly mark: DemoMark
  readonly clock: Clock
  #stage: Stage | null = null
  #tonight: Tonight | null = null
  #closing = false
  #filling: Promise<void> = Promise.resolve()
  #playing: Promise<unknown> = Promise.resolve()

  constructor(config: Config, mark: DemoMark, clock: Clock) {
    this.config = config
    this.mark = mark
    this.clock = clock
  }

  async open(house: House): Promise<void> {
    const company = await reopened(house.parts, this.mark)
    this.#stage = new Stage(house, company, new Map(Object.entries(this.mark.watches ?? {})), () => this.clock.now().getTime(), null)
    const failed = (what: string) => (error: unknown) => house.parts.log.error(`demo.${what}-failed`, { message: String(error) })
    this.#filling = this.#fillOlder(house, company).catch(failed("filling"))
    this.#tonight = new Tonight(this.#stage, this.#past, failed("tonight"))
    this.#tonight.open()
  }

  async close(): Promise<void> {
    this.#closing = true
    await this.#tonight?.close()
    await Promise.all([this.#filling, this.#playing.catch(() => {})]) // whoever asked for it was told
  }

  /** Makes the next thing of a story happen, as it is told in a language. Gives the number of the case in which it did, or null when nothing is left. */
  play(scene: Scene, tongue: Tongue): Promise<number | null> {
    // One at a time: two clicks are two moments.
    const playing = this.#playing.catch(() => {}).then(() => this.#playNext(scene, tongue)) // the one before has been told to who asked
    this.#playing = playing
    return playing
  }

  /** The cases that play in a telling, the one to open first. */
  async casesOf(told: Told): Promise<{ number: number; subject: string }[]> {
    const { db } = this.#onStage.house.parts
    const found: { number: number; subject: string }[] = []
    for (const { caseId } of this.mark.scenes[nameOf(told)]?.cases ?? []) {
      const { number, subject } = await accessCase(DEMO, db.read, caseId)
      if (!found.some((one) => one.number === number)) found.push({ number, subject })
    }
    return found
  }

  /** How many of its next moments were played. */
  played(told: Told): number {
    return this.mark.scenes[nameOf(told)]?.played ?? 0
  }

  /** Where a telling is seen in the open, as far as it was heard. */
  async placesOf({ open = [] }: Telling): Promise<{ show: "mention" | "story" | "watch" | "alarms"; id: string }[]> {
    const heard = Object.assign({}, ...Object.values(this.mark.scenes).map((scene) => scene.heard ?? {})) as Record<string, string>
    const places = open.map(async (place) => {
      if (place.show === "alarms") return this.mark.watches ? [{ show: place.show, id: "" }] : []
      const id = place.show === "watch" ? this.mark.watches?.[place.of] : heard[place.of]
      if (!id) return []
      return [{ show: place.show, id: place.show === "story" ? await this.#onStage.air.storyOf(id) : id }]
    })
    return (await Promise.all(places)).flat()
  }

  async #playNext({ key, told }: Scene, tongue: Tongue): Promise<number | null> {
    const kept = this.mark.scenes[nameOf({ key, tongue })]
    const moment = told[tongue].next[kept?.played ?? 0]
    if (!kept || !moment || this.#closing) return null
    const stage = this.#onStage
    const cast = emptyCast(tongue)
    for (const { name, caseId, door } of kept.cases) cast.cases.set(name, await stage.find(caseId, door))
    for (const [name, id] of Object.entries(kept.heard ?? {})) cast.heard.set(name, id)
    let where = "main"
    for (const step of moment) {
      where = step.in ?? "main"
      await stage.play(step, cast)
    }
    kept.played++
    Object.assign(kept, keptCast(cast))
    await writeMark(this.config.home, this.mark)
    return cast.cases.get(where)?.number ?? null
  }

  /** The newest of what is missing first: a figure of the last months is right before one of three years ago. */
  async #fillOlder(house: House, company: Furnished): Promise<void> {
    if (this.mark.older === 0) return
    const at = beginnings(this.#past)
    while (this.mark.older > 0 && !this.#closing) {
      const from = Math.max(0, this.mark.older - STEP)
      await fillCases(house.parts, company, this.#past, at, from, this.mark.older)
      this.mark.older = from
      await writeMark(this.config.home, this.mark)
    }
  }

  get #past(): Past {
    const { seed, builtAt, cases, customers } = this.mark
    return { seed, now: new Date(builtAt).getTime(), cases, customers }
  }

  get #onStage(): Stage {
    if (!this.#stage) throw new Error("The house isn't open yet")
    return this.#stage
  }
}
