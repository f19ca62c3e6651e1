/** Google writes its own translation before or after what was said, each under its mark; what was said counts. */
export function originalOf(comment: string): string {
  const [, original] = comment.split(/^\(Original\)\s*$/m)
  return (original ?? comment.split(/^\(Translated by Google\)/m)[0] ?? "").trim() || comment.trim()
}
