import { decodeWords } from "postal-mime"
import { hasBidi, hasControl } from "#markup"
import { textOfHeader } from "../mime/header-text.ts"
import type { MailAuthor } from "../read-mail.types.ts"
import { isDisguised } from "./lookalike.ts"

const ADDRESS = /^[^\s@＠﹫<>()[\],;:"\\\u0000-\u0020\u007f-\u00a0]{1,200}@[^\s@＠﹫<>()[\],;:"\\=?]{1,253}$/
const ADDRESS_IN_NAME = /[^\s@<>"'(),;:]{1,64}[@＠﹫][^\s@<>"'(),;:]{1,253}\.[^\s@<>"'(),;:]{2,}/

/** What in a From field should make its reader careful, whoever it names. */
export function doubtsAbout(from: MailAuthor, bodies: readonly string[]): string[] {
  const raw = bodies.map(textOfHeader)
  const shown = raw.map(decodeWords)
  const warnings: string[] = []
  if (from.address && (!ADDRESS.test(from.address) || from.address.includes("=?") || bodies.some((body) => namesAnother(body, from)))) {
    warnings.push("from.malformed")
  }
  if (shown.some(hasControl)) warnings.push("from.control")
  if (shown.some(hasBidi)) warnings.push("from.bidi")
  if (addressInName(from)) warnings.push("from.looks-like-address")
  if (raw.some((body, index) => hidesAddress(body, shown[index]!))) warnings.push("from.hidden-address")
  const domain = from.address.slice(from.address.lastIndexOf("@") + 1)
  if (from.address && isDisguised(domain)) warnings.push("from.confusable-domain")
  return warnings
}

/** `"boss@example.com" <thief@example.net>`: harmless only when it's the same address. */
function addressInName(from: MailAuthor): boolean {
  const found = ADDRESS_IN_NAME.exec(from.name)?.[0] ?? ""
  return found !== "" && found.toLowerCase() !== from.address.toLowerCase()
}

/** Another address stands in the header outside quotes and comments, where no address but the author's may be: readers disagree. */
function namesAnother(body: string, { address }: MailAuthor): boolean {
  return unquoted(body)
    .split(/[\s<>,;()]+/)
    .some((word) => word.includes("@") && word.toLowerCase() !== Buffer.from(address).toString("latin1").toLowerCase())
}

function unquoted(body: string): string {
  let text = ""
  let until = ""
  for (let at = 0; at < body.length; at++) {
    const character = body[at]!
    if (character === "\\") at++
    else if (until) until = character === until ? "" : until
    else if (character === '"') until = '"'
    else if (character === "(") until = ")"
    else text += character
  }
  return text
}

/** More addresses stand in the header once its encoded words are decoded: some readers would show another sender. */
function hidesAddress(raw: string, shown: string): boolean {
  return raw !== shown && countOf(shown, "<") > countOf(raw, "<") && countOf(shown, "@") > countOf(raw, "@")
}

function countOf(text: string, character: string): number {
  return text.split(character).length - 1
}
