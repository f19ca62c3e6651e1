import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openHouse, type House, type HouseOptions } from "#house"
import { ReadingPool } from "#channels/mail"
import { addInbox } from "#conversations"
import { addAgent, addToken, type Role, systemActor } from "#people"
import { type Clock, Database, fixedClock, type MovableClock, readConfig } from "#platform"
import { closeAfterwards, closeAtTheEnd, MONDAY_MORNING } from "./database.ts"
import { type ApiOptions, cloneUrl, type Json } from "./house.ts"

/** A whole house inside the test's process, on free ports, with a clock that the test moves. */
export interface InsideHouse<C extends Clock = MovableClock> {
  house: House
  clock: C
  db: Database
  api(path: string, options?: ApiOptions): Promise<{ status: number; body: Json }>
  /** An API token of a role. */
  token(role: Role): Promise<string>
  /** An agent who may sign in; gives the id. */
  agent(email: string, name: string, role?: Role): Promise<string>
  inbox(address: string, settings?: { acknowledge?: boolean; language?: "en" | "fr" }): Promise<string>
}

const TEST = systemActor("test")

type Options = HouseOptions & { env?: NodeJS.ProcessEnv }

export const openInside = ({ start = MONDAY_MORNING, ...options }: Options & { start?: string } = {}): Promise<InsideHouse> =>
  openByClock(fixedClock(start), options)

/** The same by another clock: the real one, where a browser's own counts too. */
export async function openByClock<C extends Clock>(clock: C, options: Options): Promise<InsideHouse<C>> {
  const home = await mkdtemp(join(tmpdir(), "vigie-inside-"))
  const databaseUrl = await cloneUrl()
  process.env["VIGIE_TEST_UNSAFE"] = "1"
  const config = readConfig({
    VIGIE_HOME: home,
    VIGIE_HTTP: "127.0.0.1:0",
    VIGIE_SMTP: "127.0.0.1:0",
    VIGIE_DNS: "offline",
    VIGIE_LOG: "error",
    VIGIE_MIN_FREE_MB: "10",
    DATABASE_URL: databaseUrl,
    ...options.env,
  })
  const house = await openHouse(config, clock, { reading: readingPool(), ...options })
  const db = new Database({ url: databaseUrl }, clock, { connections: 2 })
  closeAfterwards(async () => {
    await house.close()
    await db.close()
    await rm(home, { recursive: true, force: true })
  })
  return {
    house,
    clock,
    db,
    api: (path, asked = {}) => ask(house, path, asked),
    token: (role) => db.transact(async (tx) => (await addToken(TEST, tx, { name: `test ${role}`, role })).token),
    agent: (email, name, role = "agent") => db.transact(async (tx) => (await addAgent(TEST, tx, { email, name, role })).agentId),
    inbox: async (address, settings = {}) => {
      const { id } = await db.transact((tx) => addInbox(TEST, tx, { address, name: address.split("@")[0]!, ...settings }))
      return id
    },
  }
}

let reading: ReadingPool | null = null

/** One thread reads for all houses of the process: starting two for each costs more than opening it. */
function readingPool(): ReadingPool {
  if (reading) return reading
  const pool = new ReadingPool({ workers: 1, idleMs: 60_000 })
  closeAtTheEnd(() => pool.close())
  return (reading = pool)
}

async function ask(house: House, path: string, { token, method, body, headers }: ApiOptions): Promise<{ status: number; body: Json }> {
  const answer = await house.app.request(path, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, body: text && /json/.test(answer.headers.get("content-type") ?? "") ? JSON.parse(text) : text }
}
