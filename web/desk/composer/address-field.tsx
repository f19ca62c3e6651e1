import { useId, useState } from "react"
import type { Address } from "../api/types.ts"
import { useWords } from "../words/use-words.ts"

/** Addresses separated by commas; kept as typed until they can be read. */
export function AddressField({
  label,
  value,
  onChange,
}: {
  label: string
  value: readonly Address[]
  onChange: (addresses: Address[]) => void
}) {
  const { say } = useWords()
  const id = useId()
  const [typed, setTyped] = useState(value.map(({ address }) => address).join(", "))
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
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(readAddresses(event.target.value, value))
        }}
      />
    </div>
  )
}

function readAddresses(typed: string, known: readonly Address[]): Address[] {
  return typed
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map((address) => known.find((each) => each.address === address) ?? { name: "", address })
}
