import assert from "node:assert/strict"
import { test } from "node:test"
import { LanguageThread } from "./language-thread.ts"
import { UnderstandingThread } from "./understanding-thread.ts"

const said = (id: string, text: string, language: string | null) => ({ item: { id, at: 0, text }, language, story: null })

test("a thread gathers and reads tone, in the order in which it is asked", async () => {
  const thread = new UnderstandingThread()
  await thread.learn([{ item: { id: "a", at: 0, text: "Rappel des poussettes Nomade de Belami après deux accidents" }, story: "story" }])
  const [french, english, unread] = await thread.understand([
    said("b", "C’est un scandale, les poussettes Nomade de Belami sont rappelées !", "fr"),
    said("c", "The brewery denies that any glass was found in its bottles.", "en"),
    said("d", "Ik heb nog altijd geen antwoord gekregen van de klantendienst", "nl"),
  ])
  assert.deepEqual([french!.placement?.story, french!.tone.tone], ["story", "negative"])
  assert.equal(english!.placement?.reason, "first")
  assert.deepEqual(unread!.tone.doubts, ["language"])
  await thread.close()
  await assert.rejects(thread.understand([]), /ended/)
})

test("languages are told in a thread of their own; one that hangs is ended, and the next who asks gets another", async () => {
  const thread = new LanguageThread()
  const texts = ["ok super", "Merci beaucoup pour votre réponse rapide", "The brewery denies that any glass was found"]
  for (const time of ["first", "again"]) assert.deepEqual(await thread.languagesOf(texts), [null, "fr", "en"], time)
  await thread.close()
  assert.deepEqual(await thread.languagesOf(texts), [null, "fr", "en"])
  await thread.close()
  await assert.rejects(new LanguageThread(0).languagesOf(texts), /didn't answer/)
})
