import { Fragment, type ReactNode, startTransition, useEffect, useRef, useState } from "react"
import { afterPaint } from "./after-paint.ts"

interface Props {
  /** What it is about. */
  of: string
  /** What stands there until it comes the first time. */
  place: ReactNode
  children: ReactNode
}

/**
 * What may come after what was asked for: not in the first frame, a little later, and never in the way of the next key. What was there
 * about something else stays, unseen (`data-past`), until it is replaced: taking it away has its cost, too.
 */
export function Later({ of, place, children }: Props) {
  const [held, hold] = useState<{ of: string; drawn: ReactNode } | null>(null)
  const latest = useRef(children)
  const turned = useRef(0)
  useEffect(() => {
    latest.current = children
  })
  useEffect(() => {
    const now = performance.now()
    const passing = now - turned.current < HURRIED
    turned.current = now
    const come = (): void => startTransition(() => hold({ of, drawn: latest.current }))
    return afterPaint(come, passing ? RESTED : SOON)
  }, [of])
  if (!held) return place
  return (
    <div className="later" data-past={held.of === of ? undefined : ""}>
      <Fragment key={held.of}>{held.of === of ? children : held.drawn}</Fragment>
    </div>
  )
}

/** Too short to be waited for. */
const SOON = 40
/** Who goes from one to the next within this time looks at neither for long. */
const HURRIED = 600
const RESTED = 250
