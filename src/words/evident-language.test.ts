import assert from "node:assert/strict"
import { test } from "node:test"
import { evidentLanguage } from "#words"

const MAILS = {
  fr: [
    "Bonjour, où est ma commande ?",
    "Livraison\nJe n'ai pas reçu le bouquet, pouvez-vous me dire quand il sera là ?",
    "Merci de votre réponse. Le vélo est au garage et nous attendons la pièce.",
  ],
  en: [
    "Hello, where is my order?",
    "My account\nI can't see my account and it is urgent for me, will you help?",
    "The flowers came, thank you. Could you send la facture to Bordeaux?",
  ],
  other: [
    "Bestellung des Straußes\nGuten Tag, ich möchte den Status des Auftrags wissen. Er will morgen kommen. Viele Grüße",
    "Wann kommt das Paket des Kunden? Ich will es heute.",
    "Hola, ¿dónde está la bicicleta? La compré el lunes y no me ha llegado. ¿Me la pueden enviar? Gracias",
    "Buonasera, la bicicletta non è arrivata e le chiedo quando sarà consegnata. Questa sera la aspetto. Grazie",
    "Goedendag, waar is mijn fiets? We wachten al een week of twee, is er nieuws?",
    "Bonjour",
    "",
  ],
}

test("a mail is French or English only where its words leave no doubt", () => {
  for (const otherwise of ["fr", "en"] as const) {
    for (const language of ["fr", "en"] as const)
      for (const mail of MAILS[language]) assert.equal(evidentLanguage(mail, otherwise), language, mail)
    for (const mail of MAILS.other) assert.equal(evidentLanguage(mail, otherwise), otherwise, mail)
  }
})
