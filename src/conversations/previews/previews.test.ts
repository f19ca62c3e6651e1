import assert from "node:assert/strict"
import { before, test } from "node:test"
import type { Json } from "../../../test/support/house.ts"
import { Shop } from "../../../test/support/shop.ts"
import { zip } from "./office/zip.fixture.ts"
import { pdf } from "./pdf/pdf.fixture.ts"

const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
const deliveries = zip({
  "xl/workbook.xml": "<workbook/>",
  "xl/worksheets/sheet1.xml": '<worksheet><row><c s="0"><v>46349</v></c></row></worksheet>',
  "xl/styles.xml": '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
})
let shop: Shop
let mail: Json
before(async () => {
  shop = await Shop.open()
  mail = await letter([
    ["bouquet.png", "image/png", Buffer.from(PNG, "base64")],
    ["photo.jpg", "image/jpeg", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ["orders.csv", "text/csv", Buffer.from('number;what\nA-7;"Roses; red"\nA-8;=HYPERLINK("x")\n')],
    ["words.txt", "text/plain", Buffer.from("é line\n".repeat(60))],
    ["facture.pdf", "application/pdf", pdf(3)],
    ["deliveries.xlsx", "application/octet-stream", deliveries],
    ["data.txt", "text/plain", Buffer.from([0, 1, 2, 3])],
    [
      "bomb.png",
      "image/png",
      Buffer.concat([Buffer.from(PNG, "base64").subarray(0, 16), Buffer.from("0000ffff0000ffff", "hex"), Buffer.alloc(40)]),
    ],
  ])
})

/** A mail with files. */
async function letter(files: [name: string, type: string, bytes: Buffer][]): Promise<Json> {
  const parts = files.map(
    ([name, type, bytes]) =>
      `Content-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${bytes.toString("base64")}\n`,
  )
  return shop.receive({
    from: "Camille Rousseau <camille@rousseau.example>",
    to: shop.address,
    headers: ['Content-Type: multipart/mixed; boundary="b"'],
    text: ["", "Content-Type: text/plain\n\nVoici.\n", ...parts, "-"].join("\n--b\n").replace("--b\n-", "--b--"),
  })
}

const ask = (name: string, what: "picture" | "lines" | "pages" | `pages/${number}`, language = "en") => {
  const { id } = mail.attachments.find((file: Json) => file.name === name)
  return shop.inside.house.app.request(`/api/messages/${mail.id}/attachments/${id}/${what}`, {
    headers: { authorization: `Bearer ${shop.token}`, "accept-language": language },
  })
}

test("a picture is served as what its bytes are, fenced in; what only says that it is one isn't", async () => {
  const picture = await ask("bouquet.png", "picture")
  assert.equal(picture.status, 200)
  assert.equal(picture.headers.get("content-type"), "image/png")
  assert.equal(picture.headers.get("x-content-type-options"), "nosniff")
  assert.match(picture.headers.get("content-security-policy") ?? "", /sandbox/)
  assert.equal((await ask("photo.jpg", "picture")).status, 404, "a drawing with a script under a photo's name")
  assert.equal((await ask("bomb.png", "picture")).status, 404, "65535 × 65535 dots in a hundred bytes")
})

test("a text shows its first lines, a table its cells, and bytes nothing", async () => {
  const table: Json = await (await ask("orders.csv", "lines")).json()
  assert.deepEqual(table, {
    kind: "table",
    rows: [
      ["number", "what"],
      ["A-7", "Roses; red"],
      ["A-8", "=HYPERLINK(x)"],
    ],
    more: false,
  })
  const text: Json = await (await ask("words.txt", "lines")).json()
  assert.deepEqual([text.kind, text.rows.length, text.rows[0], text.more], ["text", 40, ["é line"], true])
  assert.equal((await ask("data.txt", "lines")).status, 404)
  for (const [language, shown] of Object.entries({ en: "23 Nov 2026", fr: "23 nov. 2026" }))
    assert.deepEqual((await (await ask("deliveries.xlsx", "lines", language)).json()).rows, [[shown]])
})

test("pages of a PDF are served as pictures that we drew, and only those that there are", async () => {
  assert.deepEqual(await (await ask("facture.pdf", "pages")).json(), { pages: 3, shown: 3 })
  const page = await ask("facture.pdf", "pages/3")
  assert.deepEqual([page.status, page.headers.get("content-type")], [200, "image/png"])
  assert.match(page.headers.get("content-security-policy") ?? "", /sandbox/)
  assert.equal((await ask("facture.pdf", "pages/4")).status, 404)
  assert.equal((await ask("facture.pdf", "pages/11")).status, 422, "only the first ten")
  assert.equal((await ask("words.txt", "pages/1")).status, 404)
})

test("a draft names its files, on whatever screen it is opened, and only to whom they belong", async () => {
  const agentId = await shop.inside.agent("lea@rousseau.example", "Léa Moreau")
  assert.ok(agentId)
  const form = new FormData()
  form.set("file", new File([Buffer.from(PNG, "base64")], "rose.png", { type: "image/png" }))
  const headers = { authorization: `Bearer ${shop.token}` }
  const app = shop.inside.house.app
  const upload: Json = await (await app.request("/api/uploads", { method: "POST", headers, body: form })).json()
  const address = `/api/conversations/${mail.conversationId}/drafts/reply`
  const saved = await app.request(address, {
    method: "PUT",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ text: "Voici", attachmentIds: [upload.id], version: 0 }),
  })
  const draft: Json = await saved.json()
  assert.deepEqual(draft.files, [upload], JSON.stringify(draft))
  assert.equal((await app.request(`/api/uploads/${upload.id}/picture`, { headers })).status, 200)
  const other = { authorization: `Bearer ${await shop.inside.token("admin")}` }
  assert.equal((await app.request(`/api/uploads/${upload.id}/picture`, { headers: other })).status, 404)
})
