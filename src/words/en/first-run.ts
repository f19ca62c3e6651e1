export const firstRun = {
  "cli.figuresRecount": "Counts all figures again from the cases.",
  "cli.figuresRecounted": "All cases are counted again.",
  "house.firstMail.subject": "My first case",
  "house.firstMail.text":
    "Hello,\n\nthis is the first message in our Vigie. If I read it at the desk, mail comes in and becomes a case.\n\nAnswer me, write a note, give it to somebody, resolve it: nothing can break.\n\n{name}",
  "house.firstMail.noAddress": "Give yourself an e-mail address first, in the page “My account”.",
  "house.relayTrial.none":
    "No relay is set, so no mail leaves: answers are held until there is one. Start Vigie with VIGIE_RELAY, such as smtps://user:password@smtp.example.com.",
  "house.relayTrial.subject": "Mail leaves",
  "house.relayTrial.text": "Hello {name},\n\nif you read this, what is written at the desk of {company} leaves and arrives.",
  "house.relayTrial.sent": "The relay took it. Look into the mailbox of {address}, and among the spam.",
  "house.relayTrial.refused":
    "The relay refused it, in the words below. Most often it wants a user and a password, or doesn’t know the address of your inbox as a sender ({address} would have received it).",
  "house.relayTrial.deferred": "The relay asks to come back later, in the words below; nothing reached {address} yet.",
  "house.relayTrial.uncertain": "The connection broke at the end: {address} may have it or not.",
  "house.relayTrial.unreachable":
    "The relay can’t be reached, so nothing went to {address}. Check name and port in VIGIE_RELAY, and whether your provider blocks port 25 or 587.",
  "mail.dns.right.mx": "Mail for {domain} comes here.",
  "mail.dns.right.spf": "It allows {host}, or your relay, to send for {domain}.",
  "mail.dns.right.dkim": "Mail from {domain} is signed, and the key to check it is published.",
  "mail.dns.right.dmarc": "It tells others what to do with mail that only claims to be from {domain}.",
  "mail.dns.missing.mx": "There is no MX record: mail for {domain} goes nowhere. Add this one, or read a mailbox elsewhere by IMAP.",
  "mail.dns.missing.spf": "There is no SPF record: many servers will take your answers for spam. Add this one.",
  "mail.dns.missing.dkim":
    "The key isn’t published yet: signatures can’t be checked. Add this record; it is found within minutes to hours.",
  "mail.dns.missing.dmarc": "There is no DMARC record. Large providers ask for one. This one only observes, and harms nothing.",
  "mail.dns.why.mx.elsewhere":
    "Mail for {domain} goes to another server. If it should go on doing so, read that mailbox by IMAP; if not, put {host} in its place.",
  "mail.dns.why.mx.null": "This record says that {domain} takes no mail at all. Replace it.",
  "mail.dns.why.spf.two": "There are two SPF records; then neither counts. Make one of them.",
  "mail.dns.why.spf.not-included":
    "It doesn’t name what sends your answers. Add it before the last word (“all”) of the record that is there.",
  "mail.dns.why.spf.refuses-nobody": "It ends in “+all”: it lets everybody send in your name. Write “~all” instead.",
  "mail.dns.why.dkim.other-key": "Another key stands there: what is signed here will fail the check. Replace it by this one.",
  "mail.dns.why.dkim.revoked": "The key there is empty, which means revoked. Replace it by this one.",
  "mail.dns.why.dmarc.two": "There are two DMARC records; then neither counts. Keep one.",
  "mail.dns.why.dmarc.no-policy": "It names no policy (p=none, p=quarantine or p=reject), so it doesn’t count.",
  "mail.dns.why.dns.unreachable": "Nobody answered the question just now. That says nothing about the record; try again.",
  "mail.mailbox.hint.google":
    "Google takes no account password from programs: make an “app password” (it needs two-step sign-in) and give that.",
  "mail.mailbox.hint.microsoft":
    "Microsoft has switched passwords off for IMAP in most accounts. Have mail forwarded to this inbox’s address instead.",
  "mail.mailbox.hint.apple": "iCloud asks for an “app-specific password”, made on the page of your Apple account.",
  "mail.mailbox.hint.yahoo": "Yahoo asks for an “app password”, made in the security page of the account.",
} as const
