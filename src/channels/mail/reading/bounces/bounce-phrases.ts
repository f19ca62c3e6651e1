/** How servers that write no standard report say that a mail came back. Subjects and first lines, as they are known in the field. */
const FAILED =
  /(?:mail|message) delivery (?:has )?fail|delivery (?:status )?(?:notification|failure|error)|(?:permanent )?delivery failure|failure notice|(?:mail|message) (?:could not be|was not|not) delivered|non ?remis|undeliver(?:ed|able)|returned (?:mail|message|to sender)|return(?:ed)? mail|mail system error|delivery report|nondeliverable|unzustellbar|unzustellbarkeit|échec de (?:la )?(?:remise|distribution)|no se pudo entregar|mancato recapito|niet bezorgd|niet besteld|não entregue|niedostarczon|could ?n[o']t (?:be )?(?:send|sent|deliver)|error sending your mail|errors? from |loop alert|не доставлено|недоставленн|配信(?:でき|不能|エラー)|送信(?:でき|エラー)|宛先不明|退信|系统退信|投递失败|delivery has failed|message not sent/i

/** Subjects that no letter bears: these alone are enough. */
const SURE = /^(?:loop alert:|メールエラー通知|undelivered mail returned to sender|mail delivery failed: returning message)/i

const DELAYED =
  /delay(?:ed)?\b|still being retried|will (?:be retried|keep trying)|notification: warning|warning: (?:message|could not)|not (?:yet )?been delivered|retardé|verzögert|zugestellt werden konnte noch nicht|demorado|ritardo|vertraging|opóźni/i

const BODY =
  /could ?n[o']t be delivered|(?:was|were) not delivered|not (?:be )?delivered to|did not reach the following|unable to deliver|undeliverable|delivery (?:to the following|has) (?:recipients? )?failed|failed (?:permanently|addresses)|permanent (?:fatal )?errors?|no valid recipients?|user unknown|unknown user|no such (?:user|mailbox|recipient)|recipient address rejected|mailbox (?:is )?(?:full|unavailable)|(?:over|exceeded).{0,20}quota|does ?n[o']t exist|host unknown|reported error|error (?:was|while)|(?:配信|送信|配送|お届け)(?:することが)?(?:でき|失敗|不能)|届け(?:られ|る?ことができ)ません|容量(?:を|が)?(?:超過|一杯|オーバー)|宛先不明|受信(?:できない|拒否)|недоступ|не доставлен|не существует|退信|投递/i

export interface BouncePhrases {
  sure: boolean
  failed: boolean
  delayed: boolean
  inBody: boolean
}

export function bouncePhrases(subject: string, text: string): BouncePhrases {
  const title = subject.slice(0, 300)
  return { sure: SURE.test(title), failed: FAILED.test(title), delayed: DELAYED.test(title), inBody: BODY.test(text.slice(0, 8_000)) }
}

/** A delay says so in its first lines, too, and says that somebody still tries. */
export function saysDelayed(text: string): boolean {
  return /still (?:being )?(?:retried|trying|queued)|will (?:be retried|continue to (?:try|be attempted)|keep trying)|has not (?:yet )?been delivered|(?:this is a )?warning message only|will be attempted again/i.test(
    text.slice(0, 4_000),
  )
}
