import type { Customer } from "../company/customer.ts"
import type { Random } from "../random.ts"
import { manner as en } from "./en/manner.ts"
import { manner as fr } from "./fr/manner.ts"
import type { Manner } from "./manner.ts"
import { type Particulars, type Speaker } from "./particulars.ts"
import { speak } from "./speak.ts"
import type { Talk } from "./topic.ts"
import { mistype, thumbed } from "./typing.ts"
import { moment } from "./moments.ts"

const MANNERS: Readonly<Record<"fr" | "en", Manner>> = { fr, en }

export interface Colleague {
  id: string
  name: string
  feminine: boolean
}

export type Stage = "first" | "more" | "chase" | "back" | "thanks"

/** What is said in an affair: by whom, about what, with which particulars. */
export interface Affair {
  random: Random
  customer: Customer
  talk: Talk
  particulars: Particulars
  /** 0 to 1. */
  anger: number
  /** What was said already: nobody says a thing twice in one affair. */
  said: Set<string>
}

export interface Letter {
  text: string
  newText: string
  quoted: string
  signature: string
}

export interface Quoted {
  at: number
  who: string
  text: string
}

/** What the customer comes back with, and whether it is good news; null when there is nothing left to say. */
export function comesBackWith({ random, talk, said }: Affair): { pattern: string; good: boolean } | null {
  const left = talk.more.filter((pattern) => pattern && !said.has(pattern))
  if (left.length === 0) return null
  const pattern = random.of(left)
  said.add(pattern)
  return { pattern: pattern.replace(/^\+/, ""), good: pattern.startsWith("+") }
}

/** A customer writes: `more` is what they come back with. */
export function customerWrites(
  affair: Affair,
  stage: Stage,
  at: number,
  agent: string,
  quoted: Quoted | null,
  more: { pattern: string; good: boolean } | null = null,
): Letter {
  const { random, customer, talk, anger } = affair
  const { tongue } = customer
  const manners = MANNERS[tongue]
  const gaps = affair.particulars.gaps(speakerOf(affair, at, agent))
  const say = (patterns: readonly string[]) => speak(random, random.of(patterns), gaps)
  const cross = stage !== "thanks" && !more?.good && random.next() < anger
  const parts: string[] = []
  if (stage === "first") {
    parts.push(cross ? say(manners.angry) : say(manners.calm), say(talk.story))
    if (talk.story.length > 2 && random.chance(0.22)) parts.push(say(talk.story))
    if (cross && anger > 0.4 && random.chance(0.35))
      parts.push(...manners.rage.filter(() => random.chance(0.5)).map((pattern) => speak(random, pattern, gaps)))
    parts.push(say(talk.ask))
  } else if (stage === "thanks") parts.push(say(manners.thankYou))
  else if (stage === "back") parts.push(say(manners.back), say(talk.story))
  else {
    if (cross) parts.push(say(manners.angry))
    parts.push(more ? speak(random, more.pattern, gaps) : say(manners.back))
  }
  const sentences = [...new Set(parts.filter(Boolean))]
  const body = random.chance(0.35) || customer.thumbs ? sentences.join(" ") : sentences.join("\n\n")
  const short = stage === "thanks" || (customer.thumbs && stage !== "first")
  const hello =
    short && random.chance(0.7) ? "" : say(stage === "first" ? (customer.formal ? manners.hello.slice(2) : manners.hello) : manners.again)
  const thanks = cross || stage === "thanks" ? "" : say(manners.thanks)
  const end = cross ? say(manners.coldEnd) : short ? "" : say(manners.end)
  const words = [hello, body, [thanks, end].filter(Boolean).join("\n"), customer.thumbs ? customer.first : customer.name]
  let newText = words.filter(Boolean).join("\n\n")
  if (customer.thumbs && random.chance(0.75)) newText = thumbed(random, newText)
  else if (customer.typos) newText = mistype(random, newText)
  const signature =
    customer.thumbs && random.chance(0.6)
      ? random.of(manners.device)
      : customer.organisation
        ? `--\n${customer.name}\n${customer.organisation}`
        : ""
  return put(newText, signature, quoted ? quote(manners, quoted, tongue) : "")
}

/** A colleague answers. */
export function colleagueAnswers(
  affair: Affair,
  stage: "first" | "settle" | "glad",
  at: number,
  colleague: Colleague,
  signature: string,
  late: boolean,
): Letter {
  const { random, customer, talk } = affair
  const manners = MANNERS[customer.tongue]
  const gaps = affair.particulars.gaps({
    ...speakerOf(affair, at, colleague.name),
    e: colleague.feminine,
    ye: customer.feminine,
    ours: true,
  })
  const say = (patterns: readonly string[]) => speak(random, random.of(patterns), gaps)
  const first = stage === "first"
  const opening = late && first ? manners.agentSorry.at(-1)! : first ? say(manners.agentSorry.slice(0, -1)) : ""
  const fresh = (patterns: readonly string[]) => {
    const left = patterns.filter((pattern) => !affair.said.has(pattern))
    const pattern = random.of(left.length ? left : patterns)
    affair.said.add(pattern)
    return speak(random, pattern, gaps)
  }
  const body = [opening, stage === "glad" ? say(manners.glad) : fresh(first ? talk.answer : talk.settle)].filter(Boolean).join(" ")
  const words = [say(manners.agentHello), body, random.chance(0.5) ? say(manners.agentEnd) : ""]
  return put(words.filter(Boolean).join("\n\n"), `${colleague.name}\n${signature}`, "")
}

/** What a case is about, as its first mail says. */
export function subjectOf(affair: Affair, at: number): string {
  const { random, talk, customer } = affair
  const subject = speak(random, random.of(talk.subject), affair.particulars.gaps(speakerOf(affair, at, "")))
  const style = random.next()
  if (customer.thumbs && style < 0.3) return subject.toLowerCase()
  return affair.anger > 0.75 && style < 0.25 ? subject.toUpperCase() : subject
}

/** What a colleague tells colleagues. */
export function noteOf(affair: Affair, at: number, colleague: Colleague): string {
  const { random, talk } = affair
  return speak(random, random.of(talk.note), affair.particulars.gaps({ ...speakerOf(affair, at, colleague.name), ours: false }))
}

function speakerOf({ customer }: Affair, at: number, agent: string): Speaker {
  const { tongue, feminine, name } = customer
  return { tongue, at, e: feminine, ye: feminine, person: name, agent: agent.split(" ")[0] ?? "", ours: false }
}

function quote(manners: Manner, { at, who, text }: Quoted, tongue: "fr" | "en"): string {
  const head = manners.wrote
    .replace("{date}", moment(tongue, "date", at))
    .replace("{hour}", moment(tongue, "time", at))
    .replace("{who}", who)
  const lines = text.split("\n").map((line) => `> ${line}`)
  return [head, ...lines].join("\n")
}

function put(newText: string, signature: string, quoted: string): Letter {
  return { newText, signature, quoted, text: [newText, signature, quoted].filter(Boolean).join("\n\n") }
}
