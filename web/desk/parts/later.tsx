import { type ReactNode, startTransition, useEffect, useState } from "react"

/** What may come after what was asked for: not in the first frame, a little later, and never in the way of the next key. */
export function Later({ place, children }: { place: ReactNode; children: ReactNode }) {
  const [come, setCome] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setCome(true)), SOON)
    return () => clearTimeout(timer)
  }, [])
  return come ? children : place
}

/** Long enough for a frame, too short to be waited for. */
const SOON = 60
