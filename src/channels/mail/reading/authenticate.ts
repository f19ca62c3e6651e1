import { Readable } from "node:stream"
import { setImmediate } from "node:timers/promises"
import type { Connection, MailAuthentication, Resolver } from "./authenticate.types.ts"
import { headersOf, readHeaderBlock } from "./mime/header-block.ts"
import type { ReadMail } from "./read-mail.types.ts"
import { judge, notChecked } from "./sender/judge.ts"

export interface AuthenticationOptions {
  connection?: Connection | null
  resolver?: Resolver
  /** Nothing is asked of the network; the identity stays unverified. */
  offline?: boolean
  timeoutMs?: number
  /** The name that the checks give to this server. */
  serverName?: string
}

const MOST_SIGNATURES = 20
const CHUNK = 64 * 1024

/** The checker. Loading it takes as long as checking fifty mails; a house that asks no DNS never does. */
export const loadChecker = () => import("mailauth")

/**
 * Checks SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 9989) and ARC (RFC 8617), and says whether the author is proven: exactly one
 * From field with one plain address, whose domain DMARC finds aligned. Never rejects: what can't be checked is unverified, and why.
 */
export async function authenticateMail(
  raw: Buffer,
  mail: Pick<ReadMail, "from" | "warnings">,
  options: AuthenticationOptions = {},
): Promise<MailAuthentication> {
  if (options.offline) return notChecked(mail, "not-checked")
  if (countSignatures(raw) > MOST_SIGNATURES) return notChecked(mail, "signatures.too-many")
  const late = Promise.withResolvers<"late">()
  const timer = setTimeout(() => late.resolve("late"), options.timeoutMs ?? 10_000)
  try {
    const outcome = await Promise.race([check(raw, options), late.promise])
    return outcome === "late" ? notChecked(mail, "dns.timeout") : judge(outcome, mail)
  } catch {
    return notChecked(mail, "check.failed") // the checker choked on the mail: nothing is proven
  } finally {
    clearTimeout(timer)
  }
}

async function check(raw: Buffer, { connection, resolver, serverName }: AuthenticationOptions) {
  const { authenticate } = await loadChecker()
  return authenticate(Readable.from(chunks(raw)), {
    ...(connection && { ip: connection.ip, helo: connection.helo, sender: connection.sender }),
    mta: serverName ?? "vigie",
    ...(resolver && { resolver }),
    disableBimi: true,
    rejectRsaSha1: true,
    minBitLength: 1024,
  })
}

/** In pieces, so that hashing a large mail lets others through. */
async function* chunks(raw: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < raw.length; at += CHUNK) {
    yield raw.subarray(at, at + CHUNK)
    await setImmediate()
  }
}

/** Each signature is a public-key operation and a DNS question that the sender makes us pay. */
function countSignatures(raw: Buffer): number {
  const { fields } = readHeaderBlock(raw.subarray(0, 256 * 1024), 0)
  return headersOf(fields, "dkim-signature").length + headersOf(fields, "arc-seal").length
}
