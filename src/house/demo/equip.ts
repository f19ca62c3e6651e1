import { DAY, MINUTE, type MovableClock } from "#platform"
import type { House } from "../open-house.ts"
import { Colleagues } from "./company/colleagues.ts"
import { COMPANY } from "./company/company.ts"
import { ARTICLES, TEMPLATES } from "./company/kept-words.ts"
import { COMPANY_RULES } from "./company/rules.ts"
import { COMPANY_VIEWS } from "./company/views.ts"
import type { Furnished } from "./past/furnished.ts"

/** What a company has gathered beside its cases: its name, texts, articles, views and rules. All through the doors that colleagues use. */
export async function equip(house: House, company: Furnished, clock: MovableClock, now: number): Promise<void> {
  const { language, herself } = company
  const colleagues = new Colleagues(house)
  const ask = <T>(method: string, path: string, body?: object) => colleagues.ask<T>(herself, method, path, body)
  clock.set(new Date(now - 420 * DAY))
  await ask("PATCH", "/api/company", { name: COMPANY[language], language, timeZone: "Europe/Paris" })
  await ask("PATCH", "/api/start", { skipped: ["inbox", "agents", "hours", "case"], finished: true })
  for (const { name, fr, en } of TEMPLATES) await ask("POST", "/api/templates", { name, reach: "everybody", textFr: fr, textEn: en })
  for (const door of ["bonjour", "hello", "fleurs", "flowers"] as const)
    await ask("PUT", `/api/satisfaction/${company.inboxes[door].id}`, { choices: 5 })
  for (const [nth, { name, icon, query, sort }] of COMPANY_VIEWS(company).entries()) {
    clock.set(new Date(now - 420 * DAY + nth * MINUTE)) // the rail shows them by age
    await ask("POST", "/api/saved-views", { name, icon, query, sort, shared: "everybody" })
  }
  await writeArticles(colleagues, company, clock, now)
  clock.set(new Date(now - 20 * DAY))
  const { webhook } = await ask<{ webhook: { id: string } }>("POST", "/api/webhooks", {
    name: language === "fr" ? "Entrepôt de données" : "Data warehouse",
    url: "https://entrepot.goeland.example/vigie",
    events: ["case.opened", "case.status-changed"],
  })
  await ask("POST", `/api/webhooks/${webhook.id}/disable`) // a demonstration calls nobody
}

async function writeArticles(colleagues: Colleagues, company: Furnished, clock: MovableClock, now: number): Promise<void> {
  const { language } = company
  const other = language === "fr" ? "en" : "fr"
  for (const article of ARTICLES.toSorted((a, b) => b.days - a.days)) {
    clock.set(new Date(now - article.days * DAY))
    const by = company.seat(article.by)
    const tags = article.tags.map((tag) => company.tag(tag))
    const ask = <T>(method: string, path: string, body?: object) => colleagues.ask<T>(by, method, path, body)
    const { id } = await ask<{ id: string }>("POST", "/api/articles", { language, ...article[language], tags })
    await ask("PUT", `/api/articles/${id}/texts/${other}`, { ...article[other], revision: 0 })
    await ask("PATCH", `/api/articles/${id}`, {
      ownerId: by.id,
      audience: article.audience,
      reviewAt: new Date(now + article.review * DAY).toISOString(),
      regardless: true,
    })
    for (const spoken of [language, other])
      await colleagues.ask(company.herself, "POST", `/api/articles/${id}/texts/${spoken}/publish`, { regardless: true })
  }
}

/** Rules, each tried on the last weeks before it is switched on, as the house wants it. One that takes long to try stays off. */
export async function switchOnRules(house: House, company: Furnished): Promise<void> {
  const colleagues = new Colleagues(house)
  const ask = <T>(method: string, path: string, body?: object) => colleagues.ask<T>(company.herself, method, path, body)
  for (const { on, ...rule } of COMPANY_RULES(company)) {
    const { id } = await ask<{ id: string }>("POST", "/api/automation/rules", rule)
    const path = `/api/automation/rules/${id}/dry-runs`
    const run = await ask<{ id: string }>("POST", path, { days: 30, most: 300 })
    if (!on) continue
    for (let tries = 0; tries < 60; tries++) {
      const { finishedAt } = await ask<{ finishedAt: string | null }>("GET", `${path}/${run.id}`)
      if (finishedAt) {
        await ask("POST", `/api/automation/rules/${id}/enable`)
        break
      }
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
  }
}
