import assert from "node:assert/strict"
import axe from "axe-core"
import type { BrowserContextOptions, Page } from "playwright-core"
import { openPage } from "./chromium.ts"
import { systemClock } from "#platform"
import { type ApiOptions, type Json, runVigie, startHouse, tokenFor, until } from "./house.ts"
import { openByClock } from "./inside.ts"
import { SmtpClient } from "./smtp-client.ts"

export const CARE = "care@lilas.example"

/** What a person at the desk and a customer need of a house, in a process of its own or in this one. */
export interface AnyDesk {
  url: string
  smtpPort: number
  /** An administrator's. */
  token: string
  api(path: string, options?: ApiOptions): Promise<{ status: number; body: Json }>
}

/** A house with an inbox, seen through the browser. */
export interface DeskHouse extends AnyDesk {
  inboxId: string
  /** Runs the command line on the same folder. */
  vigie(...words: string[]): ReturnType<typeof runVigie>
}

/** Opens it in the test's own process, which has read the house in already: one of its own costs more than most tests do. */
export async function startDesk(env: NodeJS.ProcessEnv = {}): Promise<DeskHouse> {
  const { house, api, token } = await openByClock(systemClock, { env })
  const { home, databaseUrl } = house.config
  const place = { ...process.env, VIGIE_HOME: home, DATABASE_URL: databaseUrl ?? undefined }
  const vigie = (...words: string[]) => runVigie(place, words)
  return withInbox({ url: `http://127.0.0.1:${house.ports.http}`, smtpPort: house.ports.smtp, token: await token("admin"), api, vigie })
}

/** The same in a process of its own, for settings that Node itself takes. */
export async function startDeskApart(env: NodeJS.ProcessEnv): Promise<DeskHouse> {
  const house = await startHouse({ env })
  return withInbox({ ...house, token: await tokenFor(house, "admin") })
}

async function withInbox(desk: Omit<DeskHouse, "inboxId">): Promise<DeskHouse> {
  const { status, body } = await desk.api("/api/inboxes", { token: desk.token, body: { address: CARE, name: "Lilas" } })
  assert.equal(status, 201, JSON.stringify(body))
  return { ...desk, inboxId: body.id }
}

interface Colleague {
  name: string
  role?: "admin" | "lead" | "agent" | "observer"
  language?: "en" | "fr"
}

/** An agent at their desk, come in by a link; what the page complains of is kept in `complaints`. */
export async function sitDown(
  house: AnyDesk,
  { name, role = "agent", language = "en" }: Colleague,
  options: BrowserContextOptions = {},
): Promise<Page & { complaints: string[] }> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@lilas.example`
  const { status, body } = await house.api("/api/agents", { token: house.token, body: { email, name, role, language } })
  assert.equal(status, 201, JSON.stringify(body))
  const link = await house.api(`/api/agents/${body.id}/sign-in-link`, { token: house.token, body: {} })
  const page = watched(await openPage({ baseURL: house.url, locale: language === "fr" ? "fr-FR" : "en-GB", ...options }))
  await page.addInitScript((id) => origin !== "null" && localStorage.setItem(`vigie.welcomed.${id}`, "yes"), body.id as string)
  await page.goto(new URL(link.body.url).pathname)
  await page.locator("button").click()
  await page.waitForURL(/\/cases/)
  return page
}

/** Errors of scripts and breaches of the content security policy. */
export function watched(page: Page): Page & { complaints: string[] } {
  const complaints: string[] = []
  page.on("pageerror", (error) => complaints.push(error.message))
  page.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) complaints.push(message.text())
  })
  return Object.assign(page, { complaints })
}

export interface Letter {
  from?: string
  name?: string
  subject: string
  text: string
  headers?: string
}

let letters = 0

/** A customer writes; gives the case once it is filed. */
export async function customerWrites(
  house: AnyDesk,
  { from = "camille.rousseau@post.example", name = "Camille Rousseau", subject, text, headers = "" }: Letter,
): Promise<Json> {
  const messageId = `<letter-${++letters}-${process.pid}@post.example>`
  const encoded = (words: string): string => `=?utf-8?B?${Buffer.from(words).toString("base64")}?=`
  const head = `From: ${encoded(name)} <${from}>\r\nTo: ${CARE}\r\nSubject: ${encoded(subject)}\r\nMessage-ID: ${messageId}\r\nDate: ${new Date().toUTCString()}\r\nMIME-Version: 1.0\r\n`
  const type = headers || "Content-Type: text/plain; charset=utf-8\r\n"
  const client = await SmtpClient.open(house.smtpPort)
  const answer = await client.mail(from, [CARE], Buffer.from(`${head}${type}\r\n${text.replaceAll("\n", "\r\n")}\r\n`))
  client.destroy()
  assert.equal(answer.code, 250, answer.text)
  return until(`“${subject}” is a case`, async () => {
    const { body } = await house.api(`/api/messages?messageId=${encodeURIComponent(messageId)}`, { token: house.token })
    const caseId = body.items?.[0]?.caseId
    return caseId ? (await house.api(`/api/cases/${caseId}`, { token: house.token })).body : null
  })
}

/** What axe-core finds amiss on a page, by WCAG 2.2 AA and its own good habits; by rules, too, that it doesn't try unless they are named. */
export async function amiss(page: Page, also: readonly string[] = []): Promise<string[]> {
  const session = await page.context().newCDPSession(page) // the page's own policy lets no foreign script in
  const there = await session.send("Runtime.evaluate", { expression: "typeof axe" })
  if (there.result.value === "undefined") await session.send("Runtime.evaluate", { expression: axe.source })
  const { result } = await session.send("Runtime.evaluate", {
    awaitPromise: true,
    returnByValue: true,
    expression: `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"],
      rules: ${JSON.stringify(Object.fromEntries(also.map((rule) => [rule, { enabled: true }])))} })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ target }) => target.join(" ")).join(", ")))`,
  })
  await session.detach()
  return result.value as string[]
}
