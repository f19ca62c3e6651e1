export const company = {
  "people.company.timeZone": "Give a time zone of the IANA list, such as Europe/Paris.",
  "people.company.logo": "Give a PNG, JPEG or WebP picture.",
  "people.company.logoSize": "Give a picture of at most 200 kB.",
} as const
