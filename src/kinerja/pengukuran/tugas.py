"""What the monthly measurement and the target kinerja still want from one person."""

import datetime
from collections.abc import Collection, Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinerja.akses.models import Pengguna
from kinerja.akses.queries import get_hari
from kinerja.alur.queries import PembacaTenggat
from kinerja.alur.tugas import Tugas
from kinerja.alur.wewenang import Pembaca
from kinerja.aturan.peralihan import Jenjang, Status, Tindakan, list_tindakan
from kinerja.aturan.tenggat import Tenggat
from kinerja.dasar.periode import Bulan, Triwulan
from kinerja.pengukuran.beku import list_beku
from kinerja.pengukuran.kepatuhan import TENGGAT_LEMBAR, Ketepatan, count_isi, list_kepatuhan
from kinerja.pengukuran.letak import get_letak, sebut_lembar
from kinerja.pengukuran.models import (
    BulanTargetKinerja,
    LembarPengukuran,
    PembukaanKunci,
    PenilaianTargetKinerja,
    TargetKinerja,
)
from kinerja.pengukuran.target_kinerja import PEMERIKSA, get_letak_target

_KATA = {
    Tindakan.AJUKAN: gettext_lazy("Isi dan ajukan pengukuran %(bulan)s: %(nama)s"),
    Tindakan.VERIFIKASI: gettext_lazy("Periksa pengukuran %(bulan)s: %(nama)s"),
    Tindakan.SETUJUI: gettext_lazy("Setujui pengukuran %(bulan)s: %(nama)s"),
    Tindakan.KUNCI: gettext_lazy("Kunci pengukuran %(bulan)s: %(nama)s"),
}


def list_tugas_pengukuran(pengguna: Pengguna, pada: datetime.datetime) -> Iterator[Tugas]:
    """Sheets that wait for this person, requests to open a lock, months and quarters of target kinerja."""
    pembaca, tenggat = Pembaca(pengguna, pada), PembacaTenggat()
    yield from _list_lembar(pembaca, tenggat, pada)
    yield from _list_pembukaan(pembaca, pengguna, pada)
    yield from _list_target(pembaca, tenggat, pada)


def list_tunggakan(satker: Collection[int], tahun: int, pada: datetime.datetime) -> list[tuple[str, Tugas]]:
    """Who has not submitted a month that is over, with the sheet as a task: for a message to the whole group."""
    hasil = []
    beku = list_beku({(s, tahun) for s in satker}, pada)
    for baris in list_kepatuhan([s for s in satker if (s, tahun) not in beku], tahun, pada):
        for n, sel in baris.bulan.items():
            if sel.ketepatan in (Ketepatan.DITUNGGU, Ketepatan.TERTUNGGAK):
                jumlah = {"terisi": sel.terisi, "seharusnya": sel.seharusnya}
                tugas = Tugas(
                    kunci=f"lembar/{sel.lembar_id}",
                    jenis="lembar",
                    objek=sel.lembar_id,
                    judul=_("pengukuran %(bulan)s") % {"bulan": Bulan(tahun, n)},
                    uraian=_("%(terisi)d dari %(seharusnya)d sel terisi") % jumlah,
                    tenggat=sel.tenggat,
                )
                hasil.append((baris.nama, tugas))
    return hasil


def _list_lembar(pembaca: Pembaca, tenggat: PembacaTenggat, pada: datetime.datetime) -> Iterator[Tugas]:
    hari = get_hari(pada)
    calon = LembarPengukuran.objects.exclude(status=Status.DIKUNCI).select_related("satker", "unit_kerja")
    calon = [c for c in calon if Bulan(c.tahun, c.bulan).mulai <= hari]
    beku = list_beku({(c.satker_id, c.tahun) for c in calon}, pada)
    milik = [
        (lembar, tindakan)
        for lembar in calon
        if (lembar.satker_id, lembar.tahun) not in beku
        and (tindakan := _get_tindakan(lembar, pembaca)) is not None
    ]
    lembar = [satu for satu, _tindakan in milik]
    nama, isi = sebut_lembar(lembar), count_isi(lembar)
    for satu, tindakan in milik:
        bulan, (terisi, seharusnya) = Bulan(satu.tahun, satu.bulan), isi[satu.pk]
        batas = tenggat.get(TENGGAT_LEMBAR, bulan, satu.satker_id)
        yield Tugas(
            kunci=f"lembar/{satu.pk}",
            jenis="lembar",
            objek=satu.pk,
            judul=str(_KATA[tindakan]) % {"bulan": bulan, "nama": nama[satu.pk]},
            uraian=_uraikan(satu, terisi, seharusnya),
            **_batas(batas),
        )


def _get_tindakan(lembar: LembarPengukuran, pembaca: Pembaca) -> Tindakan | None:
    """The next step up that is this person's to do."""
    jenjang = pembaca.list_jenjang(get_letak(lembar))
    terbuka = (p.tindakan for p in list_tindakan(Status(lembar.status), jenjang))
    return next((t for t in terbuka if t in _KATA), None)


def _uraikan(lembar: LembarPengukuran, terisi: int, seharusnya: int) -> str:
    jumlah = {"terisi": terisi, "seharusnya": seharusnya}
    isi = _("%(terisi)d dari %(seharusnya)d sel terisi") % jumlah if seharusnya else _("rekapitulasi")
    if lembar.status != Status.DRAF or not lembar.alasan:
        return isi
    return _("%(isi)s · dikembalikan: %(alasan)s") % {"isi": isi, "alasan": lembar.alasan}


def _list_pembukaan(pembaca: Pembaca, pengguna: Pengguna, pada: datetime.datetime) -> Iterator[Tugas]:
    menunggu = (
        PembukaanKunci.objects.filter(disetujui_oleh__isnull=True, ditutup_pada__isnull=True, sampai__gt=pada)
        .exclude(diminta_oleh=pengguna)
        .select_related("lembar__satker", "lembar__unit_kerja")
    )
    beku = list_beku({(p.lembar.satker_id, p.lembar.tahun) for p in menunggu}, pada)
    for satu in menunggu:
        if (satu.lembar.satker_id, satu.lembar.tahun) in beku:
            continue
        if Jenjang.PENYUSUN in pembaca.list_jenjang(get_letak(satu.lembar)):
            bulan = Bulan(satu.lembar.tahun, satu.lembar.bulan)
            nama = sebut_lembar([satu.lembar])[satu.lembar_id]
            yield Tugas(
                kunci=f"pembukaan/{satu.pk}",
                jenis="pembukaan",
                objek=satu.pk,
                judul=_("Jawab permintaan membuka kunci %(bulan)s: %(nama)s")
                % {"bulan": bulan, "nama": nama},
                uraian=satu.alasan,
                tenggat=satu.sampai,
            )


def _list_target(pembaca: Pembaca, tenggat: PembacaTenggat, pada: datetime.datetime) -> Iterator[Tugas]:
    hari = get_hari(pada)
    target = list(
        TargetKinerja.objects.filter(tahun__in=(hari.year - 1, hari.year)).select_related("unit_kerja")
    )
    berbukti = set(
        BulanTargetKinerja.objects.filter(target__in=target, data_dukung__dicabut_pada__isnull=True)
        .filter(data_dukung__isnull=False)
        .values_list("target_id", "bulan")
    )
    dinilai = {(p.target_id, p.triwulan): p for p in PenilaianTargetKinerja.objects.filter(target__in=target)}
    for satu in target:
        jenjang = pembaca.list_jenjang(get_letak_target(satu))
        if Jenjang.OPERATOR in jenjang:
            yield from _list_bulan_target(satu, berbukti, tenggat, hari)
        for n in range(1, 5):
            yield from _list_triwulan(satu, n, dinilai.get((satu.pk, n)), (jenjang, tenggat, pada))


def _list_bulan_target(
    target: TargetKinerja, berbukti: set[tuple[int, int]], tenggat: PembacaTenggat, hari: datetime.date
) -> Iterator[Tugas]:
    for n in range(1, 13):
        bulan = Bulan(target.tahun, n)
        if bulan.mulai <= hari and (target.pk, n) not in berbukti:
            batas = tenggat.get("target_kinerja", bulan, target.unit_kerja.satker_id)
            yield Tugas(
                kunci=f"target/{target.pk}/{n}",
                jenis="target_kinerja",
                objek=target.pk,
                judul=_("Unggah data dukung target kinerja %(nomor)d, %(bulan)s")
                % {"nomor": target.nomor, "bulan": bulan},
                uraian=target.teks,
                **_batas(batas),
            )


def _list_triwulan(
    target: TargetKinerja,
    nomor: int,
    penilaian: PenilaianTargetKinerja | None,
    siapa: tuple[frozenset[Jenjang], PembacaTenggat, datetime.datetime],
) -> Iterator[Tugas]:
    jenjang, tenggat, pada = siapa
    triwulan = Triwulan(target.tahun, nomor)
    batas = tenggat.get("penilaian_target_kinerja", triwulan, target.unit_kerja.satker_id)
    if batas is None or (batas.mulai is not None and pada < batas.mulai):
        return
    menilai = penilaian is None and Jenjang.OPERATOR in jenjang
    menunggu = penilaian is not None and penilaian.nilai_verifikasi is None
    if menilai or (menunggu and jenjang & PEMERIKSA):
        kata = (
            _("Nilai target kinerja %(nomor)d, %(triwulan)s")
            if menilai
            else _("Verifikasi penilaian target kinerja %(nomor)d, %(triwulan)s")
        )
        yield Tugas(
            kunci=f"penilaian/{target.pk}/{nomor}",
            jenis="penilaian_target_kinerja",
            objek=target.pk,
            judul=kata % {"nomor": target.nomor, "triwulan": triwulan},
            uraian=target.teks,
            **_batas(batas),
        )


def _batas(tenggat: Tenggat | None) -> dict[str, Any]:
    if tenggat is None:
        return {"tenggat": None}
    return {"tenggat": tenggat.batas, "mulai": tenggat.mulai, "dasar": tenggat.aturan.dasar_hukum}
