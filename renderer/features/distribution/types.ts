import type { Divided } from '#shared/contract/distribution.ts'
import type { Api } from '../../ui/api.tsx'

export type Start = Awaited<ReturnType<Api['distribution']['terms']['call']>>
export type DividedVillage = Divided['villages'][number]
