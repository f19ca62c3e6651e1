import { type ReactNode, useId } from "react"

/** A part of a page of listening: its name, what can be done with it, and what it tells. */
export function Part({ title, acts, children }: { title: string; acts?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className="part" aria-labelledby={id}>
      <header className="part-head">
        <h2 id={id}>{title}</h2>
        {acts}
      </header>
      {children}
    </section>
  )
}
