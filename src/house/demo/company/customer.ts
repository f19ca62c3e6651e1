export type Tongue = "fr" | "en"

/** A customer, and how they write. */
export interface Customer {
  id: string
  tongue: Tongue
  name: string
  first: string
  feminine: boolean
  address: string
  phone: string | null
  organisation: string
  /** Since when they are known. */
  since: number
  /** By telephone, small letters, few accents. */
  thumbs: boolean
  /** Mistypes now and then. */
  typos: boolean
  formal: boolean
  /** Shorter tempered than others, 0 to 1. */
  temper: number
}
