import { z } from "@hono/zod-openapi"

const part = z.object({
  text: z.string(),
  strong: z.boolean().optional(),
  href: z.string().optional().openapi({ description: "http, https, mailto or tel" }),
})
const line = z.array(part)

/** An article's body, understood: what every place that shows it draws in its own way. Text and addresses, never HTML. */
export const blockView = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("paragraph"), lines: z.array(line) }),
    z.object({ kind: z.literal("heading"), parts: line }),
    z.object({ kind: z.literal("list"), ordered: z.boolean(), items: z.array(line) }),
    z.object({ kind: z.literal("picture"), id: z.string(), words: z.string() }),
  ])
  .openapi("ArticleBlock")

export type Block = z.infer<typeof blockView>
export type Part = z.infer<typeof part>
