import { z } from "@hono/zod-openapi"
import type { Language } from "#words"
import { say } from "#words"
import { countingOf } from "./find-accounts.ts"
import { type AccountTrouble, APPROVALS, type SocialAccount } from "./tables.ts"

const moment = z.iso.datetime()
export const counting = z.object({
  most: z.number().int().openapi({ description: 'So many of what "by" says' }),
  by: z.enum(["signs", "points", "units", "bytes", "emoji-bytes"]).openapi({
    description: "Signs as a reader sees them, points of Unicode, units of UTF-16, bytes of UTF-8, or points of which emoji count bytes",
  }),
  bytes: z.number().int().nullable(),
  link: z.number().int().nullable().openapi({ description: "What any link counts; null: as it is written" }),
  shortNames: z.boolean().openapi({ description: "Of @name@server only @name counts" }),
})
export const trouble = z.object({ code: z.string(), detail: z.string() })

/** An account as whoever is at the desk may know it; never its secret. */
export const SocialAccountView = z
  .object({
    id: z.string(),
    kind: z.string(),
    name: z.string(),
    settings: z.record(z.string(), z.unknown()),
    handle: z.string(),
    url: z.string().nullable(),
    counting,
    approval: z.enum(APPROVALS).openapi({ description: "Whose answers wait for a second person" }),
    approvalTeams: z.array(z.string()),
    approvers: z.array(z.string()).openapi({ description: "Agents who may approve, beside administrators; none: every lead" }),
    trouble: trouble.nullable().openapi({ description: "Why it couldn't speak when it last tried" }),
    checkedAt: moment,
  })
  .openapi("SocialAccount")

export function presentAccount(row: SocialAccount, language: Language): z.infer<typeof SocialAccountView> {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    settings: z.record(z.string(), z.unknown()).parse(row.settings),
    handle: row.handle,
    url: row.url,
    counting: countingOf(row),
    approval: row.approval,
    approvalTeams: row.approval_teams,
    approvers: row.approvers,
    trouble: row.trouble && presentTrouble(row.trouble, language),
    checkedAt: row.checked_at.toISOString(),
  }
}

/** What happened in a sentence, with the place's own words where it has any. */
export function presentTrouble({ code, answer }: AccountTrouble, language: Language): z.infer<typeof trouble> {
  const sentence = say(language, `answers.reason.${code}`)
  return { code, detail: answer ? say(language, "answers.reasonAnd", { sentence, answer }) : sentence }
}
