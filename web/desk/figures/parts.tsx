import type { Figures } from "../api/types.ts"
import { Section } from "./section.tsx"
import { SheetTable } from "./sheet-table.tsx"
import type { Sheet } from "./sheet.ts"
import { useFigureWords } from "./use-figure-words.ts"

/** The load on each inbox and team. Of people, nothing: no scores on colleagues. */
export function Parts({ figures }: { figures: Figures }) {
  const { say, length } = useFigureWords()
  const sheetOf = (title: string, none: string, parts: Figures["inboxes"]): Sheet => ({
    name: title,
    columns: [
      title,
      say("figures.in"),
      say("figures.out"),
      say("figures.opened"),
      say("figures.resolved"),
      say("figures.time.first"),
      say("figures.keptCount"),
      say("figures.brokenCount"),
    ],
    rows: parts.map((one) => [
      one.name ?? none,
      one.in,
      one.out,
      one.opened,
      one.resolved,
      one.first.median === null ? say("figures.tooFewOf", { n: one.first.n }) : `${length(one.first.median)} (${one.first.n})`,
      one.kept,
      one.broken,
    ]),
  })
  const inboxes = sheetOf(say("figures.byInbox"), "…", figures.inboxes)
  const teams = sheetOf(say("figures.byTeam"), say("figures.noTeam"), figures.teams)
  return (
    <>
      <Section title={inboxes.name} sheet={inboxes}>
        {inboxes.rows.length > 0 ? <SheetTable sheet={inboxes} /> : <p className="figures-aside">{say("figures.nothingYet")}</p>}
      </Section>
      {teams.rows.length > 1 && (
        <Section title={teams.name} sheet={teams}>
          <SheetTable sheet={teams} />
        </Section>
      )}
    </>
  )
}
