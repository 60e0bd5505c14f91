import type { InterventionEntry } from './intervention.ts'

const BOTH = ['desa', 'kelurahan'] as const
const POSYANDU = '2.2.02'
const NUTRITION = '1.02.02.2.02.0015'
const WARD = '7.01.03.2.02.0003'
const KESRA = 'Kasi Kesejahteraan'

/** Food and direct help for children and mothers: Prioritas 1 of nearly every plan (domain §14). */
export const FOOD_INTERVENTIONS = [
  {
    key: 'stunted_food',
    name: 'Bantuan makanan bergizi balita stunting', nameEn: 'Nutritious food for stunted children',
    words: ['telur', 'susu', 'daging', 'ikan', 'protein hewani', 'PMT pemulihan', 'paket gizi', 'sembako', 'pendek', 'eggs', 'milk', 'food package'],
    intervention: 'specific', funding: 'pmt', villageCode: POSYANDU, regencyCode: NUTRITION, wardCode: WARD, tier: 1, weight: 3,
    implementer: KESRA, execution: 'self', beneficiaries: 'Balita stunting',
    indicator: 'Jumlah balita stunting yang menerima makanan bergizi', indicatorUnit: 'anak', targetGroup: 'stunted',
    remark: 'Dalam bahasa kantor sering disebut PMT pemulihan, tetapi juknis PMT tidak mengenal kategori stunting saja.',
    templates: BOTH,
    lines: [
      {
        description: 'Makanan bergizi balita stunting', account: '5.2.7.01', spendingClass: 'food',
        quantities: [{ unit: 'anak', driver: 'stunted' }, { unit: 'bulan', n: 12 }], price: 'stunted_food_month', cutBy: 1,
      },
    ],
  },
  {
    key: 'pmt_wasted',
    name: 'PMT lokal balita gizi kurang', nameEn: 'Local supplementary food, moderately wasted children',
    words: ['PMT', 'makanan tambahan', 'gizi kurang', 'kurus', 'telur', 'wasting', 'eggs', 'supplementary feeding'],
    intervention: 'specific', funding: 'pmt', villageCode: POSYANDU, regencyCode: NUTRITION, wardCode: WARD, tier: 1, weight: 3,
    months: [3, 4, 5, 6], implementer: KESRA, execution: 'self', beneficiaries: 'Balita gizi kurang 6–59 bulan',
    indicator: 'Jumlah balita gizi kurang yang menerima PMT', indicatorUnit: 'anak', targetGroup: 'pmt_wasted',
    remark: 'Satu siklus per anak, dikurangi yang sudah dilayani BOK puskesmas. Dipotong per anak, karena setengah siklus bukan siklus.',
    templates: BOTH,
    lines: [
      {
        description: 'PMT berbahan pangan lokal balita gizi kurang', account: '5.2.7.01', spendingClass: 'food',
        quantities: [{ unit: 'anak', driver: 'pmt_wasted' }, { unit: 'hari', n: 56 }], price: 'pmt_child_day', cutBy: 0,
      },
    ],
  },
  {
    key: 'pmt_underweight',
    name: 'PMT lokal balita berat badan kurang', nameEn: 'Local supplementary food, underweight children',
    words: ['PMT', 'makanan tambahan', 'BB kurang', 'BGM', 'telur', 'underweight', 'eggs'],
    intervention: 'specific', funding: 'pmt', villageCode: POSYANDU, regencyCode: NUTRITION, wardCode: WARD, tier: 1, weight: 2,
    months: [3, 4, 5, 6], implementer: KESRA, execution: 'self', beneficiaries: 'Balita berat badan kurang 6–59 bulan',
    indicator: 'Jumlah balita berat badan kurang yang menerima PMT', indicatorUnit: 'anak', targetGroup: 'pmt_underweight',
    remark: 'Lama siklus bertentangan: 28 hari (juknis, belum terverifikasi) atau 14 hari (laporan 2022 dan 2025). Sesuaikan.',
    templates: BOTH,
    lines: [
      {
        description: 'PMT berbahan pangan lokal balita BB kurang', account: '5.2.7.01', spendingClass: 'food',
        quantities: [{ unit: 'anak', driver: 'pmt_underweight' }, { unit: 'hari', n: 28 }], price: 'pmt_child_day', cutBy: 0,
      },
    ],
  },
  {
    key: 'pmt_faltering',
    name: 'PMT lokal balita tidak naik berat badan', nameEn: 'Local supplementary food, children with faltering growth',
    words: ['PMT', 'makanan tambahan', 'BB tidak naik', '2T', 'telur', 'weight faltering', 'eggs'],
    intervention: 'specific', funding: 'pmt', villageCode: POSYANDU, regencyCode: NUTRITION, wardCode: WARD, tier: 1, weight: 2,
    months: [3, 4, 5, 6], implementer: KESRA, execution: 'self', beneficiaries: 'Balita tidak naik berat badan 6–59 bulan',
    indicator: 'Jumlah balita tidak naik berat badan yang menerima PMT', indicatorUnit: 'anak', targetGroup: 'pmt_faltering',
    remark: 'Satu siklus 14 hari per anak, dikurangi yang sudah dilayani BOK.',
    templates: BOTH,
    lines: [
      {
        description: 'PMT berbahan pangan lokal balita tidak naik berat badan', account: '5.2.7.01', spendingClass: 'food',
        quantities: [{ unit: 'anak', driver: 'pmt_faltering' }, { unit: 'hari', n: 14 }], price: 'pmt_child_day', cutBy: 0,
      },
    ],
  },
  {
    key: 'pmt_pregnant_ced',
    name: 'PMT lokal ibu hamil KEK', nameEn: 'Local supplementary food, pregnant women with CED',
    words: ['PMT', 'bumil', 'KEK', 'LiLA', 'ibu hamil', 'makanan tambahan', 'pregnant'],
    intervention: 'specific', funding: 'pmt', villageCode: POSYANDU, regencyCode: NUTRITION, wardCode: WARD, tier: 1, weight: 3,
    implementer: KESRA, execution: 'self', beneficiaries: 'Ibu hamil kurang energi kronis',
    indicator: 'Jumlah ibu hamil KEK yang menerima PMT', indicatorUnit: 'ibu', targetGroup: 'pregnant_ced',
    remark: '120 hari per ibu, dikurangi yang dilayani BOK; tanyakan dahulu apakah MBG sudah melayani.',
    templates: BOTH,
    lines: [
      {
        description: 'PMT berbahan pangan lokal ibu hamil KEK', account: '5.2.7.01', spendingClass: 'food',
        quantities: [{ unit: 'ibu', driver: 'pregnant_ced' }, { unit: 'hari', n: 120 }], price: 'pmt_ced_day', cutBy: 0,
      },
    ],
  },
  {
    key: 'referral',
    name: 'Rujukan balita gizi buruk dan stunting', nameEn: 'Referral of severely wasted and stunted children',
    words: ['transport', 'rumah sakit', 'puskesmas', 'gizi buruk', 'rujuk', 'PKMK', 'hospital', 'referral'],
    intervention: 'specific', funding: 'other', villageCode: POSYANDU, regencyCode: '1.02.02.2.02.0004', wardCode: WARD, tier: 1, weight: 3,
    implementer: KESRA, execution: 'self', beneficiaries: 'Balita gizi buruk dan balita stunting',
    indicator: 'Jumlah balita yang dirujuk', indicatorUnit: 'anak', targetGroup: 'severely_wasted',
    remark: 'Transport keluarga ke puskesmas atau rumah sakit; biaya layanan ditanggung jaminan kesehatan.',
    templates: BOTH,
    lines: [
      {
        description: 'Transport rujukan balita gizi buruk', account: '5.2.7.90', spendingClass: 'referral',
        quantities: [{ unit: 'anak', driver: 'severely_wasted' }, { unit: 'perjalanan', n: 4 }], price: 'referral_trip', cutBy: 0,
      },
      {
        description: 'Transport rujukan balita sangat pendek', account: '5.2.7.90', spendingClass: 'referral',
        quantities: [{ unit: 'anak', driver: 'severely_stunted' }, { unit: 'perjalanan', n: 2 }], price: 'referral_trip', cutBy: 0,
      },
    ],
  },
  {
    key: 'pmt_counselling',
    name: 'PMT penyuluhan hari posyandu', nameEn: 'Snacks for all on posyandu day',
    words: ['PMT', 'kudapan', 'posyandu', 'bubur kacang hijau', 'telur', 'snack', 'eggs'],
    intervention: 'specific', funding: 'pmt', villageCode: POSYANDU, regencyCode: '1.02.05.2.03.0001', wardCode: WARD, tier: 2, weight: 2,
    implementer: KESRA, execution: 'self', beneficiaries: 'Semua balita yang datang ke posyandu',
    indicator: 'Jumlah posyandu yang memberi PMT penyuluhan', indicatorUnit: 'posyandu', targetGroup: 'posyandu',
    remark: 'Kudapan untuk semua anak, kira-kira 12 kali setahun.',
    templates: BOTH,
    lines: [
      {
        description: 'Bahan PMT penyuluhan', account: '5.2.1.06', spendingClass: 'food',
        quantities: [{ unit: 'posyandu', driver: 'posyandu' }, { unit: 'bulan', n: 12 }], price: 'pmt_counselling_month', cutBy: 1,
      },
    ],
  },
  {
    key: 'cooking_demo',
    name: 'Demo masak MP-ASI dan dapur sehat (DASHAT)', nameEn: 'Cooking demonstration and healthy kitchen (DASHAT)',
    words: ['DASHAT', 'dapur sehat', 'MP-ASI', 'MPASI', 'demo masak', 'kampung KB', 'cooking', 'complementary food'],
    intervention: 'specific', funding: 'class', villageCode: POSYANDU, regencyCode: '2.14.03.2.04.0005', wardCode: WARD, tier: 2, weight: 1,
    implementer: KESRA, execution: 'self', beneficiaries: 'Ibu balita 6–23 bulan',
    indicator: 'Jumlah demo masak',
    indicatorUnit: 'kegiatan', remark: 'Bahan masak dan lembar resep; konsumsi dibawa pulang bukan PMT pemulihan.',
    templates: [],
    lines: [
      {
        description: 'Bahan masak', account: '5.2.1.07', spendingClass: 'training',
        quantities: [{ unit: 'kegiatan', n: 4 }], price: 'cooking_demo', cutBy: 0,
      },
      {
        description: 'Lembar resep', account: '5.2.1.05', spendingClass: 'printing',
        quantities: [{ unit: 'kegiatan', n: 4 }, { unit: 'orang', n: 20 }], price: 'class_printing', cutBy: 0,
      },
    ],
  },
] as const satisfies readonly InterventionEntry[]
