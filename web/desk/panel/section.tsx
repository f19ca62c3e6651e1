import type { ReactNode } from "react"

export function Section({ title, act, children }: { title: string; act?: ReactNode; children: ReactNode }) {
  return (
    <section className="section">
      <header className="section-head">
        <h2>{title}</h2>
        {act}
      </header>
      {children}
    </section>
  )
}
