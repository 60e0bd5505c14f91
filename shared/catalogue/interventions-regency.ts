import type { InterventionEntry } from './intervention.ts'

const REGENCY = ['regency'] as const
const base = { villageCode: null, wardCode: null, execution: 'self', templates: REGENCY, indicator: '', indicatorUnit: '' } as const

/**
 * What departments of a regency plan against stunting. The indicator is left to the sub kegiatan, because Kepmendagri fixes it;
 * lines are examples to be replaced by the department's own figures.
 */
export const REGENCY_INTERVENTIONS = [
  {
    key: 'opd_nutrition',
    name: 'PMT lokal dan pelayanan gizi masyarakat', nameEn: 'Supplementary food and community nutrition',
    words: ['PMT', 'gizi', 'Dinkes', 'BOK', 'puskesmas', 'nutrition'],
    intervention: 'specific', funding: 'pmt', regencyCode: '1.02.02.2.02.0015', tier: 1, weight: 3,
    implementer: 'Dinkes', beneficiaries: 'Balita gizi kurang dan ibu hamil KEK', remark: 'Biasanya DAK Nonfisik (BOK).', ...base,
    lines: [
      {
        description: 'PMT lokal balita gizi kurang', account: null, spendingClass: 'food',
        quantities: [{ unit: 'anak', driver: 'pmt_wasted' }, { unit: 'hari', n: 56 }], price: 'pmt_child_day', cutBy: 0,
      },
      {
        description: 'PMT lokal ibu hamil KEK', account: null, spendingClass: 'food',
        quantities: [{ unit: 'ibu', driver: 'pregnant_ced' }, { unit: 'hari', n: 120 }], price: 'pmt_ced_day', cutBy: 0,
      },
    ],
  },
  {
    key: 'opd_child_health',
    name: 'Rujukan dan tata laksana balita bermasalah gizi', nameEn: 'Referral and treatment of malnourished children',
    words: ['rujukan', 'gizi buruk', 'Dinkes', 'balita', 'referral'],
    intervention: 'specific', funding: 'other', regencyCode: '1.02.02.2.02.0004', tier: 1, weight: 3,
    implementer: 'Dinkes', beneficiaries: 'Balita gizi buruk', remark: '', ...base,
    lines: [
      {
        description: 'Transport rujukan balita gizi buruk', account: null, spendingClass: 'referral',
        quantities: [{ unit: 'anak', driver: 'severely_wasted' }, { unit: 'perjalanan', n: 4 }], price: 'referral_trip', cutBy: 0,
      },
    ],
  },
  {
    key: 'opd_stunted_food',
    name: 'Bantuan makanan bergizi balita stunting (kabupaten/kota)', nameEn: 'Food for stunted children (regency)',
    words: ['telur', 'susu', 'paket gizi', 'DKPP', 'pangan', 'eggs'],
    intervention: 'specific', funding: 'pmt', regencyCode: '2.09.04.2.02.0004', tier: 1, weight: 3,
    implementer: 'DKPP', beneficiaries: 'Balita stunting', remark: 'Kurangi yang sudah dibiayai desa.', ...base,
    lines: [
      {
        description: 'Paket makanan bergizi balita stunting', account: null, spendingClass: 'food',
        quantities: [{ unit: 'anak', driver: 'stunted' }, { unit: 'bulan', n: 12 }], price: 'stunted_food_month', cutBy: 1,
      },
    ],
  },
  {
    key: 'opd_posyandu',
    name: 'Pembinaan posyandu dan insentif kader', nameEn: 'Posyandu support and cadre incentives',
    words: ['kader', 'insentif', 'posyandu', 'UKBM', 'cadre', 'incentive'],
    intervention: 'specific', funding: 'incentive', regencyCode: '1.02.05.2.03.0001', tier: 1, weight: 2,
    implementer: 'Dinkes', beneficiaries: 'Kader posyandu', remark: '', ...base,
    lines: [
      {
        description: 'Insentif kader posyandu', account: null, spendingClass: 'cadre_incentive',
        quantities: [{ unit: 'kader', driver: 'cadre' }, { unit: 'bulan', n: 12 }], price: 'cadre_month', cutBy: 1,
      },
    ],
  },
  {
    key: 'opd_coordination',
    name: 'Koordinasi TPPS dan rembuk stunting', nameEn: 'Coordination of the stunting team and rembuk',
    words: ['TPPS', 'rembuk', 'Bappeda', 'koordinasi', 'rapat', 'coordination'],
    intervention: 'support', funding: 'meeting', regencyCode: '5.01.03.2.01.0008', tier: 1, weight: 1,
    months: [3, 9], implementer: 'Bappeda', beneficiaries: 'TPPS', remark: '', ...base,
    lines: [
      {
        description: 'Konsumsi rembuk stunting', account: null, spendingClass: 'meeting',
        quantities: [{ unit: 'orang', n: 100 }, { unit: 'kegiatan', n: 2 }], price: 'meeting_meal', cutBy: null,
      },
      {
        description: 'Narasumber rembuk stunting', account: null, spendingClass: 'honorarium',
        quantities: [{ unit: 'orang', n: 2 }, { unit: 'kegiatan', n: 2 }], price: 'office_honorarium', cutBy: null,
      },
      {
        description: 'Cetak bahan rembuk stunting', account: null, spendingClass: 'printing',
        quantities: [{ unit: 'paket', n: 2 }], price: 'meeting_printing', cutBy: null,
      },
    ],
  },
  {
    key: 'opd_pregnant',
    name: 'Kelas ibu hamil puskesmas', nameEn: 'Classes for pregnant women at the puskesmas',
    words: ['ibu hamil', 'bumil', 'ANC', 'kelas', 'pregnant'],
    intervention: 'specific', funding: 'class', regencyCode: '1.02.02.2.02.0001', tier: 2, weight: 2,
    implementer: 'Dinkes', beneficiaries: 'Ibu hamil', remark: '', ...base,
    lines: [
      {
        description: 'Konsumsi kelas ibu hamil', account: null, spendingClass: 'meeting',
        quantities: [{ unit: 'ibu', driver: 'pregnant' }, { unit: 'pertemuan', n: 4 }], price: 'class_snack', cutBy: 1,
      },
      {
        description: 'Cetak bahan kelas ibu hamil', account: null, spendingClass: 'printing',
        quantities: [{ unit: 'ibu', driver: 'pregnant' }, { unit: 'pertemuan', n: 4 }], price: 'class_printing', cutBy: 1,
      },
    ],
  },
  {
    key: 'opd_dashat',
    name: 'Dapur Sehat Atasi Stunting (DASHAT)', nameEn: 'Healthy kitchen against stunting (DASHAT)',
    words: ['DASHAT', 'dapur sehat', 'kampung KB', 'DPPKB', 'kitchen'],
    intervention: 'specific', funding: 'class', regencyCode: '2.14.03.2.04.0005', tier: 2, weight: 2,
    implementer: 'DPPKB', beneficiaries: 'Keluarga berisiko stunting', remark: '', ...base,
    lines: [
      {
        description: 'Bahan masak DASHAT', account: null, spendingClass: 'training',
        quantities: [{ unit: 'kegiatan', n: 12 }], price: 'cooking_demo', cutBy: 0,
      },
    ],
  },
  {
    key: 'opd_companions',
    name: 'Pendampingan keluarga berisiko stunting (TPK)', nameEn: 'Companions of families at risk (TPK)',
    words: ['TPK', 'pendampingan', 'BOKB', 'DPPKB', 'keluarga berisiko', 'companion'],
    intervention: 'sensitive', funding: 'incentive', regencyCode: '2.14.04.2.02.0006', tier: 2, weight: 2,
    implementer: 'DPPKB', beneficiaries: 'Keluarga berisiko stunting', remark: 'Biasanya BOKB. Jumlah orang diisi sendiri.', ...base,
    lines: [
      {
        description: 'Operasional TPK', account: null, spendingClass: 'service',
        quantities: [{ unit: 'orang', n: 30 }, { unit: 'bulan', n: 12 }], price: 'family_companion_month', cutBy: 1,
      },
    ],
  },
  {
    key: 'opd_data',
    name: 'Pemantauan data keluarga berisiko stunting', nameEn: 'Monitoring of families at risk',
    words: ['data', 'verval', 'KRS', 'pemantauan', 'DPPKB', 'monitoring'],
    intervention: 'support', funding: 'other', regencyCode: '2.14.04.2.02.0005', tier: 2, weight: 1,
    months: [2, 8], implementer: 'DPPKB', beneficiaries: 'Keluarga berisiko stunting', remark: '', ...base,
    lines: [
      {
        description: 'Operasional verval data', account: null, spendingClass: 'service',
        quantities: [{ unit: 'putaran', n: 2 }, { unit: 'posyandu', driver: 'posyandu' }], price: 'remeasure_posyandu', cutBy: 0,
      },
    ],
  },
  {
    key: 'opd_sanitation',
    name: 'Tangki septik dan jamban keluarga', nameEn: 'Septic tanks and family latrines',
    words: ['jamban', 'tangki septik', 'sanitasi', 'DAK', 'DPUPR', 'toilet', 'septic tank'],
    intervention: 'sensitive', funding: 'sanitation', regencyCode: '1.03.05.2.01.0039', tier: 2, weight: 2,
    months: [6, 7, 8, 9], implementer: 'DPUPR/Perkim', beneficiaries: 'Keluarga tanpa jamban layak', remark: 'Biasanya DAK Fisik sanitasi.', ...base,
    lines: [
      {
        description: 'Tangki septik dan jamban', account: null, spendingClass: 'goods',
        quantities: [{ unit: 'keluarga', driver: 'family_no_toilet' }], price: 'latrine_unit', cutBy: 0,
      },
    ],
  },
  {
    key: 'opd_local_food',
    name: 'Penganekaragaman pangan lokal (B2SA)', nameEn: 'Diverse local food (B2SA)',
    words: ['B2SA', 'pangan lokal', 'kebun', 'DKPP', 'food', 'garden'],
    intervention: 'sensitive', funding: 'other', regencyCode: '2.09.03.2.04.0002', tier: 3, weight: 1,
    implementer: 'DKPP', beneficiaries: 'Keluarga berisiko stunting', remark: '', ...base,
    lines: [
      {
        description: 'Paket bibit dan media tanam', account: null, spendingClass: 'goods',
        quantities: [{ unit: 'keluarga', driver: 'at_risk_family' }], price: 'garden_package', cutBy: 0,
      },
    ],
  },
  {
    key: 'opd_promotion',
    name: 'Promosi kesehatan cegah stunting', nameEn: 'Health promotion against stunting',
    words: ['promosi', 'kampanye', 'cetak', 'poster', 'promotion', 'campaign'],
    intervention: 'sensitive', funding: 'class', regencyCode: '1.02.05.2.02.0001', tier: 3, weight: 1,
    implementer: 'Dinkes', beneficiaries: 'Warga', remark: '', ...base,
    lines: [
      {
        description: 'Cetak bahan promosi', account: null, spendingClass: 'printing',
        quantities: [{ unit: 'paket', n: 1 }], price: 'campaign_printing', cutBy: null,
      },
    ],
  },
] as const satisfies readonly InterventionEntry[]
