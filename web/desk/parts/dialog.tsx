import { lazy, Suspense } from "react"
import type { DialogProps } from "./dialog-frame.tsx"

const Frame = lazy(async () => ({ default: (await import("./dialog-frame.tsx")).DialogFrame }))

/** Something to settle before going on. Escape and the cross leave without doing anything. */
export function Dialog(props: DialogProps) {
  return (
    <Suspense>
      <Frame {...props} />
    </Suspense>
  )
}
