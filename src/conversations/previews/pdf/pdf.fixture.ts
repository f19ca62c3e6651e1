/** A PDF of pages of this size in points, each with a black square (ISO 32000, 7.5). */
export function pdf(pages: number, size: [number, number] = [595, 842], content = "0 0 0 rg 100 100 200 200 re f"): Buffer {
  const kids = Array.from({ length: pages }, (_, n) => 3 + n)
  const stream = 3 + pages
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids.map((n) => `${n} 0 R`).join(" ")}] /Count ${pages} >>`,
    ...kids.map(() => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(" ")}] /Contents ${stream} 0 R >>`),
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]
  let text = "%PDF-1.4\n"
  const places = objects.map((object, n) => {
    const at = text.length
    text += `${n + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = text.length
  const rows = places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")
  return Buffer.from(
    `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`,
    "latin1",
  )
}
