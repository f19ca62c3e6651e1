import type { DnsRecord } from "../dkim/dkim-keys.ts"
import type { CheckedRecord, DnsResolver, RecordState, Why } from "./records.types.ts"

export interface Domain {
  /** The domain of an inbox's address. */
  domain: string
  /** The name under which this server is reached. */
  host: string
  /** The relay's name, or null: no mail leaves yet. */
  relay: string | null
  dkim: readonly DnsRecord[]
}

/**
 * Asks the DNS what it says of a domain's mail: where it goes (MX, RFC 5321 §5), who may send it (SPF, RFC 7208), with which key it is
 * signed (DKIM, RFC 6376) and what to do with the rest (DMARC, RFC 9989).
 */
export async function checkDomain(dns: DnsResolver, domain: Domain): Promise<CheckedRecord[]> {
  return Promise.all([
    checkMx(dns, domain),
    checkSpf(dns, domain),
    ...domain.dkim.map((key) => checkDkim(dns, key)),
    checkDmarc(dns, domain),
  ])
}

interface Judged {
  state: RecordState
  why?: Why
}
const RIGHT: Judged = { state: "right" }
const other = (why: Why): Judged => ({ state: "other", why })

async function checkMx(dns: DnsResolver, { domain, host }: Domain): Promise<CheckedRecord> {
  const wanted = { wanted: "mx", type: "MX", name: domain, value: `10 ${host}.` } as const
  return asked(wanted, async () => {
    const servers = await dns.mx(domain)
    const names = servers.toSorted((a, b) => a.priority - b.priority).map(({ exchange, priority }) => ({ priority, name: plain(exchange) }))
    const found = names.map(({ priority, name }) => `${priority} ${name}.`)
    if (names.length === 1 && names[0]!.name === "") return { found: ["0 ."], ...other("mx.null") } // RFC 7505
    if (names.length === 0) return { found, state: "missing" }
    return { found, ...(names.some(({ name }) => name === plain(host)) ? RIGHT : other("mx.elsewhere")) }
  })
}

async function checkSpf(dns: DnsResolver, { domain, host, relay }: Domain): Promise<CheckedRecord> {
  const sender = relay ?? host
  const wanted = { wanted: "spf", type: "TXT", name: domain, value: `v=spf1 a:${sender} mx ~all` } as const
  return asked(wanted, async () => {
    const found = (await texts(dns, domain)).filter((text) => /^v=spf1( |$)/i.test(text))
    if (found.length === 0) return { found, state: "missing" }
    if (found.length > 1) return { found, ...other("spf.two") }
    const terms = found[0]!.toLowerCase().split(/\s+/).slice(1)
    if (terms.includes("+all") || terms.includes("all")) return { found, ...other("spf.refuses-nobody") }
    return { found, ...(terms.some((term) => lets(term, sender, domain)) ? RIGHT : other("spf.not-included")) }
  })
}

/** Whether a term plainly lets the sender in. What an include or an address says isn't followed: a relay's own include counts as its. */
function lets(term: string, sender: string, domain: string): boolean {
  const [, mechanism = "", value = ""] = /^\+?(a|mx|include|ip4|ip6|redirect)(?:[:=](.*))?$/.exec(term) ?? []
  if (mechanism === "ip4" || mechanism === "ip6" || mechanism === "redirect") return true
  if (mechanism === "a") return value === sender || (value === "" && sender === domain)
  if (mechanism === "mx") return value === "" || value === domain
  return mechanism === "include" && organisation(value) === organisation(sender)
}

const organisation = (name: string): string =>
  name
    .replace(/^_?spf\./, "")
    .split(".")
    .slice(-2)
    .join(".")

async function checkDkim(dns: DnsResolver, { name, value }: DnsRecord): Promise<CheckedRecord> {
  return asked({ wanted: "dkim", type: "TXT", name, value } as const, async () => {
    const found = (await texts(dns, name)).filter((text) => /\bp=/.test(text))
    if (found.length === 0) return { found, state: "missing" }
    const keys = found.map((text) => /\bp=\s*([A-Za-z0-9+/=\s]*)/.exec(text)?.[1]?.replaceAll(/\s/g, "") ?? "")
    const ours = /\bp=(.*)$/.exec(value)?.[1]
    if (keys.includes(ours ?? "")) return { found, ...RIGHT }
    return { found, ...other(keys.every((key) => key === "") ? "dkim.revoked" : "dkim.other-key") }
  })
}

async function checkDmarc(dns: DnsResolver, { domain }: Domain): Promise<CheckedRecord> {
  const wanted = { wanted: "dmarc", type: "TXT", name: `_dmarc.${domain}`, value: "v=DMARC1; p=none" } as const
  return asked(wanted, async () => {
    const found = (await texts(dns, wanted.name)).filter((text) => /^v=DMARC1\b/i.test(text))
    if (found.length === 0) return { found, state: "missing" }
    if (found.length > 1) return { found, ...other("dmarc.two") }
    return { found, ...(/;\s*p\s*=\s*(none|quarantine|reject)\b/i.test(found[0]!) ? RIGHT : other("dmarc.no-policy")) }
  })
}

type Question = Omit<CheckedRecord, "found" | "state" | "why">

/** "There is no such name" and "it has no such record" are answers; all else is silence. */
async function asked(question: Question, look: () => Promise<Judged & { found: string[] }>): Promise<CheckedRecord> {
  try {
    const { found, state, why } = await look()
    return { ...question, found, state, why: why ?? null }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null
    if (code === "ENOTFOUND" || code === "ENODATA" || code === "NXDOMAIN") return { ...question, found: [], state: "missing", why: null }
    return { ...question, found: [], state: "unknown", why: "dns.unreachable" }
  }
}

async function texts(dns: DnsResolver, name: string): Promise<string[]> {
  return (await dns.txt(name)).map((pieces) => pieces.join(""))
}

function plain(name: string): string {
  return name.toLowerCase().replace(/\.$/, "")
}
