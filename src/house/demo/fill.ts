import { fileCases, fileSatisfaction, type PastCase, type PastSatisfaction } from "#cases"
import { fileContacts, type PastContact } from "#contacts"
import { DAY, HOUR } from "#platform"
import type { Customer } from "./company/customer.ts"
import { PRAISE_AND_BLAME } from "./company/kept-words.ts"
import { DEMO } from "./furnish.ts"
import type { HouseParts } from "../open-house.ts"
import type { Furnished } from "./past/furnished.ts"
import { type CasePlan, planCase } from "./past/plan-case.ts"
import { casePlan } from "./past/case-plan.ts"
import type { Past } from "./past/plan-past.ts"
import { Random } from "./random.ts"

const SOURCE = "demo"
const BATCH = 400

/** Files the cases of the past from one to another, as they went until tonight. Put in twice they are there once. */
export async function fillCases(
  { db }: HouseParts,
  company: Furnished,
  past: Past,
  at: readonly number[],
  from: number,
  to: number,
): Promise<void> {
  for (let first = from; first < to; first += BATCH) {
    const plans = Array.from({ length: Math.min(BATCH, to - first) }, (_, n) => casePlan(past, first + n, at[first + n]!))
    await fillContacts(
      { db },
      company,
      past,
      plans.map(({ customer }) => customer),
    )
    const cases = plans.map((plan) => planCase(plan, company, past.now))
    await db.transact(async (tx) => {
      const filed = await fileCases(DEMO, tx, SOURCE, cases)
      await fileSatisfaction(
        tx,
        cases.flatMap((one, n) => howItWent(one, filed.cases.get(one.key)?.id, plans[n]!)),
      )
    })
    // Whoever looks around meanwhile comes first.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

async function fillContacts(
  { db }: Pick<HouseParts, "db">,
  company: Furnished,
  { seed, now }: Past,
  customers: readonly Customer[],
): Promise<void> {
  const unknown = new Map(customers.filter(({ id }) => !company.contactIds.has(id)).map((one) => [one.id, one]))
  const filed = await db.transact((tx) =>
    fileContacts(
      DEMO,
      tx,
      SOURCE,
      [...unknown.values()].map((one) => contactOf(one, seed, now)),
    ),
  )
  for (const [key, { id }] of filed) company.contactIds.set(key, id)
}

/** As the company knows them: some have said how they wish to be reached and addressed, most have not. */
function contactOf(one: Customer, seed: string, now: number): PastContact {
  const random = new Random(`${seed} wishes ${one.id}`)
  const evening = {
    channels: ["mail"],
    hours: [{ days: [1, 2, 3, 4, 5], from: "18:00", to: "21:30" }],
    timeZone: one.tongue === "fr" ? "Europe/Paris" : "Europe/London",
  }
  return {
    key: one.id,
    suggestedName: one.name,
    identities: [
      { kind: "email", network: "", value: one.address, verifiedBy: "dmarc" },
      ...(one.phone ? [{ kind: "phone" as const, network: "", value: one.phone }] : []),
    ],
    language: one.tongue,
    organisation: one.organisation,
    grammar: random.chance(0.08) ? (one.feminine ? "feminine" : "masculine") : null,
    wishes: random.chance(0.05) ? evening : null,
    createdAt: new Date(Math.min(one.since, now - DAY)),
  }
}

/** One customer in six says how it went: the longer they waited for a first answer, the worse. */
function howItWent(one: PastCase, caseId: string | undefined, { random, customer }: CasePlan): PastSatisfaction[] {
  const resolved = one.changes?.findLast(({ to }) => to === "resolved")
  const said = one.conversations[0]?.messages ?? []
  const [first, answer] = [said[0], said.find(({ direction }) => direction === "out")]
  if (!caseId || !resolved || !first || !answer || !random.chance(0.16)) return []
  const hours = (answer.at.getTime() - first.at.getTime()) / HOUR
  const mood = 4.9 - Math.min(2.2, hours / 18) - customer.temper * 1.3 + random.next() * 1.4 - 0.5
  const value = Math.max(1, Math.min(5, Math.round(mood)))
  const words = random.chance(0.4) && value !== 3 ? random.of(PRAISE_AND_BLAME[value > 3 ? "good" : "bad"][customer.tongue]) : ""
  return [{ caseId, language: customer.tongue, value, words, at: new Date(resolved.at.getTime() + random.wait(9) * HOUR) }]
}
