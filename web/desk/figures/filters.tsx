import { useQuery } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { type FiguresSearch, PERIODS } from "../api/figures.ts"
import { teamsQuery } from "../api/people.ts"
import { inboxesQuery } from "../api/settings.ts"
import { Choice } from "../parts/choice.tsx"
import { Field } from "../parts/field.tsx"
import { useWords } from "../words/use-words.ts"

/** What the figures are of. Each choice is part of the address, so that it can be sent to somebody. */
export function Filters({ search }: { search: FiguresSearch }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const inboxes = useQuery(inboxesQuery).data ?? []
  const teams = useQuery(teamsQuery).data ?? []
  const set = (change: FiguresSearch): void => void navigate({ to: "/figures", search: { ...search, ...change }, replace: true })
  const period = search.period ?? "28d"
  return (
    <div className="figures-filters" role="group" aria-label={say("figures.filters")}>
      <Choice
        label={say("figures.period")}
        name="period"
        value={period}
        onChange={(chosen) =>
          set(chosen === "custom" ? { period: chosen, from: monthAgo() } : { period: chosen, from: undefined, to: undefined })
        }
        options={PERIODS.map((value) => ({ value, label: say(`figures.period.${value}`) }))}
      />
      {period === "custom" && (
        <>
          <Field
            label={say("figures.from")}
            name="from"
            type="date"
            value={search.from ?? ""}
            onChange={(from) => set({ from: from || undefined })}
          />
          <Field label={say("figures.to")} name="to" type="date" value={search.to ?? ""} onChange={(to) => set({ to: to || undefined })} />
        </>
      )}
      <Choice
        label={say("figures.inbox")}
        name="inbox"
        value={search.inbox ?? ""}
        onChange={(inbox) => set({ inbox: inbox || undefined })}
        options={[
          { value: "", label: say("figures.allInboxes") },
          ...inboxes.map(({ id, name, address }) => ({ value: id, label: name || address })),
        ]}
      />
      <Choice
        label={say("figures.team")}
        name="team"
        value={search.team ?? ""}
        onChange={(team) => set({ team: team || undefined })}
        options={[
          { value: "", label: say("figures.allTeams") },
          ...teams.map(({ id, name }) => ({ value: id, label: name })),
          { value: "none", label: say("figures.noTeam") },
        ]}
      />
      <TagField key={search.tag ?? ""} tag={search.tag ?? ""} onChange={(tag) => set({ tag: tag || undefined })} />
    </div>
  )
}

/** Taken when it is left or Enter is pressed: figures of half a word say nothing. */
function TagField({ tag, onChange }: { tag: string; onChange: (tag: string) => void }) {
  const { say } = useWords()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onChange(typedIn(event.currentTarget))
      }}
      onBlur={(event) => {
        const typed = typedIn(event.currentTarget)
        if (typed !== tag) onChange(typed)
      }}
    >
      <Field label={say("figures.tag")} name="tag" first={tag} placeholder={say("figures.anyTag")} />
    </form>
  )
}

function typedIn(form: HTMLFormElement): string {
  const tag = new FormData(form).get("tag")
  return typeof tag === "string" ? tag.trim() : ""
}

function monthAgo(): string {
  return new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10)
}
