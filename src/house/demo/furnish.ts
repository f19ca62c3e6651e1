import { addCalendar, addRule, defineField } from "#cases"
import { addInbox, type MessageFile } from "#conversations"
import { addAgent, addTeam, changeOneself, firstAdministrator, type PersonActor, systemActor } from "#people"
import { AGENTS, HERSELF } from "./company/agents.ts"
import { DOMAIN, FIELDS, INBOXES, TAGS, TEAMS, type TeamKey } from "./company/company.ts"
import type { HouseParts } from "../open-house.ts"
import { type FileKind, makeFiles } from "./past/files.ts"
import type { Doorway, Furnished, Seat } from "./past/furnished.ts"
import { Random } from "./random.ts"
import type { Door } from "./speech/topic.ts"

export const DEMO = systemActor("demo")

const PROMISED = {
  fr: [
    "Rappeler avant demain midi",
    "Livrer un nouveau bouquet",
    "Rembourser avant vendredi",
    "Passage du technicien, premier créneau",
    "Envoyer l’attestation",
    "Réponse écrite du service",
  ],
  en: [
    "Call back before noon tomorrow",
    "Deliver a new bouquet",
    "Refund by Friday",
    "Engineer’s visit, first slot",
    "Send the certificate",
    "A written answer from the team",
  ],
}

/** Forty people in six teams behind eight inboxes, with hours, deadlines and fields. The house's clock stands where the company begins. */
export async function furnish({ db, jobs, blobs }: HouseParts, language: "fr" | "en", seed: string): Promise<Furnished> {
  const built = await db.transact(async (tx) => {
    const seats: Seat[] = []
    for (const one of AGENTS) {
      const { key, name, role } = one
      const email = `${key}@${DOMAIN}`
      // Whoever starts the house comes in as the administrator it was opened with: that is her.
      const first = key === HERSELF ? await firstAdministrator(tx) : null
      const { agentId: id } = first ?? (await addAgent(DEMO, tx, { email, name, role, language: one.language }))
      const sits = seat(key, id, name, one)
      if (first) await changeOneself({ ...sits.person, session: id }, tx, { email, name, language, timeZone: "Europe/Paris" })
      seats.push(sits)
    }
    const teams: Partial<Record<TeamKey, string>> = {}
    for (const team of TEAMS)
      teams[team.key] = await addTeam(DEMO, tx, {
        name: team.name[language],
        agentIds: seats.filter((one) => one.team === team.key).map(({ id }) => id),
      })
    const office = await addCalendar(DEMO, tx, {
      name: language === "fr" ? "Les comptoirs" : "The counters",
      timeZone: "Europe/Paris",
      spans: [
        { days: [1, 2, 3, 4, 5], from: "08:30", to: "19:00" },
        { days: [6], from: "09:00", to: "17:30" },
      ],
      holidays: "FR",
      extraDays: [],
      standard: true,
    })
    const always = await addCalendar(DEMO, tx, {
      name: language === "fr" ? "Jour et nuit" : "Day and night",
      timeZone: "Europe/Paris",
      spans: [{ days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "24:00" }],
      holidays: "none",
      extraDays: [],
      standard: false,
    })
    const inboxes: Partial<Record<Door, Doorway>> = {}
    for (const one of INBOXES) {
      const address = `${one.door}@${DOMAIN}`
      const { door, team, signature } = one
      const { id } = await addInbox(DEMO, tx, {
        name: one.name,
        address,
        language: one.language,
        signature,
        teamId: teams[team] ?? null,
        acknowledge: one.acknowledge,
      })
      inboxes[door] = { id, address, team, signature }
      const rule = { calendarId: one.always ? always.id : office.id, inboxId: id, nextAnswer: one.firstAnswer * 2, resolution: null }
      await addRule(DEMO, tx, jobs, { ...rule, priority: null, firstAnswer: one.firstAnswer })
      if (one.always) await addRule(DEMO, tx, jobs, { ...rule, priority: "urgent", firstAnswer: 10, nextAnswer: 20 })
    }
    for (const [position, field] of FIELDS.entries())
      await defineField(DEMO, tx, { key: field.key, name: field.name[language], type: field.type, choices: field.choices, position })
    return { seats, teams: whole(teams), inboxes: whole(inboxes) }
  })
  const files = await keepFiles(blobs, seed)
  return furnished({ ...built, language, files })
}

type Built = Pick<Furnished, "seats" | "teams" | "inboxes" | "language"> & { files: ReadonlyMap<FileKind, readonly MessageFile[]> }

/** The company, ready to be asked. */
export function furnished({ seats, teams, inboxes, language, files }: Built): Furnished {
  const at = (key: string): Seat => {
    const found = seats.find((one) => one.key === key)
    if (!found) throw new Error(`Nobody is called ${key}`)
    return found
  }
  return {
    language,
    seats,
    teams,
    inboxes,
    herself: at(HERSELF),
    contactIds: new Map(),
    promises: PROMISED[language],
    of: (team, random) => random.of(seats.filter((one) => one.team === team && one.key !== HERSELF && one.person.role !== "observer")),
    seat: at,
    tag: (key, spoken = language) => TAGS[key]?.[spoken] ?? key,
    file: (kind, random) => random.of(files.get(kind) ?? []),
  }
}

/** A colleague where they sit, able to act. */
export function seat(
  key: string,
  id: string,
  name: string,
  plan: Pick<(typeof AGENTS)[number], "team" | "role" | "language" | "feminine" | "night">,
): Seat {
  const person: PersonActor = {
    kind: "agent",
    id,
    ref: `agent:${id}`,
    role: plan.role,
    name,
    language: plan.language,
    timeZone: "Europe/Paris",
    inboxes: "every",
    teams: [],
  }
  return { id, key, actor: person.ref, name, feminine: plan.feminine, team: plan.team, night: plan.night ?? false, person }
}

/** What customers attach: kept once, shown in many cases. */
export async function keepFiles(blobs: HouseParts["blobs"], seed: string): Promise<Map<FileKind, MessageFile[]>> {
  const kept = new Map<FileKind, MessageFile[]>()
  for (const { kind, name, type, bytes } of makeFiles(new Random(`${seed} files`))) {
    const file = { name, type, size: bytes.length, sha256: await blobs.keep(bytes), contentId: null, inline: false }
    kept.set(kind, [...(kept.get(kind) ?? []), file])
  }
  return kept
}

function whole<K extends string, V>(parts: Partial<Record<K, V>>): Record<K, V> {
  return parts as Record<K, V> // every key was written above
}
