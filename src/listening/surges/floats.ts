/** Numbers as they are stored: 32-bit floats in base64. */
export function floatsToText(values: Float32Array): string {
  const bytes = Buffer.alloc(4 * values.length)
  values.forEach((value, n) => bytes.writeFloatLE(value, 4 * n))
  return bytes.toString("base64")
}

/** Puts what was stored back into `values`, from a place on. */
export function floatsFromText(text: string, values: Float32Array, from = 0): void {
  const bytes = Buffer.from(text, "base64")
  for (let n = 0; n < bytes.length / 4; n++) values[from + n] = bytes.readFloatLE(4 * n)
}
