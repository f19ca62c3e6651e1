import { templateFieldsQuery, templatesQuery } from "../../api/templates.ts"
import { post } from "../../api/request.ts"
import { fillTemplate } from "../fill-template.ts"
import type { CaretSource } from "./caret-source.ts"
import { fits } from "./called.ts"

export const templates: CaretSource = {
  sign: "/",
  kinds: ["reply", "note"],
  least: 0,
  label: ({ say }) => say("caret.templates"),
  none: ({ say }) => say("caret.noTemplate"),
  search: async (typed, { client, language }) => {
    const all = await client.ensureQueryData(templatesQuery)
    return all
      .filter((template) => fits(typed, `${template.name} ${template.team?.name ?? ""}`))
      .sort((a, b) => b.used - a.used)
      .map((template) => ({ id: template.id, words: template.name, detail: firstLine(textIn(template, language)), icon: "file" as const }))
  },
  insert: async ({ id }, { client, caseId, language, words }) => {
    const [all, fields] = await Promise.all([
      client.ensureQueryData(templatesQuery),
      caseId ? client.fetchQuery({ ...templateFieldsQuery(caseId), staleTime: 0 }) : null,
    ])
    const template = all.find((each) => each.id === id)
    if (!template) return ""
    void post(`/api/templates/${id}/used`).catch(() => {}) // a count, nobody waits for it
    return fillTemplate(textIn(template, language), fields?.[language] ?? {}, words.say)
  },
}

/** In the language of the conversation, else in the one it has. */
function textIn({ textEn, textFr }: { textEn: string; textFr: string }, language: "en" | "fr"): string {
  return language === "fr" ? textFr || textEn : textEn || textFr
}

function firstLine(text: string): string {
  return (
    text
      .replace(/\{\{[^}]*\}\}/g, "…")
      .split("\n")
      .find((line) => /[\p{L}\p{N}]{3}/u.test(line)) ?? ""
  )
}
