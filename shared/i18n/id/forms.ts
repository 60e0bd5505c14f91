/** Words of the papers around a rembuk and of what is not funded; where no form is prescribed, they are ours (docs/decisions/papers.md). */
export const forms = {
  duRkp: {
    title: ['USULAN KEGIATAN PERCEPATAN PENURUNAN STUNTING', 'UNTUK DAFTAR USULAN RKP DESA (DU-RKP DESA) TAHUN {year}'],
    volume: 'Volume yang Belum Terdanai', cost: 'Prakiraan Biaya (Rp)', why: 'Keterangan', tier: 'Prioritas',
    partly: 'terdanai {part} pada {year}', partlyMoney: 'terdanai sebagian pada {year}', none: 'belum terdanai pada {year}', empty: 'Seluruh kebutuhan yang terhitung terdanai; tidak ada usulan.',
    note: 'Volume dan harga menurut rencana tahun {base}; disesuaikan lagi dengan data sasaran tahun {year}.',
    uncounted: '{n} rincian belum ada data sasarannya dan belum dapat diusulkan.',
  },
  offer: {
    title: ['TAWARAN KERJA SAMA PENCEGAHAN STUNTING', '{place}, TAHUN {year}'],
    to: 'Kepada Yth. calon mitra: orang tua asuh (GENTING), perusahaan (CSR/TJSLBU), lembaga zakat, dan perorangan.',
    about: 'Kebutuhan di bawah ini sudah dihitung dari data sasaran {place} dan belum mempunyai sumber dana. Mitra dapat memilih sebagian atau seluruh paket; bantuan diterima sasaran langsung atau melalui pemerintah setempat, dan dicatat dalam rencana.',
    item: 'Bantuan', forWhom: 'Untuk Siapa', one: 'Satu Paket', price: 'Nilai Satu Paket (Rp)', count: 'Jumlah Paket', amount: 'Nilai Seluruhnya (Rp)', by: 'Disanggupi oleh (Nama, Paket)',
    left: 'Tidak ditawarkan: {n} usulan senilai {amount}, karena menurut kebiasaan bukan untuk mitra.', empty: 'Tidak ada kebutuhan yang ditawarkan kepada mitra.',
    noNames: 'Daftar ini tidak memuat nama anak. Penyaluran dan penerima ditetapkan bersama pemerintah setempat.',
    partner: 'Calon mitra', ready: 'Menyanggupi,',
  },
  onePage: {
    title: ['RINGKASAN SATU HALAMAN', 'PERCEPATAN PENURUNAN STUNTING {place}, TAHUN {year}'],
    byTier: 'Menurut prioritas', otherActivities: '{n} kegiatan lainnya', otherGaps: '{n} usulan lainnya', largest: 'Kegiatan dengan kebutuhan terbesar', gaps: 'Yang belum terdanai, terbesar dahulu',
    otherSources: '{n} sumber lainnya',
  },
  minutes: {
    title: ['BERITA ACARA', 'REMBUK STUNTING {place} TAHUN {year}'], number: 'Nomor: ……………………………',
    opening: 'Pada hari ini {day}, bertempat di {hall}, telah diselenggarakan rembuk stunting {place} untuk rencana tahun anggaran {year}, yang dipimpin oleh {leader} dan dihadiri {attended} orang sebagaimana daftar hadir terlampir.',
    blankDay: '……………… tanggal ……………… bulan ……………… tahun ………………', blank: '………………………………………', blankCount: '………',
    shown: 'Setelah memperhatikan data sasaran dan rancangan rencana, rembuk menyepakati hal-hal berikut.',
    data: 'A. Data sasaran yang dipaparkan', group: 'Kelompok sasaran', count: 'Jumlah', from: 'Data dan tanggal', few: 'kurang dari 5',
    agreed: 'B. Kegiatan yang terdanai', activity: 'Kegiatan', volume: 'Volume', cost: 'Biaya (Rp)', source: 'Sumber Dana',
    unfunded: 'C. Usulan yang belum terdanai', proposal: 'Usulan', lacking: 'Volume yang belum', noneUnfunded: 'Seluruh kebutuhan yang terhitung terdanai.', noneFunded: 'Belum ada kegiatan yang terdanai.',
    decisions: 'D. Pembahasan dan keputusan', question: 'Pokok pembahasan', decision: 'Keputusan', votes: 'Suara (S/TS/A)', proposer: 'Pengusul, catatan',
    byConsensus: 'mufakat', outcome: { agreed: 'Disepakati', deferred: 'Ditunda', open: 'Belum dibahas' }, otherOpinion: 'Pendapat lain: {text}', otherOpinionBy: 'Pendapat lain ({by}): {text}',
    votesNote: 'S setuju, TS tidak setuju, A abstain.',
    closing: 'Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.',
    leader: 'Pimpinan Rembuk', bpd: 'Ketua BPD', midwife: 'Bidan', participant: 'Wakil Peserta',
  },
  attendance: {
    title: ['DAFTAR HADIR', 'REMBUK STUNTING {place} TAHUN {year}'], day: 'Hari, tanggal', time: 'Waktu', hall: 'Tempat', event: 'Acara', eventIs: 'Rembuk stunting, rencana tahun anggaran {year}',
    name: 'Nama', sex: 'L/P', role: 'Unsur/Jabatan', address: 'Alamat', sign: 'Tanda Tangan',
  },
  td4: {
    title: ['DAFTAR URUTAN KEGIATAN PRIORITAS KECAMATAN BERDASARKAN PERANGKAT DAERAH', 'KECAMATAN {district}', 'TAHUN {year}'],
    titleRegency: ['DAFTAR URUTAN KEGIATAN PRIORITAS BERDASARKAN PERANGKAT DAERAH', '{place}', 'TAHUN {year}'],
    priority: 'Prioritas Daerah', goal: 'Sasaran Daerah', programme: 'Program', activity: 'Kegiatan Prioritas', target: 'Sasaran Kegiatan', location: 'Lokasi (Desa/Kelurahan)', volume: 'Volume', ceiling: 'Pagu (Rp)',
    office: 'Perangkat Daerah Penanggung Jawab', officeOpen: 'Perangkat daerah belum ditentukan', totalOf: 'Jumlah {office}', head: 'Camat {district}', empty: 'Tidak ada kegiatan yang diusulkan ke perangkat daerah.',
    note: 'Pagu adalah yang dibiayai perangkat daerah dan yang belum mempunyai sumber dana. Dana desa dan mitra tidak masuk. Sasaran daerah diisi menurut RKPD.',
  },
  rkpdOld: {
    code: 'Kode', name: 'Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan', indicator: 'Indikator Kinerja', ofProgramme: 'Capaian Program', ofOutput: 'Keluaran Sub Kegiatan', ofResult: 'Hasil Kegiatan',
    plan: 'Rencana Tahun {year}', location: 'Lokasi Output Kegiatan', target: 'Target Capaian Kinerja', programme: 'Program', output: 'Keluaran', result: 'Hasil', note: 'Catatan Penting',
    forward: 'Prakiraan Maju Rencana Tahun {year}', layout: 'Tata letak gaya Permendagri 86/2017. Capaian program dan hasil kegiatan diisi menurut Renstra perangkat daerah.',
  },
} as const
