/** Does something once what is being drawn stands on the screen, or a moment later where nobody looks and no frame comes; what it gives takes that back. */
export function afterPaint(doing: () => void): () => void {
  let timer = setTimeout(doing, UNSEEN)
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    timer = setTimeout(doing)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

const UNSEEN = 500
