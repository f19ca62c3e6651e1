import * as enFlowers from "./en/flowers.ts"
import * as enLine from "./en/line.ts"
import * as enMembers from "./en/members.ts"
import * as frFlowers from "./fr/flowers.ts"
import * as frLine from "./fr/line.ts"
import * as frMembers from "./fr/members.ts"
import type { Door, Season, Talk, Topic } from "./topic.ts"

type Way = readonly [weight: number, season: Season, heat: number, tags: readonly string[], fr?: Door, en?: Door]

/** What people write about, how often, when in the year, and how it heats them. */
export const TOPICS: readonly Topic[] = [
  ...talks(
    frFlowers,
    enFlowers,
    {
      late: [13, "flowers", 0.5, ["delivery"]],
      wilted: [7, "flowers", 0.4, ["refund"]],
      address: [6, "flowers", 0, ["delivery"]],
      often: [4, "flat", 0.05, ["subscription"]],
      card: [3, "flowers", 0.2, []],
      praise: [3, "flowers", 0, ["praise"]],
    },
    "fleurs",
    "flowers",
  ),
  ...talks(
    frLine,
    enLine,
    {
      down: [14, "autumn", 0.45, ["line"]],
      bill: [10, "flat", 0.4, ["refund"], "comptes", "accounts"],
      move: [5, "summer", 0.05, ["line"]],
      visit: [5, "autumn", 0.7, ["line", "visit"]],
      leave: [4, "flat", 0.5, ["leaving"]],
      ports: [2, "summer", 0.4, ["hours"]],
    },
    "fil",
    "line",
  ),
  ...talks(
    frMembers,
    enMembers,
    {
      luggage: [4, "summer", 0.3, ["claim"], "escale", "travel"],
      care: [4, "summer", 0.35, ["claim", "urgent"], "escale", "travel"],
      certificate: [3, "summer", 0, [], "escale", "travel"],
      account: [7, "flat", 0.15, []],
      offers: [3, "christmas", 0.35, ["consent"]],
      assembly: [2, "flat", 0.25, []],
      data: [1.2, "flat", 0.3, ["privacy"]],
      press: [1, "flat", 0.1, ["press"], "presse", "press"],
      noise: [2.4, "flat", 0, []],
    },
    "bonjour",
    "hello",
  ),
]

function talks<K extends string>(
  fr: Readonly<Record<K, Talk>>,
  en: Readonly<Record<K, Talk>>,
  ways: Readonly<Record<K, Way>>,
  frDoor: Door,
  enDoor: Door,
): Topic[] {
  const keys = Object.keys(ways).filter((key): key is K => key in fr && key in en)
  return keys.map((key) => {
    const [weight, season, heat, tags, frWay = frDoor, enWay = enDoor] = ways[key]
    return { key, door: { fr: frWay, en: enWay }, weight, season, heat, tags, fr: fr[key], en: en[key] }
  })
}
