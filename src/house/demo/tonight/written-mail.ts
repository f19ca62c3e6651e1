export interface Writer {
  name: string
  address: string
}

export interface Written {
  from: Writer
  to: string
  subject: string
  text: string
  at: Date
  /** Message-ID that it answers. */
  answers?: string | null
}

const word = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`
const base64 = (content: string): string =>
  (
    Buffer.from(content)
      .toString("base64")
      .match(/.{1,76}/g) ?? []
  ).join("\r\n")

/** A letter as a mail program writes it (RFC 5322), in base64 so that any word passes. */
export function mailBytes({ from, to, subject, text, at, answers }: Written, messageId: string): string {
  const head = [
    `From: ${word(from.name)} <${from.address}>`,
    `To: <${to}>`,
    `Subject: ${word(subject)}`,
    `Message-ID: ${messageId}`,
    `Date: ${at.toUTCString().replace("GMT", "+0000")}`,
    ...(answers ? [`In-Reply-To: ${answers}`, `References: ${answers}`] : []),
    "MIME-Version: 1.0",
  ]
  const letter = ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "", base64(text.replaceAll("\n", "\r\n"))]
  return [...head, ...letter].join("\r\n")
}
