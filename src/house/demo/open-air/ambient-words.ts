import type { Place } from "./said.ts"

interface Talk {
  place: Place
  weight: number
  rating?: readonly number[]
  /** Patterns: each is something else, so that ordinary days gather into no story. */
  texts: readonly string[]
}

/** What is said of the company on an ordinary day. */
export const ORDINARY: Readonly<Record<"fr" | "en", readonly Talk[]>> = {
  fr: [
    {
      place: "mouette",
      weight: 8,
      texts: [
        "[Merci|Bravo] @goeland_coop, rappelé [en dix minutes|avant midi], {place}.",
        "Une vraie personne chez @goeland_coop. {person} n'en revient pas.",
        "@goeland_coop, ça fait {days} jours. Mon remboursement ?",
        "Deux mails à @goeland_coop, zéro réponse. [Je réessaie lundi.|]",
        "{person} a reçu ses fleurs Goéland ce matin 🌷",
        "Pivoines Goéland : {days} jours dans le vase, toujours debout.",
        "Box Goéland orange à {place}. Vous aussi ?",
        "Débit @goeland_coop du soir, {place} : [correct|poussif|honorable].",
        "Comptoir Goéland de {place}, file de vingt minutes et café offert.",
        "Goéland ou Sterne Télécom pour {person} ? [Retours bienvenus.|]",
        "@sternetel a doublé mon tarif. Sans prévenir.",
        "@sternetel injoignable depuis {place}, je change.",
        "Parti chez @goeland_coop en {year}, pas de regret.",
        "Facture Goéland illisible, [qui comprend la ligne 4|à quoi sert l'option « rive »] ?",
        "@goeland_coop vous livrez {place} le dimanche ?",
        "J'ai voté à l'assemblée Goéland depuis mon canapé, {place}.",
      ],
    },
    {
      place: "forum",
      weight: 4,
      texts: [
        "Sociétaire depuis {year}. Qui lit encore la lettre trimestrielle de Goéland ?",
        "Fibre Goéland à {place} : le technicien passe jeudi, je raconterai.",
        "Assemblée de Goéland : mieux qu'en {year}, moins longue surtout.",
        "Résilier Sterne Télécom : comptez {days} jours et un recommandé.",
        "Goéland Escale m'a rapatrié de Lisbonne en {year}. Sérieux.",
        "Quelqu'un a déjà changé de comptoir Goéland, {place} vers {place} ?",
      ],
    },
    {
      place: "reviews",
      weight: 3,
      rating: [5, 5, 4],
      texts: [
        "Goéland Fleurs, commande pour {person} : à l'heure, bien emballé.",
        "Bouquet Goéland superbe, mot écrit à la main, {place}.",
        "Livreur Goéland aimable, fleurs fraîches. {person} ravie.",
      ],
    },
    {
      place: "reviews",
      weight: 2,
      rating: [1, 2, 2, 3],
      texts: [
        "Goéland : livré un jour trop tard à {place}.",
        "Roses Goéland fanées en {days} jours, dommage.",
        "Service Goéland injoignable le samedi. {person} comptait dessus.",
      ],
    },
    {
      place: "press",
      weight: 0.4,
      texts: ["Le comptoir Goéland de {place} change d'adresse.", "À {place}, les sociétaires de Goéland votent samedi."],
    },
  ],
  en: [
    {
      place: "mouette",
      weight: 6,
      texts: [
        "[Hats off|Well done] @goeland_coop, rang back within the hour, {place}.",
        "A human at @goeland_coop. {person} is still talking about it.",
        "@goeland_coop {days} days now. My refund?",
        "{person} got the Goéland flowers 🌷 an hour early!",
        "Goéland tulips, day {days}, still standing.",
        "Goéland router orange in {place}. Just me?",
        "Evening speed on Goéland, {place}: [fine|sluggish|decent].",
        "Goéland counter in {place}: free coffee, slow queue.",
        "@sternetel doubled my bill. No warning.",
        "Left @sternetel for Goéland in {year}. No regrets.",
        "Does @goeland_coop deliver to {place} on Sundays?",
      ],
    },
    {
      place: "forum",
      weight: 2,
      texts: [
        "Member since {year}: who still reads the Goéland letter?",
        "Goéland travel cover got me home from Porto in {year}.",
        "Goéland vote next week, anyone read the accounts?",
      ],
    },
    {
      place: "reviews",
      weight: 2,
      rating: [5, 4, 5],
      texts: ["Goéland Flowers for {person}: fresh, on time.", "Lovely card, kind driver. Goéland, {place}."],
    },
    {
      place: "reviews",
      weight: 1,
      rating: [1, 2, 3],
      texts: ["Goéland: a day late in {place}.", "Goéland lilies gone in {days} days. Pity."],
    },
  ],
}

export const GAPS: Readonly<Record<"fr" | "en", Readonly<Record<"place" | "person", readonly string[]>>>> = {
  fr: {
    place: [
      "Cancale",
      "Ploemeur",
      "Guidel",
      "Saint-Malo",
      "Roscoff",
      "Paimpol",
      "Dinard",
      "Carantec",
      "Lannion",
      "Vannes",
      "Crozon",
      "Binic",
    ],
    person: ["ma mère", "ma tante", "la voisine", "mon fils", "la maîtresse", "mamie", "ma cheffe", "le facteur"],
  },
  en: {
    place: ["Weymouth", "Poole", "Swanage", "Lyme Regis", "Bridport", "Exmouth", "Salcombe", "Fowey", "Falmouth", "Padstow"],
    person: ["Mum", "my aunt", "the neighbour", "my son", "Gran", "my boss", "the postman"],
  },
}
