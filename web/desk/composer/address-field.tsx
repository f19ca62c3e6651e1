import { type ClipboardEvent, useId, useState } from "react"
import type { Address } from "../api/types.ts"
import { useWords } from "../words/use-words.ts"
import { readAddresses, writeAddresses } from "./read-addresses.ts"

interface Props {
  label: string
  value: readonly Address[]
  onChange: (addresses: Address[]) => void
  /** What the server refused of it, and why. */
  problem?: string | undefined
}

/** Addresses with their names, as one types or pastes them; written out as they were read once one has left. */
export function AddressField({ label, value, onChange, problem }: Props) {
  const { say } = useWords()
  const id = useId()
  const [typed, setTyped] = useState(writeAddresses(value))
  // Somebody was added by another way than these keys.
  const now = writeAddresses(value)
  const [before, setBefore] = useState(now)
  if (now !== before) {
    setBefore(now)
    if (now !== writeAddresses(readAddresses(typed))) setTyped(now)
  }
  return (
    <div className="field field-line">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        className="input"
        id={id}
        value={typed}
        inputMode="email"
        autoComplete="off"
        placeholder={say("recipients.placeholder")}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        onPaste={pasteLines}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(readAddresses(event.target.value))
        }}
        onBlur={() => setTyped(writeAddresses(readAddresses(typed)))}
      />
      {problem !== undefined && (
        <span className="field-problem" id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </div>
  )
}

/** A line each, as from a table: a field of one line would lose where one ends. */
function pasteLines(event: ClipboardEvent<HTMLInputElement>): void {
  const text = event.clipboardData.getData("text/plain").trim()
  if (!/[\r\n]/.test(text)) return
  const lines = text.replaceAll(/[,;\s]*[\r\n]+/g, "; ")
  if (document.execCommand("insertText", false, lines)) event.preventDefault()
}
