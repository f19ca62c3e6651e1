import { languageIn } from "../../words/language-in.ts"
import { useWords } from "../../words/use-words.ts"
import type { Accuracy } from "./api.ts"

/** How often such readings were right, of those that people looked at in this language: a share with its interval, or too few to say. */
export function Measured({
  accuracy,
  about,
  language: read,
}: {
  accuracy: readonly Accuracy[]
  about: Accuracy["about"]
  language: string | null
}) {
  const { say, language } = useWords()
  const tongue = read && languageIn(language, read)
  const one = accuracy.find((each) => each.about === about && each.language === read)
  const percent = (share: number): string => share.toLocaleString(language, { style: "percent", maximumFractionDigits: 0 })
  const where = tongue ? say("listen.measured.in", { language: tongue }) : ""
  return <p className="measured">{words()}</p>

  function words(): string {
    if (!one || one.of === 0) return say("listen.measured.never", { where })
    if (!one.share) return say("listen.measured.few", { n: one.n, of: one.of, where })
    return say("listen.measured", {
      n: one.n,
      of: one.of,
      where,
      share: percent(one.share.value),
      low: percent(one.share.low),
      high: percent(one.share.high),
    })
  }
}
