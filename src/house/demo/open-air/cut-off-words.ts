import type { Tongue } from "../company/customer.ts"

interface CutOff {
  negative: readonly string[]
  plain: readonly string[]
  /** In a language that isn't read here. */
  unread: { language: "br" | "kw"; said: readonly string[] }
  /** One who writes all the time. */
  one: { by: string; said: string }
  flickers: string
}

/** What is said in the open when a town is cut off. */
export const CUT_OFF: Readonly<Record<Tongue, CutOff>> = {
  fr: {
    negative: [
      "Plus d'internet à Larmor depuis [19 h 38|tout à l'heure|une demi-heure], @goeland_coop [c'est inadmissible|encore en panne|on fait comment ?|ras le bol].",
      "[Panne|Coupure] générale [à Larmor|à Ploemeur|à Guidel], plus rien, [toujours aucune réponse|injoignable|service lamentable] @goeland_coop.",
      "Ma mère a une téléalarme sur cette ligne, coupée. @goeland_coop [c'est grave|c'est dangereux|répondez], Larmor.",
      "Salle pleine, plus de terminal de paiement à Larmor. @goeland_coop [merci pour rien|une catastrophe|qui paie ?] #panne",
    ],
    plain: [
      "[Quelqu'un a|Vous avez] internet à Larmor ? @goeland_coop box orange, [les voisins aussi|toute la rue|le port aussi].",
      "Coupure fibre @goeland_coop à Larmor : [un chantier route de la Grève|un câble arraché, dit un ouvrier|on voit les camions].",
      "Plus de box @goeland_coop à Larmor, [soirée cartes|soirée bougies|on sort les jeux]. [Prenez votre temps.|]",
      "@goeland_coop dit retour demain avant 11 h à Larmor. Panne annoncée, cause dite, [noté|au moins c'est clair|on verra].",
    ],
    unread: {
      language: "br",
      said: [
        "Internet ebet ken en An Arvor, @goeland_coop. Larmor en deñvalijenn, box marv.",
        "Petra zo c'hoarvezet gant ar fibre e Larmor ? @goeland_coop ne respont ket.",
      ],
    },
    one: {
      by: "larmor_en_colere",
      said: "[Honte|Scandale|Arnaque] @goeland_coop, [toujours rien|on attend|aucune réponse], panne de Larmor, message n° {nth}.",
    },
    flickers: "Micro-coupures à Larmor, [ça revient, ça repart|trois en cinq minutes], @goeland_coop [encore|re-panne ?|vous voyez ?]",
  },
  en: {
    negative: [
      "No broadband in Falmouth for [half an hour|ages|since 8.12], @goeland_coop [this is unacceptable|down again|a disgrace|fed up].",
      "[Outage|Cut off] all over [Falmouth|Penryn|Flushing], nothing works, [still no answer|can't reach anyone|terrible service] @goeland_coop.",
      "My mother's panic button is on this line and it's dead. @goeland_coop [this is serious|this is dangerous|answer us], Falmouth.",
      "Full house and no card machine in Falmouth. @goeland_coop [thanks for nothing|a disaster|who pays?] #outage",
    ],
    plain: [
      "[Anyone got|Has anybody] broadband in Falmouth? @goeland_coop router orange, [next door as well|the whole street|the harbour too].",
      "@goeland_coop outage in Falmouth: [roadworks on Beacon Hill|a cable torn out, says a workman|you can see the vans].",
      "Router off in Falmouth, @goeland_coop, [cards tonight|candles tonight|out with the board games]. [Take your time.|]",
      "@goeland_coop says back before 11 tomorrow in Falmouth. Outage announced, cause given, [noted|clear at least|we'll see].",
    ],
    unread: {
      language: "kw",
      said: [
        "Nyns eus kesroesweyth yn Aberfala haneth, @goeland_coop. Falmouth yn tewolgow, router marow.",
        "Pandr'a hwarva gans an router yn Falmouth? @goeland_coop ny worthyb.",
      ],
    },
    one: {
      by: "fuming_in_falmouth",
      said: "[Shame|Scandal|Rip-off] @goeland_coop, [still nothing|still waiting|no answer], Falmouth outage, post no. {nth}.",
    },
    flickers:
      "Broadband flickering in Falmouth, [back, gone, back|three times in five minutes], @goeland_coop [again|another outage?|do you see it?]",
  },
}
