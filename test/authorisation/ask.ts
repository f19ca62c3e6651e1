import { randomUUID } from "node:crypto"
import type { Json } from "../support/house.ts"
import { type ObjectName, objects, type Params, pictureForm } from "./objects.ts"
import type { Row } from "./rows.ts"
import type { Caller, Scene, Side } from "./scene.ts"

export interface Answer {
  status: number
  text: string
  body: Json
}

export interface Question {
  route: string
  params?: Params
  query?: string | undefined
  headers?: Record<string, string>
  body?: unknown
}

/** Asks one route as it stands in the API's description, with its path filled in. */
export async function ask(scene: Scene, { route, params = {}, query, headers = {}, body }: Question): Promise<Answer> {
  const [method, template] = route.split(" ") as [string, string]
  const path = template
    .replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? "none"))
    .replace("*", "nothing-here.css")
  const upload = route === "POST /api/uploads" || route === "POST /api/knowledge/pictures"
  const sent = upload ? (route.includes("pictures") ? pictureForm() : someFile()) : body === undefined ? undefined : JSON.stringify(body)
  const answer = await scene.inside.house.app.request(`${path}${query ? `?${query}` : ""}`, {
    method,
    headers: { ...(sent !== undefined && !upload ? { "content-type": "application/json" } : {}), ...headers },
    ...(sent === undefined ? {} : { body: sent }),
  })
  if (answer.headers.get("content-type")?.startsWith("text/event-stream")) {
    await answer.body?.cancel()
    return { status: answer.status, text: "", body: null }
  }
  const text = await answer.text()
  return { status: answer.status, text, body: /json\b/.test(answer.headers.get("content-type") ?? "") ? JSON.parse(text) : null }
}

function someFile(): FormData {
  const form = new FormData()
  form.set("file", new File(["a note"], "note.txt", { type: "text/plain" }))
  return form
}

/** Things that paths name: one of a kind and side, kept, unless a new one is asked for. */
export class Things {
  readonly #scene: Scene
  readonly #kept = new Map<string, Promise<Params>>()

  constructor(scene: Scene) {
    this.#scene = scene
  }

  get(name: ObjectName | undefined, side: Side, caller: Caller | null, fresh = false): Promise<Params> {
    if (!name) return Promise.resolve({})
    if (fresh) return this.#make(name, side, caller)
    const key = `${name} ${side} ${PERSONAL.has(name) ? caller?.ref : ""}`
    const kept = this.#kept.get(key) ?? this.#make(name, side, caller)
    this.#kept.set(key, kept)
    return kept
  }

  async #make(name: ObjectName, side: Side, caller: Caller | null): Promise<Params> {
    const params = await objects[name](this.#scene, side, caller)
    const hidden = side === "theirs" && !name.startsWith("inbox") && hasSides(name)
    if (hidden) for (const value of Object.values(params)) if (value.length === 36) this.#scene.secrets.add(value)
    return params
  }
}

/** Somebody's own: another person's is not there for them. */
const PERSONAL = new Set<ObjectName>(["proposal", "session", "passkey", "note", "saved view", "bulk change"])
const COMPANYS = new Set<ObjectName>([
  "social account",
  "public answer that stands",
  "article",
  "article text",
  "published article",
  "picture",
  "saved view",
  "shared view",
  "template",
  "removed template",
  "upload",
  "agent",
  "disabled agent",
  "team",
  "token",
  "status",
  "field",
  "calendar",
  "rule",
  "session",
  "passkey",
  "watch",
  "alert plan",
  "story",
  "storyMove",
  "claim",
  "readMention",
  "correction",
  "openDecision",
  "mention",
  "source",
])

/** Whether it lies in an inbox. What doesn't is the company's own, or a person's. */
export const hasSides = (name: ObjectName): boolean => !COMPANYS.has(name)

/** Ids that name nothing: one that could, and one that couldn't. */
export function nowhere(params: Params): Params[] {
  const [first] = Object.keys(params)
  return [randomUUID(), "no-such-thing"].map((id) => ({ ...params, [first!]: id }))
}

export const ROLES_UPWARDS: readonly Caller["role"][] = ["observer", "agent", "lead", "admin"]

export function isAllowed({ who, person }: Row, { role, kind }: Caller): boolean {
  return who !== "anybody" && ROLES_UPWARDS.indexOf(role) >= ROLES_UPWARDS.indexOf(who) && !(person && kind === "token")
}
