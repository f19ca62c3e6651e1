import { issueSignInLink } from "#people"
import type { House } from "../../open-house.ts"
import type { Seat } from "../past/furnished.ts"

/** Colleagues at their desks: each signs in as people do, and does everything through the same door as a browser. */
export class Colleagues {
  readonly #house: House
  readonly #cookies = new Map<string, Promise<string>>()

  constructor(house: House) {
    this.#house = house
  }

  /** Asks the API as a colleague. Gives the answer, or null when there is none. @throws when it is refused */
  async ask<Answer>(who: Seat, method: string, path: string, body?: object): Promise<Answer> {
    const first = await this.#send(await this.#cookie(who), method, path, body)
    const answer = first.status === 401 ? await this.#send(await this.#cookie(who, true), method, path, body) : first
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`)
    return JSON.parse(text || "null") as Answer
  }

  #send(cookie: string, method: string, path: string, body?: object): Response | Promise<Response> {
    return this.#house.app.request(path, {
      method,
      headers: { cookie, ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  }

  /** Signed in once, however many things they do at the same time. */
  #cookie(who: Seat, anew = false): Promise<string> {
    const known = this.#cookies.get(who.id)
    if (known && !anew) return known
    const signing = this.#signIn(who)
    this.#cookies.set(who.id, signing)
    return signing
  }

  async #signIn(who: Seat): Promise<string> {
    const link = await this.#house.parts.db.transact((tx) => issueSignInLink(tx, who.id))
    const answer = await this.#house.app.request(`/api/sign-in/link/${link}`, {
      method: "POST",
      headers: { "content-type": "application/json", "user-agent": "Vigie" },
      body: "{}",
    })
    const cookie = answer.headers.get("set-cookie")?.split(";")[0]
    if (!cookie) throw new Error(`${who.name} can't sign in: ${answer.status} ${await answer.text()}`)
    return cookie
  }
}
