/** A mail of an archive as its lines, with LF. */
export interface OldMail {
  id: string
  from: string
  to: string
  subject: string
  at: string
  text: string
  answers?: string
}

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

export function mailText({ id, from, to, subject, at, text, answers }: OldMail): string {
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${new Date(at).toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${id}>`,
    ...(answers ? [`In-Reply-To: <${answers}>`, `References: <${answers}>`] : []),
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "",
    text,
    "",
  ].join("\n")
}

/** The line before a mail in an mbox. */
export function fromLine(at: string): string {
  const date = new Date(at)
  const two = (n: number) => String(n).padStart(2, "0")
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(":")
  return `From MAILER-DAEMON ${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${two(date.getUTCDate())} ${time} ${date.getUTCFullYear()}\n`
}

/** mboxrd: lines that begin with `From ` are masked, masked ones once more. */
export function mboxrd(mails: readonly OldMail[]): string {
  return mails.map((mail) => `${fromLine(mail.at)}${mailText(mail).replace(/^(>*From )/gm, ">$1")}\n`).join("")
}

/** Mails of years, one an hour: two questions, then our answer to the second. */
export function years(count: number): OldMail[] {
  return Array.from({ length: count }, (_, n) => {
    const ours = n % 3 === 2
    return {
      id: `k${n}@people.example`,
      from: ours ? "Shop <care@shop.example>" : `Person ${n} <p${n}@people.example>`,
      to: ours ? `p${n - 1}@people.example` : "care@shop.example",
      subject: ours ? `Re: Question ${n - 1}` : `Question ${n}`,
      at: new Date(Date.UTC(2023, 0, 1) + n * 3_600_000).toISOString(),
      text: `From the words of ${n}\nand more`,
      ...(ours ? { answers: `k${n - 1}@people.example` } : {}),
    }
  })
}
