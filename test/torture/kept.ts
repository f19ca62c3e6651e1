import { createHash, randomInt } from "node:crypto"
import { setTimeout as wait } from "node:timers/promises"
import { Api } from "./api.ts"
import { Customers, type Promised } from "./customers.ts"
import { databasePid } from "./place.ts"
import { command, type Place, Victim } from "./victim.ts"

/** The places between a mail's first byte and its case. */
export const INTAKE_FAILPOINTS = [
  "after-spool-flush",
  "before-250",
  "after-250",
  "after-blob",
  "in-transaction",
  "before-commit",
  "after-commit",
  "before-spool-done",
] as const

export interface Kept {
  promised: number
  repeated: number
  kills: number
  /** What breaks the promise, one line each. */
  wrong: string[]
}

/** One way of ending a server while customers write. */
export type Death = (place: Place, customers: Customers) => Promise<void>

/** At the nth time a failpoint is reached. */
export function atFailpoint(name: string): Death {
  return async (place) => {
    const victim = await Victim.start(place, `${name}:${randomInt(1, 6)}`)
    await victim.gone
  }
}

/** At any moment within a second and a half. */
export const atRandom: Death = async (place) => {
  const victim = await Victim.start(place, null)
  await wait(randomInt(1, 1500))
  await victim.kill()
}

/** The database's own process dies; the server starts it again, and dies too. */
export const databaseKilled: Death = async (place, customers) => {
  const victim = await Victim.start(place, null)
  await victim.until(customers.heard(2))
  const pid = await databasePid(place.home)
  if (pid !== null) process.kill(pid, "SIGKILL")
  await victim.until(customers.heard(5))
  await victim.kill()
}

/** Lets customers write while the server dies again and again, then holds what they were promised against what is there. */
export async function killWhileWriting(place: Place, deaths: readonly Death[], say: (line: string) => void): Promise<Kept> {
  await prepare(place)
  const customers = new Customers(place.smtp, "care@shop.example")
  customers.start(3)
  for (const [n, death] of deaths.entries()) {
    await death(place, customers)
    if ((n + 1) % 10 === 0)
      say(`${n + 1} of ${deaths.length} kills, ${customers.promised.length} mails promised, ${customers.repeated} tries without an answer`)
  }
  const last = await Victim.start(place, null)
  await last.until(customers.heard(5))
  await customers.stop()
  const api = await Api.of(place)
  await api.allFiled()
  const wrong = await compare(api, customers.promised)
  await last.stop()
  return { promised: customers.promised.length, repeated: customers.repeated, kills: deaths.length, wrong }
}

export async function prepare(place: Place): Promise<void> {
  await command(place, "inbox", "add", "--address", "care@shop.example")
}

/** Each promised mail is there once, whole, in a case. */
export async function compare(api: Api, promised: readonly Promised[]): Promise<string[]> {
  const wrong: string[] = []
  const twice = new Set<string>()
  for (const { messageId, sha256 } of promised) {
    if (twice.has(messageId)) wrong.push(`${messageId} was promised twice`)
    twice.add(messageId)
    const found = await api.items<{ id: string; caseId: string | null }>(`/api/messages?messageId=${encodeURIComponent(messageId)}`)
    if (found.length === 0) wrong.push(`${messageId} is lost`)
    if (found.length > 1) wrong.push(`${messageId} is there ${found.length} times`)
    const [message] = found
    if (!message) continue
    if (message.caseId === null) wrong.push(`${messageId} is in no case`)
    const original = Buffer.from(await (await api.get(`/api/messages/${message.id}/original`)).arrayBuffer())
    if (createHash("sha256").update(original).digest("hex") !== sha256) wrong.push(`${messageId} is not what was sent`)
  }
  return wrong
}
