import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { MINUTE } from "#platform"
import { fail, type Finding, ok, warn } from "./finding.ts"

/** What was accepted and isn't filed yet, and what was set aside: whole but refused by the database, or not to be read back. */
export async function checkSpool(home: string, now: Date, running: boolean): Promise<Finding[]> {
  const waiting = (await names(join(home, "spool/new"))).sort()
  const torn = (await names(join(home, "spool/torn"))).length
  const unfilable = (await names(join(home, "spool/unfilable"))).length
  const findings: Finding[] = []
  if (torn > 0) findings.push(fail("doctor.spool.torn", { count: torn }, "doctor.spool.torn.todo"))
  if (unfilable > 0) findings.push(fail("doctor.spool.unfilable", { count: unfilable }, "doctor.spool.unfilable.todo"))
  const oldest = waiting[0] ? acceptedAt(waiting[0]) : null
  const minutes = oldest ? Math.floor((now.getTime() - oldest.getTime()) / MINUTE) : 0
  const values = { count: waiting.length, minutes }
  if (waiting.length === 0) findings.push(ok("doctor.spool.ok"))
  else if (!running) findings.push(warn("doctor.spool.stopped", values, "doctor.spool.stopped.todo"))
  else if (minutes >= 5) findings.push(fail("doctor.spool.stuck", values, "doctor.spool.stuck.todo"))
  else findings.push(ok("doctor.spool.waiting", values))
  return findings
}

/** A spooled file's name is an id, and an id begins with its time (src/platform/ids.ts). */
function acceptedAt(id: string): Date {
  return new Date(Number.parseInt(id.replace("-", "").slice(0, 12), 16))
}

async function names(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return []
    throw error
  })
}
