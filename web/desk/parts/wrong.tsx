import type { ReactNode } from "react"
import { Icon } from "./icon.tsx"

/** What went wrong, in words, told at once to those who listen. */
export function Wrong({ children }: { children: ReactNode }) {
  return (
    <p className="wrong" role="alert">
      <Icon name="warning" />
      <span>{children}</span>
    </p>
  )
}
