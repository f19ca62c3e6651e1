import { type ReactNode, useRef, useState } from "react"
import { laterMoments } from "../actions/later-moments.ts"
import type { DraftKind } from "../api/drafts.ts"
import { Button } from "../parts/button.tsx"
import { useTheirClock } from "./their-clock.ts"
import { NOT_YET } from "../parts/form.tsx"
import { Menu } from "../parts/menu.tsx"
import { timeZone } from "../words/time-zone.ts"
import { useNow } from "../words/use-now.ts"
import { useWords } from "../words/use-words.ts"
import type { Case } from "../api/types.ts"
import type { SendState } from "./use-send.ts"
import type { UploadsState } from "./use-uploads.ts"
import { latePart } from "../parts/late-part.tsx"

const MomentDialog = latePart(async () => (await import("../actions/moment-dialog.tsx")).MomentDialog, { over: true })

interface Props {
  /** Null: in no case yet. */
  one: Case | null
  kind: DraftKind
  sending: SendState
  uploads: UploadsState
  /** The customer's hours hold it back: it can be sent regardless. */
  hours: boolean
  /** Types a sign that calls a list, for those who have no keyboard at hand. */
  call: (sign: "/" | "@" | ":") => void
  children: ReactNode
}

export function SendBar({ one, kind, sending, uploads, hours, call, children }: Props) {
  const { say, when } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const now = useNow()
  const zone = timeZone.use()
  const [choosing, setChoosing] = useState(false)
  const note = kind === "note"
  const theirs = useTheirClock(one)
  return (
    <footer className="send-bar">
      <Button kind="main" icon={note ? "note" : "send"} pending={sending.pending} onPress={() => void sending.send({})}>
        {note ? say("composer.addNote") : hours ? say("composer.sendAtHours") : say("composer.send")}
      </Button>
      {!note && (
        <Menu
          label={say("composer.later")}
          button={
            <Button bare icon="clock">
              {say("composer.later")}
            </Button>
          }
          acts={() => [
            ...(hours
              ? [
                  {
                    id: "regardless",
                    words: say("composer.regardless"),
                    icon: "send" as const,
                    do: () => void sending.send({ regardlessOfHours: true }),
                  },
                ]
              : []),
            ...laterMoments(now, zone).map(({ id, at }) => ({
              id,
              words: say(`later.${id}`),
              detail: [when(at, now), theirs?.(at)].filter(Boolean).join(" · "),
              do: () => void sending.send({ sendAt: at }),
            })),
            { id: "choose", words: say("later.choose"), icon: "clock", do: () => setChoosing(true) },
          ]}
        />
      )}
      <Button bare kind="quiet" icon="attach" onPress={() => input.current?.click()}>
        {say("upload.add")}
      </Button>
      <Button bare kind="quiet" icon="file" onPress={() => call("/")}>
        {say("caret.templateBy")}
      </Button>
      {note && (
        <Button bare kind="quiet" icon="person" onPress={() => call("@")}>
          {say("caret.personBy")}
        </Button>
      )}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          uploads.add(event.target.files ?? [])
          event.target.value = ""
        }}
      />
      {children}
      <kbd className="send-key" aria-hidden="true">
        Ctrl ⏎
      </kbd>
      {choosing && (
        <MomentDialog
          title={say("composer.later")}
          keeps="moment sent"
          go={say("composer.sendThen")}
          onClose={() => setChoosing(false)}
          also={theirs}
          onMoment={async (sendAt) => {
            const sent = await sending.send({ sendAt })
            setChoosing(false) // why not is said beside the words, which may have to be put right first
            return sent || NOT_YET
          }}
        />
      )}
    </footer>
  )
}
