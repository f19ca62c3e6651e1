import { EVERYDAY, LITTLE } from "../text/common-words.ts"
import { fold } from "../text/fold.ts"

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Who is called so is somebody, and one name suffices behind them. */
const TITLES = set(
  "m mr mrs ms mme mlle dr pr prof monsieur madame mademoiselle messieurs mesdames miss mister sir docteur doctor maitre mx",
)
const GREETINGS =
  set(`bonjour bonsoir salut coucou hello hi hey dear cher chere chers cheres merci thanks cordialement bises regards sincerely cheers
  appelez contactez demandez voyez ecrivez rappelez joignez prevenez ask call tell contact`)
/** Of no name, wherever they stand. January is nobody; April, May, June and August are people, too. */
const THINGS =
  set(`lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
  monday tuesday wednesday thursday friday saturday sunday january february march july september october november december noel christmas
  team equipe support service services client cliente clients customer customers care commande order colis parcel livraison delivery compte account facture
  invoice retour retours return returns refund remboursement boutique shop store app application magasin site web numero number ref reference dossier case
  rue avenue boulevard street road gare station hotel hopital hospital clinique clinic universite university aeroport airport directeur directrice director presidente
  president manager responsable maire ministre google apple android samsung microsoft amazon facebook instagram twitter youtube trustpilot paypal mondial relay
  chronopost colissimo`)
const ACRONYMS = set(
  "ups usa edf rib tva sav iban ikea ratp siret fedex asap faq pin url eur usd nhs ceo vip suv pdf app ok ko imei isbn uber",
)
/** Words with which a sentence begins, and no name. */
const OPENERS = new Set([
  ...[...LITTLE, ...EVERYDAY].filter((word) => word !== "will"),
  ...set(`veuillez svp stp please kind best lors malgre selon lorsque cependant toutefois ensuite enfin voici chaque aucun aucune plusieurs certains beaucoup
    according although however maybe perhaps several whether unless let lets subject objet re fwd fw tr cc envoye sent avance`),
])
const PARTICLES = set("de du des van von der den le la di da dos del della ten ter bin ben el al")
/** With a capital they begin names, too. */
const FIRST_TOO = set("van von di del ben el al")

const CAPITAL = String.raw`(?:(?:Mr|Mrs|Ms|Mme|Mlle|Dr|Pr|Prof|M)\.|\p{Lu}[\p{L}\p{M}]*(?:[’'-][\p{L}\p{M}]+)*)`
const BETWEEN = String.raw`(?:(?:${[...PARTICLES].join("|")}|\p{Lu}\.)[ \u00a0]){0,3}(?:d[’'])?`
const RUN = new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}])${CAPITAL}(?:[ \u00a0]${BETWEEN}${CAPITAL})*`, "gu")

/** Names of people in a text, those that stand first; without titles. */
export const namesIn = (text: string): string[] => allNamesIn(text.slice(0, 20_000)).slice(0, 60)

/**
 * The same of the whole text, however long: two to four words in a row with a capital each, or one behind a title or a greeting. Without
 * what greets, begins sentences, or is a day, a place of business or a brand that everybody names.
 */
export const allNamesIn = (text: string): string[] => [...new Set((text.match(RUN) ?? []).flatMap(namesOfRun))]

interface Name {
  isCalled: boolean
  words: string[]
}

function namesOfRun(run: string): string[] {
  const isShouted = !/\p{Ll}/u.test(run)
  const names: Name[] = []
  let open: Name | null = null
  let [isCalled, isGreeted] = [false, false]
  let between: string[] = []
  for (const token of run.split(/[ \u00a0]/)) {
    const plain = token.replace(/[’']s$/u, "")
    const kind = kindOf(plain, open === null)
    if (kind === "between") {
      if (open) between.push(token)
      else isCalled &&= !isGreeted
    } else if (kind === "name") {
      if (open) open.words.push([...between, plain].join(" "))
      else names.push((open = { isCalled, words: [plain] }))
      between = []
      if (plain !== token) [open, isCalled] = [null, false]
    } else {
      // Who shouts says no name in between.
      if (kind === "other" && isShouted) return []
      open = null
      isGreeted = kind === "greets"
      isCalled = kind !== "other"
    }
  }
  const whole = names.filter(({ words, isCalled: isOne }) => words.length > 1 || isOne)
  return whole.flatMap(({ words }) => (words.length <= LONGEST ? words.join(" ") : isShouted ? [] : pairs(words)))
}

/** More than four words in a row are a heading, or several people. */
const LONGEST = 4
const pairs = (words: readonly string[]): string[] => words.slice(1).map((word, n) => `${words[n]} ${word}`)

function kindOf(token: string, isFirst: boolean): "name" | "between" | "titles" | "greets" | "other" {
  const word = fold(token.replace(/\.$/, ""))
  if (PARTICLES.has(word) && !(isFirst && FIRST_TOO.has(word) && /^\p{Lu}/u.test(token))) return "between"
  if (word.length === 1) return !isFirst ? "between" : TITLES.has(word) ? "titles" : "other"
  if (TITLES.has(word)) return "titles"
  if (GREETINGS.has(word)) return "greets"
  if (THINGS.has(word) || isElided(token) || (OPENERS.has(word) && (isFirst || isAllCapitals(token)))) return "other"
  return isAllCapitals(token) && (word.length < 3 || !/[aeiouy]/.test(word) || ACRONYMS.has(word)) ? "other" : "name"
}

/** `J’ai`, `Aujourd’hui`: the word itself is small. */
const isElided = (word: string): boolean => /^\p{Lu}\p{Ll}*[’']\p{Ll}/u.test(word)

const isAllCapitals = (word: string): boolean => /^[\p{Lu}\p{M}’'-]{2,}$/u.test(word)
