import { z } from "zod"

/** The shape in which stalwart/mail-parser writes what it read. */
const header = z.object({ name: z.union([z.string(), z.record(z.string(), z.string())]), value: z.unknown() })
const part = z.object({ headers: z.array(header), body: z.unknown() })
const message = z.object({
  text_body: z.array(z.number()),
  html_body: z.array(z.number()),
  attachments: z.array(z.number()),
  parts: z.array(part).min(1),
})

const addresses = z.array(z.object({ name: z.string().nullable(), address: z.string().nullable() }))
const addressHeader = z.union([
  z.object({ Address: z.object({ List: addresses }) }).transform((value) => value.Address.List),
  z
    .object({ Address: z.object({ Group: z.array(z.object({ addresses })) }) })
    .transform((value) => value.Address.Group.flatMap((group) => group.addresses)),
])
const textHeader = z.object({ Text: z.string() })
const dateHeader = z.object({
  DateTime: z.object({
    year: z.number(),
    month: z.number(),
    day: z.number(),
    hour: z.number(),
    minute: z.number(),
    second: z.number(),
    tz_before_gmt: z.boolean(),
    tz_hour: z.number(),
    tz_minute: z.number(),
  }),
})
const typeHeader = z.object({
  ContentType: z.object({ attributes: z.array(z.object({ name: z.string(), value: z.string() })).nullish() }),
})

type Part = z.infer<typeof part>

export interface Expected {
  subject: string | null
  messageId: string | null
  date: string | null
  addresses: Map<"from" | "to" | "cc", { name: string | null; address: string | null }[]>
  /** The plain text parts of the body. */
  texts: string[]
  files: { name: string | null; size: number | null }[]
}

export function parseExpected(json: string): Expected {
  const mail = message.parse(JSON.parse(json))
  const root = mail.parts[0]!
  const addressesOf = (name: "from" | "to" | "cc") => [name, addressHeader.safeParse(valueOf(root, name)).data ?? []] as const
  return {
    subject: textHeader.safeParse(valueOf(root, "subject")).data?.Text ?? null,
    messageId: textHeader.safeParse(valueOf(root, "message_id")).data?.Text ?? null,
    date: dateOf(root),
    addresses: new Map([addressesOf("from"), addressesOf("to"), addressesOf("cc")]),
    texts: mail.text_body.map((index) => textHeader.safeParse(mail.parts[index]!.body).data?.Text ?? "").filter((text) => text.trim()),
    files: mail.attachments.map((index) => ({ name: fileName(mail.parts[index]!), size: fileSize(mail.parts[index]!.body) })),
  }
}

function valueOf(from: Part, name: string): unknown {
  return from.headers.find((each) => each.name === name)?.value
}

function dateOf(root: Part): string | null {
  const found = dateHeader.safeParse(valueOf(root, "date")).data?.DateTime
  if (!found) return null
  const offset = (found.tz_hour * 60 + found.tz_minute) * (found.tz_before_gmt ? -1 : 1)
  const time = Date.UTC(found.year, found.month - 1, found.day, found.hour, found.minute, found.second)
  return new Date(time - offset * 60_000).toISOString()
}

function fileName(from: Part): string | null {
  const attribute = (name: string, wanted: string) =>
    typeHeader.safeParse(valueOf(from, name)).data?.ContentType.attributes?.find((each) => each.name === wanted)?.value ?? null
  return attribute("content_disposition", "filename") ?? attribute("content_type", "name")
}

/** Only bytes have a size that doesn't depend on the reader; a text was decoded, a message taken apart. */
function fileSize(body: unknown): number | null {
  const bytes = z.union([z.object({ Binary: z.array(z.number()) }), z.object({ InlineBinary: z.array(z.number()) })]).safeParse(body).data
  return bytes ? ("Binary" in bytes ? bytes.Binary.length : bytes.InlineBinary.length) : null
}
