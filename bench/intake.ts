import { execFile, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { promisify } from "node:util"
import { Postfix } from "./postfix.ts"
import { progress, report, reportSpread, spread } from "./report.ts"
import { SmtpSession } from "./smtp-session.ts"
import { BenchVigie, freePort, portOpen } from "./vigie.ts"

const ROUNDS = 5
const MAILS = 3000
const SIZE = 4096
const RATE = 100
const seconds = Number(process.env["VIGIE_BENCH_SECONDS"] ?? 30)
/** The figure is 100,000; that takes about half an hour. */
const memoryMails = Number(process.env["VIGIE_BENCH_MAILS"] ?? 6000)

/**
 * Mail accepted a second against Debian's Postfix, from the same smtp-source, by turns; from the 250 to the API; memory.
 * Postfix holds each mail once it is queued, so that nothing but accepting is measured of it; Vigie is measured twice, its intake alone
 * and the whole of it, database, desk and filing included; while another has its turn, the whole stands still.
 */
export async function intake(): Promise<void> {
  const lacking = await Postfix.lacking()
  if (process.env["VIGIE_BENCH_SKIP_PEER"]) progress("Not compared with Postfix: told so.")
  else if (lacking) progress(`Not compared with Postfix: ${lacking}.`)
  else await againstPostfix()
  const vigie = await BenchVigie.open()
  try {
    await latency(vigie)
    await memory(vigie)
  } finally {
    await vigie.close()
  }
}

async function againstPostfix(): Promise<void> {
  const [postfixPort, alonePort] = [await freePort(), await freePort()]
  const folder = await mkdtemp(join(tmpdir(), "vigie-intake-bench-"))
  const alone = spawn(process.execPath, ["bench/intake-alone.ts", folder, String(alonePort)], { stdio: ["ignore", "ignore", "inherit"] })
  const closing = [
    async () => {
      alone.kill("SIGTERM")
      if (alone.exitCode === null) await once(alone, "exit")
      await rm(folder, { recursive: true, force: true })
    },
  ]
  try {
    const postfix = await Postfix.open(postfixPort, "hold")
    closing.push(() => postfix.close())
    const whole = await BenchVigie.open()
    closing.push(() => whole.close())
    await portOpen(alonePort, () => alone.exitCode)
    for (const reuse of [false, true]) {
      const rates = { postfix: [] as number[], alone: [] as number[], whole: [] as number[] }
      for (let round = 0; round <= ROUNDS; round++) {
        whole.pause()
        const others = { postfix: await rate(postfixPort, reuse), alone: await rate(alonePort, reuse) }
        whole.resume()
        const one = { ...others, whole: await rate(whole.smtp, reuse) }
        progress(`round ${round}: ${JSON.stringify(one)}`)
        if (round > 0) for (const name of ["postfix", "alone", "whole"] as const) rates[name].push(one[name])
      }
      const peer = median(rates.postfix)
      const way = reuse ? "sessions-reused" : "session-per-mail"
      report({ bench: "intake", metric: `accepted.${way}.postfix`, value: peer, unit: "mails/s" })
      for (const name of ["alone", "whole"] as const) {
        const value = median(rates[name])
        report({ bench: "intake", metric: `accepted.${way}.${name}`, value, unit: "mails/s", peer: "postfix", ratio: value / peer })
      }
    }
  } finally {
    for (const close of closing.reverse()) await close()
  }
}

/** Mails a second that one run of Postfix's own load generator gets accepted, twenty sessions at once. */
async function rate(port: number, reuse: boolean): Promise<number> {
  const args = [
    ...(reuse ? ["-d"] : []),
    "-s",
    "20",
    "-l",
    String(SIZE),
    "-m",
    String(MAILS),
    "-f",
    "camille@rousseau.example",
    "-t",
    "care@shop.example",
  ]
  const began = performance.now()
  await promisify(execFile)("/usr/sbin/smtp-source", [...args, `127.0.0.1:${port}`])
  return Math.round((MAILS * 1000) / (performance.now() - began))
}

/** A steady stream; each tenth mail is asked for in the API from its 250 on, until it is there. */
async function latency(vigie: BenchVigie): Promise<void> {
  const sessions = await Promise.all(Array.from({ length: 10 }, () => SmtpSession.open(vigie.smtp)))
  const seen: Promise<number>[] = []
  // One question at a time, about the oldest that isn't there yet: asking must not become the load that is measured.
  let before: Promise<unknown> = Promise.resolve()
  const sending: Promise<void>[] = []
  const began = performance.now()
  for (let n = 0; n < RATE * seconds; n++) {
    const wait = began + (n * 1000) / RATE - performance.now()
    if (wait > 0) await pause(wait)
    const id = `<${n}@rousseau.example>`
    const sent = sessions[n % sessions.length]!.send(mail(n, id))
    sending.push(sent)
    if (n % 10 !== 0) continue
    const accepted = sent.then(() => performance.now())
    const visible = Promise.all([accepted, before]).then(([since]) => visibleAfter(vigie, id, since))
    before = visible
    seen.push(visible)
  }
  await Promise.all(sending)
  const took = (performance.now() - began) / 1000
  report({ bench: "intake", metric: "sustained", value: (RATE * seconds) / took, unit: "mails/s" })
  const waited = await Promise.all(seen)
  reportSpread("intake", "visible-after-250", spread(waited))
  // The first seconds of a program that has just started pay for its threads and its compiler.
  reportSpread("intake", "visible-after-250-warm", spread(waited.slice(RATE)))
  for (const session of sessions) session.close()
  await vigie.filed()
}

async function visibleAfter(vigie: BenchVigie, id: string, since: number): Promise<number> {
  for (;;) {
    const { items } = await vigie.get<{ items: unknown[] }>(`/api/messages?messageId=${encodeURIComponent(id)}`)
    if (items.length > 0) return performance.now() - since
    await pause(20)
  }
}

/** What the program holds after a tenth of the mails, and after all of them. */
async function memory(vigie: BenchVigie): Promise<void> {
  const session = await SmtpSession.open(vigie.smtp)
  let early = 0
  for (let n = 1; n <= memoryMails; n++) {
    await session.send(mail(n, `<m${n}@rousseau.example>`))
    // Taken and filed in step: a backlog on the disk is not what is measured.
    if (n % 500 === 0) {
      await vigie.filed()
      progress(`${n} mails: ${Math.round(await vigie.memory())} MB`)
    }
    if (n === Math.ceil(memoryMails / 10 / 500) * 500) early = await vigie.memory()
  }
  session.close()
  const late = await vigie.memory()
  report({ bench: "intake", metric: `memory.after-${memoryMails}`, value: late, unit: "MB", peer: "after a tenth", ratio: late / early })
}

function mail(n: number, id: string): string {
  const head = `From: Customer ${n} <customer${n % 5000}@rousseau.example>\r\nTo: care@shop.example\r\nMessage-ID: ${id}\r\nDate: Mon, 2 Nov 2026 09:00:00 +0100\r\n`
  return `${head}Subject: Order ${n}\r\n\r\nWhere is my order ${n}?\r\n${"It should have come on Monday.\r\n".repeat(60)}`
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}
