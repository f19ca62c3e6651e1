import assert from "node:assert/strict"
import { afterEach, beforeEach, describe, test } from "node:test"
import { FetchRefused, MINUTE } from "#platform"
import { KINDS } from "./kinds.ts"
import { type Grounded, groundAt, sourceOf } from "./served.fixture.ts"
import { SourceTrouble } from "./source.ts"
import { facebookStage, googleBusinessStage, instagramStage, threadsStage, xStage } from "./stages/approved.fixture.ts"
import { blueskyStage, mastodonStage } from "./stages/followed.fixture.ts"
import { hear } from "./stages/hear.fixture.ts"
import { discourseStage, feedStage, hackerNewsStage, lemmyStage, pageStage } from "./stages/looked-at.fixture.ts"
import { appStoreStage, googlePlayStage, trustpilotStage, youtubeStage } from "./stages/reviews.fixture.ts"
import type { Stage } from "./stages/stage.fixture.ts"

const NOW = "2026-11-22T10:00:00Z"

/** What every kind of place must hold to. A new kind brings a stage on which it can be heard. */
const STAGES: Readonly<Record<string, (start: Date) => Promise<Stage>>> = {
  feed: feedStage,
  bluesky: blueskyStage,
  mastodon: mastodonStage,
  page: pageStage,
  discourse: discourseStage,
  lemmy: lemmyStage,
  "hacker-news": hackerNewsStage,
  "google-play": googlePlayStage,
  "app-store": appStoreStage,
  trustpilot: trustpilotStage,
  youtube: youtubeStage,
  threads: threadsStage,
  instagram: instagramStage,
  facebook: facebookStage,
  x: xStage,
  "google-business": googleBusinessStage,
}

test("every kind that is read has a stage here", () => {
  const read = KINDS.filter(({ read: look, follow }) => look ?? follow).map(({ kind }) => kind)
  assert.deepEqual(read.toSorted(), Object.keys(STAGES).toSorted())
})

for (const [name, open] of Object.entries(STAGES)) {
  describe(name, () => {
    let stage: Stage
    let here: Grounded
    beforeEach(async () => {
      here = groundAt(NOW)
      stage = await open(new Date("2026-11-22T09:00:00Z"))
    })
    afterEach(() => Promise.all([stage.close(), here.close()]))
    const has =
      (...wanted: string[]) =>
      ({ texts }: { texts: string[] }) =>
        wanted.every((text) => texts.some((said) => said.includes(text)))

    test("what is there is heard, and is the same thing when it's heard again", async () => {
      stage.say("The first parcel is late")
      stage.say("The second parcel is late")
      const enough = has("first parcel", "second parcel")
      const [once, again] = [await hear(stage, here.ground, null, enough), await hear(stage, here.ground, null, enough)]
      assert.ok(enough(once), once.texts.join(" | "))
      assert.deepEqual([...new Set(again.keys)].toSorted(), [...new Set(once.keys)].toSorted())
      assert.deepEqual(again.cursor, JSON.parse(JSON.stringify(again.cursor)), "a cursor is kept as JSON")
      for (const { from, through } of once.readings) assert.ok(through <= here.clock.now() && (from === null || from <= through))
    })

    test("it goes on from its cursor: what was said meanwhile is heard, and nothing is said to be missing", async () => {
      stage.say("The first parcel is late")
      const first = await hear(stage, here.ground, null, has("first parcel"))
      stage.say("The second parcel is late")
      const second = await hear(stage, here.ground, first.cursor, has("second parcel"))
      assert.ok(has("second parcel")(second), second.texts.join(" | "))
      assert.deepEqual(
        second.readings.map(({ from }) => from),
        second.readings.map(() => null),
      )
    })

    test("what is taken back is heard as gone", async (t) => {
      if (!stage.takeBack) return t.skip("this place never tells")
      for (const text of ["The first parcel is late", "The second parcel is late", "The third parcel is late"]) stage.say(text)
      const first = await hear(stage, here.ground, null, has("first parcel", "third parcel"))
      const key = first.readings.flatMap(({ heard }) => heard).find(({ text }) => text.includes("second"))?.key
      const takeBack = () => stage.takeBack!("The second parcel is late")
      here.clock.advance(stage.forgetsAfter ?? 0)
      const isGone = ({ gone }: { gone: string[] }) => gone.includes(key!)
      const second = await hear(stage, here.ground, first.cursor, isGone, takeBack)
      assert.deepEqual(second.gone, [key])
    })

    test("what was taken back where nobody is told is found missing when it is looked for again", async (t) => {
      if (!stage.vanish) return t.skip(stage.takeBack ? "this place tells by itself" : "this place says nothing of one thing")
      for (const text of ["The first parcel is late", "The second parcel is late"]) stage.say(text)
      const { readings } = await hear(stage, here.ground, null, has("first parcel", "second parcel"))
      const kept = readings
        .flatMap(({ heard }) => heard)
        .map(({ key, url, replyTo, text }) => ({ key, url, replyTo, text, saidAt: here.clock.now() }))
      const ask = () => stage.kind.stillThere!(here.ground, sourceOf(stage.settings, null, stage.secret), kept)
      assert.deepEqual(await ask(), { gone: [], missing: [], unsaid: [] })
      stage.vanish("The second parcel is late")
      const { gone, missing, unsaid } = await ask()
      assert.deepEqual(
        [...gone, ...missing],
        kept.flatMap(({ key, text }) => (text.includes("second") ? key : [])),
      )
      assert.deepEqual(unsaid, [])
      stage.setMood("throttling")
      const error = await ask().catch((thrown: unknown) => thrown)
      const unasked = { keys: kept.map(({ key }) => key), until: new Date(here.clock.now().getTime() + 2 * MINUTE), trouble: null }
      if (name === "feed") assert.deepEqual(error, { gone: [], missing: [], unsaid: [], unasked })
      else assert.ok(error instanceof SourceTrouble && error.code === "throttled", String(error))
    })

    test("an edit is the same thing in other words", async () => {
      if (!stage.edit) return
      stage.say("The first parcel is late")
      const first = await hear(stage, here.ground, null, has("first parcel"))
      stage.edit("The first parcel is late", "The first parcel is lost")
      const second = await hear(stage, here.ground, first.cursor, has("is lost"))
      const keyOf = (heard: typeof first, words: string) =>
        heard.readings.flatMap(({ heard }) => heard).find(({ text }) => text.includes(words))?.key
      assert.equal(keyOf(second, "is lost"), keyOf(first, "is late"))
      const third = await hear(stage, here.ground, second.cursor, () => true)
      assert.ok(!third.texts.some((text) => text.includes("is lost")), "once")
    })

    test("being asked to wait, being refused, an error and nonsense are troubles, and it is read again after them", async () => {
      stage.say("The first parcel is late")
      const { cursor } = await hear(stage, here.ground, null, has("first parcel"))
      for (const mood of ["throttling", "refusing", "broken", "down"] as const) {
        stage.setMood(mood)
        if (mood === "broken" && (name === "bluesky" || name === "page")) continue // one bad line of many; a page may say anything
        const error = await hear(stage, here.ground, cursor, () => false).catch((thrown: unknown) => thrown)
        assert.ok(error instanceof SourceTrouble || error instanceof FetchRefused, `${mood}: ${String(error)}`)
        if (mood === "throttling" && error instanceof SourceTrouble) {
          assert.equal(error.code, "throttled")
          assert.equal(error.until?.toISOString(), "2026-11-22T10:02:00.000Z")
        }
      }
      stage.setMood("well")
      stage.say("The second parcel is late")
      assert.ok(has("second parcel")(await hear(stage, here.ground, cursor, has("second parcel"))))
    })
  })
}
