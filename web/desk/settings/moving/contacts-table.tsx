import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { post, Refused, remove } from "../../api/request.ts"
import type { ContactsPreview } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Check } from "../../parts/check.tsx"
import { Choice } from "../../parts/choice.tsx"
import { Failed } from "../../parts/failed.tsx"
import { Loading } from "../../parts/loading.tsx"
import { forgetAt, placeOf } from "../../parts/kept-typing.ts"
import { useKeptPart } from "../../parts/use-kept-part.ts"
import { Wrong } from "../../parts/wrong.tsx"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import { type DateOrder, DatesChoice } from "./dates-choice.tsx"

type Column = ContactsPreview["columns"][number]
type Chosen = Partial<Pick<ContactsPreview, "delimiter" | "encoding" | "header" | "columns">> & { dates?: DateOrder }

const MEANS = [
  "skip",
  "name",
  "first-name",
  "last-name",
  "email",
  "phone",
  "organisation",
  "language",
  "salutation",
  "note",
  "reference",
  "handle",
  "created",
] as const
const NOTHING: Chosen = {}
const DELIMITERS = [",", ";", "\t", "|"] as const
const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const

/** How a table would be read, and what its first rows would become: looked at, set right, then brought in. */
export function ContactsTable({ id, onDone }: { id: string; onDone: () => void }) {
  const { say } = useWords()
  const problem = useProblem()
  const [chosen, setChosen] = useKeptPart<Chosen>(`import ${id}`, "chosen", NOTHING)
  const [wrong, setWrong] = useState<string | null>(null)
  const found = useQuery({
    queryKey: ["imports", id, "preview", chosen],
    queryFn: () => post<ContactsPreview>(`/api/imports/${id}/preview`, chosen),
    placeholderData: keepPreviousData,
  })
  const done = (): void => {
    forgetAt(placeOf(`import ${id}`))
    onDone()
  }
  const failed = (error: unknown): void => setWrong(problem(error))
  if (found.isPending) return <Loading />
  const cancel = (): void =>
    void remove(`/api/imports/${id}`)
      .catch((error: unknown) => {
        if (!(error instanceof Refused && error.status === 404)) throw error // else it is gone already
      })
      .then(done, failed)
  if (found.isError)
    return (
      <section className="import-new" aria-label={say("importPage.preview")}>
        <Failed error={found.error} again={() => void found.refetch()} />
        {wrong && <Wrong>{wrong}</Wrong>}
        <div className="import-acts">
          <Button kind="quiet" onPress={cancel}>
            {say("importPage.cancel")}
          </Button>
        </div>
      </section>
    )
  const { columns, heads, header, delimiter, encoding, examples, rows } = found.data
  const change = (place: number, means: Column["means"]): void =>
    setChosen({ ...chosen, columns: columns.map((column, i) => (i === place ? { means, network: column.network } : column)) })
  const start = (): void =>
    void post(`/api/imports/${id}/start`, {
      settings: { delimiter, encoding, header, columns, ...(chosen.dates ? { dates: chosen.dates } : {}) },
    }).then(done, failed)
  return (
    <section className="import-new" aria-label={say("importPage.preview")}>
      <h2>{say("importPage.preview")}</h2>
      <div className="import-reading">
        <Choice
          label={say("importPage.delimiter")}
          name="delimiter"
          value={delimiter}
          onChange={(value) => setChosen({ ...chosen, delimiter: value })}
          options={DELIMITERS.map((value) => ({ value, label: value === "\t" ? say("importPage.tab") : value }))}
        />
        <Choice
          label={say("importPage.encoding")}
          name="encoding"
          value={encoding}
          onChange={(value) => setChosen({ ...chosen, encoding: value })}
          options={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
        />
        {columns.some(({ means }) => means === "created") && (
          <DatesChoice
            value={chosen.dates ?? null}
            onChange={(dates) => {
              const { dates: _, ...rest } = chosen
              setChosen(dates ? { ...rest, dates } : rest)
            }}
          />
        )}
        <Check checked={header} onChange={(on) => setChosen({ ...chosen, header: on })}>
          {say("importPage.header")}
        </Check>
      </div>
      <ul className="import-columns">
        {columns.map((column, i) => (
          <li key={i}>
            <Choice
              label={heads?.[i] || say("importPage.column", { number: i + 1 })}
              name={`column-${i}`}
              value={column.means}
              onChange={(means) => change(i, means)}
              options={MEANS.map((value) => ({ value, label: say(`importPage.means.${value}`) }))}
              help={examples
                .map((cells) => cells[i])
                .filter(Boolean)
                .slice(0, 2)
                .join(" · ")}
            />
          </li>
        ))}
      </ul>
      <div className="import-scroll" tabIndex={0} role="group" aria-label={say("importPage.becomes")}>
        <table className="import-table">
          <thead>
            <tr>
              <th scope="col">{say("importPage.line")}</th>
              <th scope="col">{say("importPage.means.name")}</th>
              <th scope="col">{say("importPage.known")}</th>
              <th scope="col">{say("importPage.means.organisation")}</th>
              <th scope="col">{say("importPage.outcome")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line} data-left-out={!row.taken || undefined}>
                <td>{row.line}</td>
                <td>{row.name}</td>
                <td>{row.identities.join(", ")}</td>
                <td>{row.organisation}</td>
                <td>
                  {!row.taken && <strong>{say("importPage.leftOut")} </strong>}
                  {row.meets ? say("importPage.joins", { name: row.meets.name }) : row.taken && say("importPage.isNew")}
                  {row.problems.map(({ reason, detail, text }) => (
                    <span key={reason + detail} className="import-detail">
                      {" "}
                      {text}
                      {detail && ` (${detail})`}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {wrong && <Wrong>{wrong}</Wrong>}
      <div className="import-acts">
        <Button kind="main" onPress={start}>
          {say("importPage.start")}
        </Button>
        <Button kind="quiet" onPress={cancel}>
          {say("importPage.cancel")}
        </Button>
      </div>
    </section>
  )
}
