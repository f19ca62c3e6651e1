import { type House, openHouse } from "#house"
import { issueSignInLink, type Role } from "#people"
import { HOUR, MINUTE } from "#platform"
import { callAlarm } from "./alarm.ts"
import { closeAfterwards } from "./database.ts"
import { type Json, until } from "./house.ts"
import type { Relayed, RelayScript } from "./relay.ts"
import { Shop } from "./shop.ts"

/** Somebody at the desk, with their own session. */
export interface Colleague {
  id: string
  address: string
  ask(method: string, path: string, body?: unknown): Promise<Json>
}

/** A shop in which surges are called when the test says so. */
export class AlertShop {
  readonly shop: Shop

  private constructor(shop: Shop) {
    this.shop = shop
  }

  static async open(relay: RelayScript = {}, env: NodeJS.ProcessEnv = {}): Promise<AlertShop> {
    return new AlertShop(await Shop.open({ relay, env }))
  }

  get now(): number {
    return this.shop.inside.clock.now().getTime()
  }

  async colleague(name: string, role: Role, own: object = {}, preferences: object = {}): Promise<Colleague> {
    const { inside } = this.shop
    const address = `${name.toLowerCase()}@fleurs-rousseau.example`
    const id = await inside.agent(address, name, role)
    const link = await inside.db.transact((tx) => issueSignInLink(tx, id))
    const answer = await inside.house.app.request(`/api/sign-in/link/${link}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    })
    const cookie = answer.headers.get("set-cookie")?.split(";")[0]
    if (!cookie) throw new Error(`No session: ${answer.status}`)
    const ask = async (method: string, path: string, body?: unknown): Promise<Json> => {
      const { status, body: said } = await inside.api(path, { method, headers: { cookie }, ...(body === undefined ? {} : { body }) })
      if (status >= 300) throw new Error(`${name}: ${method} ${path} → ${status} ${JSON.stringify(said)}`)
      return said
    }
    await ask("PATCH", "/api/me", { timeZone: "Europe/Paris", ...own })
    if (Object.keys(preferences).length > 0) await ask("PATCH", "/api/me/preferences", preferences)
    return { id, address, ask }
  }

  /** A watch that this colleague makes, told to those named, one step after the other. */
  async watch(maker: Colleague, name: string, plan?: object): Promise<string> {
    const { id } = await maker.ask("POST", "/api/watches", { name, query: name })
    if (plan) await this.plan(maker, id, plan)
    return id
  }

  plan(maker: Colleague, watch: string, plan: object): Promise<Json> {
    return maker.ask("PUT", `/api/alert-plans/watch/${watch}`, { stopsWhen: "taken", wakeFrom: null, throughQuiet: false, ...plan })
  }

  /** A surge of a watch, or an inbox, called now, as the detector calls one. */
  call(
    of: string | { inbox: string },
    how: { strength?: number; seldomAbove?: number; ofThisHour?: boolean; of?: "posts" | "people" } = {},
  ): Promise<string> {
    return callAlarm(this.shop.inside, of, how)
  }

  async pass(minutes: number): Promise<void> {
    this.shop.inside.clock.advance(minutes * MINUTE)
    await this.shop.inside.house.settle()
  }

  /** Closes the house, and opens it again after a while. */
  async reopen(minutes: number): Promise<House> {
    const { house, clock } = this.shop.inside
    await house.close()
    clock.advance(minutes * MINUTE)
    const again = await openHouse(house.config, clock)
    closeAfterwards(() => again.close())
    return again
  }

  /** To an hour of the clock in Paris, in winter; tomorrow's where it is over. */
  async toHour(hour: number): Promise<void> {
    const midnight = Math.floor((this.now + HOUR) / (24 * HOUR)) * 24 * HOUR - HOUR
    const at = midnight + hour * HOUR
    this.shop.inside.clock.set(new Date(at > this.now ? at : at + 24 * HOUR))
    await this.shop.inside.house.settle()
  }

  /** Mails of alarms to somebody, as soon as there are so many. */
  async mails(to: Colleague, count: number): Promise<string[]> {
    const theirs = () => this.shop.relay.mails.filter((mail) => mail.to.includes(to.address)).map(readable)
    await until(`${count} mails to ${to.address}`, async () => theirs().length >= count || null)
    await this.quiet()
    return theirs()
  }

  /** Until no mail is on its way out any more. */
  async quiet(): Promise<void> {
    await until("all mails have left", async () => {
      const rows = await this.shop.inside.db.pool.query("select 1 from alarm_tellings where state in ('leaving', 'trying')")
      return rows.rowCount === 0 || null
    })
  }

  /** What was told of an alarm: `1 Nina mail told` and what happened, in order. */
  async trail(as: Colleague, alarm: string): Promise<string[]> {
    await this.quiet()
    const { items } = await as.ask("GET", `/api/alarms/${alarm}/trail`)
    return items.flatMap(({ what, step, by, told }: Json) => [
      what === "step" ? `step ${step}` : `${what} ${by.name ?? by.ref}`,
      ...told.flatMap(({ agent, ways }: Json) =>
        ways
          .filter(({ channel }: Json) => channel !== "desk")
          .map(({ channel, state, because }: Json) => `  ${agent.name} ${channel} ${state}${because ? ` (${because})` : ""}`),
      ),
    ])
  }
}

/** Headers and words of a mail, decoded. */
export function readable({ bytes }: Relayed): string {
  return bytes
    .replace(/\?=\r\n\s+=\?UTF-8\?Q\?/gi, "")
    .replace(/=\?UTF-8\?Q\?(.*?)\?=/gi, (_, words: string) => words.replaceAll("_", " "))
    .replaceAll("=\r\n", "")
    .replace(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll("=", ""), "hex").toString())
}
