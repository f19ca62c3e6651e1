import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { contactQuery } from "../api/contacts.ts"
import type { Contact } from "../api/types.ts"
import { Avatar } from "../parts/avatar.tsx"
import { Button } from "../parts/button.tsx"
import { Failed } from "../parts/failed.tsx"
import { Loading } from "../parts/loading.tsx"
import { useMayAct } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { IdentityList } from "./identity-list.tsx"
import { PersonDialog } from "./person-dialog.tsx"
import { Section } from "./section.tsx"
import { SamePerson } from "./same-person.tsx"
import { WishesDialog } from "./wishes-dialog.tsx"
import { WishesLine } from "./wishes-line.tsx"

export function PersonSection({ contactId }: { contactId: string }) {
  const { say } = useWords()
  const found = useQuery(contactQuery(contactId))
  const may = useMayAct()
  const [dialog, setDialog] = useState<"person" | "wishes" | null>(null)
  if (found.isPending) return <Loading />
  if (!found.data) return <Failed error={found.error} again={() => void found.refetch()} />
  const contact = found.data
  return (
    <Section
      title={say("panel.person")}
      act={
        may && (
          <Button kind="quiet" onPress={() => setDialog("person")}>
            {say("act.change")}
          </Button>
        )
      }
    >
      <div className="person">
        <Avatar name={contact.name || "?"} />
        <div>
          <p className="person-name">{contact.name || say("person.unnamed")}</p>
          <p className="person-line">{addressed(contact, say)}</p>
        </div>
      </div>
      {contact.organisation && <p className="panel-line">{contact.organisation}</p>}
      {contact.note && <p className="panel-line panel-note">{contact.note}</p>}
      <IdentityList contact={contact} />
      <WishesLine contact={contact} />
      {may && (
        <Button kind="quiet" icon="clock" onPress={() => setDialog("wishes")}>
          {say("wishes.change")}
        </Button>
      )}
      <SamePerson contactId={contact.id} />
      {dialog === "person" && <PersonDialog contact={contact} onClose={() => setDialog(null)} />}
      {dialog === "wishes" && <WishesDialog contact={contact} onClose={() => setDialog(null)} />}
    </Section>
  )
}

/** How they ask to be addressed; nothing when nothing was said: none of it is guessed. */
function addressed({ salutation, grammar, familiarity, language }: Contact, say: ReturnType<typeof useWords>["say"]): string {
  return [
    salutation && say("person.addressAs", { salutation }),
    familiarity && say(`familiarity.${familiarity}`),
    grammar && say(`grammar.${grammar}`),
    language && say("person.speaks", { language }),
  ]
    .filter(Boolean)
    .join(" · ")
}
