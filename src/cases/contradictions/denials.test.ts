import assert from "node:assert/strict"
import { test } from "node:test"
import { type Denial, denialsIn } from "./denials.ts"

const SAID: readonly (readonly [string, Denial])[] = [
  ["Je n’ai rien reçu.", "not-received"],
  ["Bonjour, à ce jour je n'ai toujours pas reçu mon bouquet !", "not-received"],
  ["Le colis n'est jamais arrivé", "not-received"],
  ["Rien n’est arrivé, et ma carte est débitée.", "not-received"],
  ["Ma mère n'a pas été livrée.", "not-received"],
  ["Personne n’a reçu ces fleurs.", "not-received"],
  ["Aucun colis devant ma porte.", "not-received"],
  ["J'attends toujours ma commande.", "not-received"],
  ["Toujours rien.", "not-received"],
  ["Le transporteur dit livré, mais nous n'avons pas\nreçu le paquet", "not-received"],
  ["I haven't received anything.", "not-received"],
  ["The parcel never arrived", "not-received"],
  ["It hasn't arrived yet.", "not-received"],
  ["Nothing came.", "not-received"],
  ["My order has not been delivered!", "not-received"],
  ["Nobody here received any flowers", "not-received"],
  ["We did not get the bouquet", "not-received"],
  ["Still no parcel.", "not-received"],
  ["Je ne suis toujours pas remboursée.", "not-refunded"],
  ["Je n’ai pas encore reçu mon remboursement", "not-refunded"],
  ["Toujours aucun remboursement sur mon compte", "not-refunded"],
  ["I still haven't been refunded.", "not-refunded"],
  ["I never got my refund", "not-refunded"],
  ["Still waiting for my refund", "not-refunded"],
  ["Toujours pas d’internet ce matin", "not-restored"],
  ["La ligne est toujours en panne.", "not-restored"],
  ["La box ne marche toujours pas", "not-restored"],
  ["still no internet", "not-restored"],
  ["The line is still down.", "not-restored"],
  ["It hasn't been fixed", "not-restored"],
]

for (const [text, code] of SAID) {
  test(`${code}: ${text.replace(/\n/g, " ")}`, () => {
    assert.deepEqual(denialsIn(text), [code])
  })
}

const NOT_SAID: readonly string[] = [
  "J'ai bien reçu le bouquet, merci !",
  "Je n'ai pas reçu de réponse à mon message.",
  "Nous n'avons pas reçu votre mail.",
  "Je ne suis pas arrivé à vous joindre.",
  "Si je n'ai rien reçu demain, je vous écris.",
  "Je n'avais rien reçu, mais c'est arrivé ce matin.",
  "Je ne veux pas de remboursement, je veux mon bouquet.",
  "Quand serai-je livré ?",
  "Je n'ai pas eu le temps de regarder.",
  "I received it, thank you.",
  "I haven't received a reply.",
  "I did not get the chance to look.",
  "If it hasn't arrived by Monday, I will write again.",
  "It hadn't come, but it finally arrived today.",
  "Please don't refund me.",
  "The internet works again, thanks.",
  "I have not come to complain, only to ask.",
]

for (const text of NOT_SAID) {
  test(`nothing denied: ${text}`, () => {
    assert.deepEqual(denialsIn(text), [])
  })
}
