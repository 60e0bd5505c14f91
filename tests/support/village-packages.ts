import type { PackageBody } from '#shared/contract/exchange-package.ts'
import { packPackage } from '#core/exchange/pack.ts'
import { listVillages } from '#core/regions/lookup.ts'
import { villagePlan, type VillagePlanOptions } from '#core/samples/village-plan.ts'

export const BLITAR = '35.05'

/** The contents of a package of a made-up plan. */
export const villageBody = villagePlan

/** A package as a file, as a village would hand it over. */
export function packageFile(body: PackageBody, secret?: string): File {
  return new File([packPackage(body, secret).bytes as Uint8Array<ArrayBuffer>], `${body.village} rev ${body.revision}.rembuk.gz`)
}

/** One package of every desa and kelurahan of a regency, in order of code. */
export function regencyPackages(region = BLITAR, options: Omit<VillagePlanOptions, 'village'> = {}): File[] {
  return listVillages(region).map(({ code }) => packageFile(villageBody({ ...options, village: code })))
}
