import type { Language } from "#words"

/**
 * Brings ways of saying a time that chrono doesn't read into ones that it does. Each replacement has the length of what it replaces, so that
 * places in the text stay what they are.
 */
export function plainClock(text: string, language: Language): string {
  const even = text
    .normalize("NFC")
    .replace(/[’ʼ]/g, "'")
    .replace(/[\u00a0\u202f\u2009]/g, " ")
    .replace(/\b24 ?h? ?\/ ?24\b|\b7 ?j? ?\/ ?7\b|\b24\/7\b/gi, blank)
  const steps = language === "fr" ? FRENCH : ENGLISH
  return steps.reduce(
    (done, [pattern, put]) => done.replace(pattern, (found: string, ...parts: string[]) => fit(put(parts, found), found.length)),
    even,
  )
}

type Step = readonly [RegExp, (parts: string[], found: string) => string]

const FRENCH: readonly Step[] = [
  [/(?<!\p{L})midi(?!\p{L})/giu, () => "12h"],
  [/(?<!\p{L})minuit(?!\p{L})/giu, () => "23h59"],
  // "dans les 48 prochaines heures", "sous 48 h", "d'ici 2 jours": chrono knows "dans 48 heures".
  [
    /(?<!\p{L})(?:dans(?: les| un délai de)?(?: prochain[es]*)?|sous|d'ici) (\d{1,3}) ?(?:prochain[es]* )?(?:heures|heure|h)(?!\p{L}|\d)/giu,
    (parts) => `dans ${parts[0]} h`,
  ],
  [
    /(?<!\p{L})(?:dans les(?: prochain[es]*)?|sous|d'ici) (\d{1,3}|un|une|deux|trois|quatre|cinq|six|sept|huit|dix|quinze) (?:prochain[es]* )?(jours?|semaines?|minutes?)/giu,
    (parts) => `dans ${parts[0]} ${parts[1]}`,
  ],
  [
    /(?<!(?:dans|de|les|en|depuis|pendant) )(?<!\d)([01]?\d|2[0-4]) ?(?:heures?|h)(?!\p{L}) ?([0-5]\d)?(?!\d)/giu,
    (parts) => `${parts[0]}h${parts[1] ?? ""}`,
  ],
]

const ENGLISH: readonly Step[] = [
  [/\b([ap])\.m\./gi, (parts) => `${parts[0]}m`],
  [/\b(?:within|in) (?:the )?(?:next )?(\d{1,3}) ?(?:h|hrs?)\b/gi, (parts) => `in ${parts[0]} h`],
]

function fit(text: string, length: number): string {
  return text.length >= length ? text.slice(0, length) : text.padEnd(length)
}

function blank(found: string): string {
  return " ".repeat(found.length)
}
