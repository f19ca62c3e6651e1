import { MINUTE } from "#platform"
import type { Colleagues } from "../company/colleagues.ts"
import type { Furnished, Seat } from "../past/furnished.ts"
import { PLACES, type Place, type Said } from "./said.ts"

interface Tie {
  id: string
  state: string
  case: { id: string } | null
}

export type OpenStep =
  | { hear: readonly Said[]; on: Place }
  | { tie: string; by: string }
  | {
      voice: "public" | "private" | "watch" | "leave"
      of: string
      aim: string
      tone: string
      reason: string
      lookAgain?: number
      by: string
    }
  | { claim: string; of: string; by: string }
  | { judge: "confirmed" | "denied"; of: string; reason: string; url?: string; by: string }
  | { reply: string; of: string; url?: string; by: string }
  | { verdict: "right" | "wrong"; watch: string; note: string; by: string }

/** What happens in the open, and what colleagues make of it: told as a program tells, done through the API. */
export class OpenAir {
  readonly #colleagues: Colleagues
  readonly #company: Furnished
  readonly #watches: ReadonlyMap<string, string>

  constructor(colleagues: Colleagues, company: Furnished, watches: ReadonlyMap<string, string>) {
    this.#colleagues = colleagues
    this.#company = company
    this.#watches = watches
  }

  /** Whose token a program would use. Not the newcomer's: the link that she comes in by is good once. */
  get #watcher(): Seat {
    return this.#company.seat("jonas")
  }

  /** Tells what was said; gives its ids by key. Each may have its own moment. */
  async tell(place: Place, all: readonly (Said & { at?: number })[], now: number): Promise<Map<string, string>> {
    const { name, kind, url } = PLACES[place]
    const found = new Map<string, string>()
    for (let from = 0; from === 0 || from < all.length; from += 300) {
      const mentions = all.slice(from, from + 300).map((said) => {
        const { key, text, title, by, followers, language, rating, country, media = [], ago = 0, at = now - ago * MINUTE } = said
        return {
          key,
          kind,
          url: said.url ?? url(said),
          ...(kind === "article" ? { site: new URL(said.url ?? url(said)).hostname } : {}),
          ...(title ? { title } : {}),
          text,
          author: kind === "article" ? { name: by } : { handle: by, ...(followers ? { followers } : {}) },
          ...(language ? { language } : {}),
          ...(rating ? { rating } : {}),
          ...(country ? { country } : {}),
          media,
          publishedAt: new Date(at).toISOString(),
        }
      })
      const { items } = await this.#colleagues.ask<{ items: { key: string; id: string }[] }>(this.#watcher, "POST", "/api/mentions", {
        source: name[this.#company.language],
        place,
        mentions,
      })
      for (const { key, id } of items) found.set(key, id)
    }
    return found
  }

  /** @param heard ids of what the scene heard, by key @param caseId the case that plays in it, if any */
  async play(
    step: Exclude<OpenStep, { hear: readonly Said[] }>,
    heard: ReadonlyMap<string, string>,
    caseId: string | null,
    now: number,
  ): Promise<void> {
    const who = this.#company.seat(step.by)
    const mention = (key: string): string => {
      const id = heard.get(key)
      if (!id) throw new Error(`Nothing was heard as ${key}`)
      return id
    }
    if ("tie" in step) return this.#confirm(who, mention(step.tie), caseId)
    if ("voice" in step) {
      const { voice: way, of, aim, tone, reason, lookAgain } = step
      const lookAgainAt = lookAgain === undefined ? null : new Date(now + lookAgain * MINUTE).toISOString()
      await this.#colleagues.ask(who, "POST", `/api/mentions/${mention(of)}/decisions`, { way, aim, tone, reason, caseId, lookAgainAt })
    } else if ("verdict" in step) {
      const watch = this.#watches.get(step.watch)
      const { items } = await this.#colleagues.ask<{ items: { id: string }[] }>(who, "GET", `/api/alarms?watch=${watch}&open=true`)
      for (const { id } of items)
        await this.#colleagues.ask(who, "POST", `/api/alarms/${id}/verdict`, { verdict: step.verdict, note: step.note })
    } else {
      const story = await this.storyOf(mention(step.of))
      if ("claim" in step) await this.#colleagues.ask(who, "POST", `/api/stories/${story}/claims`, { claim: step.claim })
      else await this.#answerClaim(who, story, step)
    }
  }

  async storyOf(mentionId: string): Promise<string> {
    const { storyId } = await this.#colleagues.ask<{ storyId: string | null }>(this.#watcher, "GET", `/api/mentions/${mentionId}`)
    if (!storyId) throw new Error(`${mentionId} is of no story yet`)
    return storyId
  }

  /** A person says that they are one. Whoever looked around may have said so before. */
  async #confirm(who: Seat, mention: string, caseId: string | null): Promise<void> {
    const { items } = await this.#colleagues.ask<{ items: Tie[] }>(who, "GET", `/api/mentions/${mention}/ties`)
    const tie = items.find((one) => one.case?.id === caseId)
    if (!tie) await this.#colleagues.ask(who, "POST", `/api/mentions/${mention}/ties`, { caseId })
    else if (tie.state !== "confirmed") await this.#colleagues.ask(who, "POST", `/api/ties/${tie.id}/confirm`)
  }

  async #answerClaim(
    who: Seat,
    story: string,
    step: { judge: string; reason: string; url?: string } | { reply: string; url?: string },
  ): Promise<void> {
    const { claims } = await this.#colleagues.ask<{ claims: { id: string }[] }>(who, "GET", `/api/stories/${story}`)
    const path = `/api/story-claims/${claims[0]?.id}`
    const url = step.url ? { url: step.url } : {}
    if ("judge" in step) await this.#colleagues.ask(who, "POST", `${path}/state`, { state: step.judge, reason: step.reason, ...url })
    else await this.#colleagues.ask(who, "POST", `${path}/answers`, { answer: step.reply, ...url })
  }
}
