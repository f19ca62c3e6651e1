import { useRef, type KeyboardEvent, type PointerEvent } from "react"
import { useWords } from "../words/use-words.ts"
import { keepWidths, type Pane, widen, WIDTHS, widths } from "./panes.ts"

const STEP = 16

interface Props {
  pane: Pane
  /** The id of the pane's element. */
  of: string
}

/** The edge of a pane: dragged, moved by arrow keys, and by a double click where it was at first. */
export function PaneEdge({ pane, of }: Props) {
  const { say } = useWords()
  const width = widths.use()[pane]
  const from = useRef<{ x: number; width: number } | null>(null)
  const { least, own, most } = WIDTHS[pane]
  // The panel lies at the end: its edge moves the other way.
  const towards = pane === "panel" ? -1 : 1
  const set = (next: number): void => {
    widen(pane, next)
    keepWidths()
  }
  const press = (event: KeyboardEvent): void => {
    const shown = shownWidth(of, width)
    const next = {
      ArrowLeft: shown - STEP * towards,
      ArrowRight: shown + STEP * towards,
      Home: least,
      End: most,
      Enter: own,
    }[event.key]
    if (next === undefined) return
    event.preventDefault()
    set(next)
  }
  const drop = (): void => {
    if (from.current) keepWidths()
    from.current = null
  }
  return (
    <div
      className="pane-edge"
      data-pane={pane}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={say(`pane.${pane}`)}
      aria-controls={of}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={width}
      onKeyDown={press}
      onDoubleClick={() => set(own)}
      onMouseDown={(event) => {
        // Else the browser drags the link that comes to lie under the pointer, and the pane is let go.
        event.preventDefault()
        event.currentTarget.focus()
      }}
      onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { x: event.clientX, width: shownWidth(of, width) }
      }}
      onPointerMove={(event) => {
        if (from.current) widen(pane, from.current.width + (event.clientX - from.current.x) * towards)
      }}
      onPointerUp={drop}
      onPointerCancel={drop}
    />
  )
}

/** What there is room for may be less than what was wished. */
const shownWidth = (id: string, wished: number): number => document.getElementById(id)?.offsetWidth ?? wished
