/** A raster picture that browsers draw, by its first bytes. */
export interface Picture {
  type: "image/png" | "image/jpeg" | "image/gif" | "image/webp"
  width: number
  height: number
}

/** More dots than this aren't drawn for a preview: a few kilobytes can unpack to gigabytes. */
const MOST_DOTS = 60_000_000

/**
 * What picture these bytes are, read from the bytes alone: what a mail calls them isn't trusted, and what can hold a script (SVG) is none.
 * Null for anything else, and for one too large to draw.
 */
export function pictureType(bytes: Buffer): Picture | null {
  const found = png(bytes) ?? gif(bytes) ?? webp(bytes) ?? jpeg(bytes)
  return found && found.width > 0 && found.height > 0 && found.width * found.height <= MOST_DOTS ? found : null
}

function png(bytes: Buffer): Picture | null {
  if (bytes.length < 24 || bytes.readUInt32BE(0) !== 0x89504e47 || bytes.toString("latin1", 12, 16) !== "IHDR") return null
  return { type: "image/png", width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

function gif(bytes: Buffer): Picture | null {
  if (bytes.length < 10 || !/^GIF8[79]a$/.test(bytes.toString("latin1", 0, 6))) return null
  return { type: "image/gif", width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
}

function webp(bytes: Buffer): Picture | null {
  if (bytes.length < 30 || bytes.toString("latin1", 0, 4) !== "RIFF" || bytes.toString("latin1", 8, 12) !== "WEBP") return null
  const kind = bytes.toString("latin1", 12, 16)
  const type = "image/webp"
  if (kind === "VP8X") return { type, width: 1 + bytes.readUIntLE(24, 3), height: 1 + bytes.readUIntLE(27, 3) }
  if (kind === "VP8L") {
    const bits = bytes.readUInt32LE(21)
    return { type, width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
  }
  return kind === "VP8 " ? { type, width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff } : null
}

/** The frame header lies behind segments whose lengths say where the next one is (ITU T.81, annex B). */
function jpeg(bytes: Buffer): Picture | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]!
    if (marker === 0xff) at++
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { type: "image/jpeg", width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
    else at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}
