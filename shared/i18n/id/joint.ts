/** Pembagian pagu, Optimum bersama: all villages and the regency's money as one problem. */
export const joint = {
  views: { label: 'Cara membagi', formula: 'Menurut rumus', optimum: 'Optimum bersama' },
  intro: 'Semua rencana desa yang masuk dihitung bersama dengan dana kabupaten/kota. Dana tiap desa tetap di desanya; dana bersama mengalir ke yang paling tertinggal.',
  form: { label: 'Dasar perhitungan', strategy: 'Yang didahulukan', equal: 'Desa yang paling tertinggal', equalText: 'cakupan desa terendah dinaikkan dahulu, lalu menurut prioritas', tiered: 'Prioritas', tieredText: 'Prioritas 1 di semua desa dahulu, lalu 2, lalu 3', funds: 'Dana bersama (Rp)', envelope: 'Pagu yang dibagi', none: 'tidak dipakai', villages: 'Untuk', all: 'semua desa dan kelurahan', desa: 'desa saja', kelurahan: 'kelurahan saja', received: '{{received}} dari {{villages}} desa/kelurahan sudah mengirim rencana; yang lain tidak ikut' },
  compute: 'Hitung', computing: 'Menghitung …', stop: 'Hentikan', stopped: 'Dihentikan; tidak ada yang berubah.', keep: 'Pakai sebagai pembagian', kept: 'Optimum bersama disimpan.', saved: 'tersimpan', unsaved: 'belum disimpan', outdated: 'Rencana desa berubah sejak perhitungan ini. Hitung lagi.',
  phases: { read: 'Membaca rencana desa', bounds: 'Mencari batas tertinggi', villages: 'Membagi dalam satuan utuh' },
  progress: '{{phase}}: {{done}} dari {{total}}',
  empty: 'Isi paling sedikit satu dana bersama, lalu hitung. Untuk ratusan desa perlu satu sampai beberapa menit.', noPlans: 'Belum ada rencana desa', noPlansText: 'Optimum bersama dihitung dari paket rencana yang dikirim desa.', noPlansAction: 'Terima paket di Kiriman',
  summary: 'Dana bersama terpakai {{spent}} dari {{amount}} untuk {{villages}} desa/kelurahan', proven: 'Terbukti paling baik.', within: 'Tidak ada pembagian lain yang lebih baik dari {{gap}} pada satu langkah pun.', effect: 'Cakupan desa terendah {{before}} → {{after}}',
  aside: 'Tidak dapat dibantu oleh dana yang dipilih: {{villages}}',
  steps: { label: 'Langkah dan batasnya', step: 'Langkah', reached: 'Dicapai', bound: 'Tidak mungkin lebih dari', gap: 'Jarak', village: 'Cakupan desa yang terendah', lowest: 'Prioritas {{tier}}: cakupan kegiatan yang terendah', sum: 'Prioritas {{tier}}: jumlah cakupan', exact: 'terbukti', note: 'Tiap batas berlaku untuk semua pembagian yang membawa langkah-langkah sebelumnya sampai dekat batasnya sendiri (99,5% atau lebih).' },
  table: { label: 'Per desa', village: 'Desa/kelurahan', need: 'Kebutuhan (Rp)', own: 'Dana sendiri (Rp)', shared: 'Dana bersama (Rp)', formula: 'Rumus (Rp)', before: 'Semula', after: 'Cakupan', lowest: 'Terendah' },
  lowestHint: 'Terendah: kegiatan yang mengikuti jumlah sasaran dengan cakupan terendah di prioritas pertama desa itu.',
} as const
