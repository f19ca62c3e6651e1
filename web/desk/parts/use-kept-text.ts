import { useState } from "react"
import { keepAt, keptAt, placeOf, settleAt } from "./kept-typing.ts"

/** What is typed and isn't anything yet: it outlives the field that it stands in. `known` is what stands there when nothing was typed. */
export function useKeptText(name: string, known = ""): [string, (text: string) => void] {
  const [place] = useState(() => placeOf(name))
  const [typed, setTyped] = useState(() => keptAt(place).fields["typed"]?.[0] ?? known)
  // At once, not in an effect: what was given closes the field in the same breath, and would stand there again.
  const put = (text: string): void => {
    setTyped(text)
    if (text === known) settleAt(place)
    else keepAt(place, { fields: { typed: [text] } })
  }
  return [typed, put]
}
