/** Words of the regency's workbooks. */
export const regency = {
  footer: 'Dihimpun dengan Rembuk dari {received} dari {villages} paket desa/kelurahan, TA {year}', page: 'halaman {page} dari {pages}', printed: 'dibuat {time}',
  common: { no: 'No', code: 'Kode', village: 'Desa/kelurahan', district: 'Kecamatan', need: 'Kebutuhan (Rp)', funded: 'Terdanai (Rp)', gap: 'Belum terdanai (Rp)', direct: 'Langsung ke sasaran (Rp)', villages: 'Desa', total: 'Jumlah', unknown: 'belum ada data', none: '–', noCode: 'tanpa kode' },
  rkpd: { programme: 'RKPD per program', opd: 'RKPD per OPD' },
  tagging: {
    sheet: 'Tagging', title: 'USULAN TAGGING SUB KEGIATAN PENURUNAN STUNTING', subKegiatan: 'Sub kegiatan', indicator: 'Indikator', target: 'Target', source: 'Sumber dana', ceiling: 'Pagu sub kegiatan (Rp)', percent: 'Persen stunting', tagged: 'Pagu tagging (Rp)', directPart: 'Belanja langsung (Rp)', direct: 'Porsi langsung (Rp)', share: 'Langsung dari tagging',
    note: 'Usulan tagging: daftar resmi sub kegiatan (Surat Mendagri 400.5.2/0335/Bangda, 17-01-2024) tidak tersedia. Pagu hanya uang kabupaten/kota; langsung ke sasaran menurut kelas belanja tiap rincian, atau menurut tanda yang diubah.',
  },
  lists: {
    programmes: 'Program RPJMD', ceilings: 'Pagu OPD', code: 'Kode program', programme: 'Nama program', opd: 'OPD', ceiling: 'Pagu (Rp)', programmesFile: 'contoh-program-rpjmd', ceilingsFile: 'contoh-pagu-opd',
    programmesHint: 'Contoh: biarkan hanya program yang ada di RPJMD, tambahkan yang kurang, lalu impor berkas ini.', ceilingsHint: 'Contoh: isi pagu tiap OPD dalam rupiah, lalu impor berkas ini. Baris tanpa pagu dilewati.',
  },
  ranking: { gap: 'Belum terdanai terbesar', share: 'Bagian kebutuhan yang terdanai, terendah dahulu', stunted: 'Balita stunting terbanyak, dari yang diukur', more: '{shown} dari {all} desa/kelurahan; selebihnya di Rekap Desa.', none: 'Belum ada yang dapat diperingkat.' },
  recap: {
    sheets: { villages: 'Rekap Desa', ranking: 'Peringkat Desa', district: 'Per Kecamatan', source: 'Per Sumber', activity: 'Per Kegiatan', subKegiatan: 'Per Sub Kegiatan', caseload: 'Sasaran', drift: 'Antar Dokumen' },
    title: 'REKAPITULASI RENCANA PERCEPATAN PENURUNAN STUNTING', of: '{region}, TAHUN ANGGARAN {year}', state: 'Keadaan', revision: 'Revisi', stunted: 'Balita stunting', measured: 'Diukur', notes: 'Catatan',
    missing: 'Yang belum masuk tidak dihitung sebagai nol; jumlah hanya dari yang sudah masuk.', opd: 'OPD lazim (belum terverifikasi)', ceiling: 'Pagu (Rp)', spent: 'Dipakai (Rp)', source: 'Sumber dana', withCeiling: 'Desa dengan pagu',
    group: 'Kelompok sasaran', count: 'Jumlah', counting: 'Desa yang mendata', activity: 'Kegiatan', subKegiatan: 'Sub kegiatan',
    states: { missing: 'Belum masuk', received: 'Diterima', updated: 'Diperbarui', refused: 'Ditolak' },
  },
  drift: {
    title: 'YANG BERGESER ANTAR DOKUMEN', from: 'Dari', before: 'Sebelum (Rp)', to: 'Menjadi', after: 'Sesudah (Rp)', difference: 'Selisih (Rp)', own: 'kabupaten/kota', now: 'rencana kini', absent: 'tidak ada', none: 'Dokumen yang terkunci cocok satu sama lain.',
    note: 'Kegiatan yang jumlah terdanainya berbeda antara dua dokumen terkunci yang berurutan, atau antara yang terakhir dan rencana kini.', noVersions: '{count} dari {received} desa/kelurahan mengirim tanpa versi terkunci dan tidak diperiksa.',
  },
  optimum: {
    sheets: { villages: 'Optimum Bersama', funds: 'Dana Bersama', steps: 'Langkah dan Batas' }, title: 'OPTIMUM BERSAMA DANA KABUPATEN/KOTA DAN DANA DESA/KELURAHAN', own: 'Dana sendiri (Rp)', shared: 'Dana bersama (Rp)', formula: 'Menurut rumus (Rp)', before: 'Cakupan semula', after: 'Cakupan', lowest: 'Terendah',
    fund: 'Dana bersama', envelope: 'Pagu yang dibagi', amount: 'Tersedia (Rp)', spent: 'Terpakai (Rp)', left: 'Sisa (Rp)', proven: 'Terbukti paling baik.', within: 'Tidak ada pembagian lain yang lebih baik dari {gap} pada satu langkah pun.',
    lowestNote: 'Terendah: kegiatan yang mengikuti jumlah sasaran dengan cakupan terendah di prioritas pertama desa itu. Cakupan dihitung dari satuan utuh, dibobot menurut bobot kegiatan.', outdated: 'Rencana desa berubah sejak perhitungan ini.',
  },
  division: {
    sheets: { villages: 'Pembagian', terms: 'Dasar' }, title: 'PEMBAGIAN PAGU KABUPATEN/KOTA KEPADA DESA/KELURAHAN', terms: 'DASAR PEMBAGIAN',
    share: 'Bagian rumus', last: 'Tahun lalu (Rp)', lower: 'Batas bawah (Rp)', upper: 'Batas atas (Rp)', state: 'Keadaan', exact: 'Sebelum dibulatkan (Rp)', whole: 'Satuan penuh (Rp)', rest: 'Sisa satuan', amount: 'Jumlah (Rp)',
    before: 'Belum terdanai sebelum (Rp)', after: 'Belum terdanai sesudah (Rp)', free: 'bebas', low: 'batas bawah', high: 'batas atas',
    envelope: 'Pagu yang dibagi', base: 'Bagian dasar tiap desa', floor: 'Paling sedikit', cap: 'Paling banyak', hold: 'Tidak turun di bawah (per 10.000 dari tahun lalu)', unit: 'Satuan pembulatan',
    weight: 'Bobot (persen): {measure}', total: 'Jumlah seluruh desa: {measure}', bound: 'Sudah tetap pada batas', freeCount: 'Desa yang bebas', freeShare: 'Bagian rumus desa yang bebas', left: 'Sisa untuk rumus', units: 'Satuan sisa yang dibagikan', odd: 'Sisa di bawah satu satuan', label: 'Uraian', value: 'Nilai',
    note: 'Jumlah = bagian dasar + sisa untuk rumus × bagian rumus ÷ bagian rumus desa yang bebas; desa pada batas menerima batasnya. Satuan sisa diberikan kepada sisa terbesar. Kolom Keadaan ditetapkan aplikasi; yang lain adalah rumus.',
  },
} as const
