import { issueSignInLink, type Role } from "#people"
import { HOUR, MINUTE, newId } from "#platform"
import { type Json, until } from "../../../test/support/house.ts"
import type { Relayed } from "../../../test/support/relay.ts"
import { Shop } from "../../../test/support/shop.ts"
import { type Evidence, room } from "../tables.ts"

/** Somebody at the desk, with their own session. */
export interface Colleague {
  id: string
  address: string
  ask(method: string, path: string, body?: unknown): Promise<Json>
}

const EVIDENCE: Evidence = {
  minutes: 5,
  count: 40,
  usual: 1,
  seldomAbove: -1, // it lasts: even of nothing more is said
  complete: true,
  posts: 44,
  people: 40,
  words: [
    { word: "entrepôt", people: 31 },
    { word: "grève", people: 28 },
  ],
  sites: [{ site: "forum.example", posts: 30 }],
  countries: [{ country: "FR", people: 12 }],
  mentions: [],
}

/** A shop in which surges are called when the test says so. */
export class AlertShop {
  readonly shop: Shop

  private constructor(shop: Shop) {
    this.shop = shop
  }

  static async open(): Promise<AlertShop> {
    return new AlertShop(await Shop.open())
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
  async call(of: string | { inbox: string }, { strength = 1.5, ...evidence }: Partial<Evidence> & { strength?: number } = {}): Promise<string> {
    const { db } = this.shop.inside.house.parts
    const subject = typeof of === "string" ? { watch_id: of } : { watch_id: null, inbox_id: of.inbox, inbox_ids: [of.inbox] }
    const id = await db.transact(async (tx) => {
      const alarm = newId(tx.now)
      const since = new Date(tx.now.getTime() - 5 * MINUTE)
      await room(tx)
        .insertInto("alarms")
        .values({ id: alarm, ...subject, since, called_at: tx.now, strength, evidence: JSON.stringify({ ...EVIDENCE, ...evidence }) })
        .execute()
      await tx.record({ kind: "alarm.called", actor: "system:listening", about: {}, audience: "audit", data: { alarm } })
      return alarm
    })
    await this.shop.inside.house.settle()
    return id
  }

  async pass(minutes: number): Promise<void> {
    this.shop.inside.clock.advance(minutes * MINUTE)
    await this.shop.inside.house.settle()
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
