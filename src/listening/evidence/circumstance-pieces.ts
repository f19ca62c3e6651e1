import { countriesIn } from "./countries-in.ts"
import { datesIn, dayOfMoment } from "./dates-in.ts"
import type { OpenSide, OwnSide, Piece } from "./sides.ts"
import { WEIGHTS } from "./weights.ts"

const DAY = 86_400_000
const LONG = 45
const FAR = 21

/** When and where: the day, the distance in time, the country. */
export function circumstancePieces(open: OpenSide, own: OwnSide): Piece[] {
  const said = [open.title, open.text, ...open.pictures].filter(Boolean).join("\n")
  return [timePiece(open, own), datePiece(open, own, said), countryPiece(open, own, said)].filter((piece) => piece !== null)
}

function timePiece({ saidAt }: OpenSide, { moments }: OwnSide): Piece | null {
  const nearest = moments.reduce<Date | null>(
    (best, at) => (best === null || Math.abs(at.getTime() - saidAt.getTime()) < Math.abs(best.getTime() - saidAt.getTime()) ? at : best),
    null,
  )
  if (!nearest) return null
  const days = Math.abs(nearest.getTime() - saidAt.getTime()) / DAY
  const piece = (kind: "time" | "long-after", weight: number): Piece => ({
    kind,
    weight,
    open: saidAt.toISOString(),
    own: nearest.toISOString(),
  })
  if (days <= 1) return piece("time", WEIGHTS.timeDay)
  if (days <= 3) return piece("time", WEIGHTS.timeDays)
  if (days <= 10) return piece("time", WEIGHTS.timeWeek)
  return days > LONG ? piece("long-after", WEIGHTS.longAfter) : null
}

function datePiece({ saidAt }: OpenSide, { words, moments }: OwnSide, said: string): Piece | null {
  const named = datesIn(said, saidAt)
  if (named.size === 0) return null
  const theirs = new Map(words.flatMap((text) => [...datesIn(text, saidAt)]))
  for (const [day, written] of named) {
    const own = theirs.get(day)
    if (own !== undefined) return { kind: "date", weight: WEIGHTS.date, open: written, own }
  }
  const days = [...theirs.keys(), ...moments.map(dayOfMoment)]
  const [[first = 0, written = ""] = []] = named
  const isFar = days.length > 0 && [...named.keys()].every((one) => days.every((day) => Math.abs(day - one) > FAR))
  const nearest = days.reduce((best, day) => (Math.abs(day - first) < Math.abs(best - first) ? day : best), days[0] ?? 0)
  return isFar
    ? { kind: "other-date", weight: WEIGHTS.otherDate, open: written, own: new Date(nearest * DAY).toISOString().slice(0, 10) }
    : null
}

function countryPiece({ country }: OpenSide, { words, labels }: OwnSide, said: string): Piece | null {
  const named = countriesIn(said)
  const theirs = countriesIn([...words, ...labels].join("\n"))
  if (theirs.size === 0) return null
  for (const [code, written] of named) {
    const own = theirs.get(code)
    if (own !== undefined) return { kind: "country", weight: WEIGHTS.country, open: written, own }
  }
  // Where somebody is from says less than what they name: it speaks for, never against.
  if (named.size === 0)
    return country && theirs.has(country)
      ? { kind: "country", weight: WEIGHTS.country / 2, open: country, own: theirs.get(country)! }
      : null
  return { kind: "other-country", weight: WEIGHTS.otherCountry, open: [...named.values()].join(", "), own: [...theirs.values()].join(", ") }
}
