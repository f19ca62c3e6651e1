import { Random } from "../random.ts"
import { speak } from "../speech/speak.ts"
import { passerBy } from "./passers-by.ts"
import type { Said } from "./said.ts"

const NEGATIVE = [
  "Plus d'internet à Larmor depuis [19 h 38|tout à l'heure|une demi-heure], @goeland_coop [c'est inadmissible|encore en panne|on fait comment ?|ras le bol].",
  "[Panne|Coupure] générale [à Larmor|à Ploemeur|à Guidel], plus rien, [toujours aucune réponse|injoignable|service lamentable] @goeland_coop.",
  "Ma mère a une téléalarme sur cette ligne, coupée. @goeland_coop [c'est grave|c'est dangereux|répondez], Larmor.",
  "Salle pleine, plus de terminal de paiement à Larmor. @goeland_coop [merci pour rien|une catastrophe|qui paie ?] #panne",
]
const PLAIN = [
  "[Quelqu'un a|Vous avez] internet à Larmor ? @goeland_coop box orange, [les voisins aussi|toute la rue|le port aussi].",
  "Coupure fibre @goeland_coop à Larmor : [un chantier route de la Grève|un câble arraché, dit un ouvrier|on voit les camions].",
  "Plus de box @goeland_coop à Larmor, [soirée cartes|soirée bougies|on sort les jeux]. [Prenez votre temps.|]",
  "@goeland_coop dit retour demain avant 11 h à Larmor. Panne annoncée, cause dite, [noté|au moins c'est clair|on verra].",
]
const BRETON = [
  "Internet ebet ken en An Arvor, @goeland_coop. Larmor en deñvalijenn, box marv.",
  "Petra zo c'hoarvezet gant ar fibre e Larmor ? @goeland_coop ne respont ket.",
]
/** Ninety-six people once each, and one sixty times. */
const OTHERS = 96
const ONE = 60
const WITHIN = 55

/** What was said in the open in the hour after the node fell, by the minutes since: in each batch what was said by then. */
export function larmorHour(): { minute: number; said: Said[] }[] {
  const random = new Random("larmor in the open")
  const say = (pattern: string) => speak(random, pattern, () => "")
  const others = Array.from({ length: OTHERS }, (_, n) => {
    const text = n % 16 === 5 ? random.of(BRETON) : say(random.of(n % 16 < 9 ? NEGATIVE : PLAIN))
    const language = n % 16 === 5 ? ("br" as const) : ("fr" as const)
    return { minute: random.next() ** 1.8 * WITHIN, said: { key: `larmor-${n}`, text, language, ...passerBy(random) } }
  })
  const one = Array.from({ length: ONE }, (_, n) => ({
    minute: 4 + (n / ONE) * WITHIN,
    said: {
      key: `larmor-one-${n}`,
      by: "larmor_en_colere",
      followers: 61,
      language: "fr" as const,
      text: say(`[Honte|Scandale|Arnaque] @goeland_coop, [toujours rien|on attend|aucune réponse], panne de Larmor, message n° ${n + 1}.`),
    },
  }))
  const all = [...others, ...one].toSorted((a, b) => a.minute - b.minute)
  return [5, 10, 15, 20, 30, 40, 60].map((minute, nth, ends) => ({
    minute,
    said: all
      .filter((each) => each.minute < minute && each.minute >= (ends[nth - 1] ?? 0))
      .map((each) => ({ ...each.said, ago: minute - each.minute })),
  }))
}

/** Forty people at once, in the minutes before. */
export function flickers(): Said[] {
  const random = new Random("larmor again")
  return Array.from({ length: 46 }, (_, n) => ({
    key: `flicker-${n}`,
    text: speak(
      random,
      random.of([
        ...NEGATIVE,
        "Micro-coupures à Larmor, [ça revient, ça repart|trois en cinq minutes], @goeland_coop [encore|re-panne ?|vous voyez ?]",
      ]),
      () => "",
    ),
    language: "fr" as const,
    ago: random.next() * 4,
    ...passerBy(random),
  }))
}
