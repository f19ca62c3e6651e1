const SUBJECTS =
  /^(?:re\s*:\s*|aw\s*:\s*|tr\s*:\s*|r\s*:\s*)?[[(*]?\s*(?:out of (?:the )?office|automatic(?:ally)? (?:reply|response|generated)|auto(?:matic)?[ -]?(?:reply|response|responder)|away from (?:my|the) (?:mail|office|desk)|vacation (?:reply|response|message)|réponse automatique|message d['’]absence|absence du bureau|absent(?:e)? du bureau|je suis absent|automatische antwort|abwesenheits|abwesend|nicht im büro|abwesenheitsnotiz|respuesta automática|fuera de la oficina|ausente de la oficina|risposta automatica|fuori (?:sede|ufficio)|assente dall['’]ufficio|automatisch antwoord|afwezig|niet aanwezig|buiten kantoor|resposta automática|fora do escritório|ausência temporária|automatyczna odpowiedź|odpowiedź automatyczna|poza biurem|nieobecno|autosvar|automatiskt svar|automatisk svar|frånvaro|frånvarande|fravær|ikke på kontoret|automaattinen vastaus|poissa|automatická odpověď|mimo kancelář|автоматический ответ|автоответ|я в отпуске|нет в офисе|自動応答|自動返信|不在通知|不在のお知らせ|自动回复|自動回覆|不在办公室)/i

/** A subject that an absence notice bears, in the languages of the desk's customers. */
export function isOutOfOfficeSubject(subject: string): boolean {
  return SUBJECTS.test(subject.slice(0, 200).trim())
}
