import { parseArgs } from "node:util"
import { atFailpoint, atRandom, databaseKilled, INTAKE_FAILPOINTS, type Kept, killWhileWriting } from "./kept.ts"
import { dovecotInstalled } from "../support/dovecot.ts"
import { IMAP_FAILPOINTS, killWhileReading } from "./imap.ts"
import { databaseDown, diskFull, lacksMount } from "./outages.ts"
import { withPlace } from "./place.ts"
import { killWhileSending, SENDING_FAILPOINTS } from "./sent-once.ts"

/** `npm run torture`: the long form of what `npm test` shows in short (promises 1 and 2). Progress goes to standard error. */
const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "20" }, // at each failpoint
    random: { type: "string", default: "500" },
    outages: { type: "string", default: "10" },
  },
})
const progress = (line: string): void => console.error(line)
const times = (n: string, of: readonly string[]): string[] => Array.from({ length: Number(n) }, () => of).flat()

async function kept(name: string, torment: () => Promise<Kept>): Promise<boolean> {
  const { promised, repeated, kills, wrong } = await torment()
  console.log(`${name}: ${kills} times, ${promised} mails promised, ${repeated} tries without an answer, ${wrong.length} wrong`)
  for (const line of wrong) console.log(`  ${line}`)
  return wrong.length === 0
}

async function sentOnce(): Promise<boolean> {
  const failpoints = times(values.kills, SENDING_FAILPOINTS)
  const { answers, sent, uncertain, wrong } = await withPlace({}, (place) => killWhileSending(place, failpoints, progress))
  console.log(
    `killed while sending: ${failpoints.length} times, ${answers} answers, ${sent} sent, ${uncertain} uncertain, ${wrong.length} wrong`,
  )
  for (const line of wrong) console.log(`  ${line}`)
  return wrong.length === 0
}

const failpoints = times(values.kills, INTAKE_FAILPOINTS).map(atFailpoint)
const random = Array.from({ length: Number(values.random) }, (_, n) => (n % 10 === 9 ? databaseKilled : atRandom))
const results = [
  await kept("killed at failpoints", () => withPlace({}, (place) => killWhileWriting(place, failpoints, progress))),
  await kept("killed at random", () => withPlace({}, (place) => killWhileWriting(place, random, progress))),
  await kept("database down", () => databaseDown(Number(values.outages))),
  await sentOnce(),
]
if (await dovecotInstalled()) {
  const steps = times(values.kills, IMAP_FAILPOINTS)
  results.push(await kept("killed while reading a mailbox", () => killWhileReading(steps, progress)))
} else console.log("killed while reading a mailbox: skipped, dovecot-imapd is not installed")
const noDisk = lacksMount()
if (noDisk) console.log(`disk full: skipped, ${noDisk}`)
else {
  results.push(await kept("disk full", () => diskFull(Number(values.outages), 0)))
  results.push(await kept("disk nearly full", () => diskFull(Number(values.outages), 2)))
}
const failed = results.filter((fine) => !fine).length
console.log(`${results.length - failed} passed, ${failed} failed${noDisk ? ", 2 skipped" : ""}`)
process.exitCode = failed > 0 ? 1 : 0
