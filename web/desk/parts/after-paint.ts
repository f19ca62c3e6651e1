/**
 * Does something once what is being drawn stands on the screen and so many milliseconds more, or a moment later where nobody looks and no
 * frame comes; what it gives takes that back.
 */
export function afterPaint(doing: () => void, rest = 0): () => void {
  let timer = setTimeout(doing, UNSEEN + rest)
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    timer = setTimeout(doing, BREATH + rest)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

const UNSEEN = 500
/** What is drawn after a frame's scripts has its time. */
const BREATH = 10
