/** Storefronts as Apple names them (ISO 3166 alpha-3), beside the two letters that everything else is told by. */
const PAIRS =
  "ARE AE ARG AR AUS AU AUT AT BEL BE BGR BG BRA BR CAN CA CHE CH CHL CL CHN CN CIV CI CMR CM COL CO CYP CY CZE CZ DEU DE DNK DK DZA DZ EGY EG ESP ES EST EE FIN FI FRA FR GBR GB GRC GR HKG HK HRV HR HUN HU IDN ID IND IN IRL IE ISL IS ISR IL ITA IT JPN JP KOR KR LTU LT LUX LU LVA LV MAR MA MEX MX MLT MT MYS MY NGA NG NLD NL NOR NO NZL NZ PER PE PHL PH POL PL PRT PT ROU RO SAU SA SEN SN SGP SG SRB RS SVK SK SVN SI SWE SE THA TH TUN TN TUR TR TWN TW UKR UA USA US VNM VN ZAF ZA".split(
    " ",
  )

const COUNTRIES = new Map(PAIRS.flatMap((code, at) => (at % 2 === 0 ? [[code, PAIRS[at + 1]!] as const] : [])))

export const countryOfTerritory = (territory: string): string | null => COUNTRIES.get(territory.toUpperCase()) ?? null
