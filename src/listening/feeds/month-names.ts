/** The beginnings of the months' names, by which they are known in the languages that feeds are written in. Longer ones come first. */
const BEGINNINGS: readonly (readonly string[])[] = [
  ["jan", "janv", "gen", "ene", "jän", "янв", "ιαν", "sty", "led", "oca"],
  ["feb", "fév", "fev", "feb", "фев", "φεβ", "lut", "úno", "şub"],
  ["mar", "mär", "mrz", "maa", "мар", "μάρ", "μαρ", "bře", "már"],
  ["apr", "avr", "abr", "апр", "απρ", "kwi", "dub", "ápr", "nis"],
  ["may", "mai", "mag", "mei", "maj", "mayo", "май", "мая", "μάι", "μαϊ", "kvě", "máj"],
  ["jun", "juin", "giu", "июн", "ιούν", "ιουν", "cze", "červen", "jún", "haz"],
  ["jul", "juil", "lug", "июл", "ιούλ", "ιουλ", "lip", "červenec", "júl", "tem"],
  ["aug", "aoû", "aou", "ago", "авг", "αύγ", "αυγ", "sie", "srp", "ağu"],
  ["sep", "set", "сен", "σεπ", "wrz", "zář", "eyl"],
  ["oct", "okt", "ott", "out", "окт", "οκτ", "paź", "říj", "eki"],
  ["nov", "noi", "noy", "ноя", "νοέ", "νοε", "lis", "kas"],
  ["dec", "déc", "dez", "dic", "des", "дек", "δεκ", "gru", "pro", "ara"],
]

const KNOWN = BEGINNINGS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)).sort(([a], [b]) => b.length - a.length)

/** The month that a name or its abbreviation is of, 1 to 12; null where none is. */
export function monthOf(name: string): number | null {
  const small = name.toLowerCase()
  return KNOWN.find(([beginning]) => small.startsWith(beginning))?.[1] ?? null
}
