import { linkCases } from "#cases"
import { HOUR } from "#platform"
import type { Tongue } from "../company/customer.ts"
import { DEMO } from "../furnish.ts"
import type { Past } from "../past/plan-past.ts"
import { Crowd } from "./crowd.ts"
import { gather } from "./gather.ts"
import { signPetition } from "./sign-petition.ts"
import type { Cast, Stage, Told } from "./stage.ts"

/** How many write on each shore, and when the line went and came back. */
const SHORES = {
  fr: {
    members: "bonjour",
    line: "fil",
    outage: 212,
    days: 4,
    fell: "19:42",
    answered: "20:07",
    back: "10:40",
    chair: 46,
    leak: 9,
    petition: 48,
  },
  en: {
    members: "hello",
    line: "line",
    outage: 168,
    days: 5,
    fell: "20:16",
    answered: "20:41",
    back: "10:05",
    chair: 38,
    leak: 8,
    petition: 36,
  },
} as const

/** The stories of many: hundreds cut off in one hour, those who ask the chair, those who fear for their card, those who signed. */
export async function playCrowds(stage: Stage, past: Past, castOf: (told: Told) => Cast): Promise<void> {
  const crowd = new Crowd(stage, past)
  for (const tongue of ["fr", "en"] as const) await playShore(crowd, tongue, castOf)
}

async function playShore(crowd: Crowd, tongue: Tongue, castOf: (told: Told) => Cast): Promise<void> {
  const { stage, past } = crowd
  const shore = SHORES[tongue]
  const people = (count: number) => Math.ceil(count * (past.cases < 2000 ? 0.1 : 1))
  const main = (key: string) => castOf({ key, tongue }).cases.get("main")!.caseId
  const cutOff = await gather(crowd, {
    what: "outage",
    tongue,
    door: shore.line,
    count: people(shore.outage),
    from: stage.at([shore.days, shore.fell]),
    within: 1.6 * HOUR,
    tags: ["outage", "line"],
    answer: stage.at([shore.days, shore.answered]),
    restored: stage.at([shore.days - 1, shore.back]),
  })
  await link(stage, cutOff, main("outage"), "cause")
  const asked = await gather(crowd, {
    what: "chair",
    tongue,
    door: shore.members,
    count: people(shore.chair),
    from: stage.at([5, "14:00"]),
    within: 90 * HOUR,
    each: 300,
    tags: ["live", "hours"],
  })
  await link(stage, asked, main("chair"), "related")
  const afraid = await gather(crowd, {
    what: "leak",
    tongue,
    door: shore.members,
    count: people(shore.leak),
    from: stage.at([1, "09:00"]),
    within: 20 * HOUR,
    tags: ["privacy"],
  })
  await link(stage, afraid, main("leak"), "cause")
  const petition = await signPetition(crowd, tongue, people(shore.petition))
  castOf({ key: "petition", tongue }).cases.set("main", await stage.find(petition, shore.members))
}

async function link({ house }: Stage, cases: readonly string[], parent: string, kind: "cause" | "related"): Promise<void> {
  await house.parts.db.transact(async (tx) => {
    for (const id of cases) await linkCases(DEMO, tx, id, parent, kind)
  })
}
