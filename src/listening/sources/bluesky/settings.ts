import { z } from "@hono/zod-openapi"
import { serverSetting } from "../server-setting.ts"

/** The public servers of Jetstream, as the network's documentation lists them. */
const PUBLIC = ["us-east", "us-west"].flatMap((place) => [1, 2].map((n) => `wss://jetstream${n}.${place}.bsky.network/subscribe`))

export const blueskySettings = z.strictObject({
  /** Others than the public servers: one may run one's own. */
  servers: z
    .array(z.url({ protocol: /^wss?$/, message: "listening.source.badSocket" }).max(500))
    .min(1)
    .max(10)
    .default(PUBLIC),
  /** Where people's names are asked for: the stream tells keys alone. */
  profiles: serverSetting("https://public.api.bsky.app"),
})

export type BlueskySettings = z.infer<typeof blueskySettings>
