import type { ReactElement, ReactNode } from "react"
import { Caps } from "./caps.tsx"
import { Tooltip, TooltipTrigger } from "react-aria-components"

/** The name of a drawing, and its key, for those who point at it or come to it by keyboard. */
export function Hint({ words, keys, children }: { words: ReactNode; keys?: string; children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Tooltip className="hint" offset={6}>
        {words}
        {keys && <Caps keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  )
}
