import { useQueryClient } from "@tanstack/react-query"
import { get, post, query } from "../../api/request.ts"
import type { Contact, FoundPage, Id, Page, Tie } from "../../api/types.ts"
import { tell } from "../../shell/notices.tsx"
import { keepPlace } from "../../shell/undoables.ts"
import { useWords } from "../../words/use-words.ts"
import { FindDialog, type Found } from "../find-dialog.tsx"
import { mentionTiesQuery } from "./api.ts"
import { useMentionTie } from "./use-mention-tie.ts"

/** A case or a person, found by words, a name or a number: said by hand to be whose it is. */
export function TieByHand({ mention, onClose }: { mention: Id; onClose: () => void }) {
  const { say } = useWords()
  const client = useQueryClient()
  const decide = useMentionTie(mention)
  const find = async (q: string, signal: AbortSignal): Promise<Found[]> => {
    const number = /^#?([1-9]\d{0,11})$/.exec(q)?.[1]
    const [cases, people] = await Promise.all([
      get<FoundPage>(`/api/search${query({ q, limit: 20 })}`, signal),
      get<Page<Contact>>(`/api/contacts${query({ q, limit: 6 })}`, signal),
    ])
    const numbered = cases.items.flatMap(({ caseNumber, subject }): [string, Found][] =>
      caseNumber === null
        ? []
        : [
            [
              `case:${caseNumber}`,
              {
                id: `case:${caseNumber}`,
                icon: "inbox",
                words: subject || say("case.noSubject"),
                detail: say("case.number", { number: String(caseNumber) }),
              },
            ],
          ],
    )
    const typed: [string, Found][] = number
      ? [[`case:${number}`, { id: `case:${number}`, icon: "right", words: say("case.number", { number }), detail: "" }]]
      : []
    return [
      ...new Map([...typed, ...numbered]).values(),
      ...people.items.map(({ id, name, identities, organisation }): Found => ({
        id: `contact:${id}`,
        icon: "person",
        words: name || identities[0]?.value || say("tie.somebody"),
        detail: organisation || identities[0]?.value || "",
      })),
    ]
  }
  const choose = async ({ id }: Found): Promise<void> => {
    const [kind, to = ""] = id.split(/:(.*)/s)
    const place = keepPlace()
    try {
      const tie = await post<Tie>(`/api/mentions/${mention}/ties`, kind === "case" ? { caseId: to } : { contactId: to })
      await client.invalidateQueries({ queryKey: mentionTiesQuery(mention).queryKey })
      tell(say("listen.tie.done.confirm"), { act: { words: say("act.undo"), do: () => decide(tie, "undo") } }, place)
    } finally {
      place.leave()
    }
    onClose()
  }
  return (
    <FindDialog
      title={say("listen.ties.byHandTitle")}
      explain={say("listen.ties.byHandHelp")}
      label={say("listen.ties.find")}
      find={find}
      onChoose={choose}
      onClose={onClose}
    />
  )
}
