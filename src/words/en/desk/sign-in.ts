export const signIn = {
  "signIn.byLink": "Send me a link by mail instead",
  "signIn.byPassword": "Use a password instead",
  "signIn.code": "Code",
  "signIn.codeHelp": "Six digits from your telephone, or one of your recovery codes.",
  "signIn.do": "Sign in",
  "signIn.line": "Every customer, wherever they speak.",
  "signIn.linkSent": "If {email} is one of ours, a link is on its way. It works once.",
  "signIn.otherWay": "Another way",
  "signIn.passkey": "Sign in with a passkey",
  "signIn.passkeyNot": "The passkey wasn't used. Try again, or take another way.",
  "signIn.sendLink": "Send the link",
  "signIn.sso": "Sign in with {name}",
  "welcome.explain":
    "You came in by a link that works once. Choose how to come in next time, or keep to links by mail. You can change this later under “My account”.",
  "welcome.links": "Keep to links by mail",
  "welcome.title": "Welcome, {name}",
} as const
