import { type ReactNode, useId, useState } from "react"
import { Button } from "../parts/button.tsx"
import { useWords } from "../words/use-words.ts"
import { SheetTable } from "./sheet-table.tsx"
import { csvOf, keepAsFile, type Sheet } from "./sheet.ts"

/** One question with its answer in words, its picture, and both as a table and a file. */
export function Section({ title, answer, sheet, children }: { title: string; answer?: ReactNode; sheet?: Sheet; children?: ReactNode }) {
  const { say, language } = useWords()
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <section className="figure" aria-labelledby={id}>
      <header className="figure-head">
        <h2 id={id}>{title}</h2>
        {sheet && (
          <div className="figure-acts">
            <Button kind="quiet" pressed={open} onPress={() => setOpen(!open)}>
              {say("figures.table")}
            </Button>
            <Button kind="quiet" onPress={() => keepAsFile(`${sheet.name}.csv`, csvOf(sheet, language))}>
              {say("figures.csv")}
            </Button>
          </div>
        )}
      </header>
      {answer && <div className="figure-answer">{answer}</div>}
      {children}
      {open && sheet && <SheetTable sheet={sheet} />}
    </section>
  )
}
