import type { ReactNode } from "react"

export function Page({ title, explain, act, children }: { title: string; explain?: ReactNode; act?: ReactNode; children: ReactNode }) {
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {explain && <p className="page-words">{explain}</p>}
        </div>
        {act}
      </header>
      {children}
    </>
  )
}
