import { timeZone } from "../../words/time-zone.ts"
import { localOf, momentOf } from "../../words/wall-clock.ts"

interface Props {
  label: string
  value: string | undefined
  onChange: (at: string) => void
}

/** A moment to the minute, by the reader's own clock; taken when it is left, or with Enter: while it is typed it is none yet. */
export function MomentField({ label, value, onChange }: Props) {
  const zone = timeZone.use()
  const local = value ? new Date(localOf(Date.parse(value), zone)).toISOString().slice(0, 16) : ""
  const take = (typed: string): void => {
    if (typed === local) return
    onChange(typed ? new Date(momentOf(Date.parse(`${typed}Z`), zone)).toISOString() : "")
  }
  return (
    <label className="mention-moment">
      <span className="label">{label}</span>
      <input
        className="input input-small"
        type="datetime-local"
        key={`${value ?? ""} ${zone}`}
        defaultValue={local}
        onBlur={({ target }) => take(target.value)}
        onKeyDown={({ key, currentTarget }) => key === "Enter" && take(currentTarget.value)}
      />
    </label>
  )
}
