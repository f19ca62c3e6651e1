import type { Tongue } from "../company/customer.ts"

const ZONE = { timeZone: "Europe/Paris" } as const
const FORMS = {
  weekday: { weekday: "long" },
  date: { day: "numeric", month: "long" },
  month: { month: "long" },
  time: { hour: "2-digit", minute: "2-digit" },
} as const
const LOCALE = { fr: "fr-FR", en: "en-GB" } as const

const known = new Map<string, Intl.DateTimeFormat>()

/** A day or an hour as people write it where the company is. */
export function moment(tongue: Tongue, form: keyof typeof FORMS, at: number): string {
  const key = `${tongue} ${form}`
  let format = known.get(key)
  if (!format) known.set(key, (format = new Intl.DateTimeFormat(LOCALE[tongue], { ...ZONE, ...FORMS[form] })))
  return format.format(at)
}
