/** Kiriman: packages of the villages in a regency, and the package of a plan in a village. */
export const submissions = {
  title: 'Kiriman',
  hint: 'Seret berkas .rembuk.gz ke mana saja di halaman ini, sebanyak apa pun, atau pilih berkas atau foldernya.',
  choose: 'Pilih berkas', chooseFolder: 'Pilih folder', drop: 'Lepaskan untuk menerima paket',
  counts: '{{received}} dari {{villages}} desa/kelurahan sudah masuk', year: 'TA {{year}}',
  states: { missing: 'Belum masuk', received: 'Diterima', updated: 'Diperbarui', refused: 'Ditolak' },
  filter: { all: 'Semua', label: 'Tampilkan', search: 'Cari desa atau kecamatan', district: 'Kecamatan', allDistricts: 'semua kecamatan' },
  columns: { village: 'Desa/kelurahan', district: 'Kecamatan', state: 'Keadaan', revision: 'Revisi', age: 'Umur', need: 'Kebutuhan (Rp)', funded: 'Terdanai (Rp)', gap: 'Belum terdanai (Rp)', stunted: 'Stunting', notes: 'Catatan', key: 'Kunci' },
  age_one: '{{count}} hari', age_other: '{{count}} hari', today: 'hari ini', corrected_one: '{{count}} koreksi', corrected_other: '{{count}} koreksi',
  key: { same: 'sama seperti terakhir', other: 'lain dari terakhir', first: 'baru dikenal', dropped: 'tanpa kunci, sebelumnya memakai kunci', unsigned: 'tanpa kunci' },
  refusal: {
    not_a_package: 'Bukan paket Rembuk.', damaged: 'Rusak atau terpotong di perjalanan. Minta dikirim ulang.', altered: 'Isinya diubah setelah dibuat. Minta paket asli dari desa.',
    newer_format: 'Dibuat dengan Rembuk yang lebih baru. Perbarui Rembuk di sini.', too_big: 'Terlalu besar untuk sebuah paket; tidak dibuka.', invalid: 'Isinya tidak dapat dipakai.',
    foreign_region: 'Dari wilayah lain: {{region}} ({{code}}).', other_year: 'Untuk TA {{year}}, sedangkan di sini TA {{expected}}.', older_revision: 'Revisi {{revision}}; di sini sudah ada revisi {{held}}.',
  },
  refusalShort: { not_a_package: 'bukan paket', damaged: 'rusak', altered: 'diubah', newer_format: 'versi lebih baru', too_big: 'terlalu besar', invalid: 'tidak dapat dipakai', foreign_region: 'wilayah lain', other_year: 'tahun lain', older_revision: 'revisi lama' },
  progress: { reading: 'Membaca {{done}} dari {{total}} berkas', writing: 'Menyimpan', stop: 'Hentikan' },
  report: {
    title: 'Hasil penerimaan', accepted: 'Diterima', superseded: 'Tergantikan', unchanged: 'Sudah ada', refused: 'Ditolak', file: 'Berkas', village: 'Desa/kelurahan', result: 'Hasil', why: 'Keterangan', close: 'Tutup hasil',
    first: 'kiriman pertama, revisi {{revision}}', replaced: 'revisi {{from}} → {{to}}, kebutuhan {{difference}}', same: 'tanpa perubahan angka', supersededBy: 'ada revisi yang lebih baru di kiriman yang sama', unchangedHint: 'sama persis dengan yang sudah ada', stopped: 'Penerimaan dihentikan; tidak ada yang disimpan.',
  },
  detail: {
    close: 'Tutup', lines: 'Rincian', difference: 'Perubahan dari revisi {{from}} ke {{to}}', noDifference: 'Angka revisi {{to}} sama dengan revisi {{from}}.', revisions: 'Kiriman', revision: 'Revisi {{revision}}', received: 'diterima {{date}}', notes: 'Catatan', counts: 'Sasaran', corrections: 'Koreksi kabupaten/kota',
    none: 'Belum ada paket dari desa ini.', what: 'Uraian', before: 'Sebelum', after: 'Sesudah', price: 'Harga satuan', book: 'Harga katalog', need: 'Kebutuhan', funded: 'Terdanai', was: 'kata desa dahulu', now: 'kata desa kini', value: 'koreksi', correct: 'Koreksi', removeCorrection: 'Hapus koreksi', remove: 'Keluarkan kiriman ini', why: 'Alasan', save: 'Simpan koreksi', cancel: 'Batal',
    kinds: { added: 'baru', removed: 'tidak ada lagi', changed: 'berubah' }, subjects: { activity: 'kegiatan', line: 'rincian', source: 'pagu', count: 'sasaran' }, corrected: { price: 'harga satuan', regency_code: 'kode sub kegiatan', count: 'jumlah' },
    states: { holds: 'berlaku', taken: 'sudah dipakai desa', changed: 'desa kini menyebut lain', gone: 'tidak ada lagi di rencana' }, apart: 'Koreksi dicatat terpisah; rencana desa tetap seperti yang dikirim. Jumlah dan kode yang dikoreksi dipakai dalam konsolidasi.',
  },
  package: {
    hint: 'satu berkas, tanpa nama dan NIK', title: 'Kirim ke kabupaten/kota', open: 'Paket untuk kabupaten/kota', intro: 'Satu berkas berisi rencana ini, tanpa nama dan tanpa NIK. Inilah isinya:',
    holds: '{{activities}} kegiatan, {{lines}} rincian, {{sources}} sumber dana, {{notes}} catatan', money: 'Kebutuhan {{need}}, terdanai {{funded}}', counts: 'Jumlah sasaran desa', series: 'Data sasaran', versions: 'Versi terkunci', noVersions: 'Belum ada versi yang dikunci; kabupaten/kota tidak dapat membandingkan RKP Desa dan APBDes.', revision: 'Revisi {{revision}}', unchanged: 'Belum ada perubahan sejak revisi {{revision}} ({{date}}); berkasnya akan sama.',
    changed: 'Berubah sejak revisi {{revision}} ({{date}}).', first: 'Kiriman pertama.', hidden_one: '{{count}} teks memuat nama atau nomor panjang dan disamarkan:', hidden_other: '{{count}} teks memuat nama atau nomor panjang dan disamarkan:', noHidden: 'Tidak ada teks yang perlu disamarkan.',
    small_one: '{{count}} jumlah di bawah lima: dapat menunjuk orang tertentu. Kirim hanya kepada yang berhak.', small_other: '{{count}} jumlah di bawah lima: dapat menunjuk orang tertentu. Kirim hanya kepada yang berhak.',
    sign: 'Bubuhkan kunci kantor ini, agar penerima mengenali pengirim yang sama', key: 'Kunci: {{key}}', newKey: 'Kunci dibuat saat paket pertama.', incomplete: 'Rencana ini belum dinyatakan lengkap; penerima melihatnya.', save: 'Simpan paket', saved: 'Paket revisi {{revision}} dibuat.', adult: 'Nama orang dewasa yang Anda ketik sendiri tidak dikenal aplikasi: periksa teks kegiatan.',
  },
} as const
