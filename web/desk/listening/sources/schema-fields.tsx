import { useWords } from "../../words/use-words.ts"
import type { ObjectSchema, SettingSchema } from "./api.ts"
import { SchemaField } from "./schema-field.tsx"
import { plain } from "./settings-of.ts"
import { useSettingHelp } from "./use-setting-name.ts"

interface Props {
  kind: string
  schema: ObjectSchema
  /** `settings` or `secret`: what the names of the fields begin with. */
  under: "settings" | "secret"
  first: Readonly<Record<string, unknown>>
  help?: string
}

/** The fields of a kind of source, as its own schema asks for them; servers that are nearly always the usual ones lie folded below. */
export function SchemaFields({ kind, schema, under, first, help }: Props) {
  const { say } = useWords()
  const helpFor = useSettingHelp(kind)
  const all = Object.entries(schema.properties ?? {})
  const field = ([name, given]: [string, SettingSchema]) => (
    <SchemaField
      key={name}
      kind={kind}
      name={name}
      under={under}
      schema={given}
      first={first[name]}
      required={schema.required?.includes(name) ?? false}
      help={[helpFor(name), help].filter(Boolean).join(" ") || undefined}
    />
  )
  const servers = all.filter(([, given]) => isServer(given))
  return (
    <>
      {all.filter(([, given]) => !isServer(given)).map(field)}
      {servers.length > 0 && (
        <details className="servers">
          <summary>{say("listen.source.servers")}</summary>
          {servers.map(field)}
        </details>
      )}
    </>
  )
}

/** An address that has a usual value. */
function isServer(schema: SettingSchema): boolean {
  const usual = schema.default ?? plain(schema).default
  const [one] = Array.isArray(usual) ? usual : [usual]
  return typeof one === "string" && /^(https?|wss?):/.test(one)
}
