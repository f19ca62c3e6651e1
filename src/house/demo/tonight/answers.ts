import type { Tongue } from "../company/customer.ts"

/** How an answer was taken. */
export type Heard = "asked" | "doubts" | "pleased"

/** What customers write back, and what colleagues answer tonight. */
export const ANSWERS: Record<Heard | "ours", Record<Tongue, readonly string[]>> = {
  pleased: {
    fr: [
      "Merci pour votre réponse si rapide. C'est noté.",
      "Parfait, merci. Je n'attendais pas de réponse avant demain.",
      "Merci beaucoup, c'est clair. Bonne soirée à vous.",
      "Très bien, on fait comme ça. Merci.",
    ],
    en: [
      "Thank you, I didn't expect an answer before tomorrow.",
      "Perfect, that's clear. Have a good evening.",
      "Brilliant, thanks for being so quick.",
      "That works for me. Thank you.",
    ],
  },
  doubts: {
    fr: [
      "Merci, mais on m'a déjà dit la même chose la semaine dernière. Qu'est-ce qui change cette fois ?",
      "D'accord. Et si ce n'est pas fait à l'heure dite, j'appelle qui ?",
      "Je veux bien vous croire. Pouvez-vous me le confirmer quand c'est fait ?",
    ],
    en: [
      "Thanks, but I was told the same last week. What's different this time?",
      "All right. And if it isn't done by then, whom do I call?",
      "I'd like to believe you. Could you confirm when it's done?",
    ],
  },
  asked: {
    fr: [
      "Oui, c'est bien ça. Que vous faut-il d'autre ?",
      "Plutôt demain matin, si possible. Merci de demander.",
      "Je viens de vérifier : la référence est GS-40317. J'espère que cela aide.",
      "Non, rien de plus. Faites comme vous pensez, je vous fais confiance.",
    ],
    en: [
      "Yes, that's right. Anything else you need?",
      "Tomorrow morning if possible. Thanks for asking.",
      "I've just checked: the reference is GS-40317. Hope that helps.",
      "No, nothing more. Do as you think best, I trust you.",
    ],
  },
  ours: {
    fr: [
      "Bonjour,\n\nMerci de votre message, je m'en occupe ce soir. Je vous écris demain avant midi pour vous dire où nous en sommes.",
      "Bonjour,\n\nJ'ai votre dossier sous les yeux. Pouvez-vous me confirmer l'adresse ? Je fais le reste.",
      "Bonjour,\n\nC'est fait. Dites-moi si quelque chose manque.",
    ],
    en: [
      "Hello,\n\nThank you for writing, I'm on it tonight. I'll tell you where we are before noon tomorrow.",
      "Hello,\n\nI have your case in front of me. Could you confirm the address? I'll do the rest.",
      "Hello,\n\nDone. Tell me if anything is missing.",
    ],
  },
}

/** What the customer of the contradiction says, and what the courier claims a moment later. */
export const DENIAL = {
  fr: {
    name: "Manon Lagadec",
    address: "manon.lagadec",
    host: "grandlarge.example",
    door: "fleurs",
    subject: "Les roses de ma grand-mère, commande GF-88213",
    text: "Bonjour,\n\nLa page de votre transporteur dit que les roses de ma grand-mère sont en route pour le 9, allée des Ajoncs. Elle est chez elle depuis ce matin, porte ouverte. Elle n'a reçu aucune fleur, rien n'est arrivé.\n\nC'est pour ses quatre-vingt-dix ans. Quelqu'un peut-il regarder, s'il vous plaît ?\n\nManon Lagadec",
    claim: "Livré, signé « Ajoncs »",
    carrier: "Transporteur Ponant",
  },
  en: {
    name: "Imogen Frost",
    address: "imogen.frost",
    host: "harbourmail.example",
    door: "flowers",
    subject: "My grandmother's roses, order GF-88213",
    text: "Hello,\n\nYour courier's page says my grandmother's roses are on their way to number 9, Gorse Walk. She has been in all day with the door open. She hasn't received any flowers, nothing came.\n\nIt's her ninetieth. Could somebody look, please?\n\nImogen Frost",
    claim: "Delivered, signed “Gorse”",
    carrier: "Ponant Couriers",
  },
} as const

/** French or English, by the little words. */
export function languageOf(text: string): Tongue {
  const count = (words: RegExp) => text.match(words)?.length ?? 0
  return count(/\b(je|vous|le|la|les|est|et|pour|bonjour|de)\b/gi) > count(/\b(i|you|the|is|and|for|hello|to|my)\b/gi) ? "fr" : "en"
}
