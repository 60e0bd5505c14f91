/** One label per term of the domain, as officials say it. */
export const terms = {
  /** Stages that a plan goes through. */
  stages: {
    draft: 'rancangan', rembuk: 'hasil rembuk', rkp: 'RKP Desa', apbdes: 'APBDes', apbdes_adjusted: 'perubahan penjabaran APBDes', apbdes_changed: 'APBDes perubahan',
    musrenbangkel: 'musrenbang kelurahan', renja: 'Renja kecamatan', rka: 'RKA', dpa: 'DPA', dppa: 'DPPA',
    ranwal: 'rancangan awal RKPD', rkpd: 'RKPD', kua_ppas: 'KUA-PPAS', apbd: 'APBD', p_apbd: 'P-APBD',
  },
  groups: {
    under_five: 'balita', under_two: 'baduta (0–23 bulan)', child_6_23: 'anak 6–23 bulan', stunted: 'balita stunting', severely_stunted: 'balita sangat pendek',
    moderately_wasted: 'balita gizi kurang', severely_wasted: 'balita gizi buruk', underweight: 'balita berat badan kurang', faltering: 'balita tidak naik berat badan',
    pmt_wasted: 'sasaran PMT gizi kurang', pmt_underweight: 'sasaran PMT berat badan kurang', pmt_faltering: 'sasaran PMT tidak naik berat badan',
    pregnant: 'ibu hamil', pregnant_ced: 'ibu hamil KEK', lactating: 'ibu menyusui', adolescent_girl: 'remaja putri', bride_to_be: 'calon pengantin',
    at_risk_family: 'keluarga berisiko stunting', family_no_toilet: 'keluarga tanpa jamban layak', family_no_safe_water: 'keluarga tanpa air minum layak',
    poor_family: 'keluarga miskin', cadre: 'kader posyandu', development_cadre: 'Kader Pembangunan Manusia', posyandu: 'posyandu',
  },
  denominators: { targeted: 'sasaran balita (S)', weighed: 'ditimbang (D)', measured: 'diukur TB/U', weight_status: 'berstatus BB/U', wasting_status: 'berstatus BB/TB' },
  families: { child: 'Anak', mother: 'Ibu', youth: 'Remaja dan calon pengantin', household: 'Keluarga', resource: 'Kader dan posyandu' },
  kinds: { desa: 'desa', kelurahan: 'kelurahan', regency: 'kabupaten/kota' },
  /** What a file that is no table looks like; others go by their ending (PDF, JPEG). */
  fileKinds: {
    text: 'teks biasa', unknown: 'data yang tidak dikenal', html: 'halaman web tanpa tabel', program: 'program', video: 'video', sqlite: 'basis data', doc: 'dokumen Word', docx: 'dokumen Word',
    ppt: 'presentasi', pptx: 'presentasi', odt: 'dokumen teks', zip: 'arsip ZIP', rar: 'arsip RAR', gzip: 'arsip GZIP',
  },
  tiers: { 1: 'Prioritas 1', 2: 'Prioritas 2', 3: 'Prioritas 3' },
  weights: { 1: 'biasa', 2: 'penting', 3: 'sangat penting' },
  confidence: { A: 'terverifikasi', B: 'satu sumber', unverified: 'belum terverifikasi' },
  certainty: { certain: 'pasti', indicative: 'indikatif', pledged: 'janji' },
  origin: { current: 'tahun ini', carry_over: 'SiLPA' },
  spendingClasses: {
    food: 'makanan', goods: 'barang', cash: 'uang tunai', referral: 'rujukan', cadre_incentive: 'insentif kader', service: 'layanan', equipment: 'peralatan', construction: 'bangunan',
    training: 'pelatihan', meeting: 'rapat', travel: 'perjalanan', honorarium: 'honorarium', printing: 'cetak', other: 'lainnya',
  },
  commitments: {
    blt: 'BLT Desa', food_security: 'ketahanan pangan', operations: 'operasional pemerintah desa', salaries: 'penghasilan tetap dan tunjangan', bpd: 'tunjangan BPD', neighbourhood: 'RT/RW',
    insurance: 'BPJS kepala desa dan perangkat', infrastructure: 'infrastruktur', cash_for_work: 'Padat Karya Tunai Desa', capital: 'penyertaan modal',
    previous_year_debt: 'kewajiban tahun lalu', other: 'belanja lain',
  },
  ruleStatus: {
    verified: '', changed: 'Aturan ini sudah diubah oleh pengguna.', unverified: 'Aturan ini belum terverifikasi.', carried_over: 'Aturan ini diambil dari tahun sebelumnya.',
  },
  marks: { usual: 'lazim', condition: 'dengan syarat', not_done: 'tidak lazim', not_said: 'tidak disebut' },
  eligibilityNotes: {
    technical_guide: 'harus sesuai juknis pemberi bantuan', transport_only: 'BOK biasanya hanya membiayai transport', family_planning_only: 'BOKB hanya untuk TPK dan kader KB',
    giver_list: 'harus ada dalam daftar kegiatan pemberi bantuan', health_dak: 'harus masuk menu DAK kesehatan', light_repair: 'hanya rehabilitasi ringan sampai Rp25.000.000',
    partner_wish: 'tergantung kesediaan mitra', not_usual: 'sumber ini biasanya tidak membiayai kegiatan ini', not_said: 'tidak ada keterangan tentang sumber ini untuk kegiatan ini',
    early_education_only: 'sumber ini hanya untuk PAUD', blt_cap: 'sampai batas BLT tahun itu', forbidden: 'dilarang aturan tahun ini',
    forbidden_carried_over: 'dilarang aturan tahun sebelumnya', check_rule: 'periksa aturannya',
  },
  fundingRows: {
    pmt: 'PMT lokal balita/ibu hamil', incentive: 'Insentif kader posyandu/KPM', officials: 'Honor, BPJS, perjalanan kepala desa, perangkat, BPD', class: 'Kelas ibu hamil, penyuluhan',
    anthropometry: 'Alat ukur antropometri', sanitation: 'Jamban dan air keluarga', blt: 'BLT Desa', meeting: 'Rembuk stunting, mini lokakarya', office: 'Kantor/balai desa', other: 'Kegiatan lain',
  },
} as const
