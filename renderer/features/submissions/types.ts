import type { Api } from '../../ui/api.tsx'

export type Villages = Awaited<ReturnType<Api['exchange']['villages']['call']>>
export type VillageRow = Villages['villages'][number]
