let known = 0

/** How high a row is in pixels, as styles/tokens.css says for the density of the moment; measured once, until something may have changed it. */
export function rowHeight(): number {
  known ||= measured()
  return known
}

function measured(): number {
  const style = getComputedStyle(document.documentElement)
  return parseFloat(style.getPropertyValue("--row")) * parseFloat(style.fontSize)
}

/** Calls when rows may have become higher or lower. */
export function watchRowHeight(changed: () => void): () => void {
  const measure = (): void => {
    const before = known
    known = measured()
    if (known !== before) changed()
  }
  const dense = new MutationObserver(measure)
  dense.observe(document.documentElement, { attributeFilter: ["data-density"] })
  addEventListener("resize", measure)
  return () => {
    dense.disconnect()
    removeEventListener("resize", measure)
  }
}
