import { createRoute, z } from "@hono/zod-openapi"
import { type PeopleEnv, requireRole } from "#people"
import { Conflict, idParam, Invalid, json, newRouter, NotFound, pageOf } from "#platform"
import { counting, presentAccount, presentTrouble, SocialAccountView, trouble } from "./account-view.ts"
import { givenFor, tryAccount, type Trial } from "./check-account.ts"
import { addAccount, changeAccount, removeAccount } from "./define-account.ts"
import { holdAccount, standingAccounts } from "./find-accounts.ts"
import { noteTrouble } from "./note-trouble.ts"
import type { SocialDeps } from "./social-deps.ts"
import { APPROVALS } from "./tables.ts"

const tags = ["public answers"]
const params = idParam
const object = z.record(z.string(), z.unknown())
const ids = z.array(z.uuid()).max(100)
const leave = { approval: z.enum(APPROVALS), approvalTeams: ids, approvers: ids }
const given = { kind: z.string().max(50), settings: object, secret: object.openapi({ description: "Sealed, and never shown again" }) }
const name = z.string().trim().min(1).max(200)
const trial = z.object({
  trouble: trouble.nullable().openapi({ description: "Null: it could speak" }),
  handle: z.string().nullable(),
  url: z.string().nullable(),
  counting: counting.nullable(),
})
const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { required: true, ...json(schema, "What it shall be") } })
const one = { 200: json(SocialAccountView, "As it is now") }

/** Accounts that the company speaks with: reading everyone, changing leads. */
export function accountRoutes(deps: SocialDeps) {
  const { db, keys, ground } = deps
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path: "/api/social-accounts",
        tags,
        summary: "Accounts that the company speaks with in public",
        responses: { 200: json(pageOf(SocialAccountView), "All of them, by name") },
      }),
      async (c) => {
        const rows = await standingAccounts(db.read)
        return c.json({ items: rows.map((row) => presentAccount(row, c.get("language"))), next: null }, 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/social-accounts/try",
        tags,
        summary: "Sign in with an account without keeping it, and without writing anything (lead)",
        request: body(z.strictObject(given)),
        responses: { 200: json(trial, "What came of it") },
      }),
      async (c) => {
        requireRole(c.get("actor"), "lead")
        requireSpeaking(deps)
        const tried = await tryAccount(ground, c.req.valid("json"))
        const { handle = null, url = null, counting: count = null } = tried.checked?.known ?? {}
        return c.json({ trouble: tried.trouble && presentTrouble(tried.trouble, c.get("language")), handle, url, counting: count }, 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/social-accounts",
        tags,
        summary: "Add an account; it is signed in with first (lead)",
        request: body(
          z.strictObject({
            ...given,
            name: name.nullish(),
            approval: leave.approval.default("nobody"),
            approvalTeams: leave.approvalTeams.default([]),
            approvers: leave.approvers.default([]),
          }),
        ),
        responses: { 201: json(SocialAccountView, "It can be spoken with") },
      }),
      async (c) => {
        const actor = c.get("actor")
        requireRole(actor, "lead")
        requireSpeaking(deps)
        const { kind, settings, secret, name: called, ...rest } = c.req.valid("json")
        const checked = accepted(await tryAccount(ground, { kind, settings, secret }))
        const row = await db.transact((tx) => addAccount(actor, tx, keys, checked, { ...rest, name: called ?? null }))
        return c.json(presentAccount(row, c.get("language")), 201)
      },
    )
    .openapi(
      createRoute({
        method: "patch",
        path: "/api/social-accounts/{id}",
        tags,
        summary: "Change an account; another secret or place is tried first (lead)",
        request: {
          params,
          ...body(
            z.strictObject({
              name: name.optional(),
              settings: object.optional(),
              secret: object.optional(),
              approval: leave.approval.optional(),
              approvalTeams: leave.approvalTeams.optional(),
              approvers: leave.approvers.optional(),
            }),
          ),
        },
        responses: one,
      }),
      async (c) => {
        const actor = c.get("actor")
        requireRole(actor, "lead")
        const { id } = c.req.valid("param")
        const { name: called, settings, secret, ...rest } = c.req.valid("json")
        await db.transact((tx) => holdAccount(tx, id))
        const again =
          settings || secret
            ? await givenFor(db.read, keys, id, { ...(settings ? { settings } : {}), ...(secret ? { secret } : {}) })
            : null
        const checked = again && accepted(await tryAccount(ground, again))
        const row = await db.transact((tx) => changeAccount(actor, tx, keys, id, { name: called, checked, leave: rest }))
        return c.json(presentAccount(row, c.get("language")), 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/social-accounts/{id}/check",
        tags,
        summary: "Sign in with a kept account again, and ask how the place counts (lead)",
        request: { params },
        responses: one,
      }),
      async (c) => {
        const actor = c.get("actor")
        requireRole(actor, "lead")
        const { id } = c.req.valid("param")
        const given = await givenFor(db.read, keys, id, {})
        if (!given) throw new NotFound("answers.account.notFound")
        const { checked, trouble: found } = await tryAccount(ground, given)
        const row = await db.transact(async (tx) => {
          if (checked) return changeAccount(actor, tx, keys, id, { checked, leave: {} })
          await noteTrouble(tx, id, { kind: "refused", ...found, until: null })
          return holdAccount(tx, id)
        })
        return c.json({ ...presentAccount(row, c.get("language")), trouble: found && presentTrouble(found, c.get("language")) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: "delete",
        path: "/api/social-accounts/{id}",
        tags,
        summary: "Speak with an account no more (lead). What it said stays there, and here",
        request: { params },
        responses: { 204: { description: "Removed" } },
      }),
      async (c) => {
        await db.transact((tx) => removeAccount(c.get("actor"), tx, c.req.valid("param").id))
        return c.body(null, 204)
      },
    )
}

/** @throws Conflict where nothing is said in the open */
function requireSpeaking({ held }: SocialDeps): void {
  if (held) throw new Conflict(`answers.held.${held}`)
}

/** @throws Invalid that says why it can't speak */
function accepted(tried: Trial) {
  if (tried.checked) return tried.checked
  const { code, answer } = tried.trouble
  if (code === "unreachable" || code === "away" || code === "throttled") throw new Conflict(`answers.reason.${code}`)
  throw new Invalid(answer ? "answers.account.refusedWith" : `answers.reason.${code}`, { answer })
}
