import { useQuery, useQueryClient } from "@tanstack/react-query"
import { contactMergesQuery, mergeSuggestionsQuery } from "../api/contacts.ts"
import { post } from "../api/request.ts"
import { now } from "../api/server-clock.ts"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { useMayAct } from "../shell/me.ts"
import { tell } from "../shell/notices.tsx"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"

/** Who else this may be, with the reasons; what was joined can be parted again. */
export function SamePerson({ contactId }: { contactId: string }) {
  const { say, when } = useWords()
  const problem = useProblem()
  const may = useMayAct()
  const client = useQueryClient()
  const suggestions = useQuery(mergeSuggestionsQuery(contactId)).data ?? []
  const merges = (useQuery(contactMergesQuery(contactId)).data ?? []).filter(({ undoneAt }) => undoneAt === null)
  const afresh = (): Promise<void> =>
    client.invalidateQueries({ predicate: ({ queryKey: [what] }) => what === "contact" || what === "case" || what === "cases" })
  const act = (path: string, body: unknown = {}): Promise<boolean> =>
    post(path, body).then(
      () => afresh().then(() => true),
      (error: unknown) => {
        tell(problem(error), { tone: "hot" })
        return false
      },
    )
  const refuse = (id: string): void => {
    const path = `/api/contacts/suggestions/${id}`
    const back = { words: say("act.undo"), do: () => void act(`${path}/recall`) }
    void act(`${path}/refuse`).then((done) => done && tell(say("samePerson.refused"), { act: back }))
  }
  return (
    <>
      {suggestions.map(({ id, contact, reasons }) => (
        <div key={id} className="hint-line">
          <Icon name="person" />
          <p>
            {say("samePerson.maybe", { name: contact.name || contact.address || "?" })} {reasons.map(({ text }) => text).join(" · ")}
          </p>
          {may && (
            <span className="banner-acts">
              <Button onPress={() => void act(`/api/contacts/${contactId}/merge`, { with: contact.id })}>{say("samePerson.yes")}</Button>
              <Button kind="quiet" onPress={() => refuse(id)}>
                {say("samePerson.no")}
              </Button>
            </span>
          )}
        </div>
      ))}
      {merges.map((merge) => (
        <p key={merge.id} className="panel-line panel-dim">
          {say("samePerson.merged", { at: when(merge.at, now()) })}
          {may && (
            <Button kind="quiet" icon="undo" onPress={() => void act(`/api/contacts/merges/${merge.id}/undo`)}>
              {say("act.undo")}
            </Button>
          )}
        </p>
      ))}
    </>
  )
}
