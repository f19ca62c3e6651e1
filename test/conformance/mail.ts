import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { explainMail, ReadingPool } from "#channels/mail"
import { compareMail } from "./mail/compare.ts"
import { parseExpected } from "./mail/expected.ts"
import { reasonFor } from "./mail/taste.ts"
import { requiredData, type SuiteResult } from "./suite.ts"

const FOLDERS = ["rfc", "malformed", "thirdparty"]

/** The mails of the suite, for those who send them through the real door and want them back byte for byte. */
export function mailCases(): string[] {
  return FOLDERS.flatMap((folder) => {
    const path = requiredData("mail", folder)
    return readdirSync(path)
      .filter((name) => name.endsWith(".eml"))
      .toSorted()
      .map((name) => join(path, name))
  })
}

/**
 * stalwart/mail-parser's corpus. A mail passes when it's taken and readable: whatever its reference finds to read is in our text or
 * among our files. Where the two read a field otherwise, the report says so.
 */
export async function mailSuite(): Promise<SuiteResult> {
  const pool = new ReadingPool({ workers: 1 })
  const details: string[] = []
  let passed = 0
  let failed = 0
  let fields = 0
  let asExpected = 0
  for (const path of mailCases()) {
    const name = path.split("/").slice(-2).join("/")
    try {
      const mail = await explainMail(readFileSync(path), { read: (raw) => pool.read(raw) })
      const comparison = compareMail(mail, parseExpected(readFileSync(path.replace(/\.eml$/, ".json"), "utf8")))
      fields += comparison.compared
      asExpected += comparison.compared - comparison.differences.length
      details.push(...comparison.differences.map((difference) => `differs ${name} (${reasonFor(name)}) ${difference.slice(0, 160)}`))
      if (comparison.unreadable.length) {
        failed++
        details.push(...comparison.unreadable.map((reason) => `FAILED ${name} ${reason}`))
      } else passed++
    } catch (error) {
      failed++
      details.push(`FAILED ${name} ${String(error)}`)
    }
  }
  await pool.close()
  details.push(`${asExpected} of ${fields} fields are as the reference reads them`)
  return { suite: "mail", passed, failed, details, goal: "every mail taken and readable", reached: failed === 0 }
}
