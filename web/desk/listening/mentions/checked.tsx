import { useQuery } from "@tanstack/react-query"
import { languageIn } from "../../words/language-in.ts"
import { useWords } from "../../words/use-words.ts"
import { usePercent } from "../watch/use-percent.ts"
import { accuracyQuery } from "./api.ts"

/** How often such readings were right, by language, of those that a person looked at. */
export function Checked() {
  const { say, list, language } = useWords()
  const percent = usePercent()
  const looked = (useQuery(accuracyQuery).data ?? []).filter(({ about, of }) => about === "tone" && of > 0)
  if (looked.length === 0) return say("listen.toneOver.unchecked")
  return say("listen.toneOver.checked", {
    right: list(
      looked.map(({ language: tongue, n, of, share }) =>
        say(share ? "listen.toneOver.right" : "listen.toneOver.rightFew", {
          language: tongue ? languageIn(language, tongue) : "?",
          n,
          of,
          ...(share ? { low: percent(share.low), high: percent(share.high) } : {}),
        }),
      ),
    ),
  })
}
