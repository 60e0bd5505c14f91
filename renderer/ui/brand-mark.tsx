/** Rembuk's mark, in the colour of what it stands in. */
export function BrandMark() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" aria-hidden="true">
      <path d="M3 15V9M9 15V3M15 15v-4" />
      <path d="M3 5.5 9 9l6-3.5" opacity=".45" />
    </svg>
  )
}
