import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react"
import { Dialog } from "../parts/dialog.tsx"
import { Icon } from "../parts/icon.tsx"
import type { IconName } from "../parts/icon-paths.ts"
import { Wrong } from "../parts/wrong.tsx"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import "../styles/find-dialog.css"

export interface Found {
  id: string
  icon: IconName
  words: string
  detail: string
}

interface Props {
  title: string
  explain: string
  label: string
  find: (q: string, signal: AbortSignal) => Promise<Found[]>
  /** What it refuses is shown, and the dialog stays. */
  onChoose: (found: Found) => Promise<void>
  onClose: () => void
  /** Whether something is offered before anything is typed. */
  begins?: boolean
}

const PAUSE = 150

/** Something is found by typing, walked to by the arrows, and taken by Enter. */
export function FindDialog({ title, explain, label, find, onChoose, onClose, begins = false }: Props) {
  const { say } = useWords()
  const problem = useProblem()
  const id = useId()
  const [typed, setTyped] = useState("")
  const [q, setQ] = useState("")
  const [at, setAt] = useState(0)
  const [entered, setEntered] = useState(false)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    const timer = setTimeout(() => {
      setQ(typed.trim())
      setAt(0)
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [typed])
  const isAsked = begins || q.length > 0
  const found = useQuery({
    queryKey: ["find", title, q],
    queryFn: ({ signal }) => find(q, signal),
    enabled: isAsked,
    retry: false,
    placeholderData: keepPreviousData,
  })
  const items = isAsked ? (found.data ?? []) : []
  const isFound = typed.trim() === q && found.isSuccess && !found.isPlaceholderData
  const taking = useRef(false)
  const choose = (one: Found | undefined): void => {
    setEntered(false)
    if (!one || taking.current) return
    taking.current = true
    setError(null)
    onChoose(one)
      .catch(setError)
      .finally(() => (taking.current = false))
  }
  // Enter waits for what belongs to the words typed.
  useEffect(() => {
    if (entered && isFound) choose(items[0])
  })
  const keys = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined && items.length > 0) setAt((now) => (now + by + items.length) % items.length)
    else if (event.key === "Enter" && isFound) choose(items[at])
    else if (event.key === "Enter") setEntered(true)
    else return
    event.preventDefault()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="dialog-words">{explain}</p>
      <div className="field">
        <label className="label" htmlFor={id}>
          {label}
        </label>
        <input
          id={id}
          className="input"
          role="combobox"
          autoFocus
          autoComplete="off"
          aria-expanded={items.length > 0}
          aria-controls={`${id}-found`}
          aria-autocomplete="list"
          aria-activedescendant={items[at] ? `${id}-${at}` : undefined}
          value={typed}
          onChange={({ target }) => {
            setEntered(false)
            setTyped(target.value)
          }}
          onKeyDown={keys}
        />
      </div>
      <ul className="found-list" id={`${id}-found`} role="listbox" aria-label={label}>
        {items.map((one, n) => (
          <li
            key={one.id}
            id={`${id}-${n}`}
            role="option"
            aria-selected={n === at}
            className="found-one"
            onPointerMove={() => setAt(n)}
            onClick={() => choose(one)}
          >
            <Icon name={one.icon} />
            <span>{one.words}</span>
            <small>{one.detail}</small>
          </li>
        ))}
      </ul>
      <p className="help" role="status">
        {isAsked && found.isSuccess && items.length === 0 ? say("listen.find.none") : ""}
      </p>
      {found.isError && <Wrong>{problem(found.error)}</Wrong>}
      {error !== null && <Wrong>{problem(error)}</Wrong>}
    </Dialog>
  )
}
