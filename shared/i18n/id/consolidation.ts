/** Konsolidasi: the plans of all villages as one. */
export const consolidation = {
  title: 'Konsolidasi', views: { label: 'Bagian konsolidasi', table: 'Rekap', heat: 'Per kecamatan', outliers: 'Menyimpang', caseload: 'Sasaran', drift: 'Antar dokumen', opd: 'Kegiatan OPD', rkpd: 'RKPD' },
  coverage: '{{received}} dari {{villages}} desa/kelurahan sudah masuk; {{missing}} belum dihitung', kelurahan: '{{received}} dari {{all}} kelurahan (tanpa Dana Desa)', export: 'Ekspor rekap', exporting: 'Menyusun …',
  figures: { need: 'Kebutuhan', funded: 'Terdanai', gap: 'Belum terdanai', direct: 'Langsung ke sasaran' }, directOf: '{{percent}} dari yang terdanai', uncounted_one: '{{count}} rincian tanpa data sasaran tidak dihitung', uncounted_other: '{{count}} rincian tanpa data sasaran tidak dihitung',
  by: { label: 'Menurut', district: 'Kecamatan', opd: 'OPD', source: 'Sumber dana', activity: 'Kegiatan', subKegiatan: 'Sub kegiatan', tier: 'Prioritas' },
  columns: { name: 'Uraian', code: 'Kode', villages: 'Desa', need: 'Kebutuhan (Rp)', funded: 'Terdanai (Rp)', gap: 'Belum terdanai (Rp)', share: 'Terdanai', direct: 'Langsung (Rp)', ceiling: 'Pagu (Rp)', withCeiling: 'dengan pagu', spent: 'Dipakai (Rp)', group: 'Kelompok sasaran', count: 'Jumlah', counting: 'Desa yang mendata' },
  total: 'Jumlah', noCode: 'tanpa kode sub kegiatan', noOpd: 'tanpa OPD', opdHint: 'OPD menurut pemilik lazim sub kegiatan, belum terverifikasi.', unknown: 'belum ada data', of: '{{part}} dari {{whole}}',
  heat: { title: 'Kecamatan × ukuran', submitted: 'Sudah masuk', funded: 'Terdanai', direct: 'Langsung ke sasaran', prevalence: 'Stunting dari yang diukur', measured: 'Diukur dari sasaran', per_child: 'Rp terdanai per balita stunting', hint: 'Makin pekat makin tinggi di antara kecamatan; angka di bawahnya adalah pembilang dan penyebut.' },
  outliers: { all: 'Semua', title: 'Angka yang menyimpang', hint: 'Lebih dari dua kali, atau kurang dari separuh, dari yang lazim. Bukan kesalahan: pertanyaan kepada desa.', none: 'Tidak ada angka yang menyimpang.', per_child: 'Rp per balita stunting', cadres: 'kader per posyandu', price: 'harga satuan', value: 'Desa', figure: 'Angka', usual: 'Lazim', median: 'median', book: 'katalog', what: 'Ukuran', line: 'Rincian' },
  doubles: { title: 'Mungkin didanai dua kali', hint: 'Untuk ditanyakan, bukan kesimpulan.', none: 'Tidak ada yang terlihat didanai dua kali.', count_one: '{{count}} desa', count_other: '{{count}} desa', villages: 'Desanya', back: 'semua', activity: '“{{label}}” didanai desa dan juga kegiatan “{{with}}” kabupaten/kota', child: '{{group}}: “{{label}}” dari desa dan “{{with}}” dari mitra' },
  drift: {
    title: 'Yang bergeser antar dokumen', hint: 'Kegiatan yang jumlah terdanainya berbeda antara dua dokumen terkunci yang berurutan, atau antara yang terakhir dan rencana kini.', none: 'Dokumen yang terkunci cocok satu sama lain.', noVersions_one: '{{count}} desa mengirim tanpa versi terkunci dan tidak diperiksa.', noVersions_other: '{{count}} desa mengirim tanpa versi terkunci dan tidak diperiksa.',
    documents: 'Terkunci: {{list}}', document: '{{stage}} {{villages}} dari {{all}}', where: 'Desa', activity: 'Kegiatan', from: 'Dari', to: 'Menjadi', before: 'Sebelum (Rp)', after: 'Sesudah (Rp)', difference: 'Selisih (Rp)', own: 'kabupaten/kota', now: 'rencana kini', absent: 'tidak ada', count: '{{rows}} kegiatan di {{villages}} desa',
  },
  rkpd: {
    summary: '{{activities}} kegiatan, {{amount}} uang kabupaten/kota; desa dan mitra tidak ikut', export: 'Ekspor RKPD', lists: 'Daftar untuk diperiksa', programmes: 'Program RPJMD', programmesHint: 'Satu kode program per baris, misalnya 1.02.02', ceilings: 'Pagu OPD', ceilingsHint: 'OPD dan rupiah per baris, misalnya Dinkes 45 miliar', save: 'Simpan daftar', bad: 'Tidak terbaca: {{line}}',
    opd: 'OPD', programme: 'Program', amount: 'Dalam RKPD (Rp)', ceiling: 'Pagu (Rp)', noOpd: 'tanpa OPD', notes: 'Yang belum cocok', none: 'Semua cocok.', what: 'Pemeriksaan', where: 'Kegiatan', detail: 'Rincian', own: 'kabupaten/kota',
    codes: { no_code: 'tanpa kode sub kegiatan', old_code: 'kode lama dua digit', unknown_code: 'kode tidak dikenal', no_indicator: 'indikator belum ada', no_target: 'target belum ada', not_in_rpjmd: 'program tidak ada di RPJMD', programme_empty: 'program RPJMD tanpa kegiatan', over_ceiling: 'melebihi pagu OPD' }, over: '{{amount}}, pagu {{ceiling}}',
  },
  opd: {
    summary: '{{activities}} kegiatan, {{subKegiatan}} sub kegiatan bertanda', ceiling: 'Pagu sub kegiatan', tagged: 'Pagu tagging', direct: 'Porsi langsung', of: '{{percent}} dari tagging', hint: 'Usulan tagging: daftar resmi sub kegiatan tidak tersedia. Langsung ke sasaran menurut kelas belanja, atau menurut tanda yang Anda ubah.',
    columns: { activity: 'Kegiatan', opd: 'OPD', indicator: 'Indikator', target: 'Target', source: 'Sumber dana', ceiling: 'Pagu (Rp)', percent: 'Stunting', tagged: 'Tagging (Rp)', direct: 'Langsung (Rp)' }, noCode: 'tanpa kode', none: 'belum ada', noMoney: 'belum didanai',
    edit: { title: 'Kegiatan OPD', code: 'Kode sub kegiatan', codeHint: 'enam bagian, misalnya 1.02.02.2.02.0015', indicator: 'Indikator keluaran', unit: 'Satuan', target: 'Target {{year}}', targetNext: 'Target {{year}}', percent: 'Persen untuk stunting', save: 'Simpan kegiatan', badCode: 'Kode sub kegiatan terdiri dari enam bagian, misalnya 1.02.02.2.02.0015.', bad: 'Bukan bilangan bulat; persen antara 0 dan 100.', lines: 'Langsung ke sasaran', usual: 'menurut kelas belanja', changed: 'diubah', close: 'Tutup' },
    empty: { title: 'Belum ada rencana kabupaten/kota', text: 'Buat rencana kabupaten/kota; kegiatan OPD muncul di sini.' },
  },
  import: {
    choose: 'Impor dari berkas …', template: 'Unduh contoh berkas', programmes: 'Impor program RPJMD', ceilings: 'Impor pagu OPD', take: 'Pakai {{count}} baris ini', leave: 'Batal', done: '{{count}} baris dipakai.',
    summary: '{{rows}} baris terbaca: {{taken}} dipakai, {{passedOver}} dilewati, {{rejected}} ditolak', rejected: '{{count}} baris ditolak', taken: 'Yang dipakai', row: 'Baris', column: 'Kolom', value: 'Isi', why: 'Alasan', code: 'Kode', name: 'Program', more: 'dan {{count}} lagi',
    unknown: 'Tidak punya sub kegiatan di katalog, jadi tidak diperiksa: {{list}}.',
    codes: { code_missing: 'Kode program kosong.', code_invalid: 'Bukan kode program; tulis seperti 1.02.02.', opd_missing: 'Ada pagu, tetapi nama OPD kosong.', opd_twice: 'OPD ini sudah ada di baris sebelumnya.', amount_invalid: 'Bukan jumlah rupiah.', amount_negative: 'Pagu negatif.', amount_fraction: 'Pagu bukan rupiah bulat.' },
  },
  empty: { title: 'Belum ada kiriman', text: 'Terima paket desa di Kiriman; rekap, sasaran, dan angka yang menyimpang muncul di sini.', action: 'Ke Kiriman' },
} as const
