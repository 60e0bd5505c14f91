import type { InterventionEntry } from './intervention.ts'

const BOTH = ['desa', 'kelurahan'] as const
const WARD = '7.01.03.2.02.0003'
const WARD_BUILDING = '7.01.03.2.02.0002'
const KESRA = 'Kasi Kesejahteraan'

/** Sanitation, tools, gardens and buildings: partners first, and never beside food (domain §14). */
export const GOODS_INTERVENTIONS = [
  {
    key: 'latrine',
    name: 'Jamban sehat keluarga balita stunting', nameEn: 'Latrines for families of stunted children',
    words: ['jamban', 'WC', 'sanitasi', 'tangki septik', 'STBM', 'ODF', 'toilet', 'latrine', 'septic tank'],
    intervention: 'sensitive', funding: 'sanitation', villageCode: '2.4.14', regencyCode: '1.03.05.2.01.0039', wardCode: WARD_BUILDING, tier: 2, weight: 2,
    months: [6, 7, 8, 9], implementer: 'Kasi Kesejahteraan', execution: 'self', beneficiaries: 'Keluarga tanpa jamban layak',
    indicator: 'Jumlah jamban keluarga yang dibangun',
    indicatorUnit: 'unit', targetGroup: 'family_no_toilet',
    remark: 'Mitra didahulukan. Jamban keluarga di kode 2.4.14 adalah kebiasaan.', templates: BOTH,
    lines: [
      {
        description: 'Jamban sehat dengan tangki septik', account: '5.2.7.03', spendingClass: 'goods',
        quantities: [{ unit: 'keluarga', driver: 'family_no_toilet' }], price: 'latrine_unit', cutBy: 0,
      },
    ],
  },
  {
    key: 'clean_water',
    name: 'Sambungan air bersih keluarga balita stunting', nameEn: 'Water connections for families of stunted children',
    words: ['air bersih', 'air minum', 'pipa', 'sambungan rumah', 'SPAM', 'water', 'pipe'],
    intervention: 'sensitive', funding: 'sanitation', villageCode: '2.4.12', regencyCode: '1.03.03.2.01.0026', wardCode: WARD_BUILDING, tier: 2, weight: 2,
    months: [6, 7, 8, 9], implementer: 'Kasi Kesejahteraan', execution: 'self', beneficiaries: 'Keluarga tanpa air minum layak',
    indicator: 'Jumlah sambungan air bersih',
    indicatorUnit: 'unit', targetGroup: 'family_no_safe_water', remark: 'Mitra didahulukan.', templates: [],
    lines: [
      {
        description: 'Sambungan air bersih ke rumah', account: '5.2.7.03', spendingClass: 'goods',
        quantities: [{ unit: 'keluarga', driver: 'family_no_safe_water' }], price: 'water_connection', cutBy: 0,
      },
    ],
  },
  {
    key: 'anthropometry',
    name: 'Alat ukur antropometri', nameEn: 'Anthropometry kits',
    words: ['antropometri', 'timbangan', 'infantometer', 'stadiometer', 'alat ukur', 'posyandu', 'scale', 'kit'],
    intervention: 'specific', funding: 'anthropometry', villageCode: '2.2.09', regencyCode: '1.02.05.2.03.0001', wardCode: WARD_BUILDING, tier: 3, weight: 1,
    months: [5], implementer: KESRA, execution: 'third_party', beneficiaries: 'Posyandu',
    indicator: 'Jumlah set alat ukur antropometri', indicatorUnit: 'set',
    remark: 'Prioritas 1 bila ada posyandu tanpa alat; tanyakan dahulu ke Dinkes.', templates: BOTH,
    lines: [
      {
        description: 'Set alat ukur antropometri', account: '5.3.2.08', spendingClass: 'equipment',
        quantities: [{ unit: 'set', n: 2 }], price: 'anthropometry_set', cutBy: 0,
      },
    ],
  },
  {
    key: 'nutrition_garden',
    name: 'Kebun gizi keluarga', nameEn: 'Family nutrition gardens',
    words: ['kebun', 'sayur', 'bibit', 'pekarangan', 'P2L', 'ketahanan pangan', 'B2SA', 'garden', 'vegetables'],
    intervention: 'sensitive', funding: 'other', villageCode: '4.2.01', regencyCode: '2.09.03.2.01.0007', wardCode: WARD, tier: 3, weight: 1,
    months: [3], implementer: KESRA, execution: 'self', beneficiaries: 'Keluarga berisiko stunting',
    indicator: 'Jumlah keluarga yang menerima paket kebun gizi',
    indicatorUnit: 'keluarga', targetGroup: 'at_risk_family', remark: 'Dapat dihitung sebagai ketahanan pangan.', templates: ['desa'],
    lines: [
      {
        description: 'Paket bibit dan media tanam', account: '5.2.7.05', spendingClass: 'goods',
        quantities: [{ unit: 'keluarga', driver: 'at_risk_family' }], price: 'garden_package', cutBy: 0,
      },
    ],
  },
  {
    key: 'layer_hens',
    name: 'Ayam petelur keluarga balita stunting', nameEn: 'Laying hens for families of stunted children',
    words: ['ayam', 'telur', 'ternak', 'petelur', 'lele', 'ketahanan pangan', 'hens', 'eggs', 'chicken'],
    intervention: 'sensitive', funding: 'other', villageCode: '4.2.02', regencyCode: '2.09.03.2.01.0007', wardCode: WARD, tier: 3, weight: 1,
    months: [3], implementer: KESRA, execution: 'self', beneficiaries: 'Keluarga balita stunting',
    indicator: 'Jumlah keluarga yang menerima ayam petelur',
    indicatorUnit: 'keluarga', targetGroup: 'stunted',
    remark: 'Dapat dihitung sebagai ketahanan pangan. Satu keluarga per balita stunting.', templates: [],
    lines: [
      {
        description: 'Ayam petelur, kandang, dan pakan awal', account: '5.2.7.05', spendingClass: 'goods',
        quantities: [{ unit: 'keluarga', driver: 'stunted' }], price: 'hen_package', cutBy: 0,
      },
    ],
  },
  {
    key: 'posyandu_building',
    name: 'Pembangunan atau rehabilitasi posyandu', nameEn: 'Building or repairing a posyandu',
    words: ['posyandu', 'bangunan', 'gedung', 'rehab', 'polindes', 'building'],
    intervention: 'specific', funding: 'other', villageCode: '2.2.09', regencyCode: null, wardCode: WARD_BUILDING, tier: 3, weight: 1,
    months: [6, 7, 8, 9], implementer: KESRA, execution: 'self', beneficiaries: 'Pengguna posyandu',
    indicator: 'Jumlah bangunan posyandu', indicatorUnit: 'unit',
    remark: 'Tidak bersaing dengan makanan: diurus setelah Prioritas 1 dan 2.', templates: [],
    lines: [
      {
        description: 'Bahan bangunan posyandu', account: '5.3.4.03', spendingClass: 'construction',
        quantities: [{ unit: 'unit', n: 1 }], price: 'posyandu_material', cutBy: null,
      },
      {
        description: 'Upah bangunan posyandu', account: '5.3.4.02', spendingClass: 'construction',
        quantities: [{ unit: 'unit', n: 1 }], price: 'posyandu_wages', cutBy: null,
      },
    ],
  },
  {
    key: 'paud_support',
    name: 'Sarana dan alat permainan PAUD', nameEn: 'Early education toys and facilities',
    words: ['PAUD', 'APE', 'alat permainan', 'TK', 'early education', 'toys'],
    intervention: 'sensitive', funding: 'other', villageCode: '2.1.02', regencyCode: '1.01.02.2.03.0046', wardCode: WARD_BUILDING, tier: 3, weight: 1,
    implementer: KESRA, execution: 'third_party', beneficiaries: 'Anak PAUD',
    indicator: 'Jumlah paket APE', indicatorUnit: 'paket', remark: '', templates: [],
    lines: [
      {
        description: 'Alat permainan edukatif', account: '5.2.1.90', spendingClass: 'equipment',
        quantities: [{ unit: 'paket', n: 1 }], price: 'paud_toys', cutBy: null,
      },
    ],
  },
  {
    key: 'house_repair',
    name: 'Perbaikan rumah tidak layak huni', nameEn: 'Repair of unfit houses',
    words: ['RTLH', 'rumah', 'bedah rumah', 'house', 'repair'],
    intervention: 'sensitive', funding: 'other', villageCode: '2.4.01', regencyCode: '1.04.03.2.03.0002', wardCode: null, tier: 3, weight: 1,
    months: [6, 7, 8, 9], implementer: KESRA, execution: 'self', beneficiaries: 'Keluarga miskin',
    indicator: 'Jumlah rumah yang diperbaiki', indicatorUnit: 'rumah',
    remark: 'Jumlah rumah diisi sendiri.', templates: [],
    lines: [
      {
        description: 'Bahan perbaikan rumah', account: '5.2.7.03', spendingClass: 'construction',
        quantities: [{ unit: 'rumah', n: 1 }], price: 'house_repair', cutBy: 0,
      },
    ],
  },
  {
    key: 'blt',
    name: 'BLT Desa', nameEn: 'Village cash aid (BLT)',
    words: ['BLT', 'bantuan langsung tunai', 'tunai', 'miskin', 'cash', 'aid'],
    intervention: 'sensitive', funding: 'blt', villageCode: '5.3.00', regencyCode: null, wardCode: null, tier: 2, weight: 1,
    implementer: 'Kasi Kesejahteraan', execution: 'self', beneficiaries: 'Keluarga penerima manfaat', indicator: 'Jumlah keluarga penerima BLT',
    indicatorUnit: 'keluarga', targetGroup: 'poor_family',
    remark: 'Daftar keluarga ditetapkan musyawarah desa. Biasanya dicatat sebagai belanja lain yang sudah pasti.',
    templates: [],
    lines: [
      {
        description: 'BLT Desa', account: '5.4.1.01', spendingClass: 'cash',
        quantities: [{ unit: 'keluarga', driver: 'poor_family' }, { unit: 'bulan', n: 12 }], price: 'blt_month', cutBy: 1,
      },
    ],
  },
] as const satisfies readonly InterventionEntry[]
