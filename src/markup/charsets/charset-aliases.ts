/** Names that mailers write and the WHATWG Encoding standard doesn't list. */
const ALIASES = new Map<string, string>([
  ["utf7", "utf-7"],
  ["unicode-1-1-utf-7", "utf-7"],
  ["csunicode11utf7", "utf-7"],
  ["unicode-2-0-utf-7", "utf-7"],
  ["utf-8mb4", "utf-8"],
  ["utf8mb4", "utf-8"],
  ["cp65001", "utf-8"],
  ["unicode-1-1-utf-8", "utf-8"],
  ["ansi", "windows-1252"],
  ["iso-8859-1-windows-3.1-latin-1", "windows-1252"],
  ["cp932", "shift_jis"],
  ["cswindows31j", "shift_jis"],
  ["cp936", "gbk"],
  ["ms936", "gbk"],
  ["windows-936", "gbk"],
  ["gb18030-2000", "gb18030"],
  ["cp949", "euc-kr"],
  ["ms949", "euc-kr"],
  ["uhc", "euc-kr"],
  ["ks_c_5601", "euc-kr"],
  ["cp950", "big5"],
  ["ms950", "big5"],
  ["x-big5", "big5"],
  ["big5hkscs", "big5"],
  ["cp51932", "euc-jp"],
  ["eucjp", "euc-jp"],
  ["euckr", "euc-kr"],
  ["cp50220", "iso-2022-jp"],
  ["cp50221", "iso-2022-jp"],
  ["iso-2022-jp-1", "iso-2022-jp"],
  ["iso-2022-jp-2", "iso-2022-jp"],
  ["iso-2022-jp-ms", "iso-2022-jp"],
  ["cp10000", "macintosh"],
  ["macroman", "macintosh"],
  ["x-mac-roman", "macintosh"],
  ["koi8u", "koi8-u"],
  ["koi8r", "koi8-r"],
  ["tis620", "tis-620"],
])

const UNDECLARED = new Set(["", "us-ascii", "ascii", "7bit", "8bit", "binary", "default", "us", "ansi_x3.4-1968", "iso646-us"])

/**
 * The charset a label means, in the words of the standard, or null when the label says nothing about bytes above 127 (none,
 * `us-ascii`): those are then guessed.
 */
export function charsetAlias(label: string | null): string | null {
  const name = (label ?? "")
    .slice(0, 60)
    .trim()
    .toLowerCase()
    .replace(/^["']+|["']+$/g, "")
    .replace(/\*.*$/, "")
  if (UNDECLARED.has(name)) return null
  if (name === "utf8") return "utf-8"
  return ALIASES.get(name) ?? numbered(name)
}

/** `cp1252`, `win-1252` and `x-cp1252` are `windows-1252`; `iso8859_15` and `latin-9` are `iso-8859-15`. */
function numbered(name: string): string {
  const windows = /^(?:x-)?(?:cp|ms|win|windows|ansi)[-_]?(125[0-8]|874)$/.exec(name)
  if (windows) return `windows-${windows[1]}`
  const iso = /^(?:x-)?iso[-_ ]?8859[-_ ]?(\d{1,2})(?:[-_]?[ei])?(?::\d{4})?$/.exec(name)
  if (iso) return `iso-8859-${iso[1]}`
  return name.replace(/^x-(?!cp|mac|gbk|sjis|euc|user)/, "")
}
