/** Mails that nobody honest writes: every part of a header says something that a reader, an index or a database might choke on. */

/** Numbers from 0 to 1, always the same ones (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Letters without any pattern, for an index packs what repeats. */
const noise = (next: () => number, length: number) =>
  Array.from({ length }, () => "abcdefghijklmnopqrstuvwxyz0123456789"[Math.floor(next() * 36)]).join("")

const base64 = (text: string) => Buffer.from(text).toString("base64")
const LONE_SURROGATE = "\xed\xa0\xbd"
const utf8 = (text: string) => Buffer.from(text).toString("latin1")

type Hostile = (next: () => number) => string

const TEXTS: Hostile[] = [
  () => "a\0b",
  () => "\x01\x02\x1b[31mred\x7f",
  () => LONE_SURROGATE,
  () => "=?utf-8?Q?=00=00?=",
  () => `=?utf-8?B?${base64("a\0b")}?=`,
  () => `=?utf-16?B?${Buffer.from([0x3d, 0xd8, 0, 0, 0x41, 0]).toString("base64")}?=`,
  () => "=?utf-7?Q?+2D0-?=",
  () => `=?\0?Q?x?= =?${"x".repeat(300)}?B?eA==?=`,
  () => "=?utf-8?B?/////w==?= =?utf-8?Q?=ED=A0=BD?=",
  () => utf8("\u202egnp.exe\u2066"),
  () => utf8("ﷺ".repeat(100) + " " + "ﷺ".repeat(100)),
  () => utf8("İ".repeat(400)),
  () => "\x80\xff\xfe\xc0\x80",
  (next) => noise(next, 5_000),
  (next) => `${noise(next, 30_000)} ${noise(next, 30_000)}`,
]
const ADDRESSES: Hostile[] = [
  (next) => `<${noise(next, 5_000)}@mail.example>`,
  (next) => `<ines@${noise(next, 5_000)}.example>`,
  () => "<in\0es@okafor.example>",
  () => "<ines@oka\0for.example>",
  () => `<ines@${LONE_SURROGATE}.example>`,
  () => '<"ines okafor"@okafor.example>',
  () => "<ines@[192.0.2.1]>",
  () => "<@>, <>, ines@, @okafor.example",
  () => "=?utf-8?Q?ines=00=40okafor.example?=",
  () => utf8(`<${"İ".repeat(200)}@okafor.example>`),
  () => utf8(`<ines@${"ü𝅘𝅥𝅮".repeat(60)}.example>`),
  () => "team: ines@okafor.example, amadou@diallo.example;",
  (next) => `<ines@okafor.example>, <${noise(next, 100)}@okafor.example>`,
]
const DATES: Hostile[] = [
  () => "Fri, 31 Dec 9999 23:59:59 -1200",
  () => "Mon, 1 Jan 0001 00:00:00 +9999",
  () => "Mon, 2 Nov 2026 24:00:00 -9959",
  () => "9999-12-31T23:59:59-23:59",
  () => "0000-01-01T00:00:00Z",
  () => "\0",
  () => "Thu, 99999999 Jan 99999999999 00:00:00 +0000",
]
const IDS: Hostile[] = [
  () => "<a\0b@c>",
  () => "a\0b@c",
  () => "<\x01\x02\x03>",
  () => `<${LONE_SURROGATE}@c>`,
  (next) => `<${noise(next, 989)}>`,
  (next) => `<${noise(next, 5_000)}@c>`,
  () => `<${"é".repeat(990)}>`,
  (next) => Array.from({ length: 1_500 }, () => `<${noise(next, 20)}@c>`).join(" "),
  () => "<<<<>>>> @ <@> <a",
]
const NAMES: Hostile[] = [
  () => `name="a\0b.pdf"`,
  () => "name*=utf-8''%00%00.pdf",
  () => "name*0*=utf-16''%D8%3D; name*1=x; name*999999999=y",
  () => "name*=\0''x",
  () => `name="=?utf-8?B?${base64("../\0/etc/passwd")}?="`,
  () => `name="${"x".repeat(4_000)}.exe"`,
  () => utf8(`name="\u202efdp.exe"; charset="\0"; boundary="\0"`),
  () => `name=${LONE_SURROGATE}`,
]
const TYPES: Hostile[] = [
  () => "text/plain; charset=\0",
  () => `text/plain; charset="${"x".repeat(5_000)}"`,
  () => "text/html; charset=utf-16",
  () => "text/plain; charset=iso-2022-jp; format=flowed; delsp=\0",
  () => "\0/\0",
  () => "text/calendar; method=\0",
  () => "message/rfc822",
  () => 'multipart/mixed; boundary=""',
]

/** So many mails, each with one hostile thing everywhere it can stand and several others beside it; the same ones for the same seed. */
export function hostileMails(seed: number, howMany: number): Buffer[] {
  const next = numbers(seed)
  const pick = (from: readonly Hostile[]) => from[Math.floor(next() * from.length)]!(next)
  // Every one of a kind has its turn; which of the others stand beside it is left to chance.
  const turn = (from: readonly Hostile[], n: number) => (next() < 0.6 ? from[n % from.length]!(next) : pick(from))
  const maybe = (line: string) => (next() < 0.7 ? [line] : [])
  return Array.from({ length: howMany }, (_, n) => {
    const author = n % 3 === 0 ? turn(ADDRESSES, n / 3) : `${turn(TEXTS, n)} <ines.${n}@okafor.example>`
    const lines = [
      `From: ${author}`,
      ...maybe(`To: ${pick(TEXTS)} ${pick(ADDRESSES)}, <care@shop.example>`),
      ...maybe(`Cc: ${pick(ADDRESSES)}`),
      ...maybe(`Reply-To: ${pick(ADDRESSES)}`),
      ...maybe(`Subject: ${n} ${turn(TEXTS, n)}`),
      ...maybe(`Date: ${turn(DATES, n)}`),
      ...maybe(`Message-ID: ${next() < 0.5 ? `<${n}.${seed}@okafor.example>` : turn(IDS, n)}`),
      ...maybe(`In-Reply-To: ${turn(IDS, n + 1)}`),
      ...maybe(`References: ${turn(IDS, n)} ${pick(IDS)}`),
      ...maybe(`Auto-Submitted: ${next() < 0.1 ? `auto-\0${pick(TEXTS)}` : "no"}`),
      ...maybe(`List-Id: ${next() < 0.1 ? pick(TEXTS) : ""}`),
      `${pick(TEXTS).slice(0, 30)}: no header`,
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      `Content-Type: ${turn(TYPES, n)}`,
      "",
      `Words of ${n} ${pick(TEXTS)}`,
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:\0\r\nDTSTART:99999999T999999Z\r\nSUMMARY:\0\r\nEND:VEVENT\r\nEND:VCALENDAR",
      "--b",
      `Content-Type: application/pdf; ${turn(NAMES, n)}`,
      `Content-Disposition: attachment; file${pick(NAMES)}`,
      `Content-ID: <${pick(TEXTS)}>`,
      "Content-Transfer-Encoding: base64",
      "",
      `${base64(`file ${n}`)}\0`,
      "--b--",
      "",
    ]
    return Buffer.from(lines.join("\r\n"), "latin1")
  })
}
