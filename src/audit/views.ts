import { z } from "@hono/zod-openapi"

export const AuditEntryView = z
  .object({
    seq: z.number().int(),
    at: z.string().openapi({ format: "date-time" }),
    kind: z.string(),
    actor: z.string(),
    about: z.record(z.string(), z.string()),
    data: z.record(z.string(), z.unknown()),
    hash: z.string().openapi({ description: "SHA-256 in hex over this fact and all before it" }),
  })
  .openapi("AuditEntry")
