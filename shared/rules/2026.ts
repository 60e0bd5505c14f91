import type { Rule, RuleGroup } from '#shared/domain/rule.ts'
import { BLT, FOOD_SECURITY, OPERATIONS } from './groups.ts'
import type { YearRules } from './year.ts'

const ANNEX = 'Permendes PDT 16/2025, Lampiran Bab II huruf J'

/** A prohibition of the annex. One that the model cannot see in a plan has an empty group and matches nothing: it is there to be read. */
function forbidden(id: string, number: number, group: RuleGroup, severity: Rule['severity'] = 'error'): Rule {
  return {
    id: `dds-2026-${id}`,
    source: 'DDS',
    kind: 'forbidden',
    group,
    shareBp: null,
    amount: null,
    base: null,
    severity,
    citation: `${ANNEX} angka ${number}`,
    confidence: 'A',
  }
}

const regular = { part: 'regular', citation: 'PMK 7/2026 Pasal 23(1)', confidence: 'A' } as const

/**
 * Dana Desa 2026 (domain §1.1–1.4). Which village codes a prohibition covers is our reading of their labels (Permendagri 20/2018): 1.1.01,
 * 1.1.02 and 1.1.05 pay village head, officials and BPD, 1.1.03 their insurance, 1.2.02 and 1.2.03 are the office building, 4.3 trains officials.
 */
export const RULES_2026: YearRules = {
  year: 2026,
  regulations: [
    { name: 'PMK 7/2026', subject: 'pengelolaan Dana Desa; mencabut PMK 145/2023 dan PMK 108/2024', confidence: 'A' },
    { name: 'Permendes PDT 16/2025', subject: 'fokus penggunaan Dana Desa 2026', confidence: 'A' },
  ],
  rules: [
    {
      id: 'dds-2026-kdmp',
      source: 'DDS',
      kind: 'reserve',
      group: { all: true },
      shareBp: 5803,
      amount: null,
      base: 'total',
      severity: 'error',
      citation: 'PMK 7/2026 Pasal 15(3)',
      confidence: 'A',
    },
    forbidden('salaries', 1, { villageCodes: ['1.1.01', '1.1.02', '1.1.05'], commitments: ['salaries', 'bpd'] }),
    // Travel within the regency is allowed and the plan does not say where to: a question, not a verdict.
    forbidden('travel', 2, { spendingClasses: ['travel'] }, 'warning'),
    forbidden('insurance', 3, { villageCodes: ['1.1.03'], commitments: ['insurance'] }),
    {
      id: 'dds-2026-office',
      source: 'DDS',
      kind: 'max_amount',
      group: { villageCodes: ['1.2.02', '1.2.03'] },
      shareBp: null,
      amount: 25_000_000,
      base: null,
      severity: 'error',
      citation: `${ANNEX} angka 4`,
      confidence: 'A',
    },
    forbidden('training', 5, { villageCodes: ['4.3.01', '4.3.02', '4.3.03'] }),
    forbidden('training-outside', 6, {}),
    forbidden('previous-year-debt', 7, { commitments: ['previous_year_debt'] }),
    forbidden('legal-aid', 8, {}),
    {
      id: 'dds-2026-food',
      source: 'DDS',
      kind: 'min_share',
      group: FOOD_SECURITY,
      shareBp: 2000,
      amount: null,
      base: 'regular',
      severity: 'warning',
      citation: 'Permendes PDT 16/2025 (persentase menurut tahun 2025)',
      confidence: 'unverified',
    },
    {
      id: 'dds-2026-operations',
      source: 'DDS',
      kind: 'max_share',
      group: OPERATIONS,
      shareBp: 300,
      amount: null,
      base: 'regular',
      severity: 'warning',
      citation: 'Permendes PDT 16/2025 (persentase menurut kebiasaan)',
      confidence: 'unverified',
    },
  ],
  foci: [
    { number: 1, name: 'Penanganan kemiskinan ekstrem (BLT Desa)' },
    { number: 2, name: 'Desa berketahanan iklim dan tangguh bencana' },
    { number: 3, name: 'Layanan dasar kesehatan skala desa termasuk penurunan stunting' },
    { number: 4, name: 'Ketahanan pangan/lumbung pangan, energi, lembaga ekonomi desa' },
    { number: 5, name: 'Dukungan implementasi KDMP' },
    { number: 6, name: 'Infrastruktur desa melalui PKTD' },
    { number: 7, name: 'Infrastruktur digital dan teknologi' },
    { number: 8, name: 'Sektor prioritas lain sesuai potensi/kebutuhan' },
  ],
  stages: [
    { ...regular, villages: 'other', stage: 1, shareBp: 4000, from: null, until: 6 },
    { ...regular, villages: 'other', stage: 2, shareBp: 6000, from: 4, until: null },
    { ...regular, villages: 'independent', stage: 1, shareBp: 6000, from: null, until: 6 },
    { ...regular, villages: 'independent', stage: 2, shareBp: 4000, from: 4, until: null },
  ],
  monthlyCaps: [{ id: 'dds-2026-blt-month', group: BLT, amount: 300_000, citation: 'Permendes PDT 16/2025', confidence: 'A' }],
  notes: [
    {
      text: 'BLT Desa tidak wajib; dapat dibayar sampai tiga bulan sekaligus; daftar keluarga ditetapkan musyawarah desa.',
      citation: 'Permendes PDT 16/2025',
      confidence: 'A',
    },
    { text: 'Upah pada Padat Karya Tunai Desa sekurangnya 50% dari biaya kegiatan.', citation: 'Permendes PDT 16/2025', confidence: 'B' },
    {
      text: 'Insentif kader posyandu tidak termasuk yang dilarang; kader bukan perangkat desa (pembacaan, bukan kutipan).',
      citation: ANNEX,
      confidence: 'unverified',
    },
    {
      text: 'Larangan bimtek dan studi banding ke luar kabupaten/kota serta bantuan hukum perkara pribadi tidak terlihat dari rencana; periksa sendiri.',
      citation: ANNEX,
      confidence: 'A',
    },
  ],
}
