import { deflateSync } from "node:zlib"
import type { Random } from "../random.ts"

export type FileKind = "photo" | "receipt" | "bill" | "speeds"

export interface MadeFile {
  kind: FileKind
  name: string
  type: string
  bytes: Buffer
}

/** Small files that customers attach, made here: pictures of flowers, a receipt, a bill, a table of speeds. */
export function makeFiles(random: Random): MadeFile[] {
  const photos = [1, 2, 3].map((n): MadeFile => ({
    kind: "photo",
    name: `IMG_${4180 + n * 7}.png`,
    type: "image/png",
    bytes: bouquet(random),
  }))
  const receipts = [1, 2].map((n): MadeFile => ({
    kind: "receipt",
    name: `receipt-${n}.pdf`,
    type: "application/pdf",
    bytes: page(["Receipt", `No. ${random.between(1000, 9999)}`, `Total ${random.between(20, 400)}.00`]),
  }))
  const bills = [1, 2].map((n): MadeFile => ({
    kind: "bill",
    name: `GL-2026-0${n}.pdf`,
    type: "application/pdf",
    bytes: page(["Goeland Fil", `No. GL-${random.between(10_000, 99_999)}`, "29,90 EUR", "9,00 EUR", "Total 38,90 EUR"]),
  }))
  const speeds: MadeFile = { kind: "speeds", name: "speed.csv", type: "text/csv", bytes: Buffer.from(table(random)) }
  return [...photos, ...receipts, ...bills, speeds]
}

function table(random: Random): string {
  const rows = Array.from(
    { length: 24 },
    (_, hour) => `${String(hour).padStart(2, "0")}:00,${random.between(1, hour > 17 ? 9 : 60)},${random.between(8, 180)}`,
  )
  return ["hour,mbps,ping", ...rows].join("\n")
}

const SIDE = { width: 480, height: 360 }

/** A few flowers against a window, some of them drooping. */
function bouquet(random: Random): Buffer {
  const { width, height } = SIDE
  const pixels = Buffer.alloc(width * height * 3)
  const wall = [random.between(196, 226), random.between(194, 216), random.between(184, 206)] as const
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const light = 1 - (0.35 * Math.hypot(x - 90, y - 60)) / 480
      paint(pixels, x, y, y > 286 ? [wall[0] * 0.55, wall[1] * 0.46, wall[2] * 0.38] : wall.map((c) => c * light), 1)
    }
  const hues = random.of([
    [
      [214, 84, 110],
      [236, 150, 158],
    ],
    [
      [244, 188, 92],
      [250, 220, 150],
    ],
    [
      [168, 112, 190],
      [206, 168, 222],
    ],
  ])
  for (let n = 0; n < 8; n++) {
    const [x, y] = [120 + n * 32 + random.between(-12, 12), random.between(80, 190)]
    for (let s = 0; s < 1; s += 0.012) disc(pixels, x + (240 - x) * s, y + (300 - y) * s + Math.sin(s * 3) * 8, 2.4, [92, 118, 72])
    const colour = random.of(hues)
    for (let petal = 0; petal < 9; petal++) {
      const turn = (petal * Math.PI * 2) / 9
      disc(
        pixels,
        x + Math.cos(turn) * 17,
        y + Math.sin(turn) * 15,
        13,
        colour.map((c) => c * (0.82 + random.next() * 0.22)),
      )
    }
    disc(pixels, x, y, 9, random.chance(0.4) ? [120, 82, 44] : [232, 206, 120])
  }
  for (let y = 240; y < 330; y++)
    for (let x = 196 + (y - 240) / 8; x < 284 - (y - 240) / 8; x++) paint(pixels, Math.floor(x), y, [120, 156, 170], 0.82)
  return png(pixels, width, height)
}

function disc(pixels: Buffer, cx: number, cy: number, radius: number, colour: readonly number[]): void {
  for (let y = Math.floor(cy - radius); y <= cy + radius; y++)
    for (let x = Math.floor(cx - radius); x <= cx + radius; x++) {
      const edge = radius - Math.hypot(x - cx, y - cy)
      if (edge > 0) paint(pixels, x, y, colour, Math.min(1, edge))
    }
}

function paint(pixels: Buffer, x: number, y: number, colour: readonly number[], cover: number): void {
  if (x < 0 || y < 0 || x >= SIDE.width || y >= SIDE.height) return
  const at = (y * SIDE.width + x) * 3
  for (let c = 0; c < 3; c++) pixels[at + c] = Math.max(0, Math.min(255, pixels[at + c]! * (1 - cover) + colour[c]! * cover))
}

function png(pixels: Buffer, width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.concat(
    Array.from({ length: height }, (_, y) => Buffer.concat([Buffer.from([0]), pixels.subarray(y * width * 3, (y + 1) * width * 3)])),
  )
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, sum])
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}

/** A page with a few lines, in the least PDF there is. */
function page(lines: readonly string[]): Buffer {
  const drawn = lines.map((line, n) => `BT /F1 ${n === 0 ? 22 : 13} Tf 72 ${740 - n * 34} Td (${line}) Tj ET`).join("\n")
  const parts = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
    `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
  ]
  let text = "%PDF-1.4\n"
  const at: number[] = []
  for (const [n, part] of parts.entries()) {
    at.push(text.length)
    text += `${n + 1} 0 obj${part}endobj\n`
  }
  const table = at.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("")
  return Buffer.from(
    `${text}xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${parts.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`,
    "latin1",
  )
}
