import { addressParts, normaliseEmail } from "./normalise-email.ts"
import { normalisePhone } from "./normalise-phone.ts"

export const IDENTITY_KINDS = ["email", "phone", "handle", "reference"] as const
export type IdentityKind = (typeof IDENTITY_KINDS)[number]

/** By what somebody is known: an address, a number, a name on a network, a customer number. */
export interface Identity {
  kind: IdentityKind
  /** Where a handle or a reference is valid; empty for an address or a number. */
  network: string
  /** As written. */
  value: string
}

/** An identity ready to be kept and found. */
export interface KnownIdentity extends Identity {
  /** As compared: two identities with one kind, network and normal are the same. */
  normal: string
  /** What related identities of a kind have in common: the mailbox without its +tag, a handle on whatever network. */
  kin: string
}

const LONGEST = 200

/** Null when the value can't be one of its kind. */
export function readIdentity({ kind, network, value }: Identity): KnownIdentity | null {
  const written = value.trim()
  const normal = normalise(kind, written)
  if (normal === null) return null
  const where = kind === "handle" || kind === "reference" ? plain(network) : ""
  return { kind, network: where, value: written, normal, kin: kinOf(kind, normal) }
}

function normalise(kind: IdentityKind, value: string): string | null {
  if (kind === "email") return normaliseEmail(value)
  if (kind === "phone") return normalisePhone(value)
  return short(kind === "handle" ? plain(value).replace(/^@/, "") : plain(value))
}

function kinOf(kind: IdentityKind, normal: string): string {
  if (kind !== "email") return normal
  const { local, domain } = addressParts(normal)
  return `${local}@${domain}`
}

function plain(text: string): string {
  return text.trim().normalize("NFKC").toLowerCase().replace(/\s+/g, " ")
}

function short(text: string): string | null {
  return text && text.length <= LONGEST && !/\p{Cc}/u.test(text) ? text : null
}

/** One text for what makes two identities the same. */
export function identityKey({ kind, network, normal }: Pick<KnownIdentity, "kind" | "network" | "normal">): string {
  return `${kind}\n${network}\n${normal}`
}
