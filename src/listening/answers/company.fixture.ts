import { addAgent, issueSignInLink, type Role, systemActor } from "#people"
import { closeAfterwards } from "../../../test/support/database.ts"
import type { Json } from "../../../test/support/house.ts"
import { Shop } from "../../../test/support/shop.ts"
import { blueskyStage, mastodonStage } from "../sources/stages/followed.fixture.ts"

export interface Who {
  id: string
  headers: Record<string, string>
}

const START = "2026-11-02T12:00:00Z"
export const POST = "at://did:plc:maya/app.bsky.feed.post/3kmaya2222222"
export const ROOT = { uri: "at://did:plc:other/app.bsky.feed.post/3kroot2222222", cid: "bafyroot" }

/** A company with a desk, and two networks on which it has an account. */
export class Company {
  readonly shop: Shop
  readonly bluesky: Awaited<ReturnType<typeof blueskyStage>>
  readonly mastodon: Awaited<ReturnType<typeof mastodonStage>>

  private constructor(shop: Shop, bluesky: Company["bluesky"], mastodon: Company["mastodon"]) {
    this.shop = shop
    this.bluesky = bluesky
    this.mastodon = mastodon
  }

  static async open(): Promise<Company> {
    const shop = await Shop.open({ address: "care@lilas.example", language: "en", start: START, env: { VIGIE_ALLOW_PRIVATE: "localhost" } })
    const stages = await Promise.all([blueskyStage(new Date(START)), mastodonStage(new Date(START))])
    for (const stage of stages) closeAfterwards(() => stage.close())
    const company = new Company(shop, ...stages)
    company.bluesky.pds.posts.set(POST, { cid: "bafymaya", record: { text: "Where is it?", reply: { root: ROOT, parent: ROOT } } })
    return company
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

  get blueskyAccount() {
    const { pds, url } = this.bluesky
    return { kind: "bluesky", settings: { pds: url, handle: pds.handle }, secret: { appPassword: pds.password } }
  }

  get mastodonAccount() {
    const { instance, url } = this.mastodon
    return { kind: "mastodon", settings: { url }, secret: { token: instance.token } }
  }

  /** A mention that was told to Vigie. */
  async mention(given: Record<string, unknown> = {}): Promise<Json> {
    const one = { key: POST, text: "Lilas, where is my bouquet? GE-77120 since Monday.", author: { handle: "maya.example" }, ...given }
    const { items } = await this.shop.ask("/api/mentions", { body: { source: "Networks", mentions: [one] } })
    await this.shop.inside.house.settle()
    return items[0]
  }

  /** Time passes, and what is due is done. */
  async later(seconds: number): Promise<void> {
    this.shop.inside.clock.advance(seconds * 1000)
    await this.shop.inside.house.settle()
  }
}
