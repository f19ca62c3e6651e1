import { useQuery } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { recipientsQuery } from "../api/messages.ts"
import { agentsQuery, teamsQuery } from "../api/people.ts"
import { usePresence } from "../api/presence.ts"
import type { Case, Id, Message } from "../api/types.ts"
import { writingHelpQuery } from "../help/api.ts"
import { Button } from "../parts/button.tsx"
import { Check } from "../parts/check.tsx"
import { Icon } from "../parts/icon.tsx"
import { Wrong } from "../parts/wrong.tsx"
import { focusSoon } from "../parts/focus-soon.ts"
import { useCommands } from "../shell/keys.ts"
import { useWords } from "../words/use-words.ts"
import { worded } from "../words/worded.ts"
import { Arrives } from "./arrives.tsx"
import { writing as writingStore, type Writing } from "./composer-state.ts"
import { chosenIn } from "./draft-body.ts"
import { DraftLine } from "./draft-line.tsx"
import { gapsIn } from "./fill-template.ts"
import { Gaps } from "./gaps.tsx"
import { mentionsIn } from "./mentions.ts"
import { OthersHere } from "./others-here.tsx"
import { RecipientsLine } from "./recipients-line.tsx"
import { SendBar } from "./send-bar.tsx"
import { useDraft } from "./use-draft.ts"
import { useMeanwhile } from "./use-meanwhile.ts"
import { type How, useSend } from "./use-send.ts"
import { useUploads } from "./use-uploads.ts"
import { WritingBox, type WritingBoxHandle } from "./writing-box.tsx"
import { latePart } from "../parts/late-part.tsx"

const AskFirst = latePart(async () => (await worded(import("./ask-first.tsx"))).AskFirst)
const Uploads = latePart(async () => (await import("./uploads.tsx")).Uploads)
const Meanwhile = latePart(async () => (await worded(import("./meanwhile.tsx"))).Meanwhile)
const WritingHelp = latePart(async () => (await worded(import("../help/writing-help.tsx"))).WritingHelp)

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
  const { say, moment, language } = useWords()
  const draft = useDraft(conversationId, kind, writing.restored)
  const answering = writing.answering ?? draft.body.answering ?? null
  const recipients = useQuery({ ...recipientsQuery(conversationId, answering, chosenIn(draft.body)), enabled: !note })
  const agents = useQuery({ ...agentsQuery, enabled: note }).data ?? []
  const teams = useQuery({ ...teamsQuery, enabled: note }).data ?? []
  const offered = useQuery(writingHelpQuery).data
  const meanwhile = useMeanwhile(messages, conversationId)
  const uploads = useUploads(draft)
  const called = note ? mentionsIn(draft.body.text, agents, teams) : { people: [], teams: [] }
  const names = [...called.people, ...called.teams].map(({ name }) => name)
  const greeting = note ? "" : (recipients.data?.greeting ?? "")
  const box = useRef<WritingBoxHandle>(null)
  const place = useRef<HTMLElement>(null)
  const [dropping, setDropping] = useState(false)
  /** The moment for which it was to be sent and wasn't: it isn't to be chosen again, nor sent at once by mistake. */
  const [missed, setMissed] = useState<string | null>(null)
  const answeringToo = usePresence(one.id).flatMap(({ doing, name }) => (doing === "replying" ? [name] : []))
  const sending = useSend({
    one,
    kind,
    conversationId,
    draft,
    answering,
    greeting,
    seen: meanwhile.seen,
    mentions: called.people.map(({ id }) => id),
    teams: called.teams.map(({ id }) => id),
    uploading: uploads.pending,
    others: note ? [] : answeringToo,
    answers: note ? [] : meanwhile.newer.filter(({ direction }) => direction === "out"),
  })
  const send = (how: How): Promise<boolean> => {
    const [gap] = note ? [] : gapsIn(draft.current().text)
    if (gap) box.current?.select(gap.from, gap.to)
    return sending.send(how).then((sent) => {
      setMissed(sent ? null : (how.sendAt ?? null))
      return sent
    })
  }
  useCommands({ "write.send": () => void (place.current?.contains(document.activeElement) && send({})) })

  const open = draft.state !== "opening"
  const greeted = useRef("")
  useEffect(() => {
    const { text } = draft.current()
    if (!open || !greeting || writing.restored || (text !== "" && text !== `${greeted.current}\n\n`)) return
    greeted.current = greeting
    draft.begin(`${greeting}\n\n`)
  }, [open, greeting])

  const close = (): void => {
    writingStore.set(null)
    focusSoon(`.dock-closed .button:nth-child(${note ? 2 : 1})`)
  }
  return (
    <section
      ref={place}
      className="dock composer"
      data-kind={kind}
      data-dropping={dropping || undefined}
      aria-label={note ? say("composer.note") : say("composer.reply")}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return
        event.preventDefault()
        close()
      }}
      onPaste={(event) => {
        // Cells of a table come with a picture of themselves.
        if (!event.clipboardData.types.includes("text/plain")) uploads.take(event.clipboardData.files, event)
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes("Files")) return
        event.preventDefault()
        setDropping(true)
      }}
      onDragLeave={(event) =>
        !event.currentTarget.contains(event.relatedTarget instanceof Node ? event.relatedTarget : null) && setDropping(false)
      }
      onDrop={(event) => {
        setDropping(false)
        uploads.take(event.dataTransfer.files, event)
      }}
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
      {!note && <OthersHere caseId={one.id} />}
      {(meanwhile.newer.length > 0 || meanwhile.elsewhere) && <Meanwhile {...meanwhile} />}
      {offered?.helps.length ? (
        <WritingHelp
          one={one}
          kind={kind}
          language={recipients.data?.language ?? language}
          text={() => draft.current().text}
          helped={draft.body.withHelp ?? false}
          onUse={() => draft.change({ withHelp: true })}
        />
      ) : null}
      <WritingBox
        ref={box}
        around={{ caseId: one.id, conversationId, kind, language: note ? language : (recipients.data?.language ?? language) }}
        label={note ? say("composer.noteText") : say("composer.replyText")}
        placeholder={note ? say("composer.notePlaceholder") : say("composer.replyPlaceholder")}
        value={draft.body.text}
        now={() => draft.current().text}
        invalid={sending.fields["text"] !== undefined}
        onChange={(text) => {
          draft.change(text.trim() ? { text } : { text, withHelp: false })
          sending.forget()
        }}
        marked={names}
        greeting={greeting}
      />
      {!note && <Gaps text={draft.body.text} select={(from, to) => box.current?.select(from, to)} />}
      {uploads.files.length + uploads.underway.length > 0 && <Uploads uploads={uploads} />}
      {names.length > 0 && <p className="composer-line">{say("composer.mentions", { names: names.join(", ") })}</p>}
      {sending.wrong && !sending.asking?.names.length && <Wrong>{sending.wrong}</Wrong>}
      {missed && !sending.asking && (
        <p className="composer-line">
          <Button icon="clock" pending={sending.pending} onPress={() => void send({ sendAt: missed })}>
            {say("composer.sendAgain", { at: moment(missed) })}
          </Button>
        </p>
      )}
      {sending.asking && <AskFirst {...sending.asking} />}
      <SendBar
        one={one}
        kind={kind}
        sending={{ ...sending, send }}
        uploads={uploads}
        hours={recipients.data?.why === "hours"}
        call={(sign) => box.current?.type(sign)}
      >
        {!note && (
          <Check checked={draft.body.quote ?? false} onChange={(quote) => draft.change({ quote })}>
            {say("composer.quote")}
          </Check>
        )}
        {!note && <Arrives recipients={recipients.data ?? null} />}
      </SendBar>
      {dropping && <p className="drop-here">{say("upload.drop")}</p>}
    </section>
  )
}
