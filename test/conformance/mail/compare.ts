import type { ExplainedMail } from "#channels/mail"
import type { Expected } from "./expected.ts"

export interface Comparison {
  compared: number
  /** Fields that are read otherwise. */
  differences: string[]
  /** Words or files of the reference that we don't show anywhere. */
  unreadable: string[]
}

export function compareMail(mail: ExplainedMail, expected: Expected): Comparison {
  const result: Comparison = { compared: 0, differences: [], unreadable: [] }
  const same = (field: string, ours: unknown, theirs: unknown) => {
    result.compared++
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
      result.differences.push(`${field}: ours ${JSON.stringify(ours)}, theirs ${JSON.stringify(theirs)}`)
    }
  }
  same("subject", squeezed(mail.subject), squeezed(expected.subject ?? ""))
  same("messageId", mail.messageId, expected.messageId ? `<${expected.messageId}>` : null)
  same("date", mail.date, expected.date)
  const from = mail.from.headers ? [mail.from] : []
  same("from", from.map(plain), (expected.addresses.get("from") ?? []).map(plain))
  same("to", mail.to.map(plain), (expected.addresses.get("to") ?? []).map(plain))
  same("cc", mail.cc.map(plain), (expected.addresses.get("cc") ?? []).map(plain))
  const text = squeezed(mail.text)
  const lost = expected.texts.filter((words) => !text.includes(squeezed(words)))
  same("text", lost, [])
  const words = new Set(mail.text.split(/\s+/))
  if (expected.texts.length && !expected.texts.some((each) => each.split(/\s+/).some((word) => words.has(word)))) {
    result.unreadable.push("none of its words is in our text")
  }
  compareFiles(mail, expected, result, same)
  return result
}

function compareFiles(mail: ExplainedMail, expected: Expected, result: Comparison, same: (...args: [string, unknown, unknown]) => void) {
  same("files", mail.attachments.length, expected.files.length)
  const real = expected.files.filter((file) => file.name !== null || file.size)
  if (mail.attachments.length < real.length && !mail.text) result.unreadable.push("a file is missing")
  for (const file of expected.files) {
    if (file.name) same("file name", mail.attachments.find((each) => each.name === file.name)?.name ?? null, file.name)
    if (file.size !== null) same("file size", mail.attachments.some((each) => each.size === file.size) ? file.size : null, file.size)
  }
}

function plain({ name, address }: { name: string | null; address: string | null }): { name: string; address: string } {
  return { name: name ?? "", address: address ?? "" }
}

function squeezed(text: string): string {
  return text
    .replace(/[\s\u0000]+/g, " ")
    .trim()
    .normalize("NFC")
}
