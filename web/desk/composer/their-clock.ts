import { useQuery } from "@tanstack/react-query"
import { contactQuery } from "../api/contacts.ts"
import type { Case } from "../api/types.ts"
import { timeFormat } from "../words/time-format.ts"
import { timeZone } from "../words/time-zone.ts"
import { useWords } from "../words/use-words.ts"

/** A moment by the customer's own clock ("08:00 for Camille"), where they named a time zone and it isn't the agent's. */
export function useTheirClock(one: Case | null): ((at: string) => string) | null {
  const { say, language } = useWords()
  const zone = timeZone.use()
  const contact = useQuery({ ...contactQuery(one?.contactId ?? ""), enabled: Boolean(one?.contactId) }).data
  const theirs = contact?.wishes?.timeZone
  if (!theirs || theirs === zone) return null
  const clock = timeFormat(language === "fr" ? "fr-FR" : "en-GB", {
    timeZone: theirs,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
  })
  const name = one?.contact?.name || say("composer.theCustomer")
  return (at) => say("later.theirs", { at: clock.format(new Date(at)), name })
}
