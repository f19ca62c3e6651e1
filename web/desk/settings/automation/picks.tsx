import type { Named } from "./use-names.ts"

/** Several of a list, each with a mark. */
export function Picks({
  label,
  options,
  value,
  onChange,
}: {
  label: string
  options: readonly Named[]
  value: readonly string[]
  onChange: (value: string[]) => void
}) {
  return (
    <fieldset className="picks">
      <legend className="unseen">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="pick">
          <input
            type="checkbox"
            checked={value.includes(option.value)}
            onChange={(event) => onChange(event.target.checked ? [...value, option.value] : value.filter((one) => one !== option.value))}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
