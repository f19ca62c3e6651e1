import { cleanLine, withoutBidi } from "#markup"

const EXTENSIONS = new Map<string, string>([
  ["message/rfc822", "eml"],
  ["text/plain", "txt"],
  ["text/html", "html"],
  ["text/calendar", "ics"],
  ["text/csv", "csv"],
  ["text/vcard", "vcf"],
  ["message/delivery-status", "txt"],
  ["message/feedback-report", "txt"],
  ["text/rfc822-headers", "txt"],
  ["image/jpeg", "jpg"],
  ["image/png", "png"],
  ["image/gif", "gif"],
  ["image/webp", "webp"],
  ["image/svg+xml", "svg"],
  ["application/pdf", "pdf"],
  ["application/zip", "zip"],
  ["application/pgp-signature", "asc"],
  ["application/pkcs7-signature", "p7s"],
  ["application/pkcs7-mime", "p7m"],
  ["application/ms-tnef", "dat"],
])
const LONGEST = 180

/**
 * A file name fit to be shown and offered: no folder, no control or direction character, not endless; the extension survives. A
 * file without a name is called by its kind and its place in the mail.
 */
export function fileName(given: string | null, type: string, index: number): string {
  const clean = withoutBidi(cleanLine(given ?? ""))
  const slash = type === "message/rfc822" ? -1 : Math.max(clean.lastIndexOf("/"), clean.lastIndexOf("\\"))
  const base = clean
    .slice(slash + 1)
    .replace(/[/\\]/g, "_")
    .replace(/^\.+/, "")
    .trim()
  if (!base) return `${type === "message/rfc822" ? "message" : type.split("/")[0]}-${index + 1}.${EXTENSIONS.get(type) ?? "bin"}`
  if (base.length <= LONGEST) return base
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(base)?.[0] ?? ""
  return base.slice(0, LONGEST - extension.length).toWellFormed() + extension
}
