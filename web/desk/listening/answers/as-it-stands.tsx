import { Fragment } from "react"
import { Avatar } from "../../parts/avatar.tsx"
import { useWords } from "../../words/use-words.ts"

interface Props {
  name: string
  handle: string
  /** Who is answered. */
  to: string | null
  text: string
  language: string | null
  label: string
}

const LINKED = /(https?:\/\/[^\s]+|(?<=^|\s)[@#][\p{L}\p{N}_.@-]+)/giu

/** An answer as it stands at its place, or will. */
export function AsItStands({ name, handle, to, text, language, label }: Props) {
  const { say } = useWords()
  return (
    <figure className="stands" aria-label={label}>
      <Avatar name={name} />
      <div className="stands-body">
        <figcaption>
          <strong>{name}</strong> <span className="help">{handle}</span>
          {to && <span className="help stands-to">{say("answer.inReply", { to })}</span>}
        </figcaption>
        <p lang={language ?? undefined} dir="auto">
          {text.split(LINKED).map((part, index) => (
            <Fragment key={index}>{index % 2 === 1 ? <span className="stands-link">{part}</span> : part}</Fragment>
          ))}
        </p>
      </div>
    </figure>
  )
}
