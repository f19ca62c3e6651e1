import type { PersonActor } from "#people"
import type { Reader } from "#platform"
import { templateFields } from "../templates/template-fields.ts"
import { type CaseRow, room } from "../tables.ts"
import type { ActionOf } from "./rule.types.ts"

const FIELD = /\{\{\s*([\w.]+)\s*\}\}/g

/**
 * The text that a rule drafts or sends: its own words or a template's, in the customer's language, with the fields filled. `gaps` are the
 * fields of which nothing is known. Null: the template is gone.
 */
export async function wordsOfAction(
  reader: Reader,
  row: CaseRow,
  { templateId, text }: Pick<ActionOf<"draft">, "templateId" | "text">,
  timeZone: string,
): Promise<{ text: string; gaps: string[] } | null> {
  const fields = await templateFields(reading(row, timeZone), reader, row.id)
  const template = templateId ? await readTemplate(reader, templateId) : null
  if (templateId && !template) return null
  const written = template
    ? { en: template.text_en || template.text_fr, fr: template.text_fr || template.text_en }[fields.language]
    : (text ?? "")
  const speaks = template ? (written === template.text_fr ? "fr" : "en") : fields.language
  const gaps: string[] = []
  const filled = written.replace(FIELD, (gap, name: string) => {
    const value = fields[speaks][name]
    if (value) return value
    gaps.push(name)
    return gap
  })
  return { text: filled, gaps }
}

async function readTemplate(reader: Reader, id: string) {
  return room(reader).selectFrom("templates").selectAll().where("id", "=", id).where("removed_at", "is", null).executeTakeFirst()
}

/** Nobody in particular, who sees this case. */
function reading(row: CaseRow, timeZone: string): PersonActor {
  return {
    kind: "token",
    id: row.id,
    ref: "system:rules",
    role: "observer",
    name: "",
    language: "en",
    timeZone,
    inboxes: row.inbox_ids,
    teams: [],
  }
}
