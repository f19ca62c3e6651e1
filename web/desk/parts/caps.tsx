import { Fragment } from "react"
import { caps } from "../shell/strokes.ts"

/** The key caps of a shortcut. Told otherwise to assistive technology, where it helps. */
export function Caps({ keys }: { keys: string }) {
  return (
    <span className="caps" aria-hidden="true">
      {caps(keys).map((stroke, index) => (
        <Fragment key={index}>
          {stroke.map((cap) => (
            <kbd key={cap}>{cap}</kbd>
          ))}
        </Fragment>
      ))}
    </span>
  )
}
