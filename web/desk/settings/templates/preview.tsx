import { useQuery } from "@tanstack/react-query"
import { useDeferredValue, useState } from "react"
import { templateFieldsQuery } from "../../api/templates.ts"
import { fillTemplate, gapsIn } from "../../composer/fill-template.ts"
import { Mirror } from "../../composer/mirror.tsx"
import { Field } from "../../parts/field.tsx"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"

/** How the text reads in a case that is really there, while it is still being written. */
export function Preview({ texts }: { texts: Readonly<Record<"en" | "fr", string>> }) {
  const { say } = useWords()
  const problem = useProblem()
  const [number, setNumber] = useState("")
  const asked = useDeferredValue(/^\d{1,12}$/.test(number.trim()) ? number.trim() : "")
  const found = useQuery({ ...templateFieldsQuery(asked), enabled: asked !== "", retry: false })
  const filled = found.data && asked ? (["en", "fr"] as const).filter((language) => texts[language].trim()) : []
  return (
    <section className="template-preview">
      <Field
        label={say("templates.preview")}
        name="preview"
        value={number}
        onChange={setNumber}
        inputMode="numeric"
        help={say("templates.previewHelp")}
      />
      {found.isError && asked && <p className="field-problem">{problem(found.error)}</p>}
      {filled.map((language) => {
        const text = fillTemplate(texts[language], found.data?.[language] ?? {}, say)
        const gaps = gapsIn(text).length
        return (
          <div key={language} className="template-filled" lang={language}>
            <Mirror text={text} marked={[]} shown />
            {gaps > 0 && <p className="help">{say("templates.gaps", { count: gaps })}</p>}
          </div>
        )
      })}
    </section>
  )
}
