import { useId } from "react"
import { useFieldError } from "./form-errors.ts"

interface Props<T extends string> {
  label: string
  name: string
  value: T
  onChange?: (value: T) => void
  options: readonly { value: T; label: string }[]
  hideLabel?: boolean
  help?: string
}

/** One of a few, by the platform's own list: it works the same with every finger, key and screen reader. */
export function Choice<T extends string>({ label, name, value, onChange, options, hideLabel, help }: Props<T>) {
  const id = useId()
  const problem = useFieldError(name)
  const said = [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(" ")
  return (
    <div className="field">
      <label className={hideLabel ? "unseen" : "label"} htmlFor={id}>
        {label}
      </label>
      <select
        className="input"
        id={id}
        name={name}
        {...(onChange ? { value, onChange: (event) => onChange(event.target.value as T) } : { defaultValue: value })}
        {...(said ? { "aria-describedby": said } : {})}
        {...(problem ? { "aria-invalid": true } : {})}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {help && (
        <span className="help" id={`${id}-help`}>
          {help}
        </span>
      )}
      {problem && (
        <span className="field-problem" id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </div>
  )
}
