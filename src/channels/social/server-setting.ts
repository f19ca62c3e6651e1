import { z } from "@hono/zod-openapi"

/** Where a place is asked: nearly always where everybody asks it. */
export const serverSetting = (usual: string) => z.url({ protocol: /^https?$/, message: "answers.account.badUrl" }).default(usual)

/** A word that a place gives: a key, a token, a number. */
export const given = (most: number) => z.string().trim().min(1, "field.required").max(most)
