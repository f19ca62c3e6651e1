import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { closeEverything } from "../test/support/database.ts"
import { openPage } from "../test/support/chromium.ts"

/** Draws the icons of the installed desk from mark.svg. Run again when the mark changes: sh bin/with-node docs/draw-icons.ts */
const DESK = fileURLToPath(new URL("../web/desk/", import.meta.url))

/** `fill`: how much of the square the mark takes; a masked icon loses its corners. */
const ICONS = [
  { name: "icon-192", size: 192, fill: 0.74, paper: "#f7f9fb", round: 0.22 },
  { name: "icon-512", size: 512, fill: 0.74, paper: "#f7f9fb", round: 0.22 },
  { name: "icon-maskable", size: 512, fill: 0.56, paper: "#f7f9fb", round: 0 },
  { name: "icon-apple", size: 180, fill: 0.68, paper: "#f7f9fb", round: 0 },
]

const mark = await readFile(join(DESK, "mark.svg"), "utf8")
try {
  const page = await openPage()
  for (const { name, size, fill, paper, round } of ICONS) {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(
      `<body style="margin:0;display:grid;place-items:center;width:${size}px;height:${size}px">
        <div style="display:grid;place-items:center;width:100%;height:100%;background:${paper};border-radius:${size * round}px">
        ${mark.replace("<svg ", `<svg width="${size * fill}" height="${size * fill}" `)}</div></body>`,
    )
    await writeFile(join(DESK, `public/${name}.png`), await page.screenshot({ omitBackground: true }))
  }
} finally {
  await closeEverything()
}
