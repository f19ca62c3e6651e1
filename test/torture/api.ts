import { setTimeout as wait } from "node:timers/promises"
import { command, type Place } from "./victim.ts"

/** The API of a place, with a token of an administrator. */
export class Api {
  readonly #base: string
  readonly #token: string

  private constructor(base: string, token: string) {
    this.#base = base
    this.#token = token
  }

  static async of(place: Place): Promise<Api> {
    return new Api(`http://127.0.0.1:${place.http}`, await command(place, "token", "add", "--name", "torture", "--role", "admin"))
  }

  async get(path: string): Promise<Response> {
    return fetch(this.#base + path, { headers: { authorization: `Bearer ${this.#token}` } })
  }

  async post(path: string, body: unknown, key: string): Promise<Response> {
    const headers = { authorization: `Bearer ${this.#token}`, "content-type": "application/json", "idempotency-key": key }
    return fetch(this.#base + path, { method: "POST", headers, body: JSON.stringify(body) })
  }

  /** The items of a list. */
  async items<Item>(path: string): Promise<Item[]> {
    const answer = await this.get(path)
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return ((await answer.json()) as { items: Item[] }).items
  }

  /** Until nothing waits in the spool any more. */
  async allFiled(): Promise<void> {
    for (;;) {
      const { parts } = (await (await this.get("/api/health")).json()) as { parts: Record<string, { depth?: number }> }
      if (parts["spool"]?.depth === 0) return
      await wait(20)
    }
  }
}
