import type { Language } from "./index.ts"

/** Small words that the other language doesn't have. */
const SMALL: Record<Language, RegExp> = {
  fr: /(?<!\p{L})(?:le|la|les|des|du|et|est|nous|vous|votre|vos|je|pour|dans|avant|avec|une|sera|sous|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|bonjour|cordialement)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:the|and|is|are|we|you|your|will|for|with|by|before|this|that|of|to|it|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|hello|regards|dear|within)(?!\p{L})/giu,
}

/** French or English, by the small words of a text; the given one when they don't tell. */
export function languageOfText(text: string, otherwise: Language): Language {
  const french = text.match(SMALL.fr)?.length ?? 0
  const english = text.match(SMALL.en)?.length ?? 0
  return french === english ? otherwise : french > english ? "fr" : "en"
}
