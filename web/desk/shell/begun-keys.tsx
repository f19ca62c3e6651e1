import { useEffect, useState } from "react"
import { Caps } from "../parts/caps.tsx"
import { useWords } from "../words/use-words.ts"
import { begun, possible } from "./keys.ts"
import { keysOf, myKeys } from "./my-keys.ts"

const HESITATES = 350

/** Somebody pressed the first of two keys and hesitates: what may come now. */
export function BegunKeys() {
  const { say } = useWords()
  const keys = begun.use()
  const mine = myKeys.use()
  const [slow, setSlow] = useState("")
  useEffect(() => {
    if (!keys) return
    const timer = setTimeout(() => setSlow(keys), HESITATES)
    return () => clearTimeout(timer)
  }, [keys])
  if (!keys || slow !== keys) return null
  return (
    <ul className="begun" aria-hidden="true">
      {possible().flatMap((id) =>
        keysOf(id, mine)
          .filter((each) => each.startsWith(`${keys} `))
          .map((each) => (
            <li key={each}>
              <Caps keys={each.slice(keys.length + 1)} /> {say(`command.${id}`)}
            </li>
          )),
      )}
    </ul>
  )
}
