/** The labels of the header block that Outlook and others put above the message they answer or forward, by language. */
const LABELS = {
  from: "From|De|Von|Van|Da|Od|Från|Fra|Lähettäjä|От|От кого|Expéditeur|Remitente|Mittente|Afzender|Remetente|Nadawca|Odesílatel|差出人|送信者|发件人|寄件者|寄件人",
  date: "Sent|Date|Envoyé|Envoyé le|Gesendet|Datum|Enviado|Enviado el|Enviada em|Enviado em|Fecha|Inviato|Data|Verzonden|Wysłano|Skickat|Sendt|Dato|Lähetetty|Päivämäärä|Päiväys|Отправлено|Дата|Odesláno|送信日時|日時|日付|发送时间|发送日期|日期|傳送時間|寄件日期|寄件時間",
  to: "To|À|A|An|Para|Aan|Do|Till|Til|Vastaanottaja|Кому|Komu|Destinataire|Destinatario|宛先|收件人|收件者",
  subject: "Subject|Objet|Betreff|Asunto|Oggetto|Onderwerp|Assunto|Temat|Ämne|Emne|Aihe|Тема|Předmět|件名|主题|主旨|主題|Sujet",
} as const

type Label = keyof typeof LABELS

const PATTERNS = Object.entries(LABELS).map(
  ([label, words]) => [label as Label, new RegExp(`^[ \\t>]{0,8}[*_]{0,2}(?:${words})[*_]{0,2}[ \\u00a0]{0,2}[:：]`, "i")] as const,
)
const ROWS = 12

function labelOf(line: string): Label | null {
  const start = line.slice(0, 60)
  return PATTERNS.find(([, pattern]) => pattern.test(start))?.[0] ?? null
}

/** Whether a header block begins at this line: an author, and two of date, recipient and subject, close together. */
export function isHeaderBlock(lines: readonly string[], at: number): boolean {
  if (!labelOf(lines[at]!)) return false
  const found = new Set<Label>()
  let blanks = 0
  for (let row = at; row < Math.min(lines.length, at + ROWS); row++) {
    const line = lines[row]!
    if (!line.trim() && ++blanks > 1) break
    const label = labelOf(line)
    if (label) found.add(label)
  }
  return found.has("from") && found.size >= 3
}
