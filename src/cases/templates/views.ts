import { z } from "@hono/zod-openapi"

export const reachSchema = z.enum(["personal", "team", "everybody"])

export const templateView = z
  .object({
    id: z.string(),
    name: z.string(),
    reach: reachSchema,
    team: z.object({ id: z.string(), name: z.string() }).nullable(),
    textEn: z.string(),
    textFr: z.string(),
    used: z.number().int(),
    usedAt: z.iso.datetime().nullable(),
    mayEdit: z.boolean().openapi({ description: "Whether who asks may change it" }),
  })
  .openapi("Template")

export type TemplateView = z.infer<typeof templateView>

const values = z.record(z.string(), z.string().nullable())

export const templateFieldsView = z
  .object({
    language: z.enum(["en", "fr"]).openapi({ description: "In which the customer is answered" }),
    en: values.openapi({ description: "What each field says in English; null: not known" }),
    fr: values.openapi({ description: "What each field says in French; null: not known" }),
  })
  .openapi("TemplateFields")

export type TemplateFieldsView = z.infer<typeof templateFieldsView>
