import { useQuery, useQueryClient } from "@tanstack/react-query"
import { contactMergesQuery, mergeSuggestionsQuery } from "../api/contacts.ts"
import { post } from "../api/request.ts"
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
  const act = (path: string, body: unknown = {}): void =>
    void post(path, body).then(
      () => client.invalidateQueries({ predicate: ({ queryKey: [what] }) => what === "contact" || what === "case" || what === "cases" }),
      (error: unknown) => tell(problem(error), { tone: "hot" }),
    )
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
              <Button onPress={() => act(`/api/contacts/${contactId}/merge`, { with: contact.id })}>{say("samePerson.yes")}</Button>
              <Button kind="quiet" onPress={() => act(`/api/contacts/suggestions/${id}/refuse`)}>
                {say("samePerson.no")}
              </Button>
            </span>
          )}
        </div>
      ))}
      {merges.map((merge) => (
        <p key={merge.id} className="panel-line panel-dim">
          {say("samePerson.merged", { at: when(merge.at, Date.now()) })}
          {may && (
            <Button kind="quiet" icon="undo" onPress={() => act(`/api/contacts/merges/${merge.id}/undo`)}>
              {say("act.undo")}
            </Button>
          )}
        </p>
      ))}
    </>
  )
}
