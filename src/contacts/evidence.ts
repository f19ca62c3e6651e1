import { organisationDomain } from "./freemail.ts"
import type { IdentityKind } from "./identity.ts"
import { addressParts } from "./normalise-email.ts"

/** Why two contacts may be one person. `value` is what they share, for a person to judge. */
export interface Reason {
  code: ReasonCode
  value: string
}

export type ReasonCode = "mailbox" | "name-and-domain" | "name-and-local-part" | "phone" | "reference" | "handle"

/** What is known of a contact that another may share. */
export interface Traits {
  id: string
  nameKey: string | null
  identities: readonly { kind: IdentityKind; network: string; normal: string; kin: string }[]
  /** Numbers and references seen in what they wrote. */
  clues: readonly { kind: IdentityKind; kin: string }[]
}

/** From here on a person is asked. */
export const ENOUGH = 0.5

/** How much each reason alone makes two contacts one person; together 1 − Π(1 − w). Judged by hand, not measured. */
const WEIGHT: Record<ReasonCode, number> = {
  mailbox: 0.7,
  "name-and-domain": 0.6,
  "name-and-local-part": 0.55,
  phone: 0.6,
  reference: 0.6,
  handle: 0.5,
}
/** Two names that differ: a family's telephone, a colleague's order. */
const WITH_OTHER_NAMES = 0.3

/** The reasons that speak for one person. */
export function reasonsBetween(a: Traits, b: Traits): Reason[] {
  const sameName = a.nameKey !== null && a.nameKey === b.nameKey
  return [
    reason("mailbox", sharedMailbox(a, b)),
    reason("phone", shared("phone", a, b, 8)),
    reason("reference", sharedReference(a, b)),
    ...(sameName
      ? [
          reason("name-and-domain", sharedDomain(a, b)),
          reason("name-and-local-part", sharedLocalPart(a, b)),
          reason("handle", sharedHandle(a, b)),
        ]
      : []),
  ].filter((found) => found !== null)
}

/** How strongly reasons speak for one person, from 0 to 1. */
export function weigh(reasons: readonly Reason[], a: Traits, b: Traits): number {
  const otherName = a.nameKey !== null && b.nameKey !== null && a.nameKey !== b.nameKey
  const weight = ({ code }: Reason) => (otherName && code !== "mailbox" ? WITH_OTHER_NAMES : WEIGHT[code])
  return 1 - reasons.reduce((doubt, one) => doubt * (1 - weight(one)), 1)
}

function reason(code: ReasonCode, value: string | undefined): Reason | null {
  return value === undefined ? null : { code, value }
}

/** `camille@quai.example` and `camille+shop@quai.example`. */
function sharedMailbox(a: Traits, b: Traits): string | undefined {
  const theirs = new Set(kins(b.identities, "email"))
  return kins(a.identities, "email").find((kin) => theirs.has(kin))
}

function shared(kind: IdentityKind, a: Traits, b: Traits, shortest: number): string | undefined {
  const theirs = new Set(kins([...b.identities, ...b.clues], kind))
  return kins([...a.identities, ...a.clues], kind).find((kin) => kin.replace(/\D/g, "").length >= shortest && theirs.has(kin))
}

/** A number counts across two systems only when one of the two isn't named: two shops both have a customer 10042. */
function sharedReference(a: Traits, b: Traits): string | undefined {
  const open = (traits: Traits) =>
    [...traits.clues, ...traits.identities.filter(({ network }) => network === "")].filter(({ kind }) => kind === "reference")
  const met = (one: Traits, other: Traits) => {
    const theirs = new Set(kins([...other.identities, ...other.clues], "reference"))
    return open(one).find(({ kin }) => kin.length >= 5 && theirs.has(kin))?.kin
  }
  return met(a, b) ?? met(b, a)
}

function sharedHandle(a: Traits, b: Traits): string | undefined {
  const theirs = new Set(kins(b.identities, "handle"))
  return kins(a.identities, "handle").find((kin) => kin.length >= 5 && theirs.has(kin))
}

function sharedDomain(a: Traits, b: Traits): string | undefined {
  const domains = (traits: Traits) => kins(traits.identities, "email").map((kin) => organisationDomain(addressParts(kin).domain))
  const theirs = new Set(domains(b))
  return domains(a).find((domain) => domain !== null && theirs.has(domain)) ?? undefined
}

/** Local parts of an office rather than a person. */
const OFFICES = new Set(
  `info contact support hello sales admin service bonjour
  accueil commercial direction office team equipe billing facturation compta comptabilite
  noreply postmaster webmaster newsletter marketing presse press orders commande commandes
  secretariat help mail`.split(/\s+/),
)

function sharedLocalPart(a: Traits, b: Traits): string | undefined {
  const theirs = new Map(kins(b.identities, "email").map((kin) => [addressParts(kin).local, kin]))
  const mine = kins(a.identities, "email").find((kin) => {
    const { local } = addressParts(kin)
    const other = theirs.get(local)
    return local.length >= 5 && !OFFICES.has(local.replace(/[^a-z]/g, "")) && other !== undefined && other !== kin
  })
  return mine && addressParts(mine).local
}

function kins(of: readonly { kind: IdentityKind; kin: string }[], kind: IdentityKind): string[] {
  return of.filter((one) => one.kind === kind).map((one) => one.kin)
}
