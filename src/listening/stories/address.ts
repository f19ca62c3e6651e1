const CAMPAIGN =
  /^(?:utm_|at_|xtor|mc_|pk_|fb_|ga_|_hs|hsa_)|^(?:fbclid|gclid|dclid|msclkid|igshid|igsh|yclid|twclid|wt_mc|cmpid|ref|ref_src|ref_url|source|share|amp|outputtype|s|si)$/i
const STRAY_HOST = /^(?:www\d?|m|mobile|amp)\./

/**
 * An address as the page it leads to: without protocol, `www.`, `m.` or `amp.`, port, campaign parameters, fragment, AMP forms and closing
 * slash; parameters in order. Null for what is no address of the web.
 */
export function canonicalAddress(address: string): string | null {
  const url = URL.parse(address.startsWith("www.") ? `https://${address}` : address)
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.includes(".")) return null
  const host = url.hostname.toLowerCase().replace(STRAY_HOST, "").replace(/\.$/, "")
  const path = url.pathname
    .replace(/\/{2,}/g, "/")
    .replace(/^\/amp(?=\/)/i, "")
    .replace(/(?:\/amp|\.amp(?=\.html?$)|\/index\.(?:html?|php))$/i, "")
    .replace(/\/$/, "")
  const asked = [...url.searchParams].filter(([name]) => !CAMPAIGN.test(name)).map(([name, value]) => `${name}=${value}`)
  return host + path + (asked.length > 0 ? `?${asked.sort().join("&")}` : "")
}

/** Whether an address leads to one thing that was said, rather than to a site, a section or a help page: it ends in many words or a number. */
export function isOfOneThing(canonical: string): boolean {
  const [path = "", asked = ""] = canonical.split("?")
  const last = path.split("/").slice(1).at(-1) ?? ""
  return (
    last.split(/[-_]/).length >= 4 ||
    /\d{4,}|[0-9a-z]{10,}\d|\d[0-9a-z]{10,}/i.test(last) ||
    /(?:^|&)(?:id|v|p|story|article)=\w{4,}/i.test(asked)
  )
}

/**
 * What an address says its page is about, for addresses that are made from a headline: `/economie/acme-licencie-300-salaries-12345.html`
 * says `acme licencie 300 salaries`. Null for the others.
 */
export function headlineOfAddress(address: string): string | null {
  const path = URL.parse(address)?.pathname ?? ""
  const last = path.split("/").findLast((piece) => piece.split("-").length >= 4)
  if (last === undefined) return null
  const words = decode(last)
    .replace(/\.[a-z]{2,5}$/i, "")
    .split(/[-_\p{Cc}\p{Cs}]+/u)
    .filter(Boolean)
  while (words.length > 0 && isNumberOfPage(words.at(-1)!)) words.pop()
  while (words.length > 0 && isNumberOfPage(words[0]!)) words.shift()
  return words.filter((word) => /\p{L}{3}/u.test(word)).length >= 3 ? words.join(" ") : null
}

const isNumberOfPage = (word: string): boolean => /^\d{5,}$|^[a-z]?\d{6,}$|^(?=.*\d)[0-9a-f]{7,}$/i.test(word)

function decode(piece: string): string {
  try {
    return decodeURIComponent(piece)
  } catch {
    return piece // a stray % is no reason to lose the words
  }
}
