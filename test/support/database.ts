import { randomBytes } from "node:crypto"
import { after } from "node:test"
import { type Address, Database, fixedClock, type MovableClock } from "#platform"
import { administer, cloneTemplate, startTestServer } from "./server.ts"

/** Monday 2 November 2026, 9:00 in Paris. */
export const MONDAY_MORNING = "2026-11-02T08:00:00Z"

export interface TestDatabase {
  db: Database
  clock: MovableClock
  address: Address
}

type Close = () => Promise<void>

const closing: Close[] = []
const closingLast: Close[] = []
// Of several files in one process (test/runner/one-after-another.ts): at the end of the last.
after(closeEverything)

/** Closes what was opened, the last first. By itself at the end of a test file; a script that borrows a house calls it. */
export async function closeEverything(): Promise<void> {
  await closeAll([...closingLast.splice(0), ...closing.splice(0)])
}

/** Closes what a test file opened for itself alone. */
export const closeOfFile = (): Promise<void> => closeAll(closing.splice(0))

async function closeAll(steps: readonly Close[]): Promise<void> {
  const failed: unknown[] = []
  for (const close of steps.toReversed()) await close().catch((error: unknown) => failed.push(error))
  if (failed.length)
    throw new AggregateError(failed, `${failed.length} of what was opened could not be closed: ${failed.map(String).join("; ")}`)
}

/** Something of a test file's own that is closed, last opened first, when the file is done. */
export function closeAfterwards(close: Close): void {
  closing.push(close)
}

/** Something that the next file in this process may use, too. */
export function closeAtTheEnd(close: Close): void {
  closingLast.push(close)
}

let server: Promise<string> | null = null

/** A fresh database with the whole schema, and a clock that stands still. Closed when the test file is done. */
export async function testDatabase(start: string = MONDAY_MORNING): Promise<TestDatabase> {
  server ??= sharedServer()
  const host = await server
  const database = `t_${randomBytes(6).toString("hex")}`
  await cloneTemplate(host, database)
  const clock = fixedClock(start)
  const address = { host, database }
  const db = new Database(address, clock, { connections: 4 })
  closeAfterwards(async () => {
    await db.close()
    await administer(host, `drop database ${database} with (force)`)
  })
  return { db, clock, address }
}

/** The runner starts one server for all files; a file run on its own starts one for itself. */
async function sharedServer(): Promise<string> {
  const shared = process.env["VIGIE_TEST_PG"]
  if (shared) return shared
  const { host, stop } = await startTestServer()
  closeAtTheEnd(stop)
  return host
}
