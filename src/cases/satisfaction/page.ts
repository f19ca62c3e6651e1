import { html } from "hono/html"
import { say } from "#words"
import { UNHAPPY } from "./answer.ts"
import type { Question } from "./ask.ts"
import { type Filled, questionForm, wordOf } from "./question-form.ts"

/** The question, or what was answered with the same question below it. Best first: what most people choose is nearest to the thumb. */
export function questionPage(token: string, question: Question, filled: Filled) {
  const { language } = question
  const tell = (key: string) => say(language, `cases.satisfaction.page.${key}`)
  if (question.value === null)
    return html`<h1>${tell("title")}</h1>
      ${questionForm(token, question, filled)}`
  return html`<h1>${tell("thanks")}</h1>
    <p role="status">${tell("said")} <strong>${wordOf(language, question.value)}</strong></p>
    ${question.words ? html`<blockquote>${question.words}</blockquote>` : ""} ${openAgain(token, question)}
    <details ${filled.problem ? "open" : ""}>
      <summary>${tell("change")}</summary>
      ${questionForm(token, question, filled)}
    </details>`
}

function openAgain(token: string, { language, value, reopened_at }: Question) {
  const tell = (key: string) => say(language, `cases.satisfaction.page.${key}`)
  if (reopened_at) return html`<p>${tell("reopened")}</p>`
  if (value === null || value > UNHAPPY) return ""
  return html`<form method="post" action="/s/${token}/open-again">
    <p>${tell("unhappy")}</p>
    <button type="submit">${tell("openAgain")}</button>
  </form>`
}
