const BLOCK = 512
const LONGEST = 100

/** The mails of a folder that was chosen: what lies in `cur` and `new`, and files named .eml. */
export const mailsIn = (files: readonly File[]): File[] =>
  files.filter(({ webkitRelativePath: path }) => /\/(cur|new)\/[^/]+$|^(?!.*\/tmp\/[^/]+$).*\.eml$/i.test(path))

/** Files as one (POSIX ustar, IEEE Std 1003.1); none of them is read before it is sent. */
export function tarOf(files: readonly File[], name: string): File {
  const parts = files.flatMap((file, index) => [
    header(nameOf(file, index), file),
    file,
    new Uint8Array((BLOCK - (file.size % BLOCK)) % BLOCK),
  ])
  return new File([...parts, new Uint8Array(2 * BLOCK)], name)
}

/** Too long a path keeps what makes it a mail. */
function nameOf({ webkitRelativePath: path }: File, index: number): string {
  if (new TextEncoder().encode(path).length <= LONGEST) return path
  const folder = path.split("/").at(-2) ?? ""
  return folder === "cur" || folder === "new" ? `${index}/${folder}/${index}` : `${index}.eml`
}

function header(name: string, { size, lastModified }: File): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(BLOCK)
  const put = (text: string, at: number): void => bytes.set(new TextEncoder().encode(text), at)
  const octal = (value: number, length: number): string => value.toString(8).padStart(length, "0")
  put(name, 0)
  put("0000600\0", 100)
  put("0000000\0".repeat(2), 108)
  put(`${octal(size, 11)}\0`, 124)
  put(`${octal(Math.max(0, Math.floor(lastModified / 1000)), 11)}\0`, 136)
  put("        0", 148)
  put("ustar\x0000", 257)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  put(`${octal(sum, 6)}\0 `, 148)
  return bytes
}
