import type { Agent, Case, Message } from "../api/types.ts"
import { Avatar } from "../parts/avatar.tsx"
import { Icon } from "../parts/icon.tsx"
import { useMe } from "../shell/me.ts"
import { Time } from "../parts/time.tsx"
import { worded } from "../words/worded.ts"
import { useWords } from "../words/use-words.ts"
import { Attachments } from "./attachments.tsx"
import { IdentityLine } from "./identity-line.tsx"
import { MessageMenu } from "./message-menu.tsx"
import { Leaving } from "./leaving.tsx"
import { MessageText } from "./message-text.tsx"
import { Shield } from "./shield.tsx"
import { memo, Suspense, useState } from "react"
import { latePart } from "../parts/late-part.tsx"

const Invitation = latePart(async () => (await worded(import("./invitation.tsx"))).Invitation)
const Related = latePart(async () => (await worded(import("./related.tsx"))).Related)
const HtmlMail = latePart(async () => (await import("./html-mail.tsx")).HtmlMail)
const Translation = latePart(async () => (await worded(import("../help/translation.tsx"))).Translation)

interface Props {
  message: Message
  one: Case
  /** The subject, where another conversation of the case begins. */
  conversation: string | null
  /** Colleagues, as far as they are known. */
  agents: readonly Agent[] | undefined
}

/** Something said: by the customer, by us, or among colleagues. A note has another shape and says that it never leaves. */
export const MessageCard = memo(function MessageCard({ message, one, conversation, agents }: Props) {
  const { say } = useWords()
  const me = useMe()
  const [asHtml, setAsHtml] = useState(false)
  const [translated, setTranslated] = useState(false)
  const { direction, from } = message
  const agent = agents?.find(({ id }) => id === from.agentId)?.name
  const name = agent ?? (from.name || from.address || say("person.unnamed"))
  const kind = direction === "note" ? say("message.note") : direction === "out" ? say("message.out") : say("message.in")
  return (
    <article
      className="message"
      data-direction={direction}
      data-state={message.state}
      id={`message-${message.id}`}
      tabIndex={-1}
      aria-label={`${kind}, ${name}`}
    >
      {conversation !== null && (
        <p className="message-conversation">{say("message.otherConversation", { subject: conversation || say("case.noSubject") })}</p>
      )}
      <header className="message-head">
        <Avatar name={name} />
        <div className="message-who">
          <p>
            <strong>{from.agentId === me.id ? say("message.you") : name}</strong>
            {direction === "in" && <Shield message={message} />}
            {direction === "note" ? (
              <span className="note-mark">
                <Icon name="note" />
                {say("message.noteMark")}
              </span>
            ) : (
              <span className="message-address">
                {direction === "out"
                  ? say("message.to", { to: message.to.map(({ name: who, address }) => who || address).join(", ") })
                  : from.address}
              </span>
            )}
          </p>
          {message.cc.length > 0 && (
            <p className="message-address">{say("message.cc", { cc: message.cc.map(({ address }) => address).join(", ") })}</p>
          )}
        </div>
        <a className="message-time" href={`#message-${message.id}`}>
          <Time at={message.sentAt && direction === "out" ? message.sentAt : message.receivedAt} />
        </a>
        <MessageMenu message={message} one={one} asHtml={asHtml} showHtml={setAsHtml} translate={() => setTranslated(true)} />
      </header>
      {direction === "in" && <IdentityLine message={message} />}
      {asHtml ? (
        <Suspense fallback={<MessageText message={message} />}>
          <HtmlMail message={message} />
        </Suspense>
      ) : (
        <MessageText message={message} />
      )}
      {message.hasHtml && (
        <p className="message-forms">
          <button type="button" className="form-switch" aria-pressed={asHtml} onClick={() => setAsHtml(!asHtml)}>
            {asHtml ? say("message.asText") : say("message.asHtml")}
          </button>
        </p>
      )}
      {translated && message.caseId && <Translation message={message} caseId={message.caseId} onClose={() => setTranslated(false)} />}
      {message.calendar.length > 0 && <Invitation message={message} />}
      <Attachments message={message} />
      {message.withHelp && (
        <p className="message-forms">
          <Icon name="machine" /> {say("message.withHelp")}
        </p>
      )}
      {direction === "out" && <Leaving message={message} one={one} />}
      {message.related.length > 0 && <Related message={message} />}
    </article>
  )
})
