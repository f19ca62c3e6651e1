export const company = {
  "people.company.timeZone": "Donnez un fuseau horaire de la liste IANA, par exemple Europe/Paris.",
  "people.company.logo": "Donnez une image PNG, JPEG ou WebP.",
  "people.company.logoSize": "Donnez une image d’au plus 200 ko.",
} as const
