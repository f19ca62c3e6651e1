import { useEffect, useState } from "react"
import { keepAt, keptAt, placeOf, settleAt } from "./kept-typing.ts"

/** What is typed and isn't anything yet: it outlives the field that it stands in. `known` is what stands there when nothing was typed. */
export function useKeptText(name: string, known = ""): [string, (text: string) => void] {
  const [place] = useState(() => placeOf(name))
  const [typed, setTyped] = useState(() => keptAt(place).fields["typed"]?.[0] ?? known)
  useEffect(() => {
    if (typed === known) settleAt(place)
    else keepAt(place, { fields: { typed: [typed] } })
  }, [place, typed, known])
  return [typed, setTyped]
}
