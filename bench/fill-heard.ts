import type pg from "pg"
import { Random } from "./random.ts"
import { Vocabulary } from "./vocabulary.ts"

/** So many sources, and watches of which each hears half as much as the one before the one before it. */
const SOURCES = 40
export const WATCHES = 200
/** Of five mentions a watch wanted one. */
const WANTED = 0.2
const DAYS = 365
/** Different texts; each says who said it, too. */
const SAYINGS = 16_384

/** Fills an empty database with a year of what was heard: mentions, what watches heard of them, stories of the latest, and signs by which cases find them. */
export async function fillHeard(client: pg.Client, mentions: number, progress: (text: string) => void): Promise<void> {
  const random = new Random(mentions)
  const words = { fr: new Vocabulary("fr", random), en: new Vocabulary("en", random) }
  await client.query("set session_replication_role = replica") // no look-up of what a row refers to
  await client.query("set maintenance_work_mem = '600MB'")
  await client.query("set synchronous_commit = off")
  await client.query("create temp table corpus (n int primary key, language text, text text)")
  for (const [half, tongue] of (["fr", "en"] as const).entries()) {
    const said = Array.from({ length: SAYINGS / 2 }, () => words[tongue].say(10 + random.below(30)))
    await client.query("insert into corpus select 2 * n + $1, $2, t from unnest($3::text[]) with ordinality as s (t, n)", [
      half,
      tongue,
      said,
    ])
  }
  await client.query("analyze corpus")
  const remake = await dropIndexes(client)
  for (const [what, statement] of Object.entries(steps(mentions))) {
    const began = performance.now()
    await client.query(statement)
    progress(`${what}: ${Math.round((performance.now() - began) / 1000)} s`)
  }
  for (const made of remake) {
    const began = performance.now()
    await client.query(made)
    progress(`${made.slice(0, 70)}…: ${Math.round((performance.now() - began) / 1000)} s`)
  }
  await client.query("vacuum analyze")
  await client.query("checkpoint")
}

/** Ids begin with when something was heard, as `newId` writes them. */
const id = (at: string, n: string) =>
  `(lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0') || '7' || substr(md5(${n}), 1, 3) || 'b' || substr(md5(${n}), 4, 15))::uuid`
const fixed = (n: string, group: number) => `('00000000-0000-7000-8000-0${group}' || lpad(to_hex(${n}), 10, '0'))::uuid`

const steps = (mentions: number): Record<string, string> => ({
  sources: `
    insert into sources (id, kind, name, place, settings, state, state_since, next_at, read_at, settled_at, created_by, created_at, updated_at)
    select ${fixed("n", 1)}, 'feed', 'Source ' || n, (array['press', 'forum', 'social'])[1 + n % 3], '{"url": "https://example.com/"}', 'reading',
           now() - interval '1 year', now() + interval '5 years', now(), now() - interval '1 year', 'system:bench', now() - interval '1 year', now()
      from generate_series(1, ${SOURCES}) n`,
  coverage: `insert into source_coverage select id, created_at, now() from sources where kind = 'feed'`,
  watches: `
    insert into watches (id, name, query, state, state_since, state_by, revision, generation, caught_up, created_by, created_at, updated_at)
    select ${fixed("n", 2)}, 'Watch ' || n, 'brand' || n, 'listening', now() - interval '1 year', 'system:bench', 1, n, n, 'system:bench',
           now() - interval '1 year', now() - interval '1 year' from generate_series(1, ${WATCHES}) n`,
  listened: `insert into watch_listened select id, revision, created_at, null from watches`,
  generation: `update watch_generation set n = ${WATCHES}`,
  mentions: `
    insert into mentions (id, source_id, key, key_hash, kind, url, site, title, text, author_key, author_name, author_handle, author_followers,
                          person, language, published_at, said_at, heard_at)
    select ${id("said", "made.n::text")}, ${fixed(`1 + made.n % ${SOURCES}`, 1)}, 'key ' || made.n, md5('key ' || made.n)::uuid, (array['post', 'post', 'article', 'comment', 'review'])[1 + made.n % 5],
           'https://site' || made.n % 700 || '.example/' || made.n, 'site' || made.n % 700 || '.example', case when made.n % 5 = 2 then left(c.text, 60) end,
           c.text || ' ' || who, 'author ' || who, 'Author ' || who, '@author' || who, (random() * 3000)::int,
           who, c.language, said, said, said
      from (select n, now() - (${mentions} - n) * interval '${(DAYS * 86_400) / mentions} seconds' as said, (random() * random() * 2000000)::bigint as who
              from generate_series(1, ${mentions}) n) as made join corpus c on c.n = 2 + (hashint4(made.n) & ${SAYINGS - 1})`,
  "what watches heard": `
    insert into watch_mentions (watch_id, said_at, mention_id, source_id, person, heard_at, revision)
    select ${fixed(`1 + floor(${WATCHES} * pow(random(), 3))::int`, 2)}, said_at, id, source_id, person, heard_at, 1 from mentions where random() < ${WANTED} order by 1, 2`,
  "watch sources": `insert into watch_sources select watch_id, source_id, max(heard_at), count(*) from watch_mentions group by 1, 2`,
  "watch counts": `
    insert into watch_counts (watch_id, bucket, posts, people, judged_posts, judged_people, complete, score)
    select watch_id, date_bin('5 minutes', said_at, '1970-01-01 00:00Z'), count(*), count(distinct person), count(*), count(distinct person), true, 0 from watch_mentions group by 1, 2`,
  alarms: `
    insert into alarms (id, watch_id, since, called_at, strength, evidence)
    select gen_random_uuid(), ${fixed(`1 + n % ${WATCHES}`, 2)}, now() - n * interval '3 hours', now() - n * interval '3 hours', 2,
           '{"minutes":5,"count":9,"usual":1,"seldomAbove":3,"complete":true,"posts":9,"people":8,"words":[],"sites":[],"mentions":[]}' from generate_series(1, 2000) n`,
  "which story": `
    create temp table placed as select id, said_at, first_value(id) over (partition by story order by said_at, id) as story_id, story from (
      select id, said_at, case when random() < 0.4 then 'e' || floor(extract(epoch from said_at) / 21600)::text || ':' || floor(30 * pow(random(), 2)) else id::text end as story
        from mentions where said_at > now() - interval '73 days') as latest`,
  "of stories": `
    insert into story_mentions (mention_id, story_id, said_at, reason, likeness, shared, placed_at, placed_by)
    select id, story_id, said_at, case when id = story_id then 'first' else 'words' end, 1, '{}', said_at, 'system:gatherer' from placed order by said_at`,
  stories: `
    insert into stories (id, title, title_from, first_said_at, last_said_at, mentions, opened_at)
    select story_id, 'Story ' || min(story), 'words', min(said_at), max(said_at), count(*), min(said_at) from placed group by 1`,
  readings: `
    insert into mention_readings (mention_id, language, tone, sureness, doubts, signs, read_at)
    select id, 'fr', (array['positive', 'negative', 'neutral'])[1 + (random() * 2)::int], 0.8, '{}', case when random() < 0.1 then '[{"kind":"danger","words":"brûle"}]'::jsonb else '[]' end, said_at from placed`,
  headlines: `
    insert into story_headlines (story_id, mention_id, seen_as, headline, url, site, first_seen, last_seen, hash)
    select p.story_id, m.id, 'title', m.title, m.url, m.site, m.said_at, m.said_at, md5(m.title)::uuid from placed p join mentions m on m.id = p.id where m.title is not null`,
  signs: `
    insert into tie_marks (mention_id, said_at, marks)
    select w.mention_id, min(w.said_at), (select array_agg(distinct 'w:' || left(t, 6)) from unnest(string_to_array(min(m.text), ' ')) t where length(t) > 4) from watch_mentions w
      join mentions m on m.id = w.mention_id where w.said_at > now() - interval '45 days' group by 1`,
})

/** Takes the indexes off what is large; gives what makes them again. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const found = await client.query<{ name: string; made: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
      where indrelid::regclass::text in ('mentions', 'watch_mentions', 'watch_counts', 'stories', 'story_mentions', 'story_headlines', 'mention_readings', 'tie_marks')
        and not indisprimary and not exists (select from pg_constraint where conindid = indexrelid)`,
  )
  for (const { name } of found.rows) await client.query(`drop index ${name}`)
  return found.rows.map(({ made }) => made)
}
