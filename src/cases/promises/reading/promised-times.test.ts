import assert from "node:assert/strict"
import { test } from "node:test"
import { HOUR } from "#platform"
import { promisedTimes } from "./promised-times.ts"

/** Sunday 1 November 2026, 21:00 in Paris. */
const SUNDAY = "2026-11-01T20:00:00Z"

function read(text: string, sentAt = SUNDAY, language: "fr" | "en" = "fr", timeZone = "Europe/Paris"): string[] {
  return promisedTimes(text, { language, sentAt: new Date(sentAt), timeZone, closingTime: () => 18 * HOUR }).map(({ dueAt }) =>
    dueAt.toLocaleString("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }),
  )
}

const PROMISED: readonly (readonly [text: string, due: string])[] = [
  ["Votre bouquet sera livré lundi 13 h.", "2026-11-02 13:00"],
  ["Votre bouquet sera livré lundi avant 13 h.", "2026-11-02 13:00"],
  ["Livraison garantie lundi avant 13 heures", "2026-11-02 13:00"],
  ["Nous vous livrerons demain avant 18h.", "2026-11-02 18:00"],
  ["Vous recevrez une réponse dans les 48 heures.", "2026-11-03 21:00"],
  ["Vous recevrez une réponse dans les 48 prochaines heures.", "2026-11-03 21:00"],
  ["Réponse sous 48 h.", "2026-11-03 21:00"],
  ["Je vous rappelle d’ici vendredi midi.", "2026-11-06 12:00"],
  ["Nous reviendrons vers vous d'ici lundi.", "2026-11-02 18:00"],
  ["Le technicien passera mardi 3 novembre entre 9 h et 13 h.", "2026-11-03 13:00"],
  ["Vous serez remboursé avant le 12 novembre.", "2026-11-12 00:00"],
  ["Le remboursement sera fait sous 3 jours ouvrés.", "2026-11-04 18:00"],
  ["Bonjour Madame, lundi à 13h30, votre bouquet sera chez vous.", "2026-11-02 13:30"],
  ["Nous vous répondrons avant la fin de la semaine.", "2026-11-06 18:00"],
  ["Je vous envoie le bon demain matin.", "2026-11-02 12:00"],
  ["Vous avez écrit samedi, et nous vous répondrons lundi à 10 h.", "2026-11-02 10:00"],
  ["You will have it by Monday 13:00.", "2026-11-02 13:00"],
  ["Your bouquet will be delivered by Monday, 1 p.m. at the latest.", "2026-11-02 13:00"],
  ["We will deliver before 1pm on Monday.", "2026-11-02 13:00"],
  ["We'll get back to you within 48 hours.", "2026-11-03 21:00"],
  ["Our technician will be with you between 9am and 1pm on Tuesday.", "2026-11-03 13:00"],
  ["I'll call you tomorrow by 6pm.", "2026-11-02 18:00"],
  ["Your refund will arrive within 3 business days.", "2026-11-04 18:00"],
  ["We will refund you before 12/11/2026.", "2026-11-12 00:00"],
  ["By Friday noon your line will work again.", "2026-11-06 12:00"],
]

for (const [text, due] of PROMISED) {
  test(`a promise: ${text}`, () => {
    assert.deepEqual(read(text), [due])
  })
}

const MENTIONED: readonly string[] = [
  "Votre commande du 12 décembre a bien été enregistrée.",
  "Suite à votre courrier du 4 novembre, nous avons ouvert un dossier.",
  "Votre colis a été livré lundi.",
  "Votre commande, passée le 30 octobre, est partie.",
  "Merci de nous répondre avant vendredi.",
  "Pourriez-vous nous envoyer une photo d’ici lundi ?",
  "Serez-vous chez vous lundi à 13 h ?",
  "Nous ne pourrons pas livrer avant lundi.",
  "Nos bureaux sont ouverts du lundi au vendredi de 9 h à 18 h.",
  "Si vous ne recevez rien avant mardi, écrivez-nous.",
  "Service disponible 24h/24 et 7j/7.",
  "La facture de décembre est jointe.",
  "Your order of 12 December has been registered.",
  "Thank you for your message of Monday.",
  "Please send us a photo by Monday.",
  "Could you call us before Friday?",
  "We can't deliver before Monday.",
  "It was delivered on Monday.",
  "Our office hours are Monday to Friday, 9am to 6pm.",
  "You can reach us 24/7.",
  "Bonjour, merci pour votre patience.",
]

for (const text of MENTIONED) {
  test(`no promise: ${text}`, () => {
    assert.deepEqual(read(text), [])
  })
}

test("hours from now run on when the clocks change, days end by the wall clock", () => {
  const friday = "2026-10-23T16:00:00Z" // 18:00, before the night in which summer time ends
  assert.deepEqual(
    promisedTimes("Réponse sous 48 h.", {
      language: "fr",
      sentAt: new Date(friday),
      timeZone: "Europe/Paris",
      closingTime: () => 0,
    })[0]?.dueAt.toISOString(),
    "2026-10-25T16:00:00.000Z",
  )
  assert.deepEqual(
    promisedTimes("Vous serez livré lundi avant 13 h.", {
      language: "fr",
      sentAt: new Date(friday),
      timeZone: "Europe/Paris",
      closingTime: () => 0,
    })[0]?.dueAt.toISOString(),
    "2026-10-26T12:00:00.000Z",
  )
})

test("a day and an hour are those of the writer's zone", () => {
  const [due] = promisedTimes("You will have it by Monday 13:00.", {
    language: "en",
    sentAt: new Date(SUNDAY),
    timeZone: "America/New_York",
    closingTime: () => 0,
  })
  assert.equal(due?.dueAt.toISOString(), "2026-11-02T18:00:00.000Z")
})

test("an hour of today that has passed is not proposed for tomorrow", () => {
  assert.deepEqual(read("Vous serez livré avant 18h.", SUNDAY), [])
  assert.deepEqual(read("Vous serez livré avant 18h.", "2026-11-02T10:00:00Z"), ["2026-11-02 18:00"])
})

test("the words are the sentence, and one moment is proposed once", () => {
  const found = promisedTimes("Bonjour,\n\nVotre bouquet sera livré lundi avant 13 h. Je répète : il sera là lundi à 13 h.\n\nCamille", {
    language: "fr",
    sentAt: new Date(SUNDAY),
    timeZone: "Europe/Paris",
    closingTime: () => 18 * HOUR,
  })
  assert.deepEqual(
    found.map(({ words }) => words),
    ["Votre bouquet sera livré lundi avant 13 h."],
  )
})
