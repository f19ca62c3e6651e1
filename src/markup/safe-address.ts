const LINK_SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"])
const RASTER = /^data:image\/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/]+={0,2}$/i
const BLANKS = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]+/g

/** A link that may be shown as one: absolute, and http(s), mailto or tel; else null. */
export function safeLink(address: string): string | null {
  if (address.length > 8_000) return null
  const url = parsed(address)
  return url && LINK_SCHEMES.has(url.protocol) ? url.href : null
}

/** Where an image goes: one of the mail itself under `data-cid`, one of the network under `data-remote-src`, an embedded raster in `src`. */
export function safeImage(address: string): Record<string, string> {
  const compact = address.replace(BLANKS, "")
  if (/^cid:/i.test(compact)) return { "data-cid": decoded(compact.slice(4)) }
  if (/^data:/i.test(compact)) return RASTER.test(compact) ? { src: compact } : {}
  const url = compact.length < 8_000 ? parsed(compact.startsWith("//") ? `https:${compact}` : compact) : null
  return url?.protocol === "http:" || url?.protocol === "https:" ? { "data-remote-src": url.href } : {}
}

function parsed(address: string): URL | null {
  return URL.canParse(address.trim()) ? new URL(address.trim()) : null
}

function decoded(cid: string): string {
  try {
    return decodeURIComponent(cid)
  } catch {
    return cid // not percent-encoded, or badly: as written
  }
}
