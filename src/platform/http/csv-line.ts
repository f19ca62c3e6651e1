/**
 * One line of CSV (RFC 4180), safe to open in a spreadsheet: a text that a spreadsheet would calculate gets a quote before it, and everything
 * is quoted (OWASP, CSV Injection: cells that begin with = + - @, tab or carriage return, also behind blanks or in full width). Numbers of
 * ours stay numbers.
 */
export function csvLine(cells: readonly (string | number | boolean | null)[], delimiter: "," | ";" = ","): string {
  return `${cells.map(cell).join(delimiter)}\r\n`
}

function cell(value: string | number | boolean | null): string {
  if (value === null) return '""'
  if (typeof value !== "string") return `"${value}"`
  const safe = DANGEROUS.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""').replaceAll("\0", "")}"`
}

const DANGEROUS = /^[\s\u00a0\ufeff]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/
