import type { ExplainedMail } from "#channels/mail"

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
/** The frame that is seen, and the one in which the desk measures. */
const FRAMES = '<iframe sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe><iframe sandbox="allow-same-origin"></iframe>'

/** What a page is: the document as it's sent, and the texts that the desk then puts into it, as text. */
export interface Page {
  html: string
  texts: string[]
  /** HTML for the sandboxed frames. */
  framed: string | null
}

/** A mail that carries the payload wherever a mail can carry text: as HTML and as text, in its subject, its names, its file's name. */
export function mailWith(payload: string): Buffer {
  const base64 = Buffer.from(payload).toString("base64")
  const word = `=?utf-8?B?${base64}?=`
  const name = `utf-8''${encodeURIComponent(payload)}`
  const part = (type: string) => `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}\r\n`
  const raw = [
    `From: ${word} <a@example.com>\r\nTo: ${word} <b@example.com>\r\nSubject: ${word}\r\n`,
    `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n${part("text/plain")}--b\r\n${part("text/html")}`,
    `--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename*=${name}\r\n\r\nx\r\n--b--\r\n`,
  ]
  return Buffer.from(raw.join(""))
}

/** Everything of the mail on one page of the desk's own origin, with nothing to hold it back but how it was read. */
export function barePage(mail: ExplainedMail): Page {
  return {
    html: `<!doctype html><meta charset="utf-8"><main></main><article>${mail.html ?? ""}</article>`,
    texts: textsOf(mail),
    framed: null,
  }
}

/** As the desk shows a message: in frames where nothing runs, under a policy that allows nothing. */
export function framedPage(mail: ExplainedMail): Page {
  const framed = `<meta http-equiv="content-security-policy" content="${POLICY}">${mail.html ?? ""}`
  return { html: '<!doctype html><meta charset="utf-8"><main></main>' + FRAMES, texts: textsOf(mail), framed }
}

function textsOf(mail: ExplainedMail): string[] {
  const { subject, from, to, text, newText, attachments } = mail
  return [subject, from.name, ...to.map((each) => each.name), text, newText, ...attachments.flatMap((file) => [file.name, file.type])]
}
