import type { Context } from "hono"
import { getCookie, setCookie } from "hono/cookie"
import { company, networkOf, type PeopleEnv, refuseOtherSites } from "#people"
import { type Blobs, type Database, Invalid, type Keys, newRouter, NotFound, Problem, TooMany } from "#platform"
import { type Language, LANGUAGES, say } from "#words"
import { readPublicPicture } from "../read-picture.ts"
import { newBrowser, vote } from "../uses/votes.ts"
import { type Html, other, type Page, ROOT, showHelp } from "./layout.ts"
import { atomFeed, summaryOf } from "./atom-feed.ts"
import { sitemap } from "./sitemap.ts"
import { articlePage, foundPage, homePage, refusalPage } from "./pages.ts"
import {
  addressesOf,
  everyAddress,
  findPublic,
  languageOfSlug,
  type PublicArticle,
  publicArticle,
  publicArticles,
} from "./public-articles.ts"

export interface HelpNeed {
  db: Database
  keys: Keys
  blobs: Blobs
  url: URL
  ipOf: (c: Context) => string
}

const PER_PAGE = 60
const BROWSER = "vigie_help"

/** The public's pages, in English under /help and in French under /aide: articles, search, feed, sitemap. No script, no account. */
export function helpPages(need: HelpNeed) {
  const router = newRouter<PeopleEnv>()
  const xmlAnswer = (text: string, type: string): Response =>
    new Response(text, { headers: { "content-type": `${type}; charset=utf-8`, "cache-control": "public, max-age=300" } })

  router.get("/help/sitemap.xml", async () => xmlAnswer(sitemap(await everyAddress(need.db.read), need.url.origin), "application/xml"))
  router.get("/help/pictures/:id", async (c) => {
    const { sha256, type } = await readPublicPicture(need.db.read, c.req.param("id"))
    return c.body(new Uint8Array(await need.blobs.read(sha256)), 200, {
      "content-type": type,
      "cache-control": "public, max-age=86400",
      "cross-origin-resource-policy": "cross-origin",
    })
  })
  for (const language of LANGUAGES) {
    const root = ROOT[language]
    router.get(`${root}/feed.xml`, async () => {
      const { items } = await publicArticles(need.db.read, language, { limit: 30, offset: 0, order: "newest" })
      return xmlAnswer(atomFeed(language, items, { origin: need.url.origin, company: await nameOf(need) }), "application/atom+xml")
    })
    router.get(root, (c) => inWords(need, c, language, () => showHome(need, c, language)))
    router.get(`${root}/:slug`, (c) => inWords(need, c, language, () => showArticle(need, c, language, c.req.param("slug"))))
    router.post(`${root}/:slug/useful`, (c) => inWords(need, c, language, () => takeVote(need, c, language, c.req.param("slug"))))
  }
  return router
}

async function showHome(need: HelpNeed, c: Context, language: Language): Promise<Response> {
  const q = (c.req.query("q") ?? "").slice(0, 200).trim()
  if (q) {
    const hits = await findPublic(need.db.read, language, q)
    const title = hits.length ? say(language, "help.found", { count: hits.length, q }) : say(language, "help.foundNone", { q })
    const versions = { [other(language)]: `${ROOT[other(language)]}?q=${encodeURIComponent(q)}` }
    return show(need, c, { language, title, q, body: foundPage(language, q, hits), versions, canonical: null })
  }
  const page = Math.max(1, Math.min(10_000, Math.trunc(Number(c.req.query("page") ?? 1)) || 1))
  const { items, total } = await publicArticles(need.db.read, language, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE, order: "useful" })
  return show(need, c, {
    language,
    title: say(language, "help.title"),
    body: homePage(language, { items, page, pages: Math.ceil(total / PER_PAGE) }),
    versions: { en: ROOT.en, fr: ROOT.fr },
    canonical: items.length === 0 ? null : `${need.url.origin}${ROOT[language]}${page > 1 ? `?page=${page}` : ""}`,
  })
}

async function showArticle(need: HelpNeed, c: Context, language: Language, slug: string): Promise<Response> {
  const article = await publicArticle(need.db.read, language, slug)
  if (!article) {
    const spoken = await languageOfSlug(need.db.read, slug)
    if (spoken) return c.redirect(`${ROOT[spoken]}/${slug}`, 301)
    throw new NotFound("help.notFound")
  }
  const addresses = await addressesOf(need.db.read, article.id)
  return show(need, c, {
    language,
    title: article.title,
    description: summaryOf(article.body),
    body: articlePage(article, c.req.query("thanks") !== undefined),
    versions: Object.fromEntries(addresses.map((each) => [each.language, `${ROOT[each.language]}/${each.slug}`])),
    canonical: `${need.url.origin}${ROOT[language]}/${slug}`,
  })
}

/** One voice a browser: it keeps a number of its own, and nothing else is known of it. */
async function takeVote(need: HelpNeed, c: Context, language: Language, slug: string): Promise<Response> {
  refuseOtherSites(c)
  const useful = (await c.req.parseBody())["useful"]
  if (useful !== "yes" && useful !== "no") throw new Invalid("request.invalid")
  const article: PublicArticle | null = await publicArticle(need.db.read, language, slug)
  if (!article) throw new NotFound("help.notFound")
  const browser = getCookie(c, BROWSER) ?? newBrowser(need.db.read.now)
  await need.db.transact((tx) =>
    vote(tx, need.keys, article.id, { browser: browser.slice(0, 64), network: networkOf(need.ipOf(c)), useful: useful === "yes" }),
  )
  const secure = need.url.protocol === "https:"
  setCookie(c, BROWSER, browser.slice(0, 64), { httpOnly: true, sameSite: "Lax", secure, path: "/", maxAge: 31_536_000 })
  return c.redirect(`${ROOT[language]}/${slug}?thanks#useful`, 303)
}

type Shown = Pick<Page, "language" | "title" | "description" | "q" | "canonical" | "versions" | "status"> & { body: Html }

async function show(need: HelpNeed, c: Context, page: Shown): Promise<Response> {
  return showHelp(c, { ...page, company: await nameOf(need), origin: need.url.origin })
}

/** What was refused, on a page and in the language of the pages. */
async function inWords(need: HelpNeed, c: Context, language: Language, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { status } = error
    const shown = status === 404 || status === 403 || status === 429 ? status : 422
    const title = say(language, shown === 404 ? "help.notFound.title" : "help.refused")
    if (error instanceof TooMany) c.header("retry-after", String(error.retryAfter))
    return show(need, c, {
      language,
      title,
      body: refusalPage(title, say(language, error.key, error.values)),
      versions: {},
      canonical: null,
      status: shown,
    })
  }
}

async function nameOf({ db, url }: HelpNeed): Promise<string> {
  return (await company(db.read)).name || url.hostname
}
