import { useEffect, useState } from "react"
import type { Address, Recipients } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { latePart } from "../parts/late-part.tsx"
import { Loading } from "../parts/loading.tsx"
import { Wrong } from "../parts/wrong.tsx"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { RecipientChips } from "./recipient-chips.tsx"
import { refusedIn } from "./refused-in.ts"
import type { Drafting } from "./use-draft.ts"

const AddressField = latePart(async () => (await import("./address-field.tsx")).AddressField)

interface Props {
  derived: Recipients | null
  error: unknown
  draft: Drafting
  problems: Readonly<Record<string, string>>
}

/** Who it goes to, derived from the message answered, before anything is sent; what the agent changed stands out. */
export function RecipientsLine({ derived: found, error, draft, problems }: Props) {
  const { say } = useWords()
  const tell = useProblem()
  const [editing, setEditing] = useState(false)
  // It is asked anew while one writes: what fails then takes no field from under the fingers.
  const [last, setLast] = useState(found)
  if (found && found !== last) setLast(found)
  const derived = found ?? last
  const refused = (field: "to" | "cc"): string | undefined => refusedIn(problems, field)
  const isRefused = (refused("to") ?? refused("cc")) !== undefined
  useEffect(() => {
    if (isRefused) setEditing(true)
  }, [isRefused])
  if (!derived) return error ? <Wrong>{tell(error)}</Wrong> : <Loading />
  const to = draft.body.to ?? derived.to
  const cc = draft.body.cc ?? derived.cc
  const add = (person: Address): void => draft.change({ to, cc: [...cc, { name: person.name, address: person.address }] })
  const named = new Set([...to, ...cc].map(({ address }) => address.toLowerCase()))
  return (
    <div className="recipients">
      {editing ? (
        <>
          <AddressField
            label={say("recipients.to")}
            value={to}
            problem={refused("to")}
            onChange={(next) => draft.change({ to: next, cc })}
          />
          <AddressField
            label={say("recipients.cc")}
            value={cc}
            problem={refused("cc")}
            onChange={(next) => draft.change({ to, cc: next })}
          />
        </>
      ) : (
        <RecipientChips to={to} cc={cc} derived={derived} />
      )}
      <Button kind="quiet" onPress={() => setEditing(!editing)}>
        {editing ? say("recipients.done") : say("recipients.change")}
      </Button>
      {error ? <Wrong>{tell(error)}</Wrong> : null}
      {derived.notes
        .filter(({ address }) => !named.has(address.toLowerCase()))
        .map((note) => (
          <p key={note.address} className="recipient-note">
            <span>
              <bdi>{note.address}</bdi> · {note.text}
            </span>
            <Button kind="quiet" icon="plus" onPress={() => add(note)}>
              {say("recipients.addCopy")}
            </Button>
          </p>
        ))}
    </div>
  )
}
