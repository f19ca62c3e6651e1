import { headersOf } from "../mime/header-block.ts"
import { everyPart, type Part } from "../mime/part.ts"
import type { AutomaticMail, BounceKind } from "../read-mail.types.ts"
import { bouncePhrases, saysDelayed } from "./bounce-phrases.ts"

/** What is looked at to tell a delivery report from a letter. */
export interface BounceClues {
  root: Part
  subject: string
  text: string
  fromAddress: string
  returnPath: string | null
  automatic: AutomaticMail
}

const MACHINE = /^(?:(?:mailer|mail|mail\.delivery)[-_.]?(?:daemon|system)|post[-_]?master|poostmaster|mail-?delivery|double-bounce)/i

/** Whether a machine sent the mail: a mail system by its name, nobody at all, or the null return path. */
export function isFromMachine({ root, fromAddress, returnPath }: Pick<BounceClues, "root" | "fromAddress" | "returnPath">): boolean {
  return MACHINE.test(fromAddress) || fromAddress === "" || returnPath === "" || root.type === "multipart/report"
}

/** The kind of a report that follows no standard, by who sent it and what it says; a letter is none. */
export function kindByWords(clues: BounceClues): BounceKind {
  const { root, subject, text } = clues
  const { sure, failed, delayed, inBody } = bouncePhrases(subject, text)
  const named = headersOf(root.fields, "x-failed-recipients").length > 0
  const isReport = named || isFromMachine(clues) ? failed || delayed || inBody || named : failed && inBody && carriesOriginal(root, text)
  if (!isReport && !sure) return "none"
  return (delayed && !/return/i.test(subject)) || (!failed && saysDelayed(text)) ? "delay" : "bounce"
}

/** A customer may write "delivery failed" of a parcel; a report shows the mail that it's about. */
function carriesOriginal(root: Part, text: string): boolean {
  const types = new Set([...everyPart(root)].map((part) => part.type))
  return (
    types.has("message/rfc822") || types.has("text/rfc822-headers") || /^\s{0,8}(?:Received|Return-Path): /m.test(text.slice(0, 20_000))
  )
}
