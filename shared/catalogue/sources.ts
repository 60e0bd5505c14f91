import type { Confidence, FundingSource, PlanKind, SourceCode, SourceGroup } from '#shared/domain/plan.ts'
import type { ReferenceKey } from './references.ts'

/** Column of the eligibility matrix that speaks for a source (domain §8.4). */
export type MatrixColumn = 'DDS' | 'ADD' | 'OWN' | 'BK' | 'BOK' | 'BOKB' | 'DAK-F' | 'APBD' | 'PARTNER' | 'OTHER'

/** A kind of funding (domain §8.1–8.3). `spendingOrder`: 1 is spent first; earmarked money, then partners, then what binds least. */
export interface SourceEntry {
  readonly code: SourceCode
  readonly name: string
  readonly nameEn: string
  /** What a plan's column says in short. */
  readonly short: string
  readonly group: SourceGroup
  /** Income account of the APBDes (or of the regency where one is known); null where there is none. */
  readonly incomeAccount: string | null
  readonly onBudget: boolean
  readonly spendingOrder: number
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
  {
    code: 'BOK', name: 'Bantuan Operasional Kesehatan (DAK Nonfisik)', nameEn: 'Health operations aid (non-physical DAK)',
    short: 'BOK', ...regency, incomeAccount: '4.2.01.01.04.0011', spendingOrder: 1, column: 'BOK', confidence: 'A',
  },
  {
    code: 'BOKB', name: 'Bantuan Operasional Keluarga Berencana (DAK Nonfisik)', nameEn: 'Family planning operations aid (non-physical DAK)',
    short: 'BOKB', ...regency, spendingOrder: 2, column: 'BOKB',
  },
  {
    code: 'BOP-PAUD', name: 'Bantuan Operasional PAUD (DAK Nonfisik)', nameEn: 'Early education operations aid (non-physical DAK)',
    short: 'BOP PAUD', ...regency, spendingOrder: 3, column: 'OTHER',
  },
  {
    code: 'DAK-F', name: 'DAK Fisik', nameEn: 'Physical special allocation fund (DAK)',
    short: 'DAK Fisik', ...regency, spendingOrder: 4, column: 'DAK-F',
  },
  {
    code: 'BK-PROV', name: 'Bantuan keuangan provinsi', nameEn: 'Provincial financial aid',
    short: 'Bankeu provinsi', ...regency, spendingOrder: 5, column: 'BK',
  },
  {
    code: 'PBP', name: 'Penerimaan Bantuan Keuangan Provinsi', nameEn: 'Provincial financial aid to the village',
    short: 'BKK provinsi', ...village, incomeAccount: '4.2.4', spendingOrder: 6, column: 'BK',
  },
  {
    code: 'PBK', name: 'Penerimaan Bantuan Keuangan Kabupaten/Kota', nameEn: 'Regency financial aid to the village',
    short: 'BKK kabupaten/kota', ...village, incomeAccount: '4.2.5', spendingOrder: 7, column: 'BK',
  },
  {
    code: 'GENTING', name: 'GENTING (orang tua asuh cegah stunting)', nameEn: 'GENTING (foster parents against stunting)',
    short: 'GENTING', ...partner, spendingOrder: 10,
  },
  {
    code: 'CSR', name: 'CSR / TJSLBU perusahaan', nameEn: 'Company social responsibility (CSR)',
    short: 'CSR', ...partner, spendingOrder: 11,
  },
  {
    code: 'ZAKAT', name: 'Zakat, infak, sedekah (Baznas/LAZ)', nameEn: 'Zakat and alms (Baznas/LAZ)',
    short: 'Zakat', ...partner, spendingOrder: 12,
  },
  {
    code: 'SWD', name: 'Swadaya Masyarakat', nameEn: 'Community contribution',
    short: 'Swadaya', ...village, incomeAccount: '4.1.3', spendingOrder: 13, column: 'OWN',
  },
  {
    code: 'DDS', name: 'Dana Desa (Dropping APBN)', nameEn: 'Village fund (state budget)',
    short: 'Dana Desa', ...village, incomeAccount: '4.2.1', spendingOrder: 20, column: 'DDS',
  },
  {
    code: 'PBH', name: 'Penerimaan Bagi Hasil Pajak/Retribusi Daerah', nameEn: 'Share of regency taxes and levies',
    short: 'Bagi hasil', ...village, incomeAccount: '4.2.2', spendingOrder: 21, column: 'OWN',
  },
  {
    code: 'ADD', name: 'Alokasi Dana Desa', nameEn: 'Village allocation from the regency',
    short: 'ADD', ...village, incomeAccount: '4.2.3', spendingOrder: 22, column: 'ADD',
  },
  {
    code: 'PDL', name: 'Pendapatan Lain-lain', nameEn: 'Other village income',
    short: 'Lain-lain', ...village, incomeAccount: '4.3', spendingOrder: 23, column: 'OWN',
  },
  {
    code: 'PAD', name: 'Pendapatan Asli Desa', nameEn: "Village's own income",
    short: 'PADes', ...village, incomeAccount: '4.1', spendingOrder: 24, column: 'OWN',
  },
  {
    code: 'DBH', name: 'Dana Bagi Hasil', nameEn: 'Revenue sharing fund',
    short: 'DBH', ...regency, spendingOrder: 30, column: 'APBD',
  },
  {
    code: 'DAU', name: 'Dana Alokasi Umum', nameEn: 'General allocation fund',
    short: 'DAU', ...regency, spendingOrder: 31, column: 'APBD',
  },
  {
    code: 'BLUD', name: 'Pendapatan BLUD', nameEn: 'Income of public service agencies (BLUD)',
    short: 'BLUD', ...regency, spendingOrder: 32, column: 'APBD',
  },
  {
    code: 'PAD-D', name: 'Pendapatan Asli Daerah', nameEn: "Regency's own income",
    short: 'PAD daerah', ...regency, spendingOrder: 33, column: 'APBD',
  },
] as const satisfies readonly SourceEntry[]

const byCode = new Map<SourceCode, SourceEntry>(SOURCES.map((entry) => [entry.code, entry]))

export function sourceOf(code: SourceCode): SourceEntry {
  return byCode.get(code) as SourceEntry
}

/** Codes that people also write (domain §8.1): BHPR and BHPRD for PBH, DLL for PDL, DD for DDS, PADES for PAD. */
const ALIASES: Readonly<Record<string, SourceCode>> = { DD: 'DDS', BHPR: 'PBH', BHPRD: 'PBH', DLL: 'PDL', PADES: 'PAD', BKKD: 'PBK', TJSLBU: 'CSR' }

/** Source of a code as people spell it, upper or lower case; `undefined` where there is none. */
export function sourceEntry(text: string): SourceEntry | undefined {
  const upper = text.trim().toUpperCase()
  return byCode.get((ALIASES[upper] ?? upper) as SourceCode)
}

/** Sources that a plan of this kind may hold, in spending order: a kelurahan has no Dana Desa, no ADD, no APBDes. */
export function sourcesFor(kind: PlanKind): readonly SourceEntry[] {
  const all: readonly SourceEntry[] = SOURCES
  return all.filter((entry) => entry.kinds.includes(kind))
}

/** True where a plan of this kind may hold the source. */
export function sourceAllowed(code: SourceCode, kind: PlanKind): boolean {
  return sourceOf(code).kinds.includes(kind)
}

/** A source as a new plan holds it: no ceiling yet. A carry-over is called `SILPA-…` and keeps the rules of its code. */
export function newSource(code: SourceCode, id: string, origin: FundingSource['origin'] = 'current'): FundingSource {
  const entry = sourceOf(code)
  const carried = origin === 'carry_over'
  return {
    id,
    code,
    label: carried ? `SILPA-${code}` : code,
    name: carried ? `SiLPA ${entry.name}` : entry.name,
    ceiling: null,
    total: null,
    certainty: entry.group === 'partner' ? 'pledged' : 'indicative',
    origin,
    stages: [],
    reservedFor: [],
    onBudget: entry.onBudget,
    spendingOrder: entry.spendingOrder,
  }
}
