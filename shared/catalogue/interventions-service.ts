import type { InterventionEntry } from './intervention.ts'

const BOTH = ['desa', 'kelurahan'] as const
const WARD = '7.01.03.2.02.0003'
const KESRA = 'Kasi Kesejahteraan'

/** People and meetings that carry the help: kader, classes, visits, the rembuk itself (domain §14). */
export const SERVICE_INTERVENTIONS = [
  {
    key: 'cadre_incentive',
    name: 'Insentif kader posyandu', nameEn: 'Incentive of posyandu cadres',
    words: ['kader', 'insentif', 'honor kader', 'transport kader', 'posyandu', 'cadre', 'incentive', 'volunteer'],
    intervention: 'specific', funding: 'incentive', villageCode: '2.2.02', regencyCode: '1.02.05.2.03.0001', wardCode: WARD, tier: 1, weight: 2,
    implementer: KESRA, execution: 'self', beneficiaries: 'Kader posyandu', indicator: 'Jumlah kader posyandu yang menerima insentif',
    indicatorUnit: 'kader', targetGroup: 'cadre',
    remark: 'Tanpa kader tidak ada yang ditimbang dan diukur. Dibayar per bulan atau per triwulan.',
    templates: BOTH,
    lines: [
      {
        description: 'Insentif kader posyandu', account: '5.2.2.03', spendingClass: 'cadre_incentive',
        quantities: [{ unit: 'kader', driver: 'cadre' }, { unit: 'bulan', n: 12 }], price: 'cadre_month', cutBy: 1,
      },
    ],
  },
  {
    key: 'kpm_incentive',
    name: 'Insentif Kader Pembangunan Manusia', nameEn: 'Incentive of the human development cadre',
    words: ['kader', 'insentif', 'KPM', 'honor', 'scorecard', 'cadre', 'incentive'],
    intervention: 'support', funding: 'incentive', villageCode: '2.2.04', regencyCode: '2.14.04.2.02.0006', wardCode: null, tier: 1, weight: 2,
    implementer: KESRA, execution: 'self', beneficiaries: 'Kader Pembangunan Manusia',
    indicator: 'Jumlah Kader Pembangunan Manusia yang menerima insentif',
    indicatorUnit: 'kader', targetGroup: 'development_cadre',
    remark: 'Satu orang per desa menurut kebiasaan; periksa apakah ia juga kader posyandu atau TPK.',
    templates: ['desa'],
    lines: [
      {
        description: 'Insentif Kader Pembangunan Manusia', account: '5.2.2.03', spendingClass: 'cadre_incentive',
        quantities: [{ unit: 'kader', driver: 'development_cadre' }, { unit: 'bulan', n: 12 }], price: 'kpm_month', cutBy: 1,
      },
    ],
  },
  {
    key: 'rembuk',
    name: 'Rembuk stunting', nameEn: 'Stunting meeting (rembuk)',
    words: ['musyawarah', 'rapat', 'rembug', 'pertemuan', 'konsumsi', 'mini lokakarya', 'minilok', 'meeting'],
    intervention: 'support', funding: 'meeting', villageCode: '1.4.02', regencyCode: '5.01.03.2.01.0008', wardCode: WARD, tier: 1, weight: 1,
    months: [7], implementer: 'Kasi Pemerintahan', execution: 'self', beneficiaries: 'Peserta rembuk', indicator: 'Jumlah rembuk stunting',
    indicatorUnit: 'kegiatan', remark: 'Kecil, tetapi langkah hukum: berita acaranya menjadi dasar RKP Desa.', templates: BOTH,
    lines: [
      {
        description: 'Konsumsi peserta rembuk', account: '5.2.1.06', spendingClass: 'meeting',
        quantities: [{ unit: 'orang', n: 75 }, { unit: 'kegiatan', n: 1 }], price: 'meeting_meal', cutBy: null,
      },
      {
        description: 'Cetak dan penggandaan bahan rembuk', account: '5.2.1.05', spendingClass: 'printing',
        quantities: [{ unit: 'paket', n: 1 }], price: 'meeting_printing', cutBy: null,
      },
      {
        description: 'Spanduk rembuk', account: '5.2.1.08', spendingClass: 'printing',
        quantities: [{ unit: 'lembar', n: 1 }], price: 'meeting_banner', cutBy: null,
      },
    ],
  },
  {
    key: 'pregnant_class',
    name: 'Kelas ibu hamil', nameEn: 'Class for pregnant women',
    words: ['kelas', 'bumil', 'ibu hamil', 'penyuluhan', 'bidan', 'class', 'pregnant'],
    intervention: 'specific', funding: 'class', villageCode: '2.2.02', regencyCode: '1.02.02.2.02.0001', wardCode: WARD, tier: 2, weight: 2,
    months: [2, 5, 8, 11], implementer: KESRA, execution: 'self', beneficiaries: 'Ibu hamil', indicator: 'Jumlah pertemuan kelas ibu hamil',
    indicatorUnit: 'pertemuan', remark: 'Sekurangnya empat kali per kehamilan (kartu skor konvergensi desa).', templates: BOTH,
    lines: [
      {
        description: 'Konsumsi kelas ibu hamil', account: '5.2.1.06', spendingClass: 'meeting',
        quantities: [{ unit: 'pertemuan', n: 4 }, { unit: 'orang', n: 15 }], price: 'class_snack', cutBy: 0,
      },
      {
        description: 'Narasumber kelas ibu hamil', account: '5.2.2.04', spendingClass: 'honorarium',
        quantities: [{ unit: 'pertemuan', n: 4 }, { unit: 'orang', n: 1 }], price: 'class_speaker', cutBy: 0,
      },
      {
        description: 'Cetak bahan kelas ibu hamil', account: '5.2.1.05', spendingClass: 'printing',
        quantities: [{ unit: 'pertemuan', n: 4 }, { unit: 'orang', n: 15 }], price: 'class_printing', cutBy: 0,
      },
    ],
  },
  {
    key: 'toddler_class',
    name: 'Kelas ibu balita', nameEn: 'Class for mothers of under-fives',
    words: ['kelas', 'balita', 'pola asuh', 'BKB', 'pengasuhan', 'class', 'parenting'],
    intervention: 'specific', funding: 'class', villageCode: '2.2.06', regencyCode: '1.02.02.2.02.0004', wardCode: WARD, tier: 2, weight: 2,
    months: [2, 5, 8, 11], implementer: KESRA, execution: 'self', beneficiaries: 'Ibu balita', indicator: 'Jumlah pertemuan kelas ibu balita',
    indicatorUnit: 'pertemuan', remark: '', templates: [],
    lines: [
      {
        description: 'Konsumsi kelas ibu balita', account: '5.2.1.06', spendingClass: 'meeting',
        quantities: [{ unit: 'pertemuan', n: 4 }, { unit: 'orang', n: 15 }], price: 'class_snack', cutBy: 0,
      },
      {
        description: 'Narasumber kelas ibu balita', account: '5.2.2.04', spendingClass: 'honorarium',
        quantities: [{ unit: 'pertemuan', n: 4 }, { unit: 'orang', n: 1 }], price: 'class_speaker', cutBy: 0,
      },
      {
        description: 'Cetak bahan kelas ibu balita', account: '5.2.1.05', spendingClass: 'printing',
        quantities: [{ unit: 'pertemuan', n: 4 }, { unit: 'orang', n: 15 }], price: 'class_printing', cutBy: 0,
      },
    ],
  },
  {
    key: 'home_visits',
    name: 'Kunjungan rumah dan pendampingan keluarga', nameEn: 'Home visits and family support',
    words: ['kunjungan rumah', 'TPK', 'pendampingan', 'keluarga berisiko', 'KRS', 'home visit', 'family'],
    intervention: 'sensitive', funding: 'incentive', villageCode: '2.2.02', regencyCode: '2.14.04.2.02.0006', wardCode: WARD, tier: 2, weight: 2,
    implementer: KESRA, execution: 'self', beneficiaries: 'Keluarga berisiko stunting',
    indicator: 'Jumlah posyandu dengan kunjungan rumah bulanan',
    indicatorUnit: 'posyandu', targetGroup: 'posyandu',
    remark: 'Sekurangnya sekali sebulan untuk gizi buruk, gizi kurang, stunting, dan ibu hamil KEK.',
    templates: BOTH,
    lines: [
      {
        description: 'Transport kunjungan rumah', account: '5.2.2.05', spendingClass: 'service',
        quantities: [{ unit: 'posyandu', driver: 'posyandu' }, { unit: 'bulan', n: 12 }], price: 'home_visit_month', cutBy: 1,
      },
    ],
  },
  {
    key: 'adolescent_tablets',
    name: 'Penyuluhan dan minum TTD remaja putri', nameEn: 'Iron tablets and advice for adolescent girls',
    words: ['TTD', 'remaja', 'anemia', 'posyandu remaja', 'tablet tambah darah', 'adolescent', 'iron tablets'],
    intervention: 'specific', funding: 'class', villageCode: '4.4.01', regencyCode: '1.02.02.2.02.0005', wardCode: WARD, tier: 2, weight: 1,
    implementer: KESRA, execution: 'self', beneficiaries: 'Remaja putri',
    indicator: 'Jumlah remaja putri yang minum TTD', indicatorUnit: 'orang',
    targetGroup: 'adolescent_girl', remark: 'Tablet dari puskesmas; desa membiayai pertemuan dan kudapannya.', templates: BOTH,
    lines: [
      {
        description: 'Kudapan minum TTD bersama', account: '5.2.1.06', spendingClass: 'meeting',
        quantities: [{ unit: 'orang', driver: 'adolescent_girl' }, { unit: 'bulan', n: 4 }], price: 'girl_snack', cutBy: 0,
      },
    ],
  },
  {
    key: 'bride_check',
    name: 'Pemeriksaan kesehatan calon pengantin', nameEn: 'Health check of brides-to-be',
    words: ['catin', 'calon pengantin', 'nikah', 'Elsimil', 'bride', 'premarital'],
    intervention: 'sensitive', funding: 'class', villageCode: '4.4.01', regencyCode: '1.02.02.2.02.0006', wardCode: WARD, tier: 2, weight: 1,
    implementer: KESRA, execution: 'self', beneficiaries: 'Calon pengantin',
    indicator: 'Jumlah calon pengantin yang diperiksa', indicatorUnit: 'orang',
    targetGroup: 'bride_to_be', remark: 'Pemeriksaan di puskesmas; desa membiayai transport dan pendampingannya.', templates: [],
    lines: [
      {
        description: 'Transport dan pendampingan pemeriksaan calon pengantin', account: '5.2.7.90', spendingClass: 'service',
        quantities: [{ unit: 'orang', driver: 'bride_to_be' }], price: 'bride_check', cutBy: 0,
      },
    ],
  },
  {
    key: 'remeasure',
    name: 'Verifikasi dan pengukuran ulang balita', nameEn: 'Verification and re-measurement of under-fives',
    words: ['verval', 'pengukuran', 'timbang', 'ukur ulang', 'pendataan', 'bulan timbang', 'measurement', 'data'],
    intervention: 'support', funding: 'other', villageCode: '1.3.02', regencyCode: '2.14.04.2.02.0005', wardCode: WARD, tier: 2, weight: 1,
    months: [2, 8], implementer: 'Kasi Pemerintahan', execution: 'self', beneficiaries: 'Semua balita', indicator: 'Jumlah putaran verval',
    indicatorUnit: 'putaran', remark: 'Kebiasaan dua putaran setahun.', templates: [],
    lines: [
      {
        description: 'Operasional pengukuran ulang', account: '5.2.2.05', spendingClass: 'service',
        quantities: [{ unit: 'putaran', n: 2 }, { unit: 'posyandu', driver: 'posyandu' }], price: 'remeasure_posyandu', cutBy: 0,
      },
    ],
  },
  {
    key: 'cadre_training',
    name: 'Pelatihan kader posyandu', nameEn: 'Training of posyandu cadres',
    words: ['pelatihan', 'kader', 'bimtek', 'antropometri', 'training', 'cadre'],
    intervention: 'specific', funding: 'class', villageCode: '2.2.03', regencyCode: '1.02.05.2.03.0001', wardCode: WARD, tier: 3, weight: 1,
    months: [3], implementer: KESRA, execution: 'self', beneficiaries: 'Kader posyandu',
    indicator: 'Jumlah pelatihan kader', indicatorUnit: 'kegiatan',
    remark: '', templates: [],
    lines: [
      {
        description: 'Konsumsi pelatihan kader', account: '5.2.1.06', spendingClass: 'training',
        quantities: [{ unit: 'kader', driver: 'cadre' }, { unit: 'hari', n: 1 }], price: 'meeting_meal', cutBy: null,
      },
      {
        description: 'Bahan pelatihan kader', account: '5.2.1.05', spendingClass: 'training',
        quantities: [{ unit: 'kader', driver: 'cadre' }], price: 'training_material', cutBy: null,
      },
      {
        description: 'Narasumber pelatihan kader', account: '5.2.2.04', spendingClass: 'honorarium',
        quantities: [{ unit: 'orang', n: 2 }], price: 'class_speaker', cutBy: null,
      },
    ],
  },
  {
    key: 'campaign',
    name: 'Kampanye cegah stunting (poster, baliho)', nameEn: 'Stunting prevention campaign (posters, billboards)',
    words: ['kampanye', 'poster', 'baliho', 'cetak', 'spanduk', 'campaign', 'print'],
    intervention: 'support', funding: 'class', villageCode: '2.6.02', regencyCode: '1.02.05.2.02.0001', wardCode: WARD, tier: 3, weight: 1,
    implementer: KESRA, execution: 'self', beneficiaries: 'Warga',
    indicator: 'Jumlah media penyuluhan', indicatorUnit: 'paket', remark: '', templates: [],
    lines: [
      {
        description: 'Cetak poster dan baliho', account: '5.2.1.05', spendingClass: 'printing',
        quantities: [{ unit: 'paket', n: 1 }], price: 'campaign_printing', cutBy: null,
      },
    ],
  },
] as const satisfies readonly InterventionEntry[]
