import { html } from "hono/html"
import type { Context } from "hono"
import { type Problem, TooMany } from "#platform"
import { type Language, say } from "#words"
import { type Page, showPage } from "./page.ts"

/** The one button that uses a link: opening the page doesn't, because mail scanners open pages. */
export function linkForm(language: Language, token: string, asksAddress: boolean): Page {
  const say_ = (key: string) => say(language, key)
  return html`<h1>${say_("people.page.signIn")}</h1>
    <p>${say_(asksAddress ? "people.page.first" : "people.page.why")}</p>
    <form method="post" action="/api/sign-in/link/${token}">
      ${
        asksAddress
          ? html`<label for="name">${say_("people.page.name")}</label>
              <input id="name" name="name" autocomplete="name" maxlength="200" />
              <label for="email">${say_("people.page.email")}</label>
              <input id="email" name="email" type="email" autocomplete="email" maxlength="254" />`
          : ""
      }
      <button type="submit">${say_("people.page.button")}</button>
    </form>`
}

/** Why it didn't work, and the way on. */
export function showRefusal(c: Context, problem: Problem, language: Language): Response | Promise<Response> {
  const { status } = problem
  const shown = status === 403 || status === 409 || status === 422 || status === 429 || status === 503 ? status : 401
  if (problem instanceof TooMany) c.header("retry-after", String(problem.retryAfter))
  return showPage(
    c,
    shown,
    language,
    say(language, "people.page.refused"),
    html`<h1>${say(language, "people.page.refused")}</h1>
      <p>${say(language, problem.key, problem.values)}</p>
      <p><a href="/sign-in">${say(language, "people.page.other")}</a></p>`,
  )
}
