import { DAY, HOUR, MINUTE } from "#platform"

/** Something said in an invented week, at one of its places. */
export interface SaidThen {
  n: number
  at: Date
  place: "press" | Spoken
  who: string
  title: string | null
  text: string
}

/** Where everybody speaks. */
type Spoken = "forum" | "network" | "instance"
const SPOKEN: readonly Spoken[] = ["forum", "network", "instance"]

/** What everybody suddenly speaks of: when, how many of each, and in which words. */
interface Event {
  at: number
  people: number
  press: string
  said: readonly string[]
}

const EVENTS: readonly Event[] = [
  {
    // Hours after the first day: a detector calls nothing before a day is known, and who looks seldom begins to know it later.
    at: 1 * DAY + 3 * HOUR + 5 * MINUTE,
    people: 60,
    press: "Incendie au central de Villeurbanne, 180 000 abonnés Colibrix coupés",
    said: ["Plus de fibre Colibrix à Villeurbanne depuis midi", "Colibrix en panne à Villeurbanne, le central brûle, plus de téléphone"],
  },
  {
    at: 4 * DAY + 9 * HOUR + 20 * MINUTE,
    people: 80,
    press: "Colibrix augmente ses forfaits de trois euros sans prévenir",
    said: [
      "Colibrix augmente mon forfait de trois euros, sans un mot",
      "Trois euros de plus chez Colibrix, la hausse sans prévenir, je résilie",
    ],
  },
]
const SMALL_TALK = [
  "Mon boîtier Colibrix clignote en orange, c’est normal ?",
  "Colibrix m’a répondu en dix minutes, bravo",
  "Quelqu’un a l’adresse de la boutique Colibrix de Nantes ?",
  "Le débit de Colibrix le soir chez moi est correct",
  "Comment changer le nom du wifi Colibrix ?",
  "Je compare Colibrix et Railo pour mon déménagement",
]
const ELSEWHERE = [
  "Il pleut sur la côte",
  "Le marché de dimanche était beau",
  "Train de 18 h en retard, encore",
  "Bonne lecture pour ce soir",
]
const PRESS = ["Les chantiers de la semaine dans la métropole", "Le conseil vote le budget", "Colibrix ouvre une boutique à Lyon"]

/** So many days of it, the same each time: nights and days, a little of everything, and what breaks in. */
export function inventedWeek(start: Date, days: number, perHour: number): SaidThen[] {
  let seed = 77
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!
  const said: Omit<SaidThen, "n">[] = []
  const say = (at: number, place: SaidThen["place"], who: string, text: string, title: string | null = null) =>
    said.push({ at: new Date(start.getTime() + Math.round(at / 1000) * 1000), place, who, title, text })
  for (let hour = 0; hour < 24 * days; hour++) {
    const wakeful = 1 - 0.7 * Math.cos((2 * Math.PI * (hour % 24)) / 24)
    for (let n = 0; n < Math.round(perHour * wakeful * (0.6 + 0.8 * random())); n++) {
      const place = one(SPOKEN)
      const words = random() < 0.6 ? one(SMALL_TALK) : one(ELSEWHERE)
      say((hour + random()) * HOUR, place, `passant${Math.floor(random() * 300)}`, `${words} ${Math.floor(random() * 10_000)}`)
    }
    if (hour % 3 === 1)
      say((hour + random()) * HOUR, "press", "Rédaction", `${one(PRESS)}, édition de ${hour} h.`, `${one(PRESS)} (${hour})`)
  }
  for (const { at, people, press, said: ways } of EVENTS.filter((event) => event.at < days * DAY - HOUR)) {
    for (let n = 0; n < people; n++)
      say(at + (n / people) * 40 * MINUTE, SPOKEN[n % SPOKEN.length]!, `temoin${at}-${n}`, `${ways[n % ways.length]!} (${n})`)
    for (let n = 0; n < 3; n++)
      say(at + (10 + 7 * n) * MINUTE, "press", "Rédaction", `${press}. L’opérateur n’a pas encore répondu.`, press)
  }
  return said.sort((a, b) => a.at.getTime() - b.at.getTime()).map((each, n) => ({ ...each, n: n + 1 }))
}
