import { Choice } from "../../parts/choice.tsx"
import { Check } from "../../parts/check.tsx"
import { useWords } from "../../words/use-words.ts"

const AREAS = [
  "cases",
  "messages",
  "contacts",
  "knowledge",
  "settings",
  "automation",
  "listening",
  "webhooks",
  "people",
  "imports",
  "exports",
  "figures",
  "audit",
  "feed",
] as const

/** Which areas a token may read or change; null: all that its role may. */
export function ScopesField({ value, onChange }: { value: string[] | null; onChange: (value: string[] | null) => void }) {
  const { say } = useWords()
  return (
    <fieldset className="scopes">
      <legend className="label">{say("tokens.scopes")}</legend>
      <Check checked={value === null} onChange={(all) => onChange(all ? null : ["cases:read"])}>
        {say("tokens.allScopes")}
      </Check>
      {value !== null &&
        AREAS.map((area) => (
          <Choice
            key={area}
            label={say(`tokens.area.${area}`)}
            name={`scope-${area}`}
            value={value.includes(`${area}:write`) ? "write" : value.includes(`${area}:read`) ? "read" : "nothing"}
            onChange={(may) => {
              const others = value.filter((scope) => !scope.startsWith(`${area}:`))
              onChange(may === "nothing" ? others : [...others, `${area}:${may}`])
            }}
            options={(["nothing", "read", "write"] as const).map((may) => ({ value: may, label: say(`tokens.${may}`) }))}
          />
        ))}
      {value !== null && <span className="help">{say("tokens.scopesHelp")}</span>}
    </fieldset>
  )
}
