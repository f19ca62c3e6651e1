const CLOSING =
  /^(?:(?:bien\s|très\s)?cordialement|sincères salutations|salutations|(?:très\s)?(?:belle|bonne)\s(?:journée|soirée|semaine|fin de)|bien à vous|bien à toi|respectueusement|amicalement|à (?:très )?bientôt|je reste à votre disposition|nous restons à votre disposition|restant à votre disposition|n[’']hésitez pas à (?:nous|me) (?:écrire|recontacter|répondre)|veuillez (?:agréer|recevoir)|kind(?:est)? regards|best(?: regards| wishes)?|warm(?:est)? regards|regards|yours(?: sincerely| faithfully| truly)?|sincerely|all the best|cheers|take care|have a (?:nice|lovely|great|good)|please don[’']t hesitate|do not hesitate|thank you for your patience)(?![\p{L}])/iu
const MARK = /^--\s?$/

/** From the first line of leave-taking among the last ten, or from the mark of a signature. */
export function withoutLeave(lines: readonly string[]): string[] {
  const mark = lines.findIndex((line) => MARK.test(line))
  const told = mark < 0 ? lines : lines.slice(0, mark)
  const from = Math.max(1, told.length - 10)
  const leave = told.findIndex((line, i) => i >= from && CLOSING.test(line.trim()))
  return leave < 0 ? [...told] : told.slice(0, leave)
}
