import assert from "node:assert/strict"
import { test } from "node:test"
import { camille, flowerShop } from "../../../test/support/flower-shop.ts"
import { RETAG } from "../job-names.ts"
import { retag } from "./carry-on.ts"

test("a tag is renamed, joined with another and taken off everywhere, in batches that go on where they were", async () => {
  const shop = await flowerShop()
  const tagsOf = async (id: string): Promise<string[]> => (await shop.ask(`/api/cases/${id}`)).body.tags
  const tagged = async (...tags: string[]): Promise<string> => {
    const { id } = await shop.caseOf((await shop.write(camille, "Bonjour")).conversationId)
    await shop.ask(`/api/cases/${id}`, { method: "PATCH", body: { tags } })
    return id
  }
  const [late, both, other] = [await tagged("retard", "fleurs"), await tagged("en retard", "retard"), await tagged("fleurs")]
  await shop.db.pool.query(
    `insert into cases (id, subject, status_id, category, inbox_ids, tags, last_at, created_at)
     select gen_random_uuid(), 'Old', status_id, category, inbox_ids, '{retard}', last_at, created_at from cases, generate_series(1, 1200) where id = $1`,
    [late],
  )
  await shop.db.pool.query(
    `insert into saved_views (id, name, icon, query, sort, owner_id, shared, created_at, updated_at) values (gen_random_uuid(), 'Late', 'all',
       '{"match": "all", "parts": [{"field": "tag", "is": "any", "values": ["retard", "fleurs"]}]}', 'newest', $1, 'me', now(), now())`,
    [shop.ines.id],
  )
  await shop.db.pool.query(
    `insert into automation_rules (id, name, position, trigger, conditions, actions, stop, version, created_by, created_at, updated_by, updated_at)
     values (gen_random_uuid(), 'Late', 1, '{"on": "tag", "tag": "Retard"}', '{"match": "all", "parts": [{"field": "subject", "is": "any",
       "values": ["retard"]}]}', '[{"do": "tag", "tags": ["retard", "en retard"]}]', false, 1, 'test', now(), 'test', now())`,
  )
  await shop.db.pool.query(
    `insert into saved_views (id, name, icon, query, sort, owner_id, shared, created_at, updated_at) values (gen_random_uuid(), 'Flowers', 'all',
       '{"match": "all", "parts": [{"field": "tag", "is": "any", "values": ["fleurs"]}]}', 'newest', $1, 'me', now(), now())`,
    [shop.ines.id],
  )
  const withFlowers = async (): Promise<number> =>
    (await shop.ask("/api/saved-views")).body.items.find(({ name }: { name: string }) => name === "Flowers").count
  const change = async (tag: string, becomes: string | null, as = shop.ines) => {
    const { status, body } = await shop.ask("/api/tags/changes", { body: { tag, becomes }, as })
    return { status, body, key: body.fields?.[0].key ?? body.key }
  }
  const goOn = async (): Promise<void> => retag(shop.db, String(shop.later.put_.findLast(({ name }) => name === RETAG)!.data["changeId"]))

  const agent = await shop.agent("Amadou Diallo", "amadou@fleurs.example")
  assert.equal((await change("retard", "x", agent)).status, 403)
  assert.deepEqual([(await change("unknown", "x")).status, (await change("retard", "a,b")).key], [404, "cases.tag.letters"])
  assert.equal((await change("retard", "Retard ")).key, "cases.tag.same")

  const begun = await change("retard", "En retard")
  assert.deepEqual([begun.status, begun.body.becomes, begun.body.total, begun.body.finishedAt], [202, "en retard", 1202, null])
  assert.equal((await change("en retard", null)).status, 409, "not while the other is on its way there")
  await goOn()
  assert.deepEqual([await tagsOf(late), await tagsOf(both), await tagsOf(other)], [["en retard", "fleurs"], ["en retard"], ["fleurs"]])
  const [done] = (await shop.ask("/api/tags/changes")).body.items
  assert.deepEqual([done.changed, done.finishedAt !== null], [1202, true])
  assert.deepEqual((await shop.ask("/api/tags?counted=true")).body.items, [
    { name: "en retard", cases: 1202, articles: 0 },
    { name: "fleurs", cases: 2, articles: 0 },
  ])
  const { rows } = await shop.db.pool.query(
    "select v.query, r.trigger, r.conditions, r.actions from saved_views v, automation_rules r where v.name = 'Late'",
  )
  const { query, trigger, conditions, actions } = rows[0]
  assert.deepEqual(query.parts[0].values, ["en retard", "fleurs"], "who looks for it goes on finding it")
  assert.deepEqual([trigger.tag, actions[0].tags], ["en retard", ["en retard"]], "rules go by it, too")
  assert.deepEqual(conditions.parts[0].values, ["retard"], "a word in a subject is no tag")

  assert.equal(await withFlowers(), 2)
  assert.equal((await change("fleurs", null)).status, 202)
  assert.equal(await withFlowers(), 2)
  await shop.db.pool.query("update cases set tags = '{}' where id = $1", [other]) // as far as the job has come
  assert.equal(await withFlowers(), 1, "counted anew while it goes on")
  await goOn()
  assert.equal(await withFlowers(), 0, "and once it is done")
  assert.deepEqual([await tagsOf(late), await tagsOf(other)], [["en retard"], []])
  assert.deepEqual((await shop.ask("/api/tags")).body.items, [{ name: "en retard" }])
})
