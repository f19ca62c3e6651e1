/** The prefix by which a namespace is known here, whatever the feed calls it. Atom, RSS and CDF have none: they say the same things. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  "": [
    "http://www.w3.org/2005/atom",
    "http://purl.org/atom/ns#",
    "http://purl.org/atom/0.3#",
    "http://purl.org/atom/0.3",
    "http://purl.org/atom/ns",
    "http://example.com/newformat#",
    "http://purl.org/rss/1.0/",
    "http://my.netscape.com/rdf/simple/0.9/",
    "http://channel.netscape.com/rdf/simple/0.9/",
    "http://purl.org/net/rss1.1#",
    "http://backend.userland.com/rss",
    "http://backend.userland.com/rss2",
    "http://backend.userland.com/rss191",
    "http://backend.userland.com/blogchannelmodule",
    "http://blogs.law.harvard.edu/tech/rss",
    "http://purl.org/net/echo/",
    "http://www.w3.org/2007/app",
  ],
  admin: ["http://webns.net/mvcb/"],
  cc: ["http://web.resource.org/cc/", "http://creativecommons.org/ns#"],
  content: ["http://purl.org/rss/1.0/modules/content/"],
  creativecommons: [
    "http://backend.userland.com/creativecommonsrssmodule",
    "http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html",
  ],
  dc: ["http://purl.org/dc/elements/1.1/", "http://purl.org/dc/elements/1.0/"],
  dcterms: ["http://purl.org/dc/terms/"],
  feedburner: ["http://rssnamespace.org/feedburner/ext/1.0"],
  geo: ["http://www.w3.org/2003/01/geo/wgs84_pos#"],
  georss: ["http://www.georss.org/georss", "http://www.georss.org/georss/10"],
  gml: ["http://www.opengis.net/gml"],
  itunes: ["http://www.itunes.com/dtds/podcast-1.0.dtd", "http://example.com/dtds/podcast-1.0.dtd"],
  media: [
    "http://search.yahoo.com/mrss",
    "http://search.yahoo.com/mrss/",
    "http://tools.search.yahoo.com/mrss/",
    "http://video.search.yahoo.com/mrss",
  ],
  podcast: ["https://podcastindex.org/namespace/1.0", "https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"],
  rdf: ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"],
  slash: ["http://purl.org/rss/1.0/modules/slash/"],
  sy: ["http://purl.org/rss/1.0/modules/syndication/"],
  thr: ["http://purl.org/syndication/thread/1.0"],
  wfw: ["http://wellformedweb.org/commentapi/"],
  xhtml: ["http://www.w3.org/1999/xhtml", "http://www.w3.org/2002/06/xhtml2"],
  mathml: ["http://www.w3.org/1998/math/mathml"],
  svg: ["http://www.w3.org/2000/svg"],
  xlink: ["http://www.w3.org/1999/xlink"],
  xml: ["http://www.w3.org/xml/1998/namespace"],
}

const PREFIXES = new Map(Object.entries(KNOWN).flatMap(([prefix, uris]) => uris.map((uri) => [uri, prefix] as const)))

/** What names mean where they stand: each prefix, as it was declared there, told by the one that is usual here. */
export class Names {
  readonly #usual: ReadonlyMap<string, string>
  readonly #resolved = new Map<string, string>()

  constructor(usual: ReadonlyMap<string, string> = new Map()) {
    this.#usual = usual
  }

  /** The names below an element that declares these (`xmlns`, `xmlns:prefix`). */
  with(declared: ReadonlyMap<string, string>): Names {
    const usual = new Map(this.#usual)
    for (const [prefix, uri] of declared) usual.set(prefix, PREFIXES.get(uri.trim().toLowerCase()) ?? prefix)
    return new Names(usual)
  }

  /** `creator` of Dublin Core is `dc:creator`, `title` of Atom and RSS is `title`; all in small letters. */
  resolve(name: string): string {
    const known = this.#resolved.get(name)
    if (known !== undefined) return known
    const small = name.toLowerCase()
    const colon = small.indexOf(":")
    const prefix = colon < 0 ? "" : small.slice(0, colon)
    const usual = this.#usual.get(prefix) ?? prefix
    const local = small.slice(colon + 1)
    const resolved = usual && local ? `${usual}:${local}` : local
    this.#resolved.set(name, resolved)
    return resolved
  }
}
