import assert from "node:assert/strict"
import { test } from "node:test"
import { UnderstandingThread } from "./understanding-thread.ts"

const said = (id: string, text: string) => ({ item: { id, at: 0, text }, language: null, story: null })

test("a thread gathers, reads tone and language, in the order in which it is asked", async () => {
  const thread = new UnderstandingThread()
  await thread.learn([{ item: { id: "a", at: 0, text: "Rappel des poussettes Nomade de Belami après deux accidents" }, story: "story" }])
  const [french, english, unread] = await thread.understand([
    said("b", "C’est un scandale, les poussettes Nomade de Belami sont rappelées !"),
    said("c", "The brewery denies that any glass was found in its bottles."),
    said("d", "Ik heb nog altijd geen antwoord gekregen van de klantendienst"),
  ])
  assert.deepEqual([french!.placement?.story, french!.language, french!.tone.tone], ["story", "fr", "negative"])
  assert.deepEqual([english!.placement?.reason, english!.language], ["first", "en"])
  assert.deepEqual([unread!.language, unread!.tone.doubts], ["nl", ["language"]])
  assert.deepEqual(await thread.languagesOf(["ok super", "Merci beaucoup pour votre réponse rapide"]), [null, "fr"])
  await thread.close()
  await assert.rejects(thread.understand([]), /ended/)
})
