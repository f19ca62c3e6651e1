// A process of its own that files one mail and may be killed on the way: file-one.fixture.ts FOLDER ADDRESS SPOOL-ID
import { type Address, Database, systemClock } from "#platform"
import { fileMail } from "../file-mail.ts"
import { filingParts } from "./filing.fixture.ts"

const [folder = "", address = "", id = ""] = process.argv.slice(2)
const db = new Database(JSON.parse(address) as Address, systemClock, { connections: 2 })
const parts = await filingParts(db, folder)
await fileMail(parts, id)
await parts.pool.close()
await db.close()
