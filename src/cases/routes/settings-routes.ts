import { createRoute, type z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { idParam, json, newRouter, pageOf } from "#platform"
import type { Language } from "#words"
import { addStatus, changeStatusName, listStatuses, type Status } from "../define-status.ts"
import { changeField } from "../fields/change-field.ts"
import { defineField, type FieldDefinition, listFields } from "../fields/define-field.ts"
import { body, type CaseRoutesNeed } from "./parts.ts"
import { fieldChange, fieldView, newField, newStatus, statusChange, statusView } from "./settings-views.ts"

/** Statuses, fields of one's own. Everybody reads them; leads and administrators change them. */
export function settingsRoutes({ db }: CaseRoutesNeed) {
  return newRouter<PeopleEnv>()
    .openapi(list("/api/statuses", "Statuses", statusView), async (c) => {
      const statuses = await listStatuses(db.read)
      return c.json({ items: statuses.map((status) => presentStatus(status, c.get("language"))), next: null }, 200)
    })
    .openapi(add("/api/statuses", "Add a status inside a category", newStatus, statusView), async (c) => {
      const made = await db.transact((tx) => addStatus(c.get("actor"), tx, c.req.valid("json")))
      return c.json(presentStatus(made, c.get("language")), 201)
    })
    .openapi(change("/api/statuses/{id}", "Rename a status", statusChange, statusView), async (c) => {
      const changed = await db.transact((tx) => changeStatusName(c.get("actor"), tx, c.req.valid("param").id, c.req.valid("json")))
      return c.json(presentStatus(changed, c.get("language")), 200)
    })
    .openapi(list("/api/fields", "Fields of one's own", fieldView), async (c) => {
      return c.json({ items: (await listFields(db.read)).map(presentField), next: null }, 200)
    })
    .openapi(add("/api/fields", "Add a field to every case", newField, fieldView), async (c) => {
      return c.json(presentField(await db.transact((tx) => defineField(c.get("actor"), tx, c.req.valid("json")))), 201)
    })
    .openapi(change("/api/fields/{id}", "Change or retire a field", fieldChange, fieldView), async (c) => {
      return c.json(
        presentField(await db.transact((tx) => changeField(c.get("actor"), tx, c.req.valid("param").id, c.req.valid("json")))),
        200,
      )
    })
}

export function list<const Path extends string, View extends z.ZodType>(path: Path, summary: string, view: View) {
  return createRoute({ method: "get", path, tags: ["settings"], summary, responses: { 200: json(pageOf(view), "All of them") } })
}

export function add<const Path extends string, Input extends z.ZodType, View extends z.ZodType>(
  path: Path,
  summary: string,
  input: Input,
  view: View,
) {
  return createRoute({ method: "post", path, tags: ["settings"], summary, request: body(input), responses: { 201: json(view, "Added") } })
}

export function change<const Path extends string, Input extends z.ZodType, View extends z.ZodType>(
  path: Path,
  summary: string,
  input: Input,
  view: View,
) {
  return createRoute({
    method: "patch",
    path,
    tags: ["settings"],
    summary,
    request: { params: idParam, ...body(input) },
    responses: { 200: json(view, "As it is now") },
  })
}

export function remove<const Path extends string>(path: Path, summary: string) {
  return createRoute({
    method: "delete",
    path,
    tags: ["settings"],
    summary,
    request: { params: idParam },
    responses: { 204: { description: "Removed" } },
  })
}

function presentStatus({ id, category, name_en, name_fr, position, standard }: Status, language: Language) {
  return { id, category, name: language === "fr" ? name_fr : name_en, nameEn: name_en, nameFr: name_fr, position, standard }
}

function presentField({ id, key, name, type, choices, position, retired_at }: FieldDefinition) {
  return { id, key, name, type, choices, position, retired: retired_at !== null }
}
