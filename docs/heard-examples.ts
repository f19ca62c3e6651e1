/** Invented mentions of an invented florist, for pictures: six weeks of everyday talk, and a late van on the last day. */

const HOUR = 3_600_000
const DAY = 24 * HOUR

const NAMES = "Camille Amadou Brune Dov Inès Paolo Noor Théo Lena Marek Aïcha Jonas Sally Rémi Olga Yann Zoé Karim Luz Ewan".split(" ")
const FAMILY = "Rousseau Diallo Martin Levi Okafor Conti Haddad Marsh Weil Novak".split(" ")
const SITES = ["forum-fleurs.example", "avis.example", "quartier.example", "social.example"]
const GOOD = [
  "Bouquet Lilas arrivé à l’heure, superbe, merci au livreur vraiment aimable",
  "Ravie de mon bouquet Lilas, les pivoines sont magnifiques",
  "Lilas delivered on time again, lovely flowers and a kind driver",
  "Merci Lilas pour les roses, ma mère est enchantée",
]
const BAD = [
  "Bouquet Lilas fané à l’arrivée, une honte, je veux être remboursé",
  "Toujours pas livré par Lilas, service client injoignable, inadmissible",
  "Lilas sent dead flowers and nobody answers, terrible service",
  "Lilas m’a débité deux fois, c’est une arnaque, je porte plainte",
]
const PLAIN = [
  "Quelqu’un a déjà commandé chez Lilas pour un mariage ?",
  "Lilas ouvre une boutique rue des Martyrs en mars",
  "Is Lilas delivering on Sunday in Lille?",
  "Je passe devant la vitrine de Lilas tous les matins",
]
const OTHERS = [
  "Fleuria a livré mes tulipes avec un jour d’avance",
  "Fleuria lance un abonnement à 19 € par mois",
  "Fleuria, bouquet correct sans plus",
]

/** The same numbers every time. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/** So many mentions of the last month and a half before this moment. */
export function everydayTalk(now: number, count: number): object[] {
  const next = chance(7)
  const of = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)]!
  return Array.from({ length: count }, (_, n) => {
    const isOther = next() < 0.25
    const mood = next()
    const text = isOther ? of(OTHERS) : of(mood < 0.35 ? BAD : mood < 0.6 ? GOOD : PLAIN)
    const name = `${of(NAMES)} ${of(FAMILY)}`
    const handle = `@${name
      .toLowerCase()
      .normalize("NFD")
      .replaceAll(/[^a-z]/g, "")}`
    return {
      key: `talk-${n}`,
      text: `${/[?!]$/.test(text) ? text : `${text}.`} ${of(["", "Commande", "Colis", "Order"])} ${1000 + Math.floor(next() * 9000)}.`,
      url: `https://${of(SITES)}/${n}`,
      author: { key: handle, name, handle, followers: Math.floor(next() ** 4 * 40_000) },
      country: of(["FR", "FR", "FR", "BE", "CH"]),
      publishedAt: new Date(now - Math.floor(next() ** 1.3 * 42 * DAY) - 2 * HOUR).toISOString(),
    }
  })
}

const late = (now: number, hours: number, more: object): object => ({ publishedAt: new Date(now - hours * HOUR).toISOString(), ...more })
const GAZETTE = "https://gazette.example/lille/lilas-un-camion-de-bouquets-perdu-48213.html"

/** The story of a van that was lost, as a forum and the press tell it. */
export const lostVan = (now: number): object[] => [
  late(now, 9, {
    key: "van-1",
    url: "https://forum-fleurs.example/t/9001",
    text: "Il paraît que le camion de Lilas avec tous les bouquets du lundi a disparu près d’Orléans, personne n’est livré à Lille",
    author: { key: "zoe", name: "Zoé Conti", handle: "@zoe", followers: 120 },
  }),
  late(now, 7, {
    key: "van-2",
    kind: "article",
    url: GAZETTE,
    title: "Lilas : un camion de bouquets disparaît près d’Orléans",
    text: "Un camion de Lilas chargé des bouquets du lundi a disparu près d’Orléans. À Lille, personne n’est livré. L’entreprise n’a pas répondu.",
  }),
  late(now, 5, {
    key: "van-3",
    kind: "article",
    url: "https://nord.example/economie/lilas-camion-disparu-orleans-33120",
    title: "Camion de bouquets Lilas disparu : les clients de Lille en colère",
    text: `Selon la Gazette, un camion de Lilas a disparu près d’Orléans avec les bouquets du lundi. ${GAZETTE}`,
  }),
  ...["Brune Levi", "Karim Haddad", "Luz Novak"].map((name, n) =>
    late(now, 4 - n, {
      key: `van-${4 + n}`,
      url: `https://social.example/${n}`,
      text: `Le camion de Lilas avec les bouquets du lundi a disparu près d’Orléans, à Lille personne n’est livré ! ${["Inadmissible.", "Boycott !", "Je porte plainte."][n]}`,
      author: { key: `van${n}`, name, handle: `@${name.split(" ")[0]!.toLowerCase()}`, followers: 800 * (n + 1) },
    }),
  ),
]

/** One who writes in public what a case tells in private. */
export const rider = (now: number): object =>
  late(now, 2, {
    key: "rider",
    url: "https://social.example/theo",
    title: null,
    text: "Mountain: 1. Theo: 0. Flown out over the steppe by helicopter like a parcel, scanned like luggage. @lilas knows where to send the bill.",
    author: { key: "theo", name: null, handle: "@theo_on_two_wheels", followers: 41_200 },
    media: [{ url: "https://social.example/theo.jpg", alt: "A valley, a stretcher and a helicopter" }],
  })
