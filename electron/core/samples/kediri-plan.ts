import type { SourceCode } from '#shared/domain/plan.ts'

/** Ceilings of the sample city, all made up to the scale of a city's stunting spending: less than what the template asks for. */
export const kediriSources: readonly { readonly source: SourceCode; readonly ceiling: number }[] = [
  { source: 'DAU', ceiling: 2_400_000_000 },
  { source: 'PAD-D', ceiling: 650_000_000 },
  { source: 'BOK', ceiling: 1_100_000_000 },
  { source: 'BOKB', ceiling: 420_000_000 },
  { source: 'DAK-F', ceiling: 900_000_000 },
  { source: 'CSR', ceiling: 75_000_000 },
  { source: 'GENTING', ceiling: 60_000_000 },
]
