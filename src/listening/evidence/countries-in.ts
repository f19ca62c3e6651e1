import { fold } from "../text/fold.ts"
import { wordsIn } from "./words-in.ts"

const ALSO: readonly (readonly [string, string])[] = [
  ["usa", "US"],
  ["us", "US"],
  ["uk", "GB"],
  ["england", "GB"],
  ["angleterre", "GB"],
  ["scotland", "GB"],
  ["ecosse", "GB"],
  ["wales", "GB"],
  ["hollande", "NL"],
  ["holland", "NL"],
]
/** Names of countries that are more often those of people, birds and islands. */
const AMBIGUOUS = new Set(["jersey", "georgia", "jordan", "chad", "man", "guernsey"])
const MOST_WORDS = 3

let known: ReadonlyMap<string, string> | null = null

/** Countries that a text names, in French or English, by their code, with how it is written. */
export function countriesIn(text: string): Map<string, string> {
  known ??= countryNames()
  const said = wordsIn(text)
  const found = new Map<string, string>()
  for (let at = 0; at < said.length; at++) {
    if (!/^\p{Lu}/u.test(said[at]!.written)) continue
    for (let length = Math.min(MOST_WORDS, said.length - at); length > 0; length--) {
      const words = said.slice(at, at + length)
      const name = words.map(({ word }) => word).join(" ")
      const code = known.get(name)
      if (!code || (name === "us" && words[0]!.written !== "US")) continue
      found.set(code, words.map(({ written }) => written).join(" "))
      at += length - 1
      break
    }
  }
  return found
}

function countryNames(): Map<string, string> {
  const names = new Map<string, string>()
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
  for (const language of ["fr", "en"]) {
    const display = new Intl.DisplayNames(language, { type: "region", fallback: "none" })
    for (const code of letters.flatMap((a) => letters.map((b) => a + b))) {
      // Codes that mean no country, or groups of them.
      if (/^(?:A[A]|Q[M-Z]|X[A-JL-Z]|ZZ|EU|EZ|UN|UK|FX|SU|DD|YU|TP|CS|BU|NT|ZR|AN|DY|HV|RH|VD|NH|YD)$/.test(code)) continue
      const name = display.of(code)
      const plain = name
        ? wordsIn(name)
            .map(({ word }) => word)
            .join(" ")
        : ""
      if (plain && !AMBIGUOUS.has(plain)) names.set(plain, code)
    }
  }
  for (const [name, code] of ALSO) names.set(fold(name), code)
  return names
}
