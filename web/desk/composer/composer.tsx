import { useQuery } from "@tanstack/react-query"
import { useRef } from "react"
import { agentsQuery } from "../api/people.ts"
import { recipientsQuery } from "../api/messages.ts"
import type { Case, Id, Message } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Check } from "../parts/check.tsx"
import { Icon } from "../parts/icon.tsx"
import { Wrong } from "../parts/wrong.tsx"
import { useWords } from "../words/use-words.ts"
import { writing as writingStore, type Writing } from "./composer-state.ts"
import { DraftLine } from "./draft-line.tsx"
import { LeavesAt } from "./leaves-at.tsx"
import { Meanwhile } from "./meanwhile.tsx"
import { mentionsIn } from "./mentions.ts"
import { RecipientsLine } from "./recipients-line.tsx"
import { SendBar } from "./send-bar.tsx"
import { Uploads } from "./uploads.tsx"
import { useDraft } from "./use-draft.ts"
import { useMeanwhile } from "./use-meanwhile.ts"
import { useSend } from "./use-send.ts"
import { useUploads } from "./use-uploads.ts"

interface Props {
  one: Case
  writing: Writing
  conversationId: Id
  messages: readonly Message[]
}

/** One kind at a time: an answer goes to the recipients shown above it, a note says and shows that it stays here. */
export function Composer({ one, writing, conversationId, messages }: Props) {
  const { kind } = writing
  const note = kind === "note"
  const { say } = useWords()
  const draft = useDraft(conversationId, kind, writing.restored)
  const answering = writing.answering ?? draft.body.answering ?? null
  const recipients = useQuery({ ...recipientsQuery(conversationId, answering), enabled: !note })
  const agents = useQuery({ ...agentsQuery, enabled: note }).data ?? []
  const meanwhile = useMeanwhile(messages, conversationId)
  const uploads = useUploads(draft)
  const mentions = note ? mentionsIn(draft.body.text, agents) : []
  const sending = useSend({
    one,
    kind,
    conversationId,
    draft,
    answering,
    seen: meanwhile.seen,
    mentions: mentions.map(({ id }) => id),
    uploading: uploads.pending,
  })
  const box = useRef<HTMLTextAreaElement>(null)
  const close = (): void => writingStore.set(null)
  return (
    <section
      className="dock composer"
      data-kind={kind}
      aria-label={note ? say("composer.note") : say("composer.reply")}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          void sending.send({})
        } else if (event.key === "Escape" && !event.defaultPrevented) {
          event.preventDefault()
          close()
        }
      }}
      onPaste={(event) => uploads.take(event.clipboardData.files, event)}
      onDragOver={(event) => event.dataTransfer.types.includes("Files") && event.preventDefault()}
      onDrop={(event) => uploads.take(event.dataTransfer.files, event)}
    >
      <header className="composer-head">
        <h2>
          <Icon name={note ? "note" : "reply"} />
          {note ? say("composer.note") : say("composer.reply")}
        </h2>
        {note && <p className="composer-kind">{say("composer.noteLine")}</p>}
        <DraftLine draft={draft} />
        <Button bare kind="quiet" icon="close" onPress={close}>
          {say("act.close")}
        </Button>
      </header>
      {!note && <RecipientsLine derived={recipients.data ?? null} error={recipients.error} draft={draft} problems={sending.fields} />}
      <Meanwhile {...meanwhile} />
      <textarea
        ref={box}
        className="composer-text"
        aria-label={note ? say("composer.noteText") : say("composer.replyText")}
        aria-invalid={sending.fields["text"] !== undefined || undefined}
        aria-keyshortcuts="Control+Enter"
        autoFocus
        value={draft.body.text}
        placeholder={note ? say("composer.notePlaceholder") : say("composer.replyPlaceholder")}
        onChange={(event) => draft.change({ text: event.target.value })}
        dir="auto"
      />
      <Uploads uploads={uploads} />
      {mentions.length > 0 && (
        <p className="composer-line">{say("composer.mentions", { names: mentions.map(({ name }) => name).join(", ") })}</p>
      )}
      {!note && <LeavesAt recipients={recipients.data ?? null} name={one.contact?.name || ""} />}
      {sending.wrong && <Wrong>{sending.wrong}</Wrong>}
      <SendBar kind={kind} sending={sending} uploads={uploads} hours={recipients.data?.why === "hours"}>
        {!note && (
          <Check checked={draft.body.quote ?? false} onChange={(quote) => draft.change({ quote })}>
            {say("composer.quote")}
          </Check>
        )}
      </SendBar>
    </section>
  )
}
