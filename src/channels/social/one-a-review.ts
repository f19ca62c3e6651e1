import { z } from "@hono/zod-openapi"
import type { Answerable } from "./answerable.ts"
import { defineNetwork, type Network, type OpenAccount, PlaceTrouble, type SocialGround } from "./network.ts"

/** A place that keeps one answer under a review: a second takes the place of the first, and the same is put there twice without harm. */
interface ReviewPlace<Settings, Secret, At> extends Answerable<Settings, Secret, At> {
  /** What stands under it; null: nothing. @throws PlaceTrouble, `gone` where the review is */
  standing(ground: SocialGround, account: OpenAccount<Settings, Secret>, at: At): Promise<string | null>
  put(ground: SocialGround, account: OpenAccount<Settings, Secret>, at: At, text: string): Promise<void>
  /** Left out where the place lets nobody. */
  remove?(ground: SocialGround, account: OpenAccount<Settings, Secret>, at: At): Promise<void>
}

/** A network of such a place. */
export function oneAReview<Settings, Secret, At>(place: ReviewPlace<Settings, Secret, At>): Network {
  const fixed = z.object({ at: place.at, text: z.string(), url: z.string().nullable() })
  const { kind, settings, secret, know, reaches, remove } = place
  return defineNetwork<Settings, Secret>({
    kind,
    settings,
    secret,
    know,
    reaches,
    opening: () => "",
    standing: async (ground, account, words) => place.standing(ground, account, await place.locate(ground, account, words)),
    compose: async (ground, account, { answers, text }) => {
      const at = await place.locate(ground, account, answers)
      await place.standing(ground, account, at)
      return { at, text, url: answers.url }
    },
    send: async (ground, account, given) => {
      const { at, text, url } = fixed.parse(given)
      await place.put(ground, account, at, text)
      return { place: { at, text, url }, url }
    },
    look: async (ground, account, given) => {
      const { at, text, url } = fixed.parse(given)
      return isSame(await place.standing(ground, account, at), text) ? { place: { at, text, url }, url } : null
    },
    ...(remove
      ? {
          takeBack: async (ground, account, given) => {
            const { at, text } = fixed.parse(given)
            const shown = await place.standing(ground, account, at)
            if (shown === null) return
            // What somebody else has put there since isn't ours to delete.
            if (!isSame(shown, text)) throw new PlaceTrouble("refused", "other-there")
            await remove(ground, account, at)
          },
        }
      : {}),
  })
}

const isSame = (shown: string | null, text: string): boolean => shown !== null && bare(shown) === bare(text)

const bare = (text: string): string => text.normalize().replace(/\s+/g, "")
