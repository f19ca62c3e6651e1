import { patch, put } from "../api/request.ts"
import type { Company } from "../api/types.ts"
import type { FormValues } from "../parts/form.tsx"

/** Keeps what was typed, and the picture if one was chosen. */
export async function keepCompany(values: FormValues): Promise<Company> {
  const body = { name: values.text("name").trim(), language: values.text("language"), timeZone: values.text("timeZone") }
  const kept = await patch<Company>("/api/company", body)
  const chosen = document.querySelector<HTMLInputElement>('input[type="file"][name="logo"]')?.files?.[0]
  return chosen ? put<Company>("/api/company/logo", { data: await asBase64(chosen) }) : kept
}

async function asBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ""
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
