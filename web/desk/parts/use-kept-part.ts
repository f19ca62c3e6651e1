import { type Dispatch, type SetStateAction, useEffect, useState } from "react"
import { keepAt, keptAt, placeOf, whenForgotten } from "./kept-typing.ts"

/** State of a form that no field holds, kept with what is typed in it. `form` is the form's own `keeps`. */
export function useKeptPart<T>(form: string, name: string, first: T): [T, Dispatch<SetStateAction<T>>] {
  const [place] = useState(() => placeOf(form))
  const [began] = useState(first)
  const [value, set] = useState<T>(() => {
    const { parts } = keptAt(place)
    return name in parts ? (parts[name] as T) : began
  })
  useEffect(() => {
    const { [name]: _, ...others } = keptAt(place).parts
    const isSame = JSON.stringify(value) === JSON.stringify(began)
    if (!isSame || name in keptAt(place).parts) keepAt(place, { parts: isSame ? others : { ...others, [name]: value } })
  }, [place, name, value, began])
  useEffect(() => whenForgotten(place, () => set(began)), [place, began])
  return [value, set]
}
