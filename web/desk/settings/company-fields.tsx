import { useId } from "react"
import type { Company } from "../api/types.ts"
import { Choice } from "../parts/choice.tsx"
import { Field } from "../parts/field.tsx"
import { useFieldError } from "../parts/form-errors.ts"
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
