import type { ReactNode } from "react"
import { Icon } from "./icon.tsx"
import type { IconName } from "./icon-paths.ts"

export type Tone = "calm" | "accent" | "good" | "warm" | "bold" | "hot"

/** A few words about a state. The tone only repeats what the words say. */
export function Tag({ children, tone = "calm", icon }: { children: ReactNode; tone?: Tone; icon?: IconName }) {
  return (
    <span className="tag" data-tone={tone}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}
