/** What comes from outside is saved, never shown in our own origin: its type is not trusted, its name is quoted (RFC 6266). */
export function fileHeaders(type: string, name: string, size: number): Record<string, string> {
  return {
    "content-type": type,
    "content-length": String(size),
    "content-disposition": `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\%]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "private, max-age=3600",
  }
}
