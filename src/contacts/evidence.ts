/** Why two contacts may be one person. `value` is what they share, for a person to judge. */
export interface Reason {
  code: ReasonCode
  value: string
}

export type ReasonCode = "mailbox" | "name-and-domain" | "name-and-local-part" | "phone" | "reference" | "handle"
