/** The lamp of a lookout. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path className="mark-beam" d="M12 8.500 2 3.500v10l10-5Zm0 0 10-5v10l-10-5Z" />
      <path className="mark-tower" d="M9.800 11h4.400l1.400 10.500H8.400L9.800 11Zm-.300-5h5v4h-5V6Zm.700-1.500L12 2.500l1.800 2h-3.600Z" />
    </svg>
  )
}
