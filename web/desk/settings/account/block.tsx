import { useId, type ReactNode } from "react"

export function Block({ title, explain, children }: { title: string; explain?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="block" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {explain && <p className="page-words">{explain}</p>}
      {children}
    </section>
  )
}
