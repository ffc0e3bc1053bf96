"""The entry grid as the page and its script get it: boxes, results in words, states, warnings."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinerja.aturan.capaian import Keadaan
from kinerja.aturan.peringatan import Isian
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.periode import nama_bulan
from kinerja.pengukuran import cetak
from kinerja.pengukuran.ketikan import HasilKetikan, cetak_isian
from kinerja.pengukuran.kisi import BarisKisi, Berjalan, SelKetik
from kinerja.pengukuran.operations.sel import HasilSel, Nasib
from kinerja.pengukuran.queries import UkuranKomponen
from kinerja.pengukuran.sel import KeadaanSel, KunciSel

STATUS: Mapping[str, tuple[str, str | Promise]] = {
    "kosong": ("○", gettext_lazy("Belum diisi")),
    "tersimpan": ("✓", gettext_lazy("Tersimpan")),
    "perhatian": ("△", gettext_lazy("Tersimpan, ada peringatan")),
    "menunggu": ("…", gettext_lazy("Menunggu")),
    "tidak_sah": ("✕", gettext_lazy("Tidak sah")),
    "bentrok": ("⇄", gettext_lazy("Bentrok")),
    "terkunci": ("▪", gettext_lazy("Terkunci")),
}
"""What a cell may be -> its shape and its word. The last but one exist on the screen only."""
KEADAAN: Mapping[str, str | Promise] = {
    "": gettext_lazy("angka"),
    Keadaan.TIDAK_ADA_OBJEK.value: gettext_lazy("tidak ada objek"),
    Keadaan.BELUM_ADA.value: gettext_lazy("belum ada data"),
}


@dataclass(frozen=True, slots=True)
class BulanLain:
    """One month beside the cell: its short name and what it holds."""

    nama: str
    nilai: str
    pasangan: str


@dataclass(frozen=True, slots=True)
class Hasil:
    """What the numbers come to: this month, the year so far with its pairs, the capaian and its target."""

    bulan_ini: str
    berjalan: str
    pasangan: str
    capaian: str
    tanda: cetak.Tanda | None
    target: str
    target_atasan: bool
    selisih: str


@dataclass(frozen=True, slots=True)
class SajianBaris:
    """One row; `id` names the cell in addresses and forms: "<komponen>-<satker>"."""

    baris: BarisKisi
    id: str
    satu: str
    dua: str
    keadaan: str
    status: str
    lalu: BulanLain
    bulan: tuple[BulanLain, ...]
    hasil: Hasil
    temuan: tuple[Temuan, ...] = ()
    pertama: bool = False

    @property
    def simbol(self) -> str:
        return STATUS[self.status][0]

    @property
    def kata(self) -> str:
        return str(STATUS[self.status][1])

    @property
    def nama(self) -> str:
        """How the cell is called in labels: kode, or satker, and the komponen where there are several."""
        return self.baris.sel.sebutan

    @property
    def satu_cetak(self) -> str:
        """The first number to read, for a cell that takes no typing."""
        isian = self.baris.sel.isian
        return _cetak_angka(isian.nilai if isian.pembilang is None else isian.pembilang) if isian else ""

    @property
    def dua_cetak(self) -> str:
        """The second one."""
        isian = self.baris.sel.isian
        return _cetak_angka(isian.penyebut) if isian else ""

    @property
    def berkas(self) -> str:
        """What the boxes held when the page was made, so that a form without a script tells what was touched."""
        return "|".join((self.satu, self.dua, self.keadaan))


def _cetak_angka(angka: Decimal | None) -> str:
    return cetak.TIDAK_ADA if angka is None else cetak.cetak_angka(angka)


def sebut_id(kunci: KunciSel) -> str:
    """The name of a cell on a page."""
    return f"{kunci.komponen_id}-{kunci.satker_id}"


def sajikan_baris(daftar: Sequence[BarisKisi]) -> list[SajianBaris]:
    """The rows in their order, with those other months in which any of them has an answer."""
    berisi = {b for baris in daftar for b in baris.bulan}
    return [sajikan_satu(b, berisi) for b in daftar]


def sajikan_satu(baris: BarisKisi, bulan: Collection[int] = ()) -> SajianBaris:
    """One row with its words and the months named; `pertama` where a new indikator or satker begins."""
    satu, dua = cetak_isian(baris.sel.isian)
    kini = baris.sel.kunci.bulan
    # The December before is what January is held against.
    dipilih = sorted({kini - 1, *bulan} - {kini})
    lain = {b: _sajikan_bulan(b, baris.bulan.get(b), baris) for b in dipilih}
    return SajianBaris(
        baris=baris,
        id=sebut_id(baris.sel.kunci),
        satu=satu,
        dua=dua,
        keadaan=_sebut_keadaan(baris.sel.isian),
        status=_sebut_status(baris),
        lalu=lain[kini - 1],
        bulan=tuple(isi for b, isi in lain.items() if b not in (0, kini - 1)),
        hasil=_sajikan_hasil(baris),
        pertama=baris.berjalan is not None,
    )


def _sebut_keadaan(isian: Isian | None) -> str:
    return "" if isian is None or isian.keadaan is Keadaan.TERISI else isian.keadaan.value


def _sebut_status(baris: BarisKisi) -> str:
    if baris.sel.keadaan is KeadaanSel.TERKUNCI:
        return "terkunci"
    if baris.sel.isian is None:
        return "kosong"
    return "perhatian" if baris.sel.peringatan_terbuka else "tersimpan"


def _sajikan_bulan(bulan: int, ukuran: UkuranKomponen | None, baris: BarisKisi) -> BulanLain:
    nama = nama_bulan(bulan or 12)[:3]
    if ukuran is None:
        return BulanLain(nama, cetak.TIDAK_ADA, "")
    satuan = baris.indikator.satuan
    nilai = (
        cetak.KEADAAN[ukuran.ukuran.keadaan]
        if ukuran.nilai is None
        else cetak.cetak_nilai(ukuran.nilai, satuan)
    )
    return BulanLain(nama, nilai, cetak.cetak_pasangan(ukuran))


def _sajikan_hasil(baris: BarisKisi) -> Hasil:
    satuan, isian = baris.indikator.satuan, baris.sel.isian
    if isian is not None and isian.keadaan is not Keadaan.TERISI:
        ini = cetak.KEADAAN[isian.keadaan]
    else:
        ini = cetak.cetak_nilai(baris.bulan_ini, satuan)
    berjalan, selisih = baris.berjalan, _cetak_selisih(baris)
    if berjalan is None:
        return Hasil(ini, "", "", "", None, "", target_atasan=False, selisih=selisih)
    return Hasil(
        bulan_ini=ini,
        berjalan=_cetak_berjalan(berjalan, satuan),
        pasangan="; ".join(filter(None, map(cetak.cetak_pasangan, berjalan.komponen))),
        capaian=cetak.cetak_capaian(berjalan.capaian) if berjalan.target else "",
        tanda=cetak.tandai(berjalan.capaian) if berjalan.target and berjalan.realisasi is not None else None,
        target=cetak.cetak_target(berjalan.target, satuan) if berjalan.target else "",
        target_atasan=berjalan.target_atasan,
        selisih=selisih,
    )


def _cetak_selisih(baris: BarisKisi) -> str:
    """Against the month before: "+1,25", "tetap", or nothing where one of the two is missing."""
    lalu = baris.bulan.get(baris.sel.kunci.bulan - 1)
    if lalu is None or lalu.nilai is None or baris.bulan_ini is None:
        return ""
    beda = baris.bulan_ini - lalu.nilai
    if not beda:
        return _("tetap")
    teks = cetak.cetak_besaran(beda, baris.indikator.satuan)
    return f"+{teks}" if beda > 0 else teks


def _cetak_berjalan(berjalan: Berjalan, satuan: str) -> str:
    if berjalan.realisasi is None:
        return cetak.KEADAAN[berjalan.keadaan]
    return cetak.cetak_nilai(berjalan.realisasi, satuan)


def tulis_jawaban(
    baris: BarisKisi, nasib: str, temuan: Iterable[Temuan] = (), alamat: str = ""
) -> dict[str, Any]:
    """One cell for the script: what became of it, and its row as it is stored now.

    `alamat` is where its notes are; the words of result and state come ready as HTML.
    """
    satu = sajikan_satu(baris)
    return {
        "id": satu.id,
        "nasib": nasib,
        "versi": baris.sel.versi,
        "satu": satu.satu,
        "dua": satu.dua,
        "keadaan": satu.keadaan,
        "oleh": baris.sel.oleh,
        "status": satu.status,
        "pertama": satu.pertama,
        "hasil": render_to_string("web/bagian/kisi_hasil.html", {"h": satu.hasil, "b": satu}),
        "peringatan": render_to_string("web/bagian/kisi_peringatan.html", {"b": satu, "alamat": alamat}),
        "temuan": [{"kode": t.kode, "pesan": t.pesan, "cara": t.cara} for t in temuan],
    }


def tulis_pratinjau(sel: SelKetik, bacaan: HasilKetikan, hasil: HasilSel | None) -> dict[str, str]:
    """One row of the preview of a paste: old, new, and why it is refused."""
    temuan = hasil.temuan if hasil and hasil.nasib is Nasib.DITOLAK else bacaan.temuan
    if hasil is not None and hasil.nasib is Nasib.BENTROK:
        temuan = (Temuan("bentrok", _("Orang lain baru saja mengubah sel ini."), _("Muat ulang halaman.")),)
    peringatan = hasil.temuan if hasil and hasil.nasib is Nasib.TERSIMPAN else ()
    return {
        "id": sebut_id(sel.kunci),
        "lama": cetak_ringkas(sel.isian),
        "baru": cetak_ringkas(bacaan.isian),
        "tolak": " ".join(f"{t.pesan} {t.cara}".strip() for t in temuan),
        "peringatan": " ".join(t.pesan for t in peringatan),
    }


def cetak_ringkas(isian: Isian | None) -> str:
    """The content of a cell in one piece: "1.234/1.300", "97,4", "tidak ada objek"."""
    if isian is None:
        return cetak.TIDAK_ADA
    if isian.keadaan is not Keadaan.TERISI:
        return cetak.KEADAAN[isian.keadaan]
    angka = [a for a in (isian.pembilang, isian.penyebut, isian.nilai) if a is not None]
    return "/".join(map(cetak.cetak_angka, angka))


def list_kata() -> dict[str, str]:
    """What the script says, in the language of the page."""
    status = {f"status_{kode}": str(kata) for kode, (_simbol, kata) in STATUS.items()}
    simbol = {f"simbol_{kode}": simbol for kode, (simbol, _kata) in STATUS.items()}
    return (
        status
        | simbol
        | {
            "semua_tersimpan": _("Semua perubahan tersimpan."),
            "menunggu": _("%(n)s sel menunggu disimpan."),
            "putus": _("Sambungan terputus. %(n)s sel menunggu di komputer ini dan dikirim lagi sendiri."),
            "sesi": _(
                "Sesi berakhir. %(n)s sel menunggu di komputer ini. Masuk lagi di tab baru, lalu kembali ke sini."
            ),
            "masuk": _("Masuk di tab baru"),
            "orang_lain": _("Anda sekarang masuk sebagai akun lain. Muat ulang halaman ini."),
            "galat": _("Server belum dapat menyimpan. Dicoba lagi."),
            "ditolak": _("%(n)s sel tidak sah; lihat baris yang ditandai."),
            "bentrok": _("%(n)s sel bentrok dengan ketikan orang lain; pilih nilainya di baris itu."),
            "bentrok_satu": _("Tersimpan: %(kini)s (%(oleh)s). Ketikan Anda: %(punya)s."),
            "pakai_tersimpan": _("Pakai yang tersimpan"),
            "pakai_punya": _("Pakai ketikan saya"),
            "belum_lengkap": _("Isi pembilang dan penyebut."),
            "terpilih": _("%(baris)s × %(kolom)s sel dipilih."),
            "tempel_luar": _("%(n)s sel berada di luar tabel atau terkunci, jadi tidak ikut."),
            "tempel_judul": _("Tempel %(n)s sel?"),
            "tempel_sah": _("%(n)s akan berubah, %(ditolak)s ditolak, %(sama)s sama seperti sekarang."),
            "tempel_kosong": _("Tidak ada sel yang dapat ditempel di sini."),
            "tersimpan_jumlah": _("%(n)s sel tersimpan."),
            "sama": _("sama"),
            "tidak_dikirim": _("Masih ada sel yang belum tersimpan."),
            "urung_kosong": _("Tidak ada yang dapat diurungkan."),
            "ulang_kosong": _("Tidak ada yang dapat diulang."),
        }
    )
