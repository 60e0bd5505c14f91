/** Catatan: what a plan's reader should know. Text is made from the code, in both languages; nothing here is prose. */
export interface Finding {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'info'
  /** Where it leads: the kind of thing and its id, and a label for people. */
  readonly where: { readonly kind: 'plan' | 'source' | 'activity' | 'line' | 'series' | 'rule'; readonly id: string; readonly label: string }
  /** Figures of the sentence: rupiah, counts, basis points, by name. */
  readonly amounts: Readonly<Record<string, number>>
  /** Words of the sentence: names, codes, citations. */
  readonly words: Readonly<Record<string, string>>
}
