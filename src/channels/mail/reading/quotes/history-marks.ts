const ORIGINAL =
  "Original Message|Original-Nachricht|Original message|Reply message|Message d['’]origine|Message original|Message initial|Ursprüngliche Nachricht|Originalnachricht|Mensaje original|Messaggio originale|Oorspronkelijk bericht|Mensagem original|Wiadomość oryginalna|Oryginalna wiadomość|Pierwotna wiadomość|Ursprungligt meddelande|Originalmeddelande|Oprindelig meddelelse|Opprinnelig melding|Alkuperäinen viesti|Původní zpráva|Исходное сообщение|Первоначальное сообщение|元のメッセージ|原始邮件|原始郵件"
const FORWARDED =
  "Forwarded message|Forwarded by .{1,80}|Message transféré|Message transmis|Courriel transféré|Weitergeleitete Nachricht|Mensaje reenviado|Messaggio inoltrato|Doorgestuurd bericht|Mensagem encaminhada|Mensagem reencaminhada|Wiadomość przekazana|Przekazana wiadomość|Vidarebefordrat meddelande|Videresendt meddelelse|Videresendt melding|Välitetty viesti|Edelleenlähetetty viesti|Přeposlaná zpráva|Пересылаемое сообщение|Пересланное сообщение|転送メッセージ|転送されたメッセージ|转发邮件信息|转发的邮件|轉寄郵件"
const FORWARD_LINES =
  "Begin forwarded message|Début du message (?:transféré|réexpédié)|Anfang der weitergeleiteten (?:Nachricht|E-Mail)|Inicio del mensaje reenviado|Inizio messaggio inoltrato|Begin doorgestuurd bericht|Início da mensagem (?:encaminhada|reencaminhada)|Początek przekazanej wiadomości|Vidarebefordrat brev|Videresendt besked|Videresendt e-post|Välitetty viesti alkaa|Začátek přeposílané zprávy|Начало переадресованного сообщения|転送されたメッセージ|以下是转发的邮件|開始轉寄郵件"

const ORIGINAL_MARK = new RegExp(`^[\\s>*]{0,8}[-_=—]{2,60}\\s?(?:${ORIGINAL})\\s?[-_=—]{2,60}\\s*$`, "i")
const FORWARD_MARK = new RegExp(`^[\\s>*]{0,8}(?:[-_=—]{2,60}\\s?(?:${FORWARDED})\\s?[-_=—]{2,60}|(?:${FORWARD_LINES})\\s?[:：])\\s*$`, "i")
const REPLY_ABOVE =
  /^.{0,20}(?:reply|write|type|respond|répondez|répondre|écrivez|antworten|schreiben|responda|scrivi|rispondi).{0,40}(?:above|au-dessus|oberhalb|encima|sopra).{0,40}$/i

/** A line that says: below stands the message that this one answers, or that it forwards. */
export function historyMark(line: string): "answered" | "forwarded" | null {
  if (line.length > 200) return null
  if (ORIGINAL_MARK.test(line)) return "answered"
  if (FORWARD_MARK.test(line)) return "forwarded"
  return /^[#\s*=-]{2,}/.test(line) && REPLY_ABOVE.test(line) ? "answered" : null
}

const RULER = /^[\s>]*[-_*=—]{2,}\s*$/

/** A line of dashes or underscores: it belongs to what stands below it. */
export function isRuler(line: string): boolean {
  return line.length < 200 && RULER.test(line)
}
