import { useId } from "react"
import { patch, put } from "../api/request.ts"
import type { Company } from "../api/types.ts"
import { Choice } from "../parts/choice.tsx"
import { Field } from "../parts/field.tsx"
import { useFieldError } from "../parts/form-errors.ts"
import type { FormValues } from "../parts/form.tsx"
import { ZoneField } from "../parts/zone-field.tsx"
import { useWords } from "../words/use-words.ts"

const LANGUAGES = ["en", "fr"] as const

/** Who the company is, as customers see it. */
export function CompanyFields({ company }: { company: Company }) {
  const { say } = useWords()
  return (
    <>
      <Field
        label={say("company.name")}
        name="name"
        first={company.name}
        help={say("company.nameHelp")}
        autoComplete="organization"
        required
      />
      <div className="form-row">
        <Choice
          label={say("company.language")}
          name="language"
          value={company.language}
          options={LANGUAGES.map((value) => ({ value, label: say(`language.${value}`) }))}
        />
        <ZoneField label={say("account.timeZone")} name="timeZone" first={company.timeZone} />
      </div>
      <LogoField logo={company.logo} />
    </>
  )
}

function LogoField({ logo }: { logo: string | null }) {
  const { say } = useWords()
  const id = useId()
  const problem = useFieldError("logo")
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {say("company.logo")}
      </label>
      {logo && <img className="company-logo" src={logo} alt={say("company.logoNow")} />}
      <input id={id} className="input" type="file" name="logo" accept="image/png,image/jpeg,image/webp" aria-describedby={`${id}-help`} />
      <span className="help" id={`${id}-help`}>
        {say("company.logoHelp")}
      </span>
      {problem && <span className="field-problem">{problem}</span>}
    </div>
  )
}

/** Keeps what was typed, and the picture if one was chosen. */
export async function keepCompany(values: FormValues): Promise<Company> {
  const body = { name: values.text("name").trim(), language: values.text("language"), timeZone: values.text("timeZone") }
  const kept = await patch<Company>("/api/company", body)
  const chosen = document.querySelector<HTMLInputElement>('input[type="file"][name="logo"]')?.files?.[0]
  return chosen ? put<Company>("/api/company/logo", { data: await asBase64(chosen) }) : kept
}

async function asBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ""
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
