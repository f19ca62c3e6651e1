import { addAgent, issueSignInLink, type Role, systemActor } from "#people"
import { closeAfterwards } from "./database.ts"
import type { Json } from "./house.ts"
import { Shop } from "./shop.ts"

export interface Who {
  id: string
  headers: Record<string, string>
}

interface Place {
  close(): Promise<void>
}

export const NOON = "2026-11-02T12:00:00Z"

/** A company with a desk at which people sit, and places in the open where it has something to say. */
export class Company<Places extends Readonly<Record<string, Place>>> {
  readonly shop: Shop
  readonly at: Places

  private constructor(shop: Shop, at: Places) {
    this.shop = shop
    this.at = at
  }

  static async open<Places extends Readonly<Record<string, Place>>>(at: Places): Promise<Company<Places>> {
    for (const place of Object.values(at)) closeAfterwards(() => place.close())
    const env = { VIGIE_ALLOW_PRIVATE: "localhost" }
    return new Company(await Shop.open({ address: "care@lilas.example", language: "en", start: NOON, env }), at)
  }

  /** Somebody at the desk, signed in. */
  async agent(name: string, role: Role = "agent", inboxes?: string[]): Promise<Who> {
    const { db, house } = this.shop.inside
    const email = `${name.toLowerCase().replaceAll(/\W+/g, ".")}@lilas.example`
    const agent = { email, name, role, ...(inboxes ? { inboxes } : {}) }
    const { agentId: id } = await db.transact((tx) => addAgent(systemActor("test"), tx, agent))
    const link = await db.transact((tx) => issueSignInLink(tx, id))
    const headers = { "content-type": "application/json" }
    const answer = await house.app.request(`/api/sign-in/link/${link}`, { method: "POST", headers, body: "{}" })
    return { id, headers: { cookie: answer.headers.get("set-cookie")!.split(";")[0]! } }
  }

  async ask(who: Who, method: string, path: string, body?: unknown): Promise<{ status: number; body: Json }> {
    return this.shop.inside.api(path, { method, headers: who.headers, ...(body === undefined ? {} : { body }) })
  }

  async must(who: Who, method: string, path: string, body?: unknown): Promise<Json> {
    const answer = await this.ask(who, method, path, body)
    if (answer.status >= 300) throw new Error(`${method} ${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  /** A mention that was told to Vigie. */
  async mention(given: Record<string, unknown>): Promise<Json> {
    const { items } = await this.shop.ask("/api/mentions", { body: { source: "Networks", mentions: [given] } })
    await this.shop.inside.house.settle()
    return items[0]
  }

  /** Time passes, and what is due is done. */
  async later(seconds: number): Promise<void> {
    this.shop.inside.clock.advance(seconds * 1000)
    await this.shop.inside.house.settle()
  }
}
