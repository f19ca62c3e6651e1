/** Does something once what is being drawn stands on the screen, or a moment later where nobody looks and no frame comes; what it gives takes that back. */
export function afterPaint(doing: () => void): () => void {
  let timer = setTimeout(doing, UNSEEN)
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    timer = setTimeout(doing, BREATH)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

const UNSEEN = 500
/** What is drawn after a frame's scripts has its time. */
const BREATH = 10
