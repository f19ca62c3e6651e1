import { Instance } from "../../sources/stages/instance.fixture.ts"
import { Pds } from "../../sources/stages/pds.fixture.ts"
import { POST } from "../networks.fixture.ts"
import { AnswerStage, REFUSAL, status } from "./answer-stage.fixture.ts"

/** https://atproto.com/lexicons/com-atproto-repo. */
export function blueskyAnswers(start: Date): AnswerStage {
  const pds = new Pds(start)
  pds.posts.set(POST, { cid: "bafymaya", record: { text: "Where is it?" } })
  return new AnswerStage({
    account: (url) => ({ kind: "bluesky", settings: { pds: url, handle: pds.handle }, secret: { appPassword: pds.password } }),
    wrong: { appPassword: "not-the-password" },
    source: null,
    said: { key: POST, text: "Where is it?", author: { handle: "maya.example" } },
    answer: (asked) => pds.answer(asked),
    says: ({ path }) => path === "/xrpc/com.atproto.repo.createRecord",
    standing: () => [...pds.records.values()].map(({ value }) => String(value["text"])),
    deleteOurs: () => pds.records.clear(),
    forget: () => pds.posts.clear(),
    refusal: status(400, { error: "InvalidRecord", message: REFUSAL }),
    most: 300,
    tooLong: "é".repeat(301),
  })
}

/** https://docs.joinmastodon.org/methods/statuses. */
export function mastodonAnswers(start: Date): AnswerStage {
  const instance = new Instance(start)
  const there = "https://elsewhere.example/@maya/112233"
  instance.known.set(there, "4711")
  return new AnswerStage({
    account: (url) => {
      instance.url = url
      return { kind: "mastodon", settings: { url }, secret: { token: instance.token } }
    },
    wrong: { token: "guessed" },
    source: null,
    said: { key: "112233", url: there, text: "Where is it?", author: { handle: "@maya@elsewhere.example" } },
    answer: (asked) => instance.answer(asked),
    says: ({ method, path }) => method === "POST" && path === "/api/v1/statuses",
    standing: () => instance.statuses.map(({ text }) => text),
    deleteOurs: () => instance.statuses.splice(0),
    forget: () => instance.known.clear(),
    refusal: status(422, { error: REFUSAL }),
    most: 500,
    tooLong: "é".repeat(501),
  })
}
