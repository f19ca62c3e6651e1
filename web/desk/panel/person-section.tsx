import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { contactMergesQuery, contactQuery, mergeSuggestionsQuery } from "../api/contacts.ts"
import type { Contact } from "../api/types.ts"
import { Avatar } from "../parts/avatar.tsx"
import { Button } from "../parts/button.tsx"
import { Failed } from "../parts/failed.tsx"
import { latePart } from "../parts/late-part.tsx"
import { Loading } from "../parts/loading.tsx"
import { useMayAct } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { IdentityList } from "./identity-list.tsx"
import { PersonFields } from "./person-fields.tsx"
import { Section } from "./section.tsx"
import { WishesField } from "./wishes-field.tsx"

const SamePerson = latePart(async () => (await import("./same-person.tsx")).SamePerson)

export function PersonSection({ contactId }: { contactId: string }) {
  const { say } = useWords()
  const found = useQuery(contactQuery(contactId))
  const suggested = useQuery(mergeSuggestionsQuery(contactId)).data?.length
  const merged = useQuery(contactMergesQuery(contactId)).data?.length
  const twice = Boolean(suggested) || Boolean(merged)
  const may = useMayAct()
  const [all, setAll] = useState(false)
  if (found.isPending) return <Loading />
  if (!found.data) return <Failed error={found.error} again={() => void found.refetch()} />
  const contact = found.data
  return (
    <Section
      title={say("panel.person")}
      act={
        may && (
          <Button kind="quiet" pressed={all} onPress={() => setAll(!all)}>
            {all ? say("panel.less") : say("panel.more")}
          </Button>
        )
      }
    >
      {may ? (
        <PersonFields key={contact.id} contact={contact} all={all} />
      ) : (
        <div className="person">
          <Avatar name={contact.name || "?"} />
          <div>
            <p className="person-name">{contact.name || say("person.unnamed")}</p>
            <p className="person-line">{addressed(contact, say)}</p>
          </div>
        </div>
      )}
      <IdentityList contact={contact} />
      <WishesField contact={contact} />
      {twice && <SamePerson contactId={contact.id} />}
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
