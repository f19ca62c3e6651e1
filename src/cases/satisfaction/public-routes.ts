import type { Context } from "hono"
import { html } from "hono/html"
import { company, type PeopleEnv, showPage } from "#people"
import { type Database, type Keys, newRouter } from "#platform"
import { languageOf, say } from "#words"
import { answerQuestion, openAgain, questionOf } from "./answer.ts"
import type { Question } from "./ask.ts"
import { questionPage } from "./page.ts"
import { choicesOf, type Filled, MOST_WORDS, wordOf } from "./question-form.ts"

/** A form of this page with the longest words has fewer bytes. */
const MOST_BYTES = 32_000

/**
 * Where a customer says how it went: `/s/TOKEN`. Looking at it answers nothing, for mail scanners and browsers open links in advance;
 * only sending the form does.
 */
export function satisfactionPages({ db, keys }: { db: Database; keys: Keys }) {
  const router = newRouter<PeopleEnv>()
  const gone = async (c: Context<PeopleEnv>) => {
    const language = languageOf(c.req.header("accept-language"))
    const title = say(language, "cases.satisfaction.page.gone")
    const words = html`<h1>${title}</h1>
      <p>${say(language, "cases.satisfaction.page.goneWhy")}</p>`
    return showPage(c, 404, language, title, words, await nameOf())
  }
  const nameOf = async () => (await company(db.read)).name || "Vigie"
  const show = async (c: Context<PeopleEnv>, token: string, question: Question, open: boolean, filled: Filled) => {
    const { language } = question
    const status = filled.problem ? 422 : 200
    const title = say(language, "cases.satisfaction.page.title")
    return showPage(c, status, language, title, open ? questionPage(token, question, filled) : closedPage(question), await nameOf())
  }

  router.get("/s/:token", async (c) => {
    const found = await questionOf(keys, db.read, c.req.param("token"))
    if (!found || (!found.open && found.question.value === null)) return gone(c)
    const { value, words } = found.question
    return show(c, c.req.param("token"), found.question, found.open, { value, words, problem: null })
  })
  router.post("/s/:token", async (c) => {
    const found = await questionOf(keys, db.read, c.req.param("token"))
    if (!found?.open) return gone(c)
    const given = await formOf(c)
    const value = choicesOf(found.question.choices).find((choice) => String(choice) === given.get("value"))
    const words = (given.get("words") ?? "").replaceAll("\0", "").replaceAll("\r\n", "\n").trim().slice(0, MOST_WORDS)
    if (value === undefined) {
      const problem = say(found.question.language, "cases.satisfaction.page.choose")
      return show(c, c.req.param("token"), found.question, true, { value: null, words, problem })
    }
    await db.transact((tx) => answerQuestion(tx, found.question, { value, words }))
    return c.redirect(`/s/${c.req.param("token")}`, 303)
  })
  router.post("/s/:token/open-again", async (c) => {
    const found = await questionOf(keys, db.read, c.req.param("token"))
    if (!found?.open) return gone(c)
    await db.transact((tx) => openAgain(tx, found.question))
    return c.redirect(`/s/${c.req.param("token")}`, 303)
  })
  return router
}

/** The answer as it stays. */
function closedPage({ language, value }: Question) {
  return html`<h1>${say(language, "cases.satisfaction.page.thanks")}</h1>
    <p>${say(language, "cases.satisfaction.page.said")} <strong>${value === null ? "" : wordOf(language, value)}</strong></p>`
}

async function formOf(c: Context): Promise<URLSearchParams> {
  if (Number(c.req.header("content-length") ?? 0) > MOST_BYTES) return new URLSearchParams()
  return new URLSearchParams((await c.req.text()).slice(0, MOST_BYTES))
}
