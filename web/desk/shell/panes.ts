import { parseHere, writeHere } from "../api/browser-store.ts"
import { newStore } from "../api/store.ts"

export type Pane = "rail" | "list" | "panel"

/** How wide each pane may be, and is unless somebody moved its edge; in pixels. What is left belongs to the thread. */
export const WIDTHS: Readonly<Record<Pane, { least: number; own: number; most: number }>> = {
  rail: { least: 160, own: 216, most: 320 },
  list: { least: 260, own: 344, most: 560 },
  panel: { least: 248, own: 304, most: 480 },
}

const KEPT = "vigie.panes"

/** How wide each is in this browser. */
export const widths = newStore<Readonly<Record<Pane, number>>>(kept())
show(widths.get())

export function widen(pane: Pane, width: number): void {
  const { least, most } = WIDTHS[pane]
  widths.set((now) => ({ ...now, [pane]: Math.round(Math.min(most, Math.max(least, width))) }))
  show(widths.get())
}

export function keepWidths(): void {
  writeHere(KEPT, JSON.stringify(widths.get()))
}

/** tokens.css makes of the wish what there is room for. */
function show(now: Readonly<Record<Pane, number>>): void {
  for (const [pane, width] of Object.entries(now)) document.documentElement.style.setProperty(`--${pane}-wish`, `${width / 16}rem`)
}

function kept(): Readonly<Record<Pane, number>> {
  const own = { rail: WIDTHS.rail.own, list: WIDTHS.list.own, panel: WIDTHS.panel.own }
  const read: Partial<Record<Pane, unknown>> | null = parseHere(KEPT)
  for (const pane of ["rail", "list", "panel"] as const) {
    const { least, most } = WIDTHS[pane]
    const width = read?.[pane]
    if (typeof width === "number" && width >= least && width <= most) own[pane] = width
  }
  return own
}
