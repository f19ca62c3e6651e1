import { type RefObject, useCallback, useLayoutEffect } from "react"

/**
 * Gives the place of what is written the height that the fields in it have grown to. They lie there on a sheet of their own, so that a
 * letter lays out the field, and not the desk around it: that happens with a new line alone. What it gives looks after words that came.
 */
export function useGrowth(fields: RefObject<HTMLElement | null>, place: RefObject<HTMLElement | null>): () => void {
  const grow = useCallback(() => {
    const height = `${fields.current?.offsetHeight ?? 0}px`
    if (place.current && place.current.style.height !== height) place.current.style.height = height
  }, [fields, place])
  useLayoutEffect(() => {
    const resized = new ResizeObserver(grow)
    if (fields.current) resized.observe(fields.current)
    return () => resized.disconnect()
  }, [fields, grow])
  return grow
}
