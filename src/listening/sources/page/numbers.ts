/** What is counted by those who pass: it grows by itself, and says nothing of what the page says. */
const COUNTED =
  "fois|vues?|lectures?|visites?|visiteurs?|commentaires?|r[ée]ponses?|messages?|partages?|mentions?|j[’']aime|likes?|abonn[ée]e?s?|membres?|inscrite?s?|connect[ée]e?s?|t[ée]l[ée]chargements?|avis|r[ée]sultats?|votes?|times|views?|reads?|visits?|visitors?|comments?|replies|posts?|shares?|followers?|subscribers?|members?|users?|online|en ligne|downloads?|reviews?|results?"
const UNIT =
  "secondes?|seconds?|secs?|s|minutes?|mins?|heures?|hours?|hrs?|h|jours?|days?|d|j|semaines?|weeks?|mois|months?|ans?|ann[ée]es?|years?"
const NUMBER = "(?<![\\d.,])\\d[\\d.,\\u00a0\\u202f]{0,20}"
const COUNTERS: readonly RegExp[] = [
  new RegExp(`${NUMBER}\\s?[kKM]?(?=\\s*(?:${COUNTED})(?!\\p{L}))`, "giu"),
  new RegExp(`(?<=(?<!\\p{L})(?:${COUNTED})\\s*[:(]\\s*)${NUMBER}`, "giu"),
  // How long ago: a clock in other words.
  new RegExp(`(?<=(?:il y a|depuis|since|for the last)\\s+(?:\\p{L}+\\s+)?)${NUMBER}(?=\\s*(?:${UNIT})(?!\\p{L}))`, "giu"),
  new RegExp(`${NUMBER}(?=\\s*(?:${UNIT})\\s+ago(?!\\p{L}))`, "giu"),
  /(?<=\s\(?)\d+(?=\)$)/gu,
]

const MONTH =
  "janv(?:ier)?|f[ée]v(?:rier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[ûu]t|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|d[ée]c(?:embre)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|september|october|november|dec(?:ember)?"
const DAY_NAME =
  "lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
const STAMP_WORD =
  "derni[eè]re|mise?s?|[àa]|jour|actualis[ée]e?|publi[ée]e?|modifi[ée]e?|le|la|last|updated?|on|at|as|of|published|modified|copyright|am|pm|utc|gmt|cest|cet|est|pst|er|st|nd|rd|th|h"
const STAMP = new RegExp(`(?<!\\p{L})(?:${MONTH}|${DAY_NAME}|${STAMP_WORD})\\.?(?!\\p{L})`, "giu")

/**
 * A line by what it says. Numbers belong to it: a price, a delay, a share. Those that go on by themselves don't: how often it was seen, how
 * long ago, and of a line that is nothing but a date or a clock, all.
 */
export function sayingOf(line: string): string {
  const words = line.toLowerCase()
  if (/\d/.test(words) && !/\p{L}/u.test(words.replace(STAMP, ""))) return shapeOf(line)
  return COUNTERS.reduce((said, counter) => said.replace(counter, "#"), words)
}

/** The same with every number left out. */
export const shapeOf = (line: string): string => line.toLowerCase().replace(/\d+/g, "#")
