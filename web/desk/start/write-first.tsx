import { useQuery } from "@tanstack/react-query"
import { type SyntheticEvent, useEffect, useRef } from "react"
import { FIRST } from "../api/drafts.ts"
import { firstRecipientsQuery } from "../api/messages.ts"
import { inboxesQuery } from "../api/settings.ts"
import type { Address } from "../api/types.ts"
import { AddressField } from "../composer/address-field.tsx"
import { Arrives } from "../composer/arrives.tsx"
import { DraftLine } from "../composer/draft-line.tsx"
import { gapsIn } from "../composer/fill-template.ts"
import { Gaps } from "../composer/gaps.tsx"
import { readAddresses } from "../composer/read-addresses.ts"
import { refusedIn } from "../composer/refused-in.ts"
import { SendBar } from "../composer/send-bar.tsx"
import { Uploads } from "../composer/uploads.tsx"
import { useDraft } from "../composer/use-draft.ts"
import { useUploads } from "../composer/use-uploads.ts"
import { WritingBox, type WritingBoxHandle } from "../composer/writing-box.tsx"
import { Choice } from "../parts/choice.tsx"
import { Dialog } from "../parts/dialog.tsx"
import { Field } from "../parts/field.tsx"
import { FormErrors } from "../parts/form-errors.ts"
import { Wrong } from "../parts/wrong.tsx"
import { useWords } from "../words/use-words.ts"
import { AlreadyOpen } from "./already-open.tsx"
import { useSendFirst } from "./use-send-first.ts"

/** Somebody is written to who hasn't written, with all that an answer has. It leaves with the same undo. */
export function WriteFirst({ onClose }: { onClose: () => void }) {
  const { say } = useWords()
  return (
    <Dialog wide title={say("write.title")} onClose={onClose}>
      <FirstComposer onClose={onClose} />
    </Dialog>
  )
}

const ADDRESS = /^\S+@\S+\.\S\S+$/

/** A person pasted with the name is read as both; anything else is the address as typed. */
function whoIs(typed: string, before: Address): Address {
  const [person, ...others] = readAddresses(typed)
  const isWhole = person && others.length === 0 && ADDRESS.test(person.address)
  return isWhole ? { name: person.name || before.name, address: person.address } : { ...before, address: typed.trim() }
}

/** Not in something that it opened, which lies elsewhere on the page: another moment is chosen there. */
const isWithin = ({ currentTarget, target }: SyntheticEvent): boolean => target instanceof Node && currentTarget.contains(target)

function FirstComposer({ onClose }: { onClose: () => void }) {
  const { say, language } = useWords()
  const draft = useDraft(FIRST, "reply", null)
  const { body } = draft
  const inboxes = useQuery(inboxesQuery).data ?? []
  const inboxId = inboxes.find(({ id }) => id === body.inboxId)?.id ?? inboxes[0]?.id ?? ""
  const to = body.to?.[0] ?? { name: "", address: "" }
  const address = ADDRESS.test(to.address) ? to.address : ""
  const foreseen = useQuery({ ...firstRecipientsQuery(inboxId, address), enabled: inboxId !== "" }).data ?? null
  const uploads = useUploads(draft)
  const sending = useSendFirst({ draft, inboxId, greeting: foreseen?.greeting ?? "", uploading: uploads.pending, onSent: onClose })
  const box = useRef<WritingBoxHandle>(null)
  const open = draft.state !== "opening"
  const greeting = foreseen?.greeting ?? ""
  const greeted = useRef("")
  useEffect(() => {
    const { text } = draft.current()
    if (!open || !greeting || (text !== "" && text !== `${greeted.current}\n\n`)) return
    greeted.current = greeting
    draft.begin(`${greeting}\n\n`)
  }, [open, greeting])
  return (
    <FormErrors value={sending.fields}>
      <div
        className="first-composer"
        onKeyDown={(event) => {
          if (!isWithin(event)) return
          if (event.defaultPrevented) return event.stopPropagation() // a list under the caret was left, not the dialog
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          void sending.send({})
        }}
        onPaste={(event) => {
          if (isWithin(event) && !event.clipboardData.types.includes("text/plain")) uploads.take(event.clipboardData.files, event)
        }}
        onDragOver={(event) => event.dataTransfer.types.includes("Files") && event.preventDefault()}
        onDrop={(event) => isWithin(event) && uploads.take(event.dataTransfer.files, event)}
      >
        <div className="form-row">
          <Field
            label={say("recipients.to")}
            name="to.address"
            type="email"
            value={to.address}
            onChange={(next) => draft.change({ to: [whoIs(next, to)] })}
            required
            autoFocus
          />
          <Field label={say("person.name")} name="name" value={to.name} onChange={(name) => draft.change({ to: [{ ...to, name }] })} />
          <Choice
            label={say("write.from")}
            name="inboxId"
            value={inboxId}
            onChange={(id) => draft.change({ inboxId: id })}
            options={inboxes.map((inbox) => ({ value: inbox.id, label: inbox.address }))}
          />
        </div>
        {address && <AlreadyOpen address={address} onGo={onClose} />}
        {open && (
          <AddressField
            label={say("recipients.cc")}
            value={body.cc ?? []}
            problem={refusedIn(sending.fields, "cc")}
            onChange={(cc) => draft.change({ cc })}
          />
        )}
        <Field
          label={say("write.subject")}
          name="subject"
          value={body.subject ?? ""}
          onChange={(subject) => draft.change({ subject })}
          required
        />
        <WritingBox
          ref={box}
          around={{ caseId: null, conversationId: FIRST, kind: "reply", language: foreseen?.language ?? language }}
          label={say("write.text")}
          placeholder={say("composer.replyPlaceholder")}
          value={body.text}
          now={() => draft.current().text}
          invalid={sending.fields["text"] !== undefined}
          onChange={(text) => {
            draft.change({ text })
            sending.forget()
          }}
          marked={[]}
          greeting={greeting}
          autoFocus={false}
        />
        <Gaps text={body.text} select={(from, until) => box.current?.select(from, until)} />
        {uploads.files.length + uploads.underway.length > 0 && <Uploads uploads={uploads} />}
        {sending.wrong && <Wrong>{sending.wrong}</Wrong>}
        <SendBar
          one={null}
          kind="reply"
          sending={{
            ...sending,
            send: (how) => {
              const [gap] = gapsIn(draft.current().text)
              if (gap) box.current?.select(gap.from, gap.to)
              return sending.send(how)
            },
          }}
          uploads={uploads}
          hours={foreseen?.why === "hours"}
          call={(sign) => box.current?.type(sign)}
        >
          <DraftLine draft={draft} />
          <Arrives recipients={foreseen} />
        </SendBar>
      </div>
    </FormErrors>
  )
}
