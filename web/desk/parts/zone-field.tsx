import { useWords } from "../words/use-words.ts"
import { Choice } from "./choice.tsx"

const ZONES = Intl.supportedValuesOf("timeZone")

export function ZoneField({ label, name, first, optional }: { label: string; name: string; first: string; optional?: boolean }) {
  const { say } = useWords()
  const zones = first && !ZONES.includes(first) ? [first, ...ZONES] : ZONES
  return (
    <Choice
      label={label}
      name={name}
      value={first}
      options={[
        ...(optional ? [{ value: "", label: say("person.notSaid") }] : []),
        ...zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
      ]}
    />
  )
}
