import { Link, useNavigate, useParams } from "@tanstack/react-router"
import type { ReactNode } from "react"
import type { Notification } from "../api/types.ts"
import type { Told } from "../api/views.ts"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import type { IconName } from "../parts/icon-paths.ts"
import { Time } from "../parts/time.tsx"
import { useWords } from "../words/use-words.ts"
import { publicPath } from "./public-path.ts"

const ICONS: Record<Notification["kind"], IconName> = {
  mention: "note",
  assigned: "assign",
  reply: "reply",
  note: "note",
  "promise-due": "promises",
  "promise-broken": "warning",
  "look-again": "clock",
  "deadline-near": "clock",
  "deadline-missed": "warning",
  woken: "snoozed",
  alarm: "ear",
  "answer-asked": "waiting",
  "answer-back": "reply",
  "answer-failed": "warning",
  "send-failed": "warning",
  "send-uncertain": "help",
}

const HOT: ReadonlySet<Notification["kind"]> = new Set(["promise-broken", "answer-failed", "send-failed"])

/** To the very words in the case; of what is tied to no case, to what is heard. */
function ToldLink({ told, which, onOpen, children }: { told: Notification; which: Told; onOpen: () => void; children: ReactNode }) {
  const { number } = useParams({ strict: false })
  const navigate = useNavigate()
  if (!told.case)
    return (
      <a
        className="told-link"
        href={publicPath(told)}
        onClick={(event) => {
          onOpen()
          if (event.metaKey || event.ctrlKey || event.shiftKey) return // to a window of its own
          event.preventDefault()
          void navigate({ href: publicPath(told) })
        }}
      >
        {children}
      </a>
    )
  return (
    <Link
      className="told-link"
      to="/cases/$number"
      params={{ number: String(told.case.number) }}
      search={{ view: which }}
      {...(told.messageId ? { hash: `message-${told.messageId}` } : {})}
      aria-current={number === String(told.case.number) ? "true" : undefined}
      activeProps={{}}
      onClick={onOpen}
    >
      {children}
    </Link>
  )
}

export function NotificationRow({ told, which, onRead }: { told: Notification; which: Told; onRead: (read: boolean) => void }) {
  const { say, moment } = useWords()
  const unread = told.readAt === null
  const by = told.by.name ?? (told.kind === "reply" ? say("notifications.customer") : "Vigie")
  return (
    <li className="told-one" data-unread={unread || undefined} data-hot={HOT.has(told.kind) || undefined}>
      <ToldLink told={told} which={which} onOpen={() => unread && onRead(true)}>
        <Icon name={ICONS[told.kind]} />
        <span className="told-body">
          <span className="told-what">
            {unread && <span className="unseen">{say("row.unread")} </span>}
            {say(`notifications.kind.${told.kind}`, { name: by })}
          </span>
          {told.case && (
            <span className="told-case">
              {told.case.subject || say("case.noSubject")} · {told.case.number}
            </span>
          )}
          {told.words && <span className="told-words">{told.words}</span>}
          {told.dueAt && <span className="told-words">{moment(told.dueAt)}</span>}
        </span>
        <Time at={told.at} />
      </ToldLink>
      <Button bare kind="quiet" icon={unread ? "resolved" : "dot"} onPress={() => onRead(unread)}>
        {unread ? say("notifications.read") : say("notifications.unreadAgain")}
      </Button>
    </li>
  )
}
