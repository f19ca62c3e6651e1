const made = new Map<string, Intl.DateTimeFormat>()

/** A way of writing times, made once for the page: making one costs more than a key in the composer may take. */
export function timeFormat(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${JSON.stringify(options)}`
  const format = made.get(key) ?? new Intl.DateTimeFormat(tag, options)
  made.set(key, format)
  return format
}
