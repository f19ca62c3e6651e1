import type { authenticate, DMARCResult } from "mailauth"
import type { DmarcCheck, Identity, MailAuthentication } from "../authenticate.types.ts"
import { isOneAuthor } from "../identity.ts"
import type { ReadMail } from "../read-mail.types.ts"

type Checks = Awaited<ReturnType<typeof authenticate>>
type Mail = Pick<ReadMail, "from" | "warnings">

/** Nothing was checked: the author is whoever the mail says, and why that's all. */
export function notChecked(mail: Mail, reason: string): MailAuthentication {
  return {
    spf: "not-checked",
    dkim: [],
    dmarc: { result: "not-checked", policy: null, domain: null },
    arc: "not-checked",
    alignedDomain: null,
    identity: "unverified",
    reasons: [reason, ...authorReasons(mail)],
  }
}

/** What the checks prove about the author. */
export function judge(checks: Checks, mail: Mail): MailAuthentication {
  const dmarc = checks.dmarc || null
  const { identity, reason } = decide(dmarc, checks.dmarcSkipReason ?? null, mail)
  return {
    spf: checks.spf ? checks.spf.status.result : "none",
    dkim: checks.dkim.results.map((row) => ({
      domain: row.signingDomain ?? "",
      selector: row.selector ?? "",
      result: row.status.result,
      aligned: Boolean(row.status.aligned),
    })),
    dmarc: dmarcCheck(dmarc),
    arc: checks.arc ? checks.arc.status.result : "none",
    alignedDomain: dmarc?.alignment?.dkim.result ?? dmarc?.alignment?.spf.result ?? null,
    identity,
    reasons: [reason, ...authorReasons(mail)].filter((each, index, all) => all.indexOf(each) === index),
  }
}

interface Decision {
  identity: Identity
  reason: string
}

function decide(dmarc: DMARCResult | null, skipped: string | null, mail: Mail): Decision {
  if (dmarc?.status.result === "fail") return { identity: "failed", reason: "dmarc.fail" }
  const doubts = authorReasons(mail)
  if (!isOneAuthor(mail)) return { identity: "unverified", reason: doubts[0] ?? "from.malformed" }
  if (!dmarc) return { identity: "unverified", reason: skipped ? `dmarc.${skipped}` : "dmarc.none" }
  if (dmarc.status.result !== "pass") return { identity: "unverified", reason: `dmarc.${dmarc.status.result}` }
  if (domainOf(mail) !== (dmarc.status.header?.from ?? "").toLowerCase()) return { identity: "unverified", reason: "from.readers-disagree" }
  if (dmarc.alignment.dkim.underSized && !dmarc.alignment.spf.result) return { identity: "unverified", reason: "dkim.partial-body" }
  return { identity: "verified", reason: "dmarc.pass" }
}

function dmarcCheck(dmarc: DMARCResult | null): DmarcCheck {
  if (!dmarc) return { result: "none", policy: null, domain: null }
  return { result: dmarc.status.result, policy: dmarc.policy ?? null, domain: dmarc.domain ?? null }
}

function domainOf({ from }: Mail): string {
  const address = from?.address ?? ""
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase()
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : domain // as ASCII, as DMARC compares it
}

function authorReasons({ warnings }: Mail): string[] {
  return warnings.filter((warning) => warning.startsWith("from."))
}
