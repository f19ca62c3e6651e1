import type { Status } from "../api/types.ts"

export function statusName(status: Status, language: "en" | "fr"): string {
  return (language === "fr" ? status.nameFr : status.nameEn) ?? status.name
}
