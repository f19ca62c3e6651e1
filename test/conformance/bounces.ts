import { readFileSync, readdirSync } from "node:fs"
import { explainMail, ReadingPool } from "#channels/mail"
import { mailCases } from "./mail.ts"
import { requiredData, type SuiteResult } from "./suite.ts"

/** Sisimai's delivery reports are all recognised as such, and no ordinary mail is. What they say in detail is another suite's. */
export async function bouncesSuite(): Promise<SuiteResult> {
  const pool = new ReadingPool({ workers: 1 })
  const kindOf = async (path: string) => (await explainMail(readFileSync(path), { read: (raw) => pool.read(raw) })).bounce.kind
  const details: string[] = []
  const reports = readdirSync(requiredData("bounces")).filter((name) => name.endsWith(".eml"))
  for (const name of reports) {
    if ((await kindOf(requiredData("bounces", name))) === "none") details.push(`FAILED ${name} is not recognised`)
  }
  const letters = mailCases()
  for (const path of letters) {
    const kind = await kindOf(path)
    if (kind !== "none") details.push(`FAILED ${path.split("/").slice(-2).join("/")} is taken for a ${kind}`)
  }
  await pool.close()
  const total = reports.length + letters.length
  const passed = total - details.length
  return {
    suite: "bounces",
    passed,
    failed: details.length,
    details,
    goal: "every report recognised, no letter",
    reached: passed === total,
  }
}
