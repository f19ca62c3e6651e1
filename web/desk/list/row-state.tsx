import { Fragment } from "react"
import { Tag } from "../parts/tag.tsx"
import type { Mark } from "./row-marks.ts"

/** The marks of a row. `heard`: what surrounds them says them already to those who listen. */
export function RowState({ marks, heard = false }: { marks: readonly Mark[]; heard?: boolean }) {
  if (marks.length === 0) return null
  return (
    <span className="row-states">
      {marks.map(({ tone, icon, words, about, brief }, at) => (
        <Fragment key={at}>
          <Tag tone={tone} icon={icon}>
            {about && !heard && <span className="unseen">{about} </span>}
            {brief ? <span className="row-mark">{words}</span> : words}
          </Tag>{" "}
        </Fragment>
      ))}
    </span>
  )
}
