import { z } from "@hono/zod-openapi"
import { given } from "../server-setting.ts"

export const discourseSettings = z.strictObject({
  /** The forum: `https://forum.example`. */
  url: z.url({ protocol: /^https?$/, message: "answers.account.badUrl" }).max(500),
  /** Who is spoken as. */
  user: given(100).transform((name) => name.replace(/^@/, "")),
})
export type DiscourseSettings = z.infer<typeof discourseSettings>

/** A key of that user, made by an administrator of the forum. */
export const discourseSecret = z.strictObject({ key: given(200) })
export type DiscourseSecret = z.infer<typeof discourseSecret>
