import { readFileSync } from "node:fs"
import { z } from "zod"
import { explainMail, ReadingPool } from "#channels/mail"
import { openWitness, type Witness } from "./html/witness.ts"
import { barePage, framedPage, mailWith } from "./html/page.ts"
import { requiredData, type SuiteResult } from "./suite.ts"

const payloads = z.array(z.object({ title: z.string().optional(), payload: z.string() }))

const CONTROL = '<img src="/control.png" onerror="alert(1)"><script>alert(2)</script>'

/**
 * DOMPurify's hostile payloads, sent as a mail: as its HTML, its text, its subject, its sender's name and the name of its file. Each
 * is opened in Chromium twice: bare, to prove the sanitiser, and as the desk shows it, in a sandboxed frame under a policy.
 */
export async function htmlSuite(): Promise<SuiteResult> {
  const cases = payloads.parse(JSON.parse(readFileSync(requiredData("html", "payloads.json"), "utf8")))
  const witness = await openWitness()
  const pool = new ReadingPool({ workers: 1 })
  const details: string[] = []
  let failed = 0
  try {
    const control = await witness.open({ html: `<!doctype html><main></main>${CONTROL}`, texts: [], framed: null })
    if (!control.executed || !control.requests.length) throw new Error("the witness sees nothing: even the bare payload does no harm")
    for (const [index, { payload }] of cases.entries()) {
      const harm = await harmOf(payload, pool, witness)
      if (!harm) continue
      failed++
      details.push(`FAILED payload ${index}: ${harm} ${JSON.stringify(payload.slice(0, 120))}`)
    }
  } finally {
    await witness.close()
    await pool.close()
  }
  return { suite: "html", passed: cases.length - failed, failed, details, goal: "0 executed, 0 requests", reached: failed === 0 }
}

async function harmOf(payload: string, pool: ReadingPool, witness: Witness): Promise<string | null> {
  const mail = await explainMail(mailWith(payload), { read: (raw) => pool.read(raw) })
  for (const [place, page] of [
    ["bare", barePage(mail)],
    ["framed", framedPage(mail)],
  ] as const) {
    const seen = await witness.open(page)
    if (seen.executed) return `${place}: executed`
    if (seen.requests.length) return `${place}: asked for ${seen.requests[0]}`
  }
  return null
}
