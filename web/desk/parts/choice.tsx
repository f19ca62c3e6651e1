import { useId } from "react"

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
        {...(help ? { "aria-describedby": `${id}-help` } : {})}
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
    </div>
  )
}
