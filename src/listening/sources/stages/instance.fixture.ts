import type { Answered, Asked } from "../served.fixture.ts"
import { json } from "./stage.fixture.ts"

interface Status {
  id: string
  text: string
  in_reply_to_id: string | null
  visibility: string
  language: string | null
  created_at: string
}

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")

/** An instance with one account of ours (https://docs.joinmastodon.org/methods/statuses, /accounts, /search, /instance). */
export class Instance {
  url = ""
  readonly token = "wr1te"
  /** Ours, the latest last. */
  readonly statuses: Status[] = []
  /** Others', as this instance knows them: their address, and the id they have here. */
  readonly known = new Map<string, string>()
  next: "cut-after" | "cut-before" | "away" | null = null
  mostCharacters = 500
  scopes: string[] | null = ["read", "write:statuses"]
  written: (status: unknown) => void = () => {}
  readonly #keys = new Map<string, string>()
  readonly #start: Date
  #count = 9000

  constructor(start: Date) {
    this.#start = start
  }

  get account() {
    return { id: "77", acct: "lilas", username: "lilas", display_name: "Lilas", url: `${this.url}/@lilas`, followers_count: 3 }
  }

  answer({ method, path, query, headers, body }: Asked): Answered {
    if (path === "/api/v2/instance")
      return json({ configuration: { statuses: { max_characters: this.mostCharacters, characters_reserved_per_url: 23 } } })
    if (headers.authorization !== `Bearer ${this.token}`) return { ...json({ error: "The access token is invalid" }), status: 401 }
    const [, id = "", rest = ""] = /^\/api\/v1\/statuses\/([^/]+)(\/source)?$/.exec(path) ?? []
    if (method === "POST" && path === "/api/v1/statuses") return this.#post(headers, JSON.parse(body.toString()) as Record<string, string>)
    if (path === "/api/v1/accounts/verify_credentials") return json(this.account)
    if (path === "/api/v1/apps/verify_credentials") return this.scopes ? json({ name: "Vigie", scopes: this.scopes }) : { status: 404 }
    if (path === "/api/v2/search") {
      const found = query.get("resolve") === "true" ? this.known.get(query.get("q") ?? "") : undefined
      return json({ accounts: [], hashtags: [], statuses: found ? [{ id: found, visibility: "public" }] : [] })
    }
    if (path === "/api/v1/accounts/77/statuses") {
      const from = Number(query.get("max_id") ?? Infinity)
      const shown = this.statuses.filter((each) => Number(each.id) < from).reverse()
      return json(shown.slice(0, Number(query.get("limit"))).map((each) => this.#shown(each)))
    }
    if (method === "DELETE" && id) return this.#delete(id)
    const own = this.statuses.find((each) => each.id === id)
    if (own && rest) return json({ id, text: own.text, spoiler_text: "" })
    if (own) return json(this.#shown(own))
    if ([...this.known.values()].includes(id)) return json({ id, visibility: "unlisted" })
    return { ...json({ error: "Record not found" }), status: 404 }
  }

  #post(headers: Asked["headers"], { status = "", in_reply_to_id, visibility = "public", language }: Record<string, string>): Answered {
    const key = String(headers["idempotency-key"])
    const before = this.statuses.find(({ id }) => id === this.#keys.get(key))
    if (before) return json(this.#shown(before))
    const how = this.next
    this.next = null
    if (how === "cut-before") return { cut: true }
    if (status.length > this.mostCharacters) return { ...json({ error: "Validation failed: Text character limit exceeded" }), status: 422 }
    const id = String(++this.#count)
    const created_at = new Date(this.#start.getTime() + this.#count).toISOString()
    const made = { id, text: status, in_reply_to_id: in_reply_to_id ?? null, visibility, language: language ?? null, created_at }
    this.statuses.push(made)
    this.#keys.set(key, id)
    this.written(this.#shown(made))
    if (how === "away") return { ...json({ error: "Service unavailable" }), status: 503 }
    return how === "cut-after" ? { cut: true } : json(this.#shown(made))
  }

  #delete(id: string): Answered {
    const at = this.statuses.findIndex((each) => each.id === id)
    if (at < 0) return { ...json({ error: "Record not found" }), status: 404 }
    const [gone] = this.statuses.splice(at, 1)
    return json({ ...this.#shown(gone!), text: gone!.text })
  }

  #shown({ text, ...status }: Status) {
    const where = { url: `${this.url}/@lilas/${status.id}`, uri: `${this.url}/users/lilas/statuses/${status.id}` }
    const content = `<p>${escaped(text).replace(/(@\w+)@[\w.]+/g, "$1")}</p>`
    return { ...status, ...where, content, spoiler_text: "", reblog: null, media_attachments: [], account: this.account }
  }
}
