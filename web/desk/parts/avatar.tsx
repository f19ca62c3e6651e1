/** Initials, drawn and not written. The name stands beside it, or in `title` when it stands alone. */
export function Avatar({ name, alone }: { name: string; alone?: boolean }) {
  const initials = name
    .split(/[\s@._-]+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => word[0]?.toLocaleUpperCase() ?? "")
    .join("")
  return (
    <span
      className="avatar"
      data-initials={initials || "?"}
      {...(alone ? { role: "img", "aria-label": name, title: name } : { "aria-hidden": true })}
    />
  )
}
