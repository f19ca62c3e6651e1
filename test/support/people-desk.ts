import { OpenAPIHono } from "@hono/zod-openapi"
import {
  type MovableClock,
  type Database,
  Keys,
  Problem,
  problemResponse,
  silentLog,
  FactFeed,
  type SealedFact,
  type SafeFetch,
  Unauthenticated,
} from "#platform"
import {
  authenticate,
  issueSignInLink,
  type LinkMail,
  type PeopleDeps,
  type PeopleEnv,
  peopleRoutes,
  addAgent,
  type Role,
  signInRoutes,
  systemActor,
} from "#people"
import { languageOf, say } from "#words"
import { testDatabase } from "./database.ts"

export const SETUP = systemActor("test")

export interface Answer {
  status: number
  headers: Headers
  body: Record<string, unknown>
  text: string
}

/** A text of an answer. */
export function textIn(answer: Answer, name: string): string {
  const value = answer.body[name]
  if (typeof value !== "string") throw new Error(`no ${name} in ${answer.text}`)
  return value
}

export interface RequestOptions {
  ip?: string
  headers?: Record<string, string>
  form?: Record<string, string>
}

/** The room behind a small house of its own: routes, authentication, problem documents. */
export class TestDesk {
  readonly db: Database
  readonly clock: MovableClock
  readonly keys: Keys
  readonly deps: PeopleDeps
  readonly mails: LinkMail[] = []
  readonly #app = new OpenAPIHono<PeopleEnv>()

  constructor(db: Database, clock: MovableClock, url: string, outbound: Pick<SafeFetch, "get">) {
    this.db = db
    this.clock = clock
    this.keys = new Keys(Buffer.alloc(32, 7))
    this.deps = {
      db,
      keys: this.keys,
      log: silentLog,
      url: new URL(url),
      ipOf: (c) => c.req.header("x-test-ip") ?? "198.51.100.7",
      outbound,
      mailLeaves: () => Promise.resolve(true),
      mailSignInLink: async (_tx, mail) => {
        this.mails.push(mail)
      },
    }
    this.#build()
  }

  #build(): void {
    const app = this.#app
    app.onError((error, c) => {
      if (error instanceof Problem)
        return problemResponse(error, (key, values) => say(languageOf(c.req.header("accept-language")), key, values))
      throw error
    })
    app.route("/", signInRoutes(this.deps))
    app.use("/api/*", async (c, next) => {
      const secure = this.deps.url.protocol === "https:"
      const credentials = { authorization: c.req.header("authorization"), cookie: c.req.header("cookie"), ip: this.deps.ipOf(c), secure }
      const actor = await authenticate(this.db, this.keys, credentials)
      if (!actor) throw new Unauthenticated("people.signIn.needed")
      c.set("actor", actor)
      await next()
    })
    app.route("/", peopleRoutes(this.deps))
  }

  /** Listens for the next fact of a kind, which is told when it is committed. */
  async listenFor(kind: SealedFact["kind"]): Promise<{ told: Promise<SealedFact> }> {
    const feed = new FactFeed(this.db, silentLog)
    await feed.open()
    const told = new Promise<SealedFact>((resolve) => feed.listen((fact) => fact.kind === kind && resolve(fact)))
    const hear = async () => {
      const fact = await told
      await feed.close()
      return fact
    }
    return { told: hear() }
  }

  async request(method: string, path: string, body?: unknown, options: RequestOptions = {}): Promise<Answer> {
    const headers: Record<string, string> = { "x-test-ip": options.ip ?? "198.51.100.7", ...options.headers }
    const init: RequestInit = { method, headers }
    if (options.form) {
      headers["content-type"] = "application/x-www-form-urlencoded"
      init.body = new URLSearchParams(options.form).toString()
    } else if (body !== undefined) {
      headers["content-type"] = "application/json"
      init.body = JSON.stringify(body)
    }
    const answer = await this.#app.request(new URL(path, this.deps.url).href, init)
    const text = await answer.text()
    const isJson = (answer.headers.get("content-type") ?? "").includes("json")
    return { status: answer.status, headers: answer.headers, text, body: isJson ? (JSON.parse(text) as Record<string, unknown>) : {} }
  }

  /** A browser: it keeps the cookies it is given. */
  browser(options: RequestOptions = {}): Browser {
    return new Browser(this, options)
  }

  async addAgent(name: string, role: Role = "agent"): Promise<string> {
    const email = `${name.toLowerCase().replace(" ", ".")}@maison-rousseau.example`
    return (await this.db.transact((tx) => addAgent(SETUP, tx, { email, name, role }))).agentId
  }

  link(agentId: string): Promise<string> {
    return this.db.transact((tx) => issueSignInLink(tx, agentId))
  }

  /** Somebody who has signed in by a link. */
  async signedIn(name: string, role: Role = "agent"): Promise<Browser & { agentId: string }> {
    const agentId = await this.addAgent(name, role)
    const browser = this.browser()
    const answer = await browser.post(`/api/sign-in/link/${await this.link(agentId)}`)
    if (answer.status !== 200) throw new Error(`sign-in of ${name}: ${answer.text}`)
    return Object.assign(browser, { agentId })
  }
}

export class Browser {
  readonly #desk: TestDesk
  readonly #options: RequestOptions
  readonly cookies = new Map<string, string>()

  constructor(desk: TestDesk, options: RequestOptions) {
    this.#desk = desk
    this.#options = options
  }

  async request(method: string, path: string, body?: unknown, options: RequestOptions = {}): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ")
    const merged = {
      ...this.#options,
      ...options,
      headers: { ...(cookie ? { cookie } : {}), "sec-fetch-site": "same-origin", ...this.#options.headers, ...options.headers },
    }
    const answer = await this.#desk.request(method, path, body, merged)
    for (const set of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === "" || /max-age=0/i.test(set)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return answer
  }

  get(path: string, options?: RequestOptions): Promise<Answer> {
    return this.request("GET", path, undefined, options)
  }

  post(path: string, body?: unknown, options?: RequestOptions): Promise<Answer> {
    return this.request("POST", path, body, options)
  }
}

const NO_WAY_OUT: Pick<SafeFetch, "get"> = {
  get: () => Promise.reject(new Error("This test has no network")),
}

export async function testDesk(options: { url?: string; outbound?: Pick<SafeFetch, "get"> } = {}): Promise<TestDesk> {
  const { db, clock } = await testDatabase()
  return new TestDesk(db, clock, options.url ?? "http://desk.maison-rousseau.example", options.outbound ?? NO_WAY_OUT)
}
