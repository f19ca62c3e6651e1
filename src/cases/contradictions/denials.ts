/** What a customer can deny, of what somebody else claims. */
export type Denial = "not-received" | "not-refunded" | "not-restored"

interface Words {
  code: Denial
  /** Any of these says so. */
  says: readonly RegExp[]
  /** Any of these takes it back: it came after all. */
  unless: readonly RegExp[]
}

/** Between a beginning and its verb, no negation and no end of the sentence. */
const PLAINLY = String.raw`(?:(?!\b(?:pas|rien|jamais|aucune?|not|never|nothing|no)\b|n't)[^.!?\n]){0,60}?`

/** "pas reçu de réponse", "haven't received your mail": what didn't come is an answer, not a parcel; money has its own code. */
const NOT_WORDS = String.raw`(?! (?:(?:de|du|d'|la|le|les|ma|mon|une?|votre|vos|aucune?) ?)*(?:autre )?(?:reponse|nouvelle|mail|e-mail|message|courriel|facture|accuse|retour|appel|rappel|remboursement|explication|confirmation|information|suite|excuse|argent))`
const NOT_WORDS_EN = String.raw`(?! (?:(?:an?|any|the|your|my|our|back) )*(?:further )?(?:reply|answer|response|news|e-?mail|mail|message|invoice|confirmation|call|callback|refund|explanation|information|word|apolog|money|update))`

/**
 * The lexicon, small on purpose: words in which customers say that nothing came, with the negation inside the pattern so that "bien reçu"
 * never counts. It is read without accents, in lower case. It decides nothing; a miss costs nothing and a false alarm costs a click.
 */
const LEXICON: readonly Words[] = [
  {
    code: "not-received",
    says: [
      // je n'ai rien reçu, pas encore reçu, jamais reçu, personne n'a reçu
      re(
        String.raw`\b(?:rien|pas|jamais)(?: (?:encore|toujours|du tout|jamais|rien|a ce jour))* (?:recue?s?|eu)\b${NOT_WORDS}(?!\S* (?:le temps|besoin|envie|tort))`,
      ),
      re(String.raw`\bpersonne(?: \w+)? n'a(?: rien| pas| jamais)? recu\b${NOT_WORDS}`),
      // n'est jamais arrivé, rien n'est arrivé, n'a pas été livré; not "pas arrivé à vous joindre"
      re(
        String.raw`\b(?:rien|pas|jamais)(?: (?:encore|toujours|n'est|n'a|ete|m'a|nous|du tout|ne m'a|m'est))* (?:arrivee?s?|livree?s?|parvenue?s?)\b(?! a (?:vous|me|le|la|les|nous|\w+(?:er|ir|re)\b))`,
      ),
      re(String.raw`\baucune? (?:livraison|colis|paquet|bouquet)\b(?! (?:prevue?|prochaine?))`),
      re(
        String.raw`\battend(?:s|ons) (?:toujours|encore) (?:mon|ma|mes|notre|nos|le|la|les|ce|cette) (?:\w+ )?(?:colis|paquet|bouquet|commande|livraison|fleurs)\b`,
      ),
      re(String.raw`\btoujours (?:rien|pas de (?:colis|paquet|bouquet|livraison|fleurs|commande))\b(?! (?:compris|change|decide))`),
      // haven't received, did not get, hasn't arrived, has not been delivered
      re(
        String.raw`\b(?:ha(?:ve|s|d)|did)(?:n't|nt| not)(?: \w+){0,2}? (?:receive[d]?|gotten|get|got|arrived?|been delivered|turned up|shown up|come)\b${NOT_WORDS_EN}(?! (?:to|the chance|around|back|through|round|it to)\b)`,
      ),
      re(String.raw`\b(?:was|were|is|are)(?:n't| not)(?: \w+)? delivered\b`),
      // never arrived, nothing came, nobody received anything
      re(
        String.raw`\b(?:never|nothing)(?: (?:has|was|ever|actually|been|have|even))* (?:received|arrived|came|come|delivered|turned up|showed up|shown up)\b${NOT_WORDS_EN}`,
      ),
      re(String.raw`\b(?:received|got) nothing\b|\b(?:nobody|no one)(?: \w+){0,2} received (?:any|it|the|them)`),
      re(
        String.raw`\bstill (?:no|waiting for (?:my|the|our)|awaiting (?:my|the|our)) (?:\w+ )?(?:parcel|package|order|bouquet|flowers|delivery)\b`,
      ),
    ],
    unless: [
      re(
        String.raw`\b(?:finalement|enfin|ca y est|entre-?temps|mais (?:c'est|il est|elle est))\b${PLAINLY}\b(?:arrivee?|recue?|livree?|la)\b`,
      ),
      re(String.raw`\b(?:finally|in the end|but it|meanwhile|since then)\b${PLAINLY}\b(?:arrived|came|received|delivered|got it)\b`),
    ],
  },
  {
    code: "not-refunded",
    says: [
      re(
        String.raw`(?<!(?:veux|souhaite|demande|voulons) )\b(?:pas|jamais)(?: (?:encore|toujours|ete|a ce jour|recu|vu|eu|obtenu|de|du|le|mon|notre|ce))* rembours(?:ee?s?|ement)\b`,
      ),
      re(String.raw`\b(?:toujours|encore) (?:aucun|pas de) remboursement\b|\baucun remboursement (?:n'|a ce jour|sur|recu|pour l'instant)`),
      re(String.raw`\battend(?:s|ons) (?:toujours|encore) (?:mon|le|notre|ce|votre|d'etre) rembours`),
      re(String.raw`\b(?:have|has|had|was|were|been|am|are|is)(?:n't|nt| not)(?: \w+){0,2}? refunded\b|\bnever(?: \w+){0,2}? refunded\b`),
      re(
        String.raw`\b(?:ha(?:ve|s)|did)(?:n't| not)(?: \w+){0,2}? (?:receive[d]?|gotten|got|get|seen?) (?:my|the|any|a|our|your) refund\b|\bnever (?:got|received|saw) (?:my|the|any|a|our|your) refund\b`,
      ),
      re(
        String.raw`\b(?:still no|still waiting for (?:my|the|our|a)|still awaiting (?:my|the|our|a)) refund\b|\brefund (?:ha[sd]|did)(?:n't| not| never)\b|\bno refund (?:yet|so far|has)\b`,
      ),
    ],
    unless: [
      re(String.raw`\b(?:finalement|enfin|ca y est)\b${PLAINLY}\brembours`),
      re(String.raw`\b(?:finally|in the end)\b${PLAINLY}\brefund`),
    ],
  },
  {
    code: "not-restored",
    says: [
      re(
        String.raw`\b(?:toujours|encore) (?:pas (?:de |d')|sans |aucune? )(?:\w+ )?(?:internet|connexion|ligne|reseau|telephone|television|tele|tv|courant|electricite|fibre|eau|gaz|service)\b`,
      ),
      re(String.raw`\b(?:toujours|encore) (?:en panne|coupee?s?|hors service|interrompue?)\b`),
      re(String.raw`\bne (?:re)?(?:fonctionne|marche)(?:nt)? (?:toujours |encore )?pas\b`),
      re(String.raw`\bpas (?:encore |ete |toujours |completement )*(?:reparee?s?|retablie?s?|revenue?s?|depannee?s?)\b`),
      re(
        String.raw`\bstill(?: have| has| got| don't have| do not have)?(?: no| without| any)+ (?:\w+ )?(?:internet|connection|signal|service|line|phone|power|electricity|broadband|network|water|tv|wi-?fi)\b`,
      ),
      re(
        String.raw`\bstill (?:down|out|broken|offline|dead|cut off|not working|isn't working|doesn't work|does not work)\b|\b(?:is|are)(?:n't| not) working (?:again|yet|still)\b`,
      ),
      re(
        String.raw`(?:\bnot|n't|\bnever)(?: (?:been|yet|actually|fully))* (?:fixed|repaired|restored)\b|\b(?:is|are)(?:n't| not) back (?:on|up|online)\b`,
      ),
    ],
    unless: [
      re(String.raw`\b(?:finalement|enfin|ca y est|a nouveau|de nouveau)\b${PLAINLY}\b(?:marche|fonctionne|retabli|revenu|repare)`),
      re(String.raw`\b(?:finally|in the end)\b${PLAINLY}\b(?:works?|working|back|fixed|restored)\b`),
    ],
  },
]

function re(source: string): RegExp {
  return new RegExp(source, "u")
}

/** A condition states nothing: "si je n'ai rien reçu demain", "if it hasn't arrived by then". */
const CONDITION =
  /(?:^|[\s,;(])(?:si (?:je|j'|nous|on|le|la|mon|ma|ce|rien)|au cas ou|if (?:i|it|we|the|my|nothing)|in case|unless)\b[^.!?\n]{0,60}$/u

/** What the customer denies in their own new words. */
export function denialsIn(text: string): Denial[] {
  const plain = text
    .slice(0, 20_000)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’ʼ]/g, "'")
    .toLowerCase()
    .replace(/[^\S\n]+|\n(?!\n)/g, " ")
  return LEXICON.filter(
    ({ says, unless }) => says.some((pattern) => isSaid(plain, pattern)) && !unless.some((pattern) => pattern.test(plain)),
  ).map(({ code }) => code)
}

function isSaid(text: string, pattern: RegExp): boolean {
  return [...text.matchAll(new RegExp(pattern, "gu"))].some(({ index }) => !CONDITION.test(text.slice(Math.max(0, index - 80), index)))
}
