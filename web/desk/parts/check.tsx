import type { ReactNode } from "react"
import { Checkbox } from "react-aria-components"
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
    <Checkbox
      className="check"
      {...(name ? { name } : {})}
      {...(checked === undefined ? {} : { isSelected: checked })}
      {...(first === undefined ? {} : { defaultSelected: first })}
      {...(onChange ? { onChange } : {})}
    >
      <span className="check-box" aria-hidden="true">
        <Icon name="resolved" />
      </span>
      <span>{children}</span>
    </Checkbox>
  )
}
