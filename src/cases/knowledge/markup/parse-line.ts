import type { Part } from "./blocks.ts"

const INLINE = /\[([^\]\n]{1,300})\]\(([^\s()]{1,1000})\)|\*\*([^*\n]{1,500})\*\*|\bhttps?:\/\/[^\s<>"]{1,1000}/g

/** One line's words, bold ones and links apart. */
export function parseLine(text: string): Part[] {
  const parts: Part[] = []
  let at = 0
  const plain = (to: number): void => {
    if (to > at) parts.push({ text: text.slice(at, to) })
  }
  for (const found of text.matchAll(INLINE)) {
    const [whole, label, address, strong] = found
    if (label !== undefined && address !== undefined) {
      const href = safeHref(address)
      if (href === null) continue
      plain(found.index)
      parts.push({ text: label, href })
      at = found.index + whole.length
    } else if (strong !== undefined) {
      plain(found.index)
      parts.push({ text: strong, strong: true })
      at = found.index + whole.length
    } else {
      const bare = whole.replace(/[.,;:!?)»”’']+$/, "")
      const href = safeHref(bare)
      if (href === null) continue
      plain(found.index)
      parts.push({ text: bare, href })
      at = found.index + bare.length
    }
  }
  plain(text.length)
  return parts
}

/** An address that may be followed, as it will be; null for anything that could run. */
function safeHref(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  return ["http:", "https:", "mailto:", "tel:"].includes(url.protocol) && !url.username && !url.password ? url.href : null
}
