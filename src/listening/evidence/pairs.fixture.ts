import type { OpenSide, OwnSide } from "./sides.ts"

interface Told {
  name?: string
  handle?: string
  network?: string
  text: string
  pictures?: string[]
  country?: string
  at: string
  /** The case that is the same story. */
  of: string | null
}

interface Kept {
  names: string[]
  handles?: [network: string, value: string, verified?: boolean][]
  references?: string[]
  addresses?: string[]
  labels?: string[]
  words: string[]
  at: string[]
}

const own = (number: number, { names, handles = [], references = [], addresses = [], labels = [], words, at }: Kept): OwnSide => ({
  number,
  names,
  handles: handles.map(([network, value, verified = false]) => ({ network, value, verified })),
  references,
  addresses,
  labels,
  words,
  moments: at.map((day) => new Date(day)),
})

export function open({ name, handle, network = "bluesky", text, pictures = [], country, at }: Omit<Told, "of">): OpenSide {
  const author = name || handle ? { name: name ?? null, handle: handle ?? null } : null
  return { title: null, text, pictures, author, networks: [network], country: country ?? null, saidAt: new Date(at) }
}

/** Invented people, and what they wrote to invented companies. */
export const cases: Readonly<Record<string, OwnSide>> = {
  rider: own(1041, {
    names: ["Sally Marsh"],
    references: ["GE-77120"],
    addresses: ["sally.marsh@post.example"],
    labels: ["claim", "assistance"],
    words: [
      "My brother Theo Marsh has come off his motorbike near Tsetserleg in Mongolia. Leg, maybe pelvis. He is in a district clinic, no scan there.",
      "Clinic: closed fracture of the femur. Helicopter from Ulaanbaatar at first light, scan there.",
      "Theo is in Ulaanbaatar, scan done. He says the view over the steppe from the helicopter was worth the leg.",
    ],
    at: ["2026-06-03T23:14:00Z", "2026-06-04T09:05:00Z", "2026-06-05T14:30:00Z"],
  }),
  cavalier: own(1042, {
    names: ["Émile Garnier"],
    addresses: ["emile.garnier@courriel.example"],
    labels: ["assistance", "rapatriement"],
    words: [
      "Chute de cheval hier près du lac Khövsgöl, en Mongolie. Le guide parle d’une fracture du bassin, on attend le transfert aérien.",
      "On l’a transféré à Oulan-Bator, scanner demain matin.",
    ],
    at: ["2026-06-10T20:00:00Z", "2026-06-11T06:00:00Z"],
  }),
  bouquet: own(1043, {
    names: ["Camille Quai"],
    handles: [["bluesky", "camille.quai", true]],
    references: ["BQ-20418"],
    labels: ["livraison", "order placed pivoines"],
    words: ["Mon bouquet de pivoines pour les funérailles de ma grand-mère n’est jamais arrivé à Vannes. Commande BQ-20418."],
    at: ["2026-06-02T08:00:00Z"],
  }),
  chair: own(1044, {
    names: ["Henrik Solberg"],
    handles: [["mastodon", "hsolberg"]],
    references: ["CH88213"],
    labels: ["warranty"],
    words: ["The armrest of the walnut rocking chair snapped while my daughter was sitting in it. Order CH88213."],
    at: ["2026-05-28T10:00:00Z", "2026-06-01T10:00:00Z"],
  }),
  fridge: own(1045, {
    names: ["Nadia Benali"],
    addresses: ["06 12 34 56 78"],
    labels: ["panne"],
    words: ["Le congélateur est mort avec tous les vaccins du cabinet vétérinaire dedans. Rappelez-moi au 06 12 34 56 78."],
    at: ["2026-06-06T12:00:00Z"],
  }),
  train: own(1046, {
    names: ["Oscar Lindqvist"],
    references: ["7QKX42310"],
    labels: ["refund"],
    words: ["Booking 7QKX42310, night train to Narbonne on 12 June: the sleeping car was missing and we stood with two cellos."],
    at: ["2026-06-13T09:00:00Z"],
  }),
  dress: own(1047, {
    names: ["Lucie Martin"],
    labels: ["taille", "échange"],
    words: ["La robe verte en lin est arrivée déchirée, mon mariage est le 20 juin à Carcassonne."],
    at: ["2026-06-08T17:00:00Z"],
  }),
  line: own(1048, {
    names: ["Pierre Le Goff"],
    references: ["FR0045512"],
    labels: ["coupure", "outage"],
    words: ["Plus d’internet à Plouguerneau depuis lundi, je dois télétransmettre les ordonnances de la pharmacie."],
    at: ["2026-06-09T07:00:00Z"],
  }),
  hotel: own(1049, {
    names: ["Grace Adeyemi"],
    labels: ["hotel", "safety"],
    words: ["A bat was hanging above the minibar of room 418 in your hotel in Porto, Portugal, and the night porter laughed."],
    at: ["2026-06-07T23:30:00Z"],
  }),
  bank: own(1050, {
    names: ["Mlle Solène Vasseur"],
    labels: ["civilité"],
    words: [
      "Je ne suis pas Mademoiselle. Votre conseillère de l’agence de Roubaix a imprimé un chéquier avec ce mot malgré trois demandes.",
    ],
    at: ["2026-06-05T10:00:00Z"],
  }),
  gym: own(1051, {
    names: ["Marco De Santis"],
    handles: [["instagram", "marco.lifts"]],
    labels: ["subscription"],
    words: ["You keep debiting my membership though the Leicester gym burnt down in April."],
    at: ["2026-06-02T18:00:00Z"],
  }),
  parcel: own(1052, {
    names: ["Julie Petit"],
    labels: ["livraison", "colis"],
    words: ["Mon colis est marqué livré mais je n’ai rien reçu. C’est honteux, votre service client ne répond pas."],
    at: ["2026-06-10T10:00:00Z"],
  }),
}

/** What was said in the open; half of it by strangers to all of these cases. */
export const told: readonly Told[] = [
  {
    of: "rider",
    handle: "theo_on_two_wheels",
    at: "2026-06-05T15:00:00Z",
    text: "Mountain: 1. Theo: 0. Flown out over the steppe by helicopter like a parcel, scanned like luggage. @goeland_coop knows where to send the bill.",
    pictures: ["A valley with a stretcher beside a helicopter"],
  },
  {
    of: "cavalier",
    name: "Émile G.",
    handle: "emile_au_galop",
    at: "2026-06-11T08:00:00Z",
    text: "Une montagne, un transfert aérien, un scanner : mes vacances en Mongolie avec Goéland. Le ciel est immense.",
  },
  {
    of: "bouquet",
    name: "Cam",
    handle: "camille.quai",
    at: "2026-06-03T08:00:00Z",
    text: "Trois jours que j’attends une réponse de Maison Rousseau.",
  },
  {
    of: "bouquet",
    name: "Une cliente",
    handle: "pas_contente",
    at: "2026-06-04T08:00:00Z",
    text: "Commande BQ 20418 : toujours rien, merci @maisonrousseau",
  },
  {
    of: "chair",
    name: "Henrik Solberg",
    handle: "hsolberg@tooter.example",
    network: "mastodon",
    at: "2026-06-02T10:00:00Z",
    text: "If your rocking chair is walnut, keep children off it.",
  },
  {
    of: "fridge",
    name: "cabinet des lilas",
    at: "2026-06-07T12:00:00Z",
    text: "Congélateur mort, vaccins perdus. Personne ne rappelle au 0612345678 !",
  },
  {
    of: "train",
    name: "O. Lindqvist",
    handle: "oscar_cello",
    at: "2026-06-13T20:00:00Z",
    text: "Two cellos, no sleeping car, a night standing to Narbonne on the 12th of June. Thanks @nightline.",
  },
  {
    of: "dress",
    name: "Lucie M.",
    handle: "lulu_du_sud",
    at: "2026-06-09T08:00:00Z",
    text: "Ma robe en lin déchirée dix jours avant le mariage. Carcassonne, quelqu’un coud ?",
  },
  {
    of: "line",
    name: "Pharmacie du Phare",
    handle: "plgoff",
    at: "2026-06-10T09:00:00Z",
    text: "Pas d’internet à Plouguerneau, nous ne pouvons plus télétransmettre. Les ordonnances attendent.",
  },
  {
    of: "hotel",
    name: "Grace A",
    handle: "grace_travels",
    at: "2026-06-08T07:00:00Z",
    text: "Room 418 in Porto has a bat above the minibar. The porter laughed.",
  },
  {
    of: "bank",
    name: "Vasseur Solène",
    at: "2026-06-05T19:00:00Z",
    text: "Un chéquier au nom de Mademoiselle, encore. L’agence de Roubaix ne sait pas lire.",
  },
  {
    of: "gym",
    name: "Marco",
    handle: "marco.lifts",
    network: "instagram",
    at: "2026-06-03T18:00:00Z",
    text: "Paying monthly for a pile of ash. Nice.",
  },
  {
    of: "parcel",
    name: "Julie Petit",
    handle: "juliepetit",
    at: "2026-06-10T12:00:00Z",
    text: "Colis « livré » et rien dans la boîte. Service client injoignable, honteux.",
  },
  {
    of: "rider",
    name: "Sally Marsh",
    at: "2026-06-06T10:00:00Z",
    text: "Thank you to everyone asking: my brother is out of the clinic in Ulaanbaatar after his fracture.",
  },
  // Strangers who look alike.
  { of: null, name: "Julie Petit", at: "2026-06-10T13:00:00Z", text: "Quel beau soleil sur la Garonne ce matin." },
  { of: null, name: "Lucie Martin", at: "2026-06-09T10:00:00Z", text: "Je cherche un bon livre pour la plage, des idées ?" },
  { of: null, name: "Sally Marsh", at: "2026-06-05T10:00:00Z", text: "Our week in Portugal was lovely, thank you @goeland_coop" },
  {
    of: null,
    name: "Anke Vogel",
    handle: "anke_v",
    at: "2026-06-10T12:00:00Z",
    text: "Mon colis est marqué livré et je n’ai rien reçu, c’est honteux.",
  },
  {
    of: null,
    name: "Bruno",
    at: "2026-06-03T12:00:00Z",
    text: "Bouquet de pivoines superbe, merci Maison Rousseau, livraison parfaite à Vannes.",
  },
  {
    of: null,
    name: "Ida Berg",
    handle: "idaberg",
    network: "mastodon",
    at: "2026-06-02T11:00:00Z",
    text: "Bought the same walnut rocking chair and I love it.",
  },
  { of: null, name: "Kim Doyle", at: "2026-06-14T08:00:00Z", text: "Night train to Narbonne was spotless, slept like a child." },
  {
    of: null,
    handle: "camille_q",
    name: "Camille Quaile",
    at: "2026-06-02T12:00:00Z",
    text: "My flowers never came. Three days late and no answer, order 55121.",
  },
  {
    of: null,
    name: "Theo Laurent",
    at: "2026-06-05T12:00:00Z",
    text: "Mon cheval s’est blessé au genou, clinique vétérinaire fermée. Fracture ?",
  },
  {
    of: null,
    name: "Oscar Wren",
    handle: "oscarwren",
    at: "2026-06-13T10:00:00Z",
    text: "Refund please @nightline, my booking 8ABX10023 was cancelled.",
  },
  {
    of: null,
    name: "Grace Moore",
    at: "2026-06-08T08:00:00Z",
    text: "Hotel in Lisbon, Portugal: a laughing porter and a splendid minibar.",
  },
  {
    of: null,
    name: "Marco",
    handle: "marco_runs",
    network: "instagram",
    at: "2026-06-03T10:00:00Z",
    text: "Cancelled my gym membership in Leicester, they still debit me.",
  },
  { of: null, name: "Yann", at: "2026-06-10T09:30:00Z", text: "Plus d’internet dans tout le quartier depuis lundi, merci l’opérateur." },
  {
    of: null,
    name: "Mia Novak",
    at: "2026-06-11T09:00:00Z",
    text: "Transfert aérien, guide adorable et chevaux tranquilles au Kirghizistan. Merci Goéland !",
  },
  { of: null, name: "Solène", at: "2026-06-05T20:00:00Z", text: "Trois demandes pour un chéquier. Trois." },
  { of: null, name: "Nadia B.", at: "2026-06-06T18:00:00Z", text: "Le frigo est en panne, qui connaît un réparateur ?" },
  { of: null, name: "Émile Garnier", at: "2026-11-20T08:00:00Z", text: "Chute de cheval au manège, fracture du poignet. Rien de grave." },
  { of: null, name: "Pierre Le Goff", handle: "plg29", at: "2026-06-09T09:00:00Z", text: "Magnifique coucher de soleil en Grèce." },
]
