import type { Id } from "../api/types.ts"
import { selectTo, toggleSelected } from "./selection.ts"
import { casesOf, rowOrder } from "./row-order.ts"

/** Stands where the unread dot is, when pointed at or when something is selected. By keyboard `x` does the same. */
export function RowCheck({ id, label, selected }: { id: Id; label: string; selected: boolean }) {
  return (
    <input
      className="row-check"
      type="checkbox"
      tabIndex={-1}
      aria-label={label}
      checked={selected}
      onChange={() => {}} // decided on the click, which knows whether Shift is held
      onClick={(event) => {
        if (event.shiftKey) selectTo(casesOf(rowOrder.get()), id)
        else toggleSelected(id)
      }}
    />
  )
}
