import type { ReactNode } from "react"
import { Icon } from "./icon.tsx"

export function Check({
  children,
  name,
  checked,
  first,
  onChange,
}: {
  children: ReactNode
  name?: string
  checked?: boolean
  first?: boolean
  onChange?: (checked: boolean) => void
}) {
  return (
    <label className="check">
      <input
        className="unseen"
        type="checkbox"
        name={name}
        defaultChecked={first}
        {...(checked === undefined ? {} : { checked })}
        onChange={({ target }) => onChange?.(target.checked)}
      />
      <span className="check-box" aria-hidden="true">
        <Icon name="resolved" />
      </span>
      <span>{children}</span>
    </label>
  )
}
