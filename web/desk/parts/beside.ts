const GAP = 4
const EDGE = 8

/** Puts a box under what it belongs to, or over it where there is more room, and never beyond the window. */
export function beside(box: HTMLElement, anchor: Element, prefers: "under" | "over" = "under"): void {
  const at = anchor.getBoundingClientRect()
  const { style } = box
  style.setProperty("--trigger-width", `${at.width}px`)
  style.maxHeight = ""
  const under = innerHeight - at.bottom - GAP - EDGE
  const over = at.top - GAP - EDGE
  const { offsetHeight: height, offsetWidth: width } = box
  const up = prefers === "over" ? over >= height : height > under && over > under
  style.maxHeight = `${Math.max(0, up ? over : under)}px`
  style.top = up ? "auto" : `${at.bottom + GAP}px`
  style.bottom = up ? `${innerHeight - at.top + GAP}px` : "auto"
  const left = prefers === "over" ? at.left + (at.width - width) / 2 : at.left
  style.left = `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE))}px`
}
