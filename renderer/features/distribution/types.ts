import type { Divided } from '#shared/contract/distribution.ts'
import type { Api } from '../../client.ts'

export type Start = Awaited<ReturnType<Api['distribution']['terms']['call']>>
export type DividedVillage = Divided['villages'][number]
