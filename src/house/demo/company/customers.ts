import { DAY } from "#platform"
import { Random } from "../random.ts"
import type { Customer, Tongue } from "./customer.ts"
import { NAMES } from "./names.ts"

const ORGANISATIONS = [
  "Hôtel du Môle",
  "Mairie de Larmor",
  "Crêperie Ty Mor",
  "The Anchor Inn",
  "Cabinet Kervella",
  "Weymouth Rowing Club",
  "Pharmacie du Port",
  "Harbour Bakery",
]

/** The nth customer of the company, always the same. */
export function customerOf(seed: string, n: number, now: number): Customer {
  const random = new Random(`${seed} customer ${n}`)
  const tongue: Tongue = random.chance(0.62) ? "fr" : "en"
  const names = NAMES[tongue]
  const feminine = random.chance(0.56)
  const first = random.of(feminine ? names.feminine : names.masculine)
  const family = random.of(names.family)
  const organisation = random.chance(0.035) ? random.of(ORGANISATIONS) : ""
  return {
    id: `c${n}`,
    tongue,
    name: `${first} ${family}`,
    first,
    feminine,
    address: `${localPart(random, first, family, n)}@${random.of(names.hosts)}.example`,
    phone: random.chance(0.3)
      ? tongue === "fr"
        ? `+336399${String(80_000 + (n % 20_000))
            .padStart(5, "0")
            .slice(-5)}`
        : `+447700900${String(n % 1000).padStart(3, "0")}`
      : null,
    organisation,
    since: now - random.between(30, 2200) * DAY,
    thumbs: random.chance(0.24),
    typos: random.chance(0.3),
    formal: random.chance(0.2),
    temper: random.next(),
  }
}

function localPart(random: Random, first: string, family: string, n: number): string {
  const plain = (text: string) =>
    text
      .normalize("NFD")
      .replace(/\p{M}|[^\p{L}-]/gu, "")
      .toLowerCase()
  const [a, b] = [plain(first), plain(family)]
  const tail = n % 7 === 0 ? String(50 + (n % 50)) : n > 400 ? String(n) : ""
  return random.of([`${a}.${b}${tail}`, `${a}${b}${tail}`, `${a[0]}.${b}${tail}`, `${b}.${a}${tail}`])
}
