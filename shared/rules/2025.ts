import { BLT, FOOD_SECURITY, OPERATIONS } from './groups.ts'
import type { YearRules } from './year.ts'

const share = { source: 'DDS', amount: null, base: 'total' } as const
const earmarked = { part: 'earmarked', villages: 'all', citation: 'PMK 108/2024', confidence: 'A' } as const
const free = { part: 'non_earmarked', citation: 'PMK 108/2024', confidence: 'B' } as const

/** Dana Desa 2025 (domain §1.1, §1.4, §1.5). */
export const RULES_2025: YearRules = {
  year: 2025,
  regulations: [
    { name: 'PMK 108/2024', subject: 'pengelolaan Dana Desa', confidence: 'A' },
    { name: 'PMK 81/2025', subject: 'perubahan PMK 108/2024 (realokasi tahap II)', confidence: 'A' },
    { name: 'Permendes PDT 2/2024', subject: 'fokus penggunaan Dana Desa 2025', confidence: 'A' },
  ],
  rules: [
    {
      id: 'dds-2025-blt-max',
      ...share,
      kind: 'max_share',
      group: BLT,
      shareBp: 1500,
      severity: 'error',
      citation: 'Permendes PDT 2/2024',
      confidence: 'A',
    },
    {
      id: 'dds-2025-food',
      ...share,
      kind: 'min_share',
      group: FOOD_SECURITY,
      shareBp: 2000,
      severity: 'error',
      citation: 'Permendes PDT 2/2024 Pasal 7(4)',
      confidence: 'A',
    },
    {
      id: 'dds-2025-operations',
      ...share,
      kind: 'max_share',
      group: OPERATIONS,
      shareBp: 300,
      severity: 'error',
      citation: 'Permendes PDT 2/2024',
      confidence: 'B',
    },
  ],
  foci: [],
  stages: [
    { ...earmarked, stage: 1, shareBp: 6000, from: null, until: 6 },
    { ...earmarked, stage: 2, shareBp: 4000, from: 4, until: null },
    { ...free, villages: 'independent', stage: 1, shareBp: 6000, from: null, until: 6 },
    { ...free, villages: 'independent', stage: 2, shareBp: 4000, from: 4, until: null },
    { ...free, villages: 'other', stage: 1, shareBp: 4000, from: null, until: 6 },
    { ...free, villages: 'other', stage: 2, shareBp: 6000, from: 4, until: null },
  ],
  monthlyCaps: [],
  notes: [
    { text: 'Stunting termasuk fokus tanpa batas paling rendah.', citation: 'Permendes PDT 2/2024', confidence: 'A' },
    {
      text: 'Syarat tahap II: laporan realisasi tahun lalu, realisasi tahap I sekurangnya 60% dan capaian keluaran rata-rata 40%; akta KDMP atau bukti pengajuannya; surat komitmen kepala desa.',
      citation: 'PMK 108/2024, PMK 81/2025 Pasal 24(3)',
      confidence: 'A',
    },
    {
      text: 'Bila berkas tahap II belum lengkap pada 17 September 2025, bagian yang tidak ditentukan penggunaannya tidak disalurkan.',
      citation: 'PMK 81/2025 Pasal 29B',
      confidence: 'A',
    },
  ],
}
