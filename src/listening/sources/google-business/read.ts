import { z } from "zod"
import { DAY, MINUTE } from "#platform"
import { refreshedToken, serviceToken } from "../google-token.ts"
import type { SourceGround } from "../source-ground.ts"
import { type Heard, type Reading, type Remark, type SourceNow, SourceTrouble } from "../source.ts"
import { type Asking, heardOf, isThere, type Location, locationsOf, MOST_LOCATIONS, type Review, reviewsOf } from "./reviews.ts"
import type { BusinessSecret, BusinessSettings } from "./settings.ts"

const SCOPE = "https://www.googleapis.com/auth/business.manage"
const EVERY = 15 * MINUTE
const MOST_PAGES = 20
/** So many reviews are remembered of all locations together, and of one: what vanishes of them is noticed. */
const REMEMBERED = { together: 5_000, each: 200 }
/** So many that vanished are asked for one by one, in one look. */
const MOST_ASKED = 20

/** Reviews as they were seen last: their id, and when they were changed. The latest first. */
const known = z.array(z.tuple([z.string(), z.string()]))
const cursorShape = z.object({
  locations: z.record(z.string(), z.object({ known, wholeAt: z.string() })),
  /** What was said last of locations that aren't read: it isn't said again at every look. */
  said: z.string().default(""),
})
type Known = z.infer<typeof known>

/** Looks at every location: what is new there, what was changed, and what is gone. */
export async function readBusiness(ground: SourceGround, source: SourceNow<BusinessSettings, BusinessSecret>): Promise<Reading> {
  const { locations: before, said } = cursorShape.safeParse(source.cursor).data ?? { locations: {}, said: "" }
  const asking: Asking = { ground, settings: source.settings, authorization: `Bearer ${await tokenOf(ground, source.secret)}` }
  const { locations, isMore } = await locationsOf(asking)
  const most = Math.max(50, Math.min(REMEMBERED.each, Math.floor(REMEMBERED.together / locations.length)))
  const now = ground.clock.now()
  const heard: Heard[] = []
  const gone: string[] = []
  const after: z.infer<typeof cursorShape>["locations"] = {}
  const refused: { name: string; trouble: SourceTrouble }[] = []
  let from: Date | null = null
  for (const location of locations) {
    const was = before[location.id] ?? null
    const isWhole = was === null || now.getTime() - Date.parse(was.wholeAt) >= DAY
    const seen = await look(asking, location, was?.known ?? null, isWhole).catch(itsOwnTrouble)
    if (seen instanceof SourceTrouble) {
      refused.push({ name: location.title ?? location.id, trouble: seen })
      if (was) after[location.id] = was
      continue
    }
    heard.push(...seen.heard)
    gone.push(...seen.gone)
    // A location that was added later takes nothing away from when the others were read.
    if (seen.from && (was !== null || source.cursor === null) && (!from || seen.from > from)) from = seen.from
    after[location.id] = { known: seen.known.slice(0, most), wholeAt: isWhole ? now.toISOString() : was.wholeAt }
  }
  if (refused.length === locations.length) throw refused[0]!.trouble
  const next = new Date(now.getTime() + EVERY)
  const there = new Set(locations.map(({ id }) => id))
  const missing = source.settings.locations.filter((id) => !there.has(id))
  const remark = leftOut([...refused.map(({ name }) => name), ...missing], isMore)
  const saying = remark ? JSON.stringify(remark) : ""
  return {
    heard,
    gone,
    cursor: { locations: after, said: saying },
    from,
    through: now,
    next,
    more: false,
    remark: saying === said ? null : remark,
  }
}

/** A location that Google doesn't show us takes nothing away from the others; what stops them all is thrown on. */
function itsOwnTrouble(error: unknown): SourceTrouble {
  if (error instanceof SourceTrouble && error.code !== "throttled" && error.code !== "unreachable") return error
  throw error
}

const NAMED = 10

function leftOut(names: readonly string[], isMore: boolean): Remark | null {
  const shown = names.length > NAMED ? [...names.slice(0, NAMED), "…"] : names
  if (names.length > 0) return { key: "listening.remark.locationsLeftOut", values: { names: shown.join(", ") } }
  return isMore ? { key: "listening.remark.locationsMost", values: { most: MOST_LOCATIONS } } : null
}

function tokenOf(ground: SourceGround, secret: BusinessSecret | null): Promise<string> {
  if (!secret) throw new SourceTrouble("needs-approval", { remark: { key: "listening.remark.needsToken" } })
  const { client_id, client_secret, refresh_token, client_email, private_key, token_uri } = secret
  if (client_id && client_secret && refresh_token) return refreshedToken(ground, { client_id, client_secret, refresh_token, token_uri })
  return serviceToken(ground, { client_email: client_email ?? "", private_key: private_key ?? "", token_uri }, SCOPE)
}

/** One location, back to what is known of it; once a day as far as anything is remembered. */
async function look(asking: Asking, location: Location, before: Known | null, isWhole: boolean) {
  const was = new Map(before ?? [])
  const isNews = ({ reviewId, updateTime }: Review): boolean => was.get(reviewId) !== updateTime
  const reviews: Review[] = []
  let next: string | null = null
  let isReached = false
  for (let page = 0; page < MOST_PAGES && !isReached; page++) {
    const answer = await reviewsOf(asking, location.id, next)
    reviews.push(...answer.reviews)
    next = answer.next
    const last = answer.reviews.at(-1)
    isReached = !next || !last || (before !== null && !isNews(last) && (!isWhole || reviews.length >= was.size))
  }
  const oldest = reviews.at(-1)?.updateTime ?? asking.ground.clock.now().toISOString()
  const listed = new Set(reviews.map(({ reviewId }) => reviewId))
  const vanished = [...was].filter(([id, updated]) => !listed.has(id) && (next === null || updated > oldest)).slice(0, MOST_ASKED)
  const gone: string[] = []
  for (const [id] of vanished) if (!(await isThere(asking, location.id, id))) gone.push(id)
  const now: Known = reviews.map(({ reviewId, updateTime }) => [reviewId, updateTime])
  return {
    heard: reviews.filter(isNews).map((each) => heardOf(each, location)),
    gone,
    known: [...now, ...[...was].filter(([id]) => !listed.has(id) && !gone.includes(id))],
    from: before !== null && isReached ? null : new Date(oldest),
  }
}
