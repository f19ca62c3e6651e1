import { crc32, deflateSync } from "node:zlib"

/** A picture of dots, four bytes each (blue, green, red, and how opaque), as PNG (RFC 2083); nothing shines through. */
export function png(dots: Uint8Array, width: number, height: number): Buffer {
  const lines = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0, to = 0, from = 0; y < height; y++) {
    to++ // no filter
    for (let x = 0; x < width; x++, from += 4) {
      lines[to++] = dots[from + 2]!
      lines[to++] = dots[from + 1]!
      lines[to++] = dots[from]!
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8) // eight bits, red green blue
  const signature = Buffer.from("89504e470d0a1a0a", "hex")
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", deflateSync(lines, { level: 6 })), chunk("IEND", Buffer.alloc(0))])
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
