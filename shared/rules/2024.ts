import { BLT, FOOD_SECURITY, OPERATIONS } from './groups.ts'
import type { YearRules } from './year.ts'

const share = { source: 'DDS', amount: null, base: 'total' } as const

/** Dana Desa 2024 (domain §1.1). */
export const RULES_2024: YearRules = {
  year: 2024,
  regulations: [
    { name: 'PMK 145/2023', subject: 'pengelolaan Dana Desa', confidence: 'B' },
    { name: 'PMK 146/2023', subject: 'pengalokasian dan penggunaan Dana Desa', confidence: 'B' },
    { name: 'Permendes 7/2023 dan 13/2023', subject: 'prioritas penggunaan Dana Desa', confidence: 'unverified' },
  ],
  rules: [
    {
      id: 'dds-2024-blt-max',
      ...share,
      kind: 'max_share',
      group: BLT,
      shareBp: 2500,
      severity: 'error',
      citation: 'PMK 146/2023',
      confidence: 'B',
    },
    {
      id: 'dds-2024-blt-min',
      ...share,
      kind: 'min_share',
      group: BLT,
      shareBp: 1000,
      severity: 'warning',
      citation: 'PMK 146/2023',
      confidence: 'unverified',
    },
    {
      id: 'dds-2024-food',
      ...share,
      kind: 'min_share',
      group: FOOD_SECURITY,
      shareBp: 2000,
      severity: 'error',
      citation: 'PMK 146/2023',
      confidence: 'B',
    },
    {
      id: 'dds-2024-operations',
      ...share,
      kind: 'max_share',
      group: OPERATIONS,
      shareBp: 300,
      severity: 'error',
      citation: 'PMK 146/2023',
      confidence: 'B',
    },
  ],
  foci: [],
  stages: [],
  monthlyCaps: [],
  notes: [
    {
      text: 'Stunting termasuk prioritas tanpa batas paling rendah, disesuaikan kebutuhan desa.',
      citation: 'PMK 146/2023',
      confidence: 'B',
    },
    {
      text: 'Pengajuan tahap I melampirkan laporan konvergensi stunting tahun sebelumnya.',
      citation: 'PMK 145/2023 Pasal 14',
      confidence: 'B',
    },
  ],
}
