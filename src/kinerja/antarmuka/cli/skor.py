"""`kinerja skor smart|ikpa|nka|skm BERKAS --tahun 2023`: 0 all agrees, 1 something is wrong or does not agree."""

import argparse
import datetime
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from kinerja.antarmuka.cli.keluaran import DITOLAK, SELESAI, galat, layar, tolak, tulis_json
from kinerja.aturan.parameter import BelumBerlaku, RujukanAturan
from kinerja.aturan.skor.uraian import Suku
from kinerja.aturan.telaah.selang import Putusan
from kinerja.dasar.cetak import bulatkan, cetak_angka, cetak_rupiah
from kinerja.dokumen.baca.galat import BerkasDitolak
from kinerja.organisasi.queries import get_akhir_tahun
from kinerja.pertukaran.skor import BarisSkor, HasilTabel, score_tabel
from kinerja.pertukaran.skor_skm import score_skm
from kinerja.pertukaran.temuan import Tingkat, susun

_DESIMAL_NILAI = 2
_DESIMAL_URAIAN = 4


def compute_skor(pilihan: argparse.Namespace) -> int:
    """Score every office of a file, explain each score, compare it with the printed one."""
    berkas: Path = pilihan.berkas
    pada: datetime.date = get_akhir_tahun(pilihan.tahun)
    try:
        hasil = score_skm(berkas, pada) if pilihan.apa == "skm" else score_tabel(berkas, pilihan.apa, pada)
    except BerkasDitolak as masalah:
        return tolak(str(masalah), json=pilihan.json)
    except BelumBerlaku:
        pesan = _("belum ada aturan %(apa)s untuk TA %(tahun)s.")
        return tolak(pesan % {"apa": pilihan.apa.upper(), "tahun": pilihan.tahun}, json=pilihan.json)
    if pilihan.json:
        tulis_json(_ke_json(pilihan, hasil))
    else:
        _tulis(berkas.name, hasil)
    return DITOLAK if _is_salah(hasil) else SELESAI


def _is_salah(hasil: HasilTabel) -> bool:
    beda = any(satu.putusan is Putusan.TIDAK for satu in hasil.baris)
    return beda or any(t.tingkat is Tingkat.GALAT for t in hasil.temuan)


def _tulis(nama: str, hasil: HasilTabel) -> None:
    for temuan in sorted(hasil.temuan, key=susun):
        galat.print(f"{nama}: {temuan}", style="red" if temuan.tingkat is Tingkat.GALAT else "yellow")
    for satu in hasil.baris:
        layar.print(_sebut(satu), style="bold")
        for tingkat, suku in satu.hasil.uraian.telusuri():
            if tingkat:
                layar.print("  " * tingkat + _sebut_suku(suku))
    if hasil.dilewati:
        layar.print(_("Tidak dinilai (bukan satuan kerja): %(nama)s") % {"nama": "; ".join(hasil.dilewati)})
    if hasil.baris:
        _tulis_ringkasan(hasil)


def _sebut(satu: BarisSkor) -> str:
    predikat = f" ({satu.hasil.predikat.nama})" if satu.hasil.predikat else ""
    kepala = f"{satu.satker}: {_cetak_nilai(satu)}{predikat}"
    if satu.terbit is None or satu.putusan is None:
        return kepala
    isi = {
        "tercetak": satu.terbit.teks,
        "selisih": cetak_angka(bulatkan(satu.selisih or Decimal(0), _DESIMAL_URAIAN)),
        "putusan": satu.putusan.value,
    }
    return f"{kepala}; " + _("tercetak %(tercetak)s, selisih %(selisih)s: %(putusan)s") % isi


def _cetak_nilai(satu: BarisSkor) -> str:
    """With as many decimals as the printed score has, two at least."""
    desimal = max(_DESIMAL_NILAI, satu.terbit.desimal if satu.terbit else 0)
    return "–" if satu.hasil.nilai is None else cetak_angka(satu.hasil.nilai, desimal)


def _sebut_suku(suku: Suku) -> str:
    bagian = [f"{suku.label}: {_cetak_suku(suku)}"]
    if suku.bobot is not None and suku.sumbangan is not None:
        bobot, sumbangan = cetak_angka(suku.bobot), _cetak_ringkas(suku.sumbangan)
        bagian.append(f"× {bobot}% = {sumbangan}")
    if suku.catatan:
        bagian.append(f"({suku.catatan.rstrip('.')})")
    if suku.aturan is not None:
        bagian.append(f"[{suku.aturan.dasar_hukum}]")
    return " ".join(bagian)


def _cetak_suku(suku: Suku) -> str:
    if suku.nilai is None:
        return _("tidak ada")
    if suku.satuan == "rupiah":
        return cetak_rupiah(suku.nilai)
    return _cetak_ringkas(suku.nilai) + suku.satuan


def _cetak_ringkas(nilai: Decimal) -> str:
    return cetak_angka(bulatkan(nilai, _DESIMAL_URAIAN))


def _tulis_ringkasan(hasil: HasilTabel) -> None:
    aturan = hasil.baris[0].hasil.aturan
    layar.print(_("Rumus: %(rumus)s") % {"rumus": aturan.rumus})
    layar.print(_("Aturan: %(kode)s, versi %(versi)s, %(dasar_hukum)s") % asdict(aturan))
    jumlah = [(p, sum(satu.putusan is p for satu in hasil.baris)) for p in Putusan]
    rincian = ", ".join(f"{n} {p.value}" for p, n in jumlah if n) or _("tanpa nilai tercetak")
    layar.print(_("%(n)s satuan kerja: %(rincian)s.") % {"n": len(hasil.baris), "rincian": rincian})


def _ke_json(pilihan: argparse.Namespace, hasil: HasilTabel) -> dict[str, Any]:
    aturan = hasil.baris[0].hasil.aturan if hasil.baris else None
    return {
        "instrumen": pilihan.apa,
        "tahun": pilihan.tahun,
        "aturan": _aturan_ke_json(aturan),
        "satker": [_baris_ke_json(satu) for satu in hasil.baris],
        "dilewati": list(hasil.dilewati),
        "temuan": [
            {
                "tempat": t.tempat,
                "terbaca": t.terbaca,
                "aturan": t.aturan,
                "cara": t.cara,
                "tingkat": t.tingkat.value,
            }
            for t in sorted(hasil.temuan, key=susun)
        ],
    }


def _baris_ke_json(satu: BarisSkor) -> dict[str, Any]:
    return {
        "satker": satu.satker,
        "baris": satu.baris,
        "nilai": _angka(satu.hasil.nilai),
        "predikat": satu.hasil.predikat.nama if satu.hasil.predikat else None,
        "tercetak": _angka(satu.terbit.nilai) if satu.terbit else None,
        "selisih": _angka(satu.selisih),
        "putusan": satu.putusan.value if satu.putusan else None,
        "uraian": _suku_ke_json(satu.hasil.uraian),
    }


def _suku_ke_json(suku: Suku) -> dict[str, Any]:
    return {
        "label": suku.label,
        "nilai": _angka(suku.nilai),
        "satuan": suku.satuan,
        "bobot": _angka(suku.bobot),
        "sumbangan": _angka(suku.sumbangan),
        "aturan": _aturan_ke_json(suku.aturan),
        "catatan": suku.catatan,
        "rincian": [_suku_ke_json(satu) for satu in suku.rincian],
    }


def _aturan_ke_json(aturan: RujukanAturan | None) -> dict[str, str] | None:
    return None if aturan is None else {kunci: str(nilai) for kunci, nilai in asdict(aturan).items()}


def _angka(nilai: Decimal | None) -> float | None:
    return None if nilai is None else float(nilai)
