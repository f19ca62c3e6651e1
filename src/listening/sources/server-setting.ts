import { z } from "@hono/zod-openapi"

/** Where a place is asked: nearly always where everybody asks it. */
export const serverSetting = (usual: string) => z.url({ protocol: /^https?$/, message: "listening.source.badUrl" }).default(usual)
