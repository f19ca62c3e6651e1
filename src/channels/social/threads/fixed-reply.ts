import { z } from "zod"

/** A reply as it was made ready: publishing the container is what makes it stand there. */
export const fixedReply = z.object({ user: z.string(), parent: z.string(), text: z.string(), container: z.string() })
export type FixedReply = z.infer<typeof fixedReply>
