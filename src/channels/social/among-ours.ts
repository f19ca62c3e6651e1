import { z } from "@hono/zod-openapi"
import type { AnsweredWords } from "#conversations"
import type { Answerable } from "./answerable.ts"
import { defineNetwork, type Network, type OpenAccount, type SocialGround } from "./network.ts"

/** One of our own answers, as the place shows it. */
export interface Ours {
  id: string
  text: string
  url: string | null
}

/** A place that knows an answer by the number it gives it, and by no key of ours: what may stand there is looked for among our own. */
interface CommentPlace<Settings, Secret, At> extends Answerable<Settings, Secret, At> {
  opening?(settings: Settings, words: AnsweredWords): string
  /** Ours that stand there, at least the latest. */
  ours(ground: SocialGround, account: OpenAccount<Settings, Secret>, at: At): Promise<readonly Ours[]>
  say(ground: SocialGround, account: OpenAccount<Settings, Secret>, at: At, text: string): Promise<Omit<Ours, "text">>
  remove(ground: SocialGround, account: OpenAccount<Settings, Secret>, id: string): Promise<void>
}

/** A network of such a place. What stood there before this one was composed isn't this one, even with the same words. */
export function amongOurs<Settings, Secret, At>(place: CommentPlace<Settings, Secret, At>): Network {
  const fixed = z.object({ at: place.at, text: z.string(), known: z.array(z.string()) })
  const { kind, settings, secret, know, reaches } = place
  return defineNetwork<Settings, Secret>({
    kind,
    settings,
    secret,
    know,
    reaches,
    opening: (given, words) => place.opening?.(given, words) ?? "",
    compose: async (ground, account, { answers, text }) => {
      const at = await place.locate(ground, account, answers)
      return { at, text, known: (await place.ours(ground, account, at)).map(({ id }) => id) }
    },
    send: async (ground, account, given) => {
      const { at, text } = fixed.parse(given)
      const { id, url } = await place.say(ground, account, at, text)
      return { place: { id }, url }
    },
    look: async (ground, account, given) => {
      const { at, text, known } = fixed.parse(given)
      const found = (await place.ours(ground, account, at)).find((one) => !known.includes(one.id) && bare(one.text) === bare(text))
      return found ? { place: { id: found.id }, url: found.url } : null
    },
    takeBack: (ground, account, given) => place.remove(ground, account, z.object({ id: z.string() }).parse(given).id),
  })
}

const bare = (text: string): string => text.normalize().replace(/\s+/g, "")
