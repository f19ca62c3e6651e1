/**
 * Whether a line parts two mails of an mbox: `From`, who sent it, and the moment, as RFC 4155 and the mail programs write it. A sentence that
 * begins with "From " has no such moment.
 */
export function isFromLine(line: string): boolean {
  return MOMENT.test(line)
}

const MOMENT =
  /^From (?:.* |- )?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +)?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d{1,2}|\d{1,2} +(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)) .*\b\d{4}\b/

/** The moment it names, in universal time unless it says otherwise. */
export function momentOf(line: string): Date | null {
  const found =
    /(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +(\d{1,2}) +(\d{1,2}:\d\d(?::\d\d)?)(?: +([A-Z]{2,5}|[+-]\d{4}))? +(\d{4})(?: +([+-]\d{4}))?/.exec(
      line,
    )
  if (!found) return null
  const [, month, day, time, zone, year, late] = found
  const offset = [zone, late].find((one) => one && /^[+-]/.test(one)) ?? "+0000"
  const at = new Date(`${day} ${month} ${year} ${time} ${offset}`)
  return Number.isNaN(at.getTime()) ? null : at
}
