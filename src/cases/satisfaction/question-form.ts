import { html } from "hono/html"
import { type Language, say } from "#words"
import type { Question } from "./ask.ts"

export const MOST_WORDS = 2000

/** What can be chosen, from the worst to the best; with three choices, the ends and the middle. */
export function choicesOf(choices: 3 | 5): number[] {
  return choices === 5 ? [1, 2, 3, 4, 5] : [1, 3, 5]
}

export interface Filled {
  value: number | null
  words: string
  /** What to say beside the choices. */
  problem: string | null
}

/** The form of the question, with what was filled in before. */
export function questionForm(token: string, { language, choices }: Question, { value, words, problem }: Filled) {
  const tell = (key: string) => say(language, `cases.satisfaction.page.${key}`)
  return html`<form method="post" action="/s/${token}">
    <fieldset ${problem ? html`aria-describedby="problem"` : ""}>
      <legend class="help">${tell("question")}</legend>
      ${choicesOf(choices)
        .toReversed()
        .map(
          (choice) =>
            html`<label class="choice"
              ><input type="radio" name="value" value="${choice}" required ${choice === value ? "checked" : ""} />
              ${wordOf(language, choice)}</label
            >`,
        )}
    </fieldset>
    ${problem ? html`<p class="problem" id="problem">${problem}</p>` : ""}
    <label for="words">${tell("words")}</label>
    <textarea id="words" name="words" rows="3" maxlength="${MOST_WORDS}" aria-describedby="read">${words}</textarea>
    <p class="help" id="read">${tell("read")}</p>
    <button type="submit">${tell("send")}</button>
  </form>`
}

/** What a choice is called: "Rather satisfied". */
export function wordOf(language: Language, value: number): string {
  return say(language, `cases.satisfaction.value.${value}`)
}
