import type { Language } from "#words"

/**
 * What tells a promise from a mere mention of a date, in the words around it. Kept small: a suggestion costs a glance and a person
 * decides, but a desk that proposes every date it meets is soon not looked at.
 */
export interface Cues {
  /** Somebody else is asked to do something, or hours are only described: the whole sentence promises nothing. */
  asks: RegExp
  /** The date names a thing ("votre commande du 12"): right before the date. */
  names: RegExp
  /** The date ends a time in which something will be done: right before the date. */
  limits: RegExp
  /** Something will be done. */
  promises: RegExp
  /** Something was done. */
  tells: RegExp
  /** Something will not be done. */
  denies: RegExp
}

export const CUES: Record<Language, Cues> = {
  fr: {
    asks: /\bmerci de (?!votre|vos)|\bveuillez (?!noter|trouver|agréer|croire)|\bpri[eè]re de|\bpou(?:rri|v)ez[- ]vous|\bsi (?:vous|besoin)|\bn'hésitez pas|\bvous (?:pouvez|devez|avez jusqu)|\bil (?:vous )?faut|\b(?:envoyez|renvoyez|répondez|rappelez|écrivez|appelez)[- ](?:nous|moi)|\b(?:avez|êtes|seriez|serez)[- ]vous|\b(?:ouverts?|ouverte|joignables?|horaires?)\b|\bdu (?:lundi|mardi|mercredi|jeudi|vendredi) au\b|\?\s*$/iu,
    names:
      /(?:commande|facture|courrier|courriel|mail|message|lettre|appel|échange|conversation|demande|réclamation|colis|achat|livraison|paiement|prélèvement|visite|incident|panne|contrat)s?(?: n°? ?\p{L}*\d+)?,? (?:(?:passée?|reçue?|datée?|effectuée?|envoyée?|signée?)s? )?(?:du|de|d'|en date du|le) ?$/iu,
    limits:
      /(?:^|[^\p{L}])(?:avant|d'ici(?: à| au)?|au plus tard(?: le| à)?|sous|dans|pour|courant|délai de) ?(?:le |ce |cet |cette |la |un )?$/iu,
    // Futures end in -rai, -ra, -rons, -rez, -ront; words that only look like one are left out.
    promises:
      /(?<!\p{L})(?!(?:opéra|caméra|extra|environs|espérons|espérez|considérons|adorons|pourrez|devrez|voudrez|souhaiterez|désirez|préférez|verrez|tiers)(?!\p{L}))\p{L}{2,}r(?:ai|a|ons|ez|ont)(?!\p{L})|(?<!\p{L})(?:vais|allons|vont|va) |(?:je|nous|on) (?:vous |reviens|revenons|rappelle|livr|expédi|rembours|intervenons|m'en|m'engage|nous engageons)|(?:livraison|remboursement|réponse|intervention|rappel|rétablissement|expédition|passage|retour|prévue?s?|programmée?s?|garantie?s?|promise?|prête?s?)(?!\p{L})/giu,
    tells: /(?<!\p{L})(?:a|ai|avons|avez|ont|avait|avaient|aviez|avions|était|étaient|étiez|hier|dernier|dernière|depuis)(?!\p{L})/giu,
    denies:
      /(?<!\p{L})(?:ne |n')\p{L}+(?: \p{L}+){0,3}? (?:pas|plus|jamais|rien)(?!\p{L})|(?<!\p{L})pas (?:avant|possible)|(?<!\p{L})impossible(?!\p{L})/giu,
  },
  en: {
    asks: /\bplease (?!note|be assured|rest assured|find|expect)|\b(?:could|can|would|do|are|have|will) you\b|\blet (?:us|me) know\b|\bkindly\b|\byou (?:can|could|must|need|should|may|have until)\b|\bif (?:you|we|it|there)\b|\bfeel free\b|\b(?:call|email|write to|reply to|send) (?:us|me)\b|\b(?:opening hours|office hours|we are open|available from|open from)\b|\b(?:mon|tues|wednes|thurs|fri)(?:day)? (?:to|-|–) (?:fri|satur|sun)|\?\s*$/iu,
    names:
      /\b(?:order|invoice|letter|e-?mail|message|call|request|complaint|purchase|delivery|parcel|payment|visit|appointment|outage|contract)s?(?: (?:no\.? ?|#)?\w*\d+)?,? (?:(?:you )?(?:placed|made|sent|received|dated|signed) )?(?:of|from|dated|placed|on) ?(?:the )?$/iu,
    limits:
      /\b(?:by|before|within|no later than|not later than|at the latest(?: on| at)?|in|until) ?(?:the |this |next |coming |end of |noon )*$/iu,
    promises:
      /\b(?:will|shall|'ll|going to|(?:am|are|'re|is|'s) (?:sending|shipping|delivering|refunding|calling|coming|expected|scheduled|due|planned)|guarantee[ds]?|promise|commit|arrives?|delivery|refund|repair|callback|answer|reply|expected|scheduled|expect)\b|'ll\b/giu,
    tells:
      /(?<!\b(?:be|get|it|them|you) )\b(?:was|were|had|has|did|ordered|placed|sent|received|arrived|delivered|shipped|promised|wrote|called|charged|debited|bought|last|since|ago|yesterday)\b/giu,
    denies: /\b(?:not|never|cannot|unable to|no way)\b|n't\b/giu,
  },
}
