import { useCallback } from "react"
import { useWords } from "../../words/use-words.ts"

/** A share in words, whole percents. */
export function usePercent(): (share: number) => string {
  const { language } = useWords()
  return useCallback((share) => share.toLocaleString(language, { style: "percent", maximumFractionDigits: 0 }), [language])
}
