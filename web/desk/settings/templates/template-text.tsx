import { useQuery } from "@tanstack/react-query"
import { useId, useRef } from "react"
import type { DeskLanguage } from "#words/desk"
import { fieldsQuery } from "../../api/case-settings.ts"
import { FIELDS, nameOf } from "../../composer/fill-template.ts"
import { Button } from "../../parts/button.tsx"
import { useFieldError } from "../../parts/form-errors.ts"
import { Menu } from "../../parts/menu.tsx"
import { useWords } from "../../words/use-words.ts"

interface Props {
  language: DeskLanguage
  value: string
  onChange: (text: string) => void
}

/** The text in one language; a field is put in where the caret is. */
export function TemplateText({ language, value, onChange }: Props) {
  const { say } = useWords()
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const own = useQuery(fieldsQuery).data ?? []
  const problem = useFieldError(language === "en" ? "textEn" : "textFr")
  const put = (field: string): void => {
    const { selectionStart: from = value.length, selectionEnd: to = value.length } = box.current ?? {}
    onChange(`${value.slice(0, from)}{{${field}}}${value.slice(to)}`)
    requestAnimationFrame(() => {
      const at = from + field.length + 4
      box.current?.focus()
      box.current?.setSelectionRange(at, at)
    })
  }
  const fields = [
    ...FIELDS.map((field) => ({ field, name: nameOf(field, say) })),
    ...own.map(({ key, name }) => ({ field: `field.${key}`, name })),
  ]
  return (
    <div className="field template-text">
      <div className="template-head">
        <label className="label" htmlFor={id}>
          {say(`templates.text.${language}`)}
        </label>
        <Menu
          label={say("templates.putField")}
          acts={fields.map(({ field, name }) => ({ id: field, words: name, do: () => put(field) }))}
          button={
            <Button kind="quiet" icon="plus">
              {say("templates.putField")}
            </Button>
          }
        />
      </div>
      <textarea
        ref={box}
        id={id}
        className="input"
        rows={9}
        lang={language}
        spellCheck
        value={value}
        aria-invalid={problem !== null || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem && <span className="field-problem">{problem}</span>}
    </div>
  )
}
