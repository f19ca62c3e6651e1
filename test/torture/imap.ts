import { createHash, randomInt } from "node:crypto"
import { setTimeout as wait } from "node:timers/promises"
import { Dovecot } from "../support/dovecot.ts"
import { Api } from "./api.ts"
import type { Promised } from "./customers.ts"
import { compare, type Kept, prepare } from "./kept.ts"
import { withPlace } from "./place.ts"
import { type Place, Victim } from "./victim.ts"

/** The places between a mail on somebody else's server and what is done there once it is ours. */
export const IMAP_FAILPOINTS = ["imap-opened", "imap-spooled", "imap-recorded", "imap-announced", "imap-settled-there"] as const

const USER = "care"
/** Mails that come before each life: a failpoint is met at the first, the second or the third of them. */
const MAILS = 3

/** A server that dies again and again while it reads a mailbox: each mail there becomes one case, with its bytes as they were. */
export async function killWhileReading(failpoints: readonly string[], say: (line: string) => void): Promise<Kept> {
  const server = await Dovecot.open()
  try {
    return await withPlace({ VIGIE_ALLOW_PRIVATE: "127.0.0.0/8" }, (place) => torment(place, server, failpoints, say))
  } finally {
    await server.close()
  }
}

async function torment(place: Place, server: Dovecot, failpoints: readonly string[], say: (line: string) => void): Promise<Kept> {
  await prepare(place)
  await addMailbox(place, server)
  const delivered: Promised[] = []
  for (const [n, failpoint] of failpoints.entries()) {
    const mails = Array.from({ length: MAILS }, (_, nth) => letter(n * MAILS + nth))
    await server.deliver(
      USER,
      mails.map(({ bytes }) => bytes),
    )
    delivered.push(...mails)
    const many = failpoint === "imap-opened" || failpoint === "imap-settled-there"
    const victim = await Victim.start(place, `${failpoint}:${many ? 1 : randomInt(1, MAILS + 1)}`)
    await victim.gone
    if ((n + 1) % 10 === 0) say(`${n + 1} of ${failpoints.length} kills, ${delivered.length} mails delivered`)
  }
  const last = await Victim.start(place, null)
  const api = await Api.of(place)
  await last.until(allHeld(api, delivered.length))
  await api.allFiled()
  const wrong = await compare(api, delivered)
  await last.stop()
  return { promised: delivered.length, repeated: 0, kills: failpoints.length, wrong }
}

async function addMailbox(place: Place, server: Dovecot): Promise<void> {
  const victim = await Victim.start(place, null)
  const api = await Api.of(place)
  const [inbox] = await api.items<{ id: string }>("/api/inboxes")
  const where = { host: "127.0.0.1", port: server.port, security: "none", username: USER, password: "secret", afterReading: "mark-seen" }
  const answer = await api.post("/api/mailboxes", { inboxId: inbox!.id, ...where }, "add")
  if (!answer.ok) throw new Error(`The mailbox isn't read: ${await answer.text()}`)
  await victim.stop()
}

/** Until the mailbox's page says "server holds N, we hold N, missing 0". */
async function allHeld(api: Api, howMany: number): Promise<void> {
  for (;;) {
    const [mailbox] = await api.items<{ held: number | null; missing: number | null }>("/api/mailboxes")
    if (mailbox?.held === howMany && mailbox.missing === 0) return
    await wait(50)
  }
}

function letter(n: number): Promised & { bytes: Buffer } {
  const messageId = `<${n}.${process.pid}@people.example>`
  const lines = [
    `From: Camille Rousseau <customer-${n % 50}@people.example>`,
    "To: <care@shop.example>",
    `Message-ID: ${messageId}`,
    "Date: Mon, 2 Nov 2026 09:00:00 +0100",
    `Subject: Bouquet ${n}`,
    "",
    `The bouquet number ${n} has not come.`,
    "",
  ]
  const bytes = Buffer.from(lines.join("\r\n"))
  return { messageId, sha256: createHash("sha256").update(bytes).digest("hex"), bytes }
}
