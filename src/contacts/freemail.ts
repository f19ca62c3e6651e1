import { getDomain, getDomainWithoutSuffix } from "tldts"

/** Providers whose name stands before many endings. */
const EVERYWHERE = new Set([
  "gmail",
  "googlemail",
  "yahoo",
  "ymail",
  "rocketmail",
  "hotmail",
  "outlook",
  "live",
  "msn",
  "gmx",
  "yandex",
  "aol",
  "icloud",
])

/** Where anybody can have a mailbox: sharing such a domain says nothing about two people. */
const FREEMAIL = new Set(
  `me.com mac.com proton.me protonmail.com pm.me tutanota.com tuta.com tuta.io mail.com email.com zoho.com zohomail.com fastmail.com fastmail.fm
  hey.com duck.com mailbox.org posteo.de posteo.net runbox.com inbox.com hushmail.com mailfence.com
  orange.fr wanadoo.fr free.fr aliceadsl.fr sfr.fr neuf.fr cegetel.net club-internet.fr numericable.fr noos.fr laposte.net bbox.fr
  dartybox.com voila.fr mailo.com net-c.fr ik.me
  web.de t-online.de freenet.de arcor.de 1und1.de mail.de vodafone.de bluewin.ch hispeed.ch sunrise.ch skynet.be telenet.be proximus.be
  scarlet.be voo.be ziggo.nl kpnmail.nl planet.nl hetnet.nl xs4all.nl home.nl libero.it virgilio.it tiscali.it alice.it tin.it fastwebnet.it
  telefonica.net terra.es sapo.pt a1.net chello.at telia.com bredband.net online.no seznam.cz centrum.cz wp.pl o2.pl onet.pl interia.pl
  btinternet.com bt.com sky.com virginmedia.com ntlworld.com talktalk.net blueyonder.co.uk tesco.net eircom.net
  comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net spectrum.net earthlink.net juno.com
  videotron.ca sympatico.ca bell.net shaw.ca rogers.com telus.net
  mail.ru bk.ru list.ru inbox.ru rambler.ru ukr.net qq.com 163.com 126.com sina.com naver.com daum.net hanmail.net rediffmail.com
  uol.com.br bol.com.br terra.com.br bigpond.com optusnet.com.au xtra.co.nz mailinator.com privaterelay.appleid.com`
    .split(/\s+/)
    .filter(Boolean),
)

/** The domain that an organisation registered, out of an address's domain; null at a public mailbox provider. */
export function organisationDomain(domain: string): string | null {
  const registered = getDomain(domain)
  if (!registered || FREEMAIL.has(registered) || FREEMAIL.has(domain)) return null
  return EVERYWHERE.has(getDomainWithoutSuffix(domain) ?? "") ? null : registered
}
