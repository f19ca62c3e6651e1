import { useEffect, useState } from "react"
import { useWords } from "../words/use-words.ts"

/** Their place is kept at once; that they are coming is said only where it takes long enough to be noticed. */
export function RowsToCome() {
  const { say } = useWords()
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="rows-to-come" role="status" data-slow={slow || undefined}>
      {slow && <span className="unseen">{say("state.loading")}</span>}
    </div>
  )
}
