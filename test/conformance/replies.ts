import { readFileSync, readdirSync } from "node:fs"
import { type ExplainedMail, explainMail, ReadingPool } from "#channels/mail"
import { githubReplies } from "./replies/github.ts"
import { requiredData, type SuiteResult } from "./suite.ts"

/** Replies with quotations and signatures: what the writer newly wrote, and nothing else. */
export async function repliesSuite(): Promise<SuiteResult> {
  const pool = new ReadingPool({ workers: 1 })
  const read = (raw: Buffer) => explainMail(raw, { read: (bytes) => pool.read(bytes) })
  const failures = [...(await githubFailures(read)), ...(await talonFailures(read))]
  await pool.close()
  const total = readdirSync(requiredData("replies", "github")).length + talonMails().length
  const passed = total - new Set(failures.map((failure) => failure.split(":")[0])).size
  const reached = passed >= total * 0.95
  return { suite: "replies", passed, failed: total - passed, details: failures, goal: "95 %", reached }
}

type Read = (raw: Buffer) => Promise<ExplainedMail>

/** github/email_reply_parser: what it calls visible, without the quotations that stand between two answers. */
async function githubFailures(read: Read): Promise<string[]> {
  const failures: string[] = []
  for (const name of readdirSync(requiredData("replies", "github"))) {
    const text = readFileSync(requiredData("replies", "github", name), "utf8").replace(/\r\n?/g, "\n")
    const started = performance.now()
    const { newText } = await read(Buffer.from(`Content-Type: text/plain; charset=utf-8\n\n${text}`))
    const took = performance.now() - started
    const judge = githubReplies.get(name)
    const wrong = judge ? judge(newText, text) : "not judged, the case is new"
    if (wrong) failures.push(`${name}: ${wrong}`)
    else if (took > 1_000) failures.push(`${name}: took ${took.toFixed(0)} ms`)
  }
  return failures
}

function talonMails(): string[] {
  return readdirSync(requiredData("replies", "talon")).filter((name) => name.endsWith(".eml"))
}

/** mailgun/talon keeps a signature with the new text; ours stands beside it. */
async function talonFailures(read: Read): Promise<string[]> {
  const failures: string[] = []
  const folder = requiredData("replies", "talon")
  for (const name of talonMails()) {
    const special = readdirSync(folder).find((each) => each === name.replace(".eml", "_reply_text"))
    const expected = special ? readFileSync(requiredData("replies", "talon", special), "utf8") : "Hello"
    const { newText, signature } = await read(readFileSync(requiredData("replies", "talon", name)))
    const ours = special ? `${newText}\n\n${signature}` : newText
    if (squeezed(ours) !== squeezed(expected)) failures.push(`${name}: ${JSON.stringify(ours)} instead of ${JSON.stringify(expected)}`)
  }
  return failures
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, " ").trim()
}
