import type { z } from "@hono/zod-openapi"
import type { AnsweredWords } from "#conversations"
import type { Known, OpenAccount, SocialGround } from "./network.ts"

/** What every place tells of itself that knows an answer by where it stands, and by no key of ours. */
export interface Answerable<Settings, Secret, At> {
  kind: string
  settings: z.ZodType<Settings>
  secret: z.ZodType<Secret>
  /** How the place finds what is answered. */
  at: z.ZodType<At>
  know(ground: SocialGround, account: OpenAccount<Settings, Secret>): Promise<Known>
  reaches(settings: Settings, words: AnsweredWords): boolean
  /** @throws PlaceTrouble, `gone` where nothing is there to answer */
  locate(ground: SocialGround, account: OpenAccount<Settings, Secret>, words: AnsweredWords): Promise<At> | At
}
