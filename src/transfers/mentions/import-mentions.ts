import { type DateOrder, DateOrderProof, Invalid } from "#platform"
import type { Run, Skip } from "../run.ts"
import { MentionsSettings } from "../settings.ts"
import { type MentionLine, readMentionFile } from "./mention-lines.ts"
import type { GivenLine, MentionTaker } from "./mention-taker.types.ts"

const BATCH = 500

/** Brings in a file of mentions, some hundred lines at a time. What was brought before is known, and isn't kept twice. */
export async function importMentions(run: Run, taker: MentionTaker): Promise<void> {
  const file = run.transfer.files[0]
  if (!file) throw new Invalid("transfers.noFile")
  const { source, place, dates: chosen } = MentionsSettings.parse(run.transfer.settings)
  const { form, columns, lines } = await readMentionFile(file.path)
  if (form === "table" && !taker.canRead(columns)) throw new Invalid("transfers.noTextColumn")
  const dates = chosen ?? (form === "table" ? await orderOf(lines, taker.momentColumns(columns)) : null)
  if (run.transfer.phase === "reading") await count(run, lines)
  const settled = run.numberAt("lines")
  let seen = 0
  let batch: MentionLine[] = []
  const into = taker.begin({ name: source, place: place ?? null, dates }, form)
  for await (const line of lines()) {
    if (seen++ < settled) {
      if ("given" in line) into.pass([line])
      continue
    }
    batch.push(line)
    if (batch.length < BATCH) continue
    await take(batch, seen)
    batch = []
  }
  if (batch.length > 0) await take(batch, seen)

  async function take(some: readonly MentionLine[], upTo: number): Promise<void> {
    const given = some.filter((line): line is GivenLine => "given" in line)
    const broken = some.flatMap((line) => ("broken" in line ? [{ line: line.line, reason: line.broken, detail: line.detail }] : []))
    const { added, changed, known, leftOut } = await into.take(given)
    const skips: Skip[] = [...broken, ...leftOut].map(({ line, ...why }) => ({ place: line, item: String(line), ...why }))
    await run.step(async () => ({
      done: some.length,
      place: { lines: upTo },
      counts: { mentions: added, changed, known },
      skips,
    }))
  }
}

/** What the dates of a table prove by themselves, all of them read once. */
async function orderOf(lines: () => AsyncGenerator<MentionLine>, columns: readonly string[]): Promise<DateOrder | null> {
  const proof = new DateOrderProof()
  if (columns.length === 0) return null
  for await (const line of lines()) {
    const cells = "given" in line ? Object.entries(line.given ?? {}) : []
    for (const [column, cell] of cells) if (columns.includes(column)) proof.see(String(cell))
  }
  return proof.order
}

/** How many there are, so that one sees how far it is. */
async function count(run: Run, lines: () => AsyncGenerator<MentionLine>): Promise<void> {
  let total = 0
  for await (const line of lines()) total += line ? 1 : 0
  await run.step(async () => ({ total, phase: "filing" }))
}
