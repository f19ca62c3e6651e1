import { sql } from "kysely"
import { contactOfAddress, contactsApi, type ContactSight, noteClues, phonesIn } from "#contacts"
import { type PeopleEnv, type PersonActor, type Role, systemActor } from "#people"
import { type Database, newRouter, Problem, problemResponse } from "#platform"
import { say } from "#words"

/** Two inboxes of the shop. */
export const CARE = "01900000-0000-7000-8000-00000000000a"
export const PRESS = "01900000-0000-7000-8000-00000000000b"

export function somebody(
  role: Role = "agent",
  inboxes: PersonActor["inboxes"] = "every",
  kind: PersonActor["kind"] = "agent",
): PersonActor {
  const id = "01900000-0000-7000-8000-0000000000ff"
  return { kind, id, ref: `${kind}:${id}`, role, name: "Ines Okafor", language: "en", timeZone: "Europe/Paris", inboxes, teams: [] }
}

/** Who is involved in which inbox, as the room above would know it: pairs of contact and inbox. */
export function involving(pairs: readonly [string, string][]): ContactSight {
  const among = (inboxIds: readonly string[]) => pairs.filter(([, inbox]) => inboxIds.includes(inbox)).map(([contact]) => contact)
  return {
    contactInInboxes: async (_reader, contactId, inboxIds) => among(inboxIds).includes(contactId),
    inInboxes: (contactId, inboxIds) => sql`${contactId} = any(${among(inboxIds)}::uuid[])`,
  }
}

interface Answer {
  status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- what a test looks into
  body: any
}

/** Asks the contacts' routes as somebody. */
export function askContacts(db: Database, sight?: ContactSight) {
  return async (actor: PersonActor, method: string, path: string, body?: unknown): Promise<Answer> => {
    const app = newRouter<PeopleEnv>()
    app.use(async (c, next) => {
      c.set("actor", actor)
      c.set("language", actor.language)
      await next()
    })
    app.route("/", contactsApi(sight ? { db, sight } : { db }))
    app.onError((error) => {
      if (error instanceof Problem) return problemResponse(error, (key, values) => say(actor.language, key, values))
      throw error
    })
    const init: RequestInit = {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    }
    const answer = await app.request(path, init)
    const text = await answer.text()
    return { status: answer.status, body: text ? JSON.parse(text) : null }
  }
}

/** Lets people write mails, with their signature: gives the contact that each is. */
export function writers(db: Database) {
  return async (name: string, address: string, signature = ""): Promise<string> =>
    db.transact(async (tx) => {
      const intake = systemActor("intake")
      const { contactId } = await contactOfAddress(intake, tx, { address, name, verified: null, source: "mail" })
      await noteClues(intake, tx, contactId, { phones: phonesIn(signature) })
      return contactId
    })
}
