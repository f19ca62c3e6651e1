import { useQuery } from "@tanstack/react-query"
import { outsideFactsQuery } from "../api/contacts.ts"
import { latePart } from "../parts/late-part.tsx"

const FactsSection = latePart(async () => (await import("./facts-section.tsx")).FactsSection)

/** What is told of somebody from outside: its section is fetched where there is anything. */
export function OutsideFacts({ contactId }: { contactId: string }) {
  const facts = useQuery(outsideFactsQuery(contactId)).data ?? []
  return facts.length > 0 && <FactsSection facts={facts} />
}
