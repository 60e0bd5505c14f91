import type { Confidence, FundingSource, PlanKind, SourceCode, SourceGroup } from '#shared/domain/plan.ts'
import type { ReferenceKey } from './references.ts'

/** Column of the eligibility matrix that speaks for a source (domain §8.4). */
export type MatrixColumn = 'DDS' | 'ADD' | 'OWN' | 'BK' | 'BOK' | 'BOKB' | 'DAK-F' | 'APBD' | 'PARTNER' | 'OTHER'

/** A kind of funding (domain §8.1–8.3). `order`: 1 is spent first; earmarked money, then partners, then what binds least. */
export interface SourceType {
  readonly code: SourceCode
  readonly name: { readonly id: string; readonly en: string }
  /** What a plan's column says in short. */
  readonly short: string
  readonly group: SourceGroup
  /** Income account of the APBDes (or of the regency where one is known); null where there is none. */
  readonly incomeAccount: string | null
  readonly onBudget: boolean
  readonly order: number
  readonly column: MatrixColumn
  /** Plans that may hold it: a kelurahan has no Dana Desa, no ADD, no APBDes. */
  readonly kinds: readonly PlanKind[]
  readonly source: ReferenceKey
  readonly confidence: Confidence
}

const village = { group: 'village', onBudget: true, kinds: ['desa'], source: 'S106', confidence: 'A' } as const
const regency = { group: 'regency', incomeAccount: null, onBudget: true, kinds: ['kelurahan', 'regency'], source: 'S107', confidence: 'B' } as const
const partner = {
  group: 'partner', incomeAccount: null, onBudget: false, column: 'PARTNER', kinds: ['desa', 'kelurahan', 'regency'], source: 'S72', confidence: 'A',
} as const

export const SOURCES = [
  { code: 'BOK', name: { id: 'Bantuan Operasional Kesehatan (DAK Nonfisik)', en: 'Health operations aid (non-physical DAK)' }, short: 'BOK', ...regency, incomeAccount: '4.2.01.01.04.0011', order: 1, column: 'BOK', confidence: 'A' },
  { code: 'BOKB', name: { id: 'Bantuan Operasional Keluarga Berencana (DAK Nonfisik)', en: 'Family planning operations aid (non-physical DAK)' }, short: 'BOKB', ...regency, order: 2, column: 'BOKB' },
  { code: 'BOP-PAUD', name: { id: 'Bantuan Operasional PAUD (DAK Nonfisik)', en: 'Early education operations aid (non-physical DAK)' }, short: 'BOP PAUD', ...regency, order: 3, column: 'OTHER' },
  { code: 'DAK-F', name: { id: 'DAK Fisik', en: 'Physical special allocation fund (DAK)' }, short: 'DAK Fisik', ...regency, order: 4, column: 'DAK-F' },
  { code: 'BK-PROV', name: { id: 'Bantuan keuangan provinsi', en: 'Provincial financial aid' }, short: 'Bankeu provinsi', ...regency, order: 5, column: 'BK' },
  { code: 'PBP', name: { id: 'Penerimaan Bantuan Keuangan Provinsi', en: 'Provincial financial aid to the village' }, short: 'BKK provinsi', ...village, incomeAccount: '4.2.4', order: 6, column: 'BK' },
  { code: 'PBK', name: { id: 'Penerimaan Bantuan Keuangan Kabupaten/Kota', en: 'Regency financial aid to the village' }, short: 'BKK kabupaten/kota', ...village, incomeAccount: '4.2.5', order: 7, column: 'BK' },
  { code: 'GENTING', name: { id: 'GENTING (orang tua asuh cegah stunting)', en: 'GENTING (foster parents against stunting)' }, short: 'GENTING', ...partner, order: 10 },
  { code: 'CSR', name: { id: 'CSR / TJSLBU perusahaan', en: 'Company social responsibility (CSR)' }, short: 'CSR', ...partner, order: 11 },
  { code: 'ZAKAT', name: { id: 'Zakat, infak, sedekah (Baznas/LAZ)', en: 'Zakat and alms (Baznas/LAZ)' }, short: 'Zakat', ...partner, order: 12 },
  { code: 'SWD', name: { id: 'Swadaya Masyarakat', en: 'Community contribution' }, short: 'Swadaya', ...village, incomeAccount: '4.1.3', order: 13, column: 'OWN' },
  { code: 'DDS', name: { id: 'Dana Desa (Dropping APBN)', en: 'Village fund (state budget)' }, short: 'Dana Desa', ...village, incomeAccount: '4.2.1', order: 20, column: 'DDS' },
  { code: 'PBH', name: { id: 'Penerimaan Bagi Hasil Pajak/Retribusi Daerah', en: 'Share of regency taxes and levies' }, short: 'Bagi hasil', ...village, incomeAccount: '4.2.2', order: 21, column: 'OWN' },
  { code: 'ADD', name: { id: 'Alokasi Dana Desa', en: 'Village allocation from the regency' }, short: 'ADD', ...village, incomeAccount: '4.2.3', order: 22, column: 'ADD' },
  { code: 'PDL', name: { id: 'Pendapatan Lain-lain', en: 'Other village income' }, short: 'Lain-lain', ...village, incomeAccount: '4.3', order: 23, column: 'OWN' },
  { code: 'PAD', name: { id: 'Pendapatan Asli Desa', en: "Village's own income" }, short: 'PADes', ...village, incomeAccount: '4.1', order: 24, column: 'OWN' },
  { code: 'DBH', name: { id: 'Dana Bagi Hasil', en: 'Revenue sharing fund' }, short: 'DBH', ...regency, order: 30, column: 'APBD' },
  { code: 'DAU', name: { id: 'Dana Alokasi Umum', en: 'General allocation fund' }, short: 'DAU', ...regency, order: 31, column: 'APBD' },
  { code: 'BLUD', name: { id: 'Pendapatan BLUD', en: 'Income of public service agencies (BLUD)' }, short: 'BLUD', ...regency, order: 32, column: 'APBD' },
  { code: 'PAD-D', name: { id: 'Pendapatan Asli Daerah', en: "Regency's own income" }, short: 'PAD daerah', ...regency, order: 33, column: 'APBD' },
] as const satisfies readonly SourceType[]

const byCode = new Map<SourceCode, SourceType>(SOURCES.map((entry) => [entry.code, entry]))

export function sourceType(code: SourceCode): SourceType {
  return byCode.get(code) as SourceType
}

/** Codes that people also write (domain §8.1): BHPR and BHPRD for PBH, DLL for PDL, DD for DDS, PADES for PAD. */
const ALIASES: Readonly<Record<string, SourceCode>> = { DD: 'DDS', BHPR: 'PBH', BHPRD: 'PBH', DLL: 'PDL', PADES: 'PAD', BKKD: 'PBK', TJSLBU: 'CSR' }

/** Source code of a spelling, upper or lower case; `undefined` where there is none. */
export function sourceCode(text: string): SourceCode | undefined {
  const upper = text.trim().toUpperCase()
  return ALIASES[upper] ?? SOURCES.find((entry) => entry.code === upper)?.code
}

/** True where a plan of this kind may hold the source. */
export function sourceAllowed(code: SourceCode, kind: PlanKind): boolean {
  return sourceType(code).kinds.includes(kind)
}

/** A source as a new plan holds it: no ceiling yet. A carry-over is called `SILPA-…` and keeps the rules of its code. */
export function newSource(code: SourceCode, id: string, origin: FundingSource['origin'] = 'current'): FundingSource {
  const type = sourceType(code)
  const carried = origin === 'carry_over'
  return {
    id,
    code,
    label: carried ? `SILPA-${code}` : code,
    name: carried ? `SiLPA ${type.name.id}` : type.name.id,
    ceiling: null,
    total: null,
    certainty: type.group === 'partner' ? 'pledged' : 'indicative',
    origin,
    stages: [],
    onBudget: type.onBudget,
    spendingOrder: type.order,
  }
}
