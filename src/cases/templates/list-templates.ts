import { type PersonActor, atLeast } from "#people"
import type { Reader } from "#platform"
import { teamNames } from "../names.ts"
import { room } from "../tables.ts"
import { mayEdit, type Template } from "./access-template.ts"
import type { TemplateView } from "./views.ts"

/** The templates that an actor may begin from, by name. */
export async function listTemplates(
  actor: PersonActor,
  reader: Reader,
  page: { limit: number; after: { name: string; id: string } | null },
): Promise<Template[]> {
  const { after } = page
  return room(reader)
    .selectFrom("templates")
    .selectAll()
    .where("removed_at", "is", null)
    .where(({ or, eb, and }) =>
      or([
        eb("reach", "=", "everybody"),
        ...(actor.kind === "agent" ? [eb("agent_id", "=", actor.id)] : []),
        ...(atLeast(actor.role, "lead")
          ? [eb("reach", "=", "team")]
          : actor.teams.length
            ? [and([eb("reach", "=", "team"), eb("team_id", "in", [...actor.teams])])]
            : []),
      ]),
    )
    .$if(after !== null, (rows) =>
      rows.where(({ eb, fn, refTuple, tuple }) => eb(refTuple(fn<string>("lower", ["name"]), "id"), ">", tuple(after!.name, after!.id))),
    )
    .orderBy(({ fn }) => fn("lower", ["name"]))
    .orderBy("id")
    .limit(page.limit)
    .execute()
}

export async function presentTemplates(actor: PersonActor, reader: Reader, rows: readonly Template[]): Promise<TemplateView[]> {
  const teams = await teamNames(
    reader,
    rows.flatMap(({ team_id }) => team_id ?? []),
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    reach: row.reach,
    team: row.team_id ? { id: row.team_id, name: teams.get(row.team_id) ?? "" } : null,
    textEn: row.text_en,
    textFr: row.text_fr,
    used: row.used,
    usedAt: row.used_at?.toISOString() ?? null,
    mayEdit: mayEdit(actor, row),
  }))
}
