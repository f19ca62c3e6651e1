/** What stands in a form, by the names of its fields; a box that isn't ticked has nothing. */
export type Fields = Record<string, string[]>

type Typed = HTMLInputElement | HTMLTextAreaElement

/** Everything but secrets, codes and files: these are typed again. */
export function fieldsOf(form: HTMLFormElement): Fields {
  const found: Fields = {}
  for (const field of typedIn(form)) {
    const values = (found[field.name] ??= [])
    if (!isBox(field) || field.checked) values.push(field.value)
  }
  return found
}

/** Puts words back as if they were typed again: whoever listens hears of it. */
export function putBack(form: HTMLFormElement, name: string, values: readonly string[]): void {
  for (const [nth, field] of typedIn(form)
    .filter((one) => one.name === name)
    .entries()) {
    if (isBox(field)) {
      if (field.checked !== values.includes(field.value)) field.click()
      continue
    }
    const value = values[nth]
    if (value === undefined || value === field.value) continue
    // By the element's own setter: React, which watches the field's, then sees a change.
    const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
    Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(field, value)
    field.dispatchEvent(new Event("input", { bubbles: true }))
  }
}

const isBox = (field: Typed): field is HTMLInputElement => field.type === "checkbox" || field.type === "radio"

function typedIn(form: HTMLFormElement): Typed[] {
  return [...form.elements].filter(
    (field): field is Typed =>
      (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) &&
      field.name !== "" &&
      !field.readOnly &&
      !field.name.startsWith("secret") &&
      field.type !== "password" &&
      field.type !== "file" &&
      field.autocomplete !== "one-time-code",
  )
}
