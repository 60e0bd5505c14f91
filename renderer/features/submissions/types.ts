import type { Api } from '../../client.ts'

export type Villages = Awaited<ReturnType<Api['exchange']['villages']['call']>>
export type VillageRow = Villages['villages'][number]
