import assert from "node:assert/strict"
import { test } from "node:test"
import { DAY } from "#platform"
import { Random } from "../random.ts"
import { customerWrites, subjectOf } from "../speech/letter.ts"
import { Particulars } from "../speech/particulars.ts"
import { speak } from "../speech/speak.ts"
import { casePlan } from "./case-plan.ts"
import { beginnings, type Past } from "./plan-past.ts"

const PAST: Past = { seed: "test", now: Date.parse("2026-11-22T20:00:00Z"), cases: 2000, customers: 900 }

function firstMail(n: number, past = PAST, at = beginnings(past)): string {
  const plan = casePlan(past, n, at[n]!)
  const { random, customer, topic } = plan
  const affair = {
    random,
    customer,
    talk: topic[customer.tongue],
    particulars: new Particulars(random, "G"),
    anger: 0.5,
    said: new Set<string>(),
  }
  return `${subjectOf(affair, plan.at)}\n${customerWrites(affair, "first", plan.at, "Léa", null).text}`
}

test("the past is the same each time, and another with another seed", () => {
  assert.deepEqual(beginnings(PAST), beginnings(PAST))
  assert.equal(firstMail(7), firstMail(7))
  assert.notEqual(firstMail(7), firstMail(7, { ...PAST, seed: "other" }))
})

test("every case of the past began within three years and before tonight, in order; more lately, and more for Mother's Day", () => {
  const at = beginnings(PAST)
  assert.equal(at.length, PAST.cases)
  assert.deepEqual(
    at,
    at.toSorted((a, b) => a - b),
  )
  assert.ok(at[0]! > PAST.now - 3 * 366 * DAY && at.at(-1)! < PAST.now)
  const within = (from: string, to: string) => at.filter((one) => one >= Date.parse(from) && one < Date.parse(to)).length
  assert.ok(within("2026-09-01", "2026-11-01") > 2 * within("2024-09-01", "2024-11-01"), "the company has grown")
  assert.ok(within("2026-05-23", "2026-05-31") > within("2026-06-06", "2026-06-14"), "flowers for mothers")
})

test("mails leave no gap unfilled and no bracket open, in both languages", () => {
  const at = beginnings(PAST)
  for (let n = 0; n < 600; n++) assert.doesNotMatch(firstMail(n, PAST, at), /[{}[\]|]|undefined/)
})

test("alternatives nest, gaps are filled, and what is left out leaves no trace", () => {
  const said = speak(new Random("one"), "[Bonjour [à tous|à toi]|Salut {name}], [rien|] [|] fini.", () => "Léa")
  assert.match(said, /^(Bonjour à (tous|toi)|Salut Léa), (rien )?fini\.$/)
})
