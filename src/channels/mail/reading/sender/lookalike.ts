import { domainToUnicode } from "node:url"
import { getDomain } from "tldts"
import { LOOKALIKES } from "./lookalike-letters.ts"

const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u, /\p{Script=Cherokee}/u]

/** What a name looks like to somebody who doesn't look closely. */
export function skeleton(name: string): string {
  const drawn = [...name.toLowerCase().normalize("NFKC")].map((letter) => LOOKALIKES.get(letter) ?? letter).join("")
  return drawn.replaceAll("rn", "m").replaceAll("vv", "w").replaceAll("cl", "d")
}

/** The name that an organisation registered, as it is shown. */
export function registeredName(domain: string): string {
  const shown = domainToUnicode(domain.toLowerCase()) || domain.toLowerCase()
  return getDomain(shown) ?? shown
}

/** Whether a domain passes for another whatever that is: letters of several scripts in one label, or a foreign script that looks Latin. */
export function isDisguised(domain: string): boolean {
  const shown = domainToUnicode(domain.toLowerCase()) || domain.toLowerCase()
  if (shown.split(".").some((label) => SCRIPTS.filter((script) => script.test(label)).length > 1)) return true
  return isAllLookalikes(registeredName(domain))
}

/** A label of a foreign script all of whose letters pass for Latin ones, as in `аррӏе.com`. */
function isAllLookalikes(domain: string): boolean {
  return domain
    .split(".")
    .slice(0, -1)
    .some((label) => /[^\u0000-\u024f]/.test(label) && [...label].every((letter) => /[a-z0-9-]/.test(LOOKALIKES.get(letter) ?? letter)))
}
