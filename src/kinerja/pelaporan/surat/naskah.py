"""Papers from fields: the wording lies in naskah.yaml, the facts come from the office, people fill in the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy

from kinerja.dasar.berkas_yaml import read_yaml
from kinerja.dokumen.model import Bagian, Blok, Dokumen, Pasangan, Pengesahan, daftar, paragraf
from kinerja.organisasi.models import Satker, TingkatUnitKerja, UnitKerja
from kinerja.organisasi.queries import get_akhir_tahun, get_nama
from kinerja.pelaporan.pengesahan import get_final
from kinerja.perencanaan.models import JenisTarget, Target

MEDAN = re.compile(r"\{\{\s*([a-z_]+)\s*\}\}")
"""How a field is written in the wording and in a Word template: {{nomor}}."""
LABEL: Mapping[str, Any] = {
    "instansi": gettext_lazy("Nama kantor"),
    "tahun": gettext_lazy("Tahun"),
    "nomor": gettext_lazy("Nomor surat"),
    "tempat": gettext_lazy("Tempat"),
    "tanggal": gettext_lazy("Tanggal surat"),
    "penanda_tangan": gettext_lazy("Penanda tangan (jabatan)"),
    "kepada": gettext_lazy("Kepada"),
    "tenggat": gettext_lazy("Tenggat penyampaian"),
    "dasar": gettext_lazy("Dasar hukum"),
    "kode_laporan": gettext_lazy("Kode verifikasi laporan"),
    "alamat_verifikasi": gettext_lazy("Alamat verifikasi"),
    "daftar_iku": gettext_lazy("Daftar IKU (satu tiap baris)"),
    "susunan_tim": gettext_lazy("Susunan tim (satu tiap baris)"),
}
"""Every field there is, with its words."""
BANYAK_BARIS = frozenset({"daftar_iku", "susunan_tim"})
_SELALU = ("tempat", "tanggal", "penanda_tangan")
_TITIK = "…" * 8


@dataclass(frozen=True, slots=True)
class NaskahSurat:
    """One kind of paper; `medan` are the fields it uses, in order of appearance."""

    kode: str
    nama: str
    judul: str
    kepala: tuple[tuple[str, str], ...]
    isi: tuple[Any, ...]
    medan: tuple[str, ...]


@cache
def list_naskah() -> Mapping[str, NaskahSurat]:
    """Every kind of paper by its code."""
    isi = read_yaml(files("kinerja.pelaporan.surat").joinpath("naskah.yaml").read_text(encoding="utf-8"))
    return {kode: _baca(kode, satu) for kode, satu in isi.items()}


def _baca(kode: str, d: Mapping[str, Any]) -> NaskahSurat:
    kepala = tuple((a, str(b)) for a, b in d.get("kepala", ()))
    kata = [d["judul"], *(b for _, b in kepala)]
    kata += ["{{" + i["blok"] + "}}" if isinstance(i, dict) else i for i in d["isi"]]
    medan = dict.fromkeys([*MEDAN.findall(" ".join(kata)), *_SELALU])
    return NaskahSurat(kode, d["nama"], d["judul"], kepala, tuple(d["isi"]), tuple(medan))


def read_nilai(satker: Satker, tahun: int) -> dict[str, str]:
    """What the office itself knows of every field; "" for what somebody must fill in."""
    hari = get_akhir_tahun(tahun)
    nama, final = get_nama(satker, hari), get_final(satker, tahun)
    return dict.fromkeys(LABEL, "") | {
        "instansi": nama,
        "tahun": str(tahun),
        "penanda_tangan": f"Kepala {nama}",
        "dasar": "Peraturan Presiden Nomor 29 Tahun 2014 dan PermenPANRB Nomor 53 Tahun 2014",
        "kode_laporan": final.kode if final else "",
        "alamat_verifikasi": f"{settings.ALAMAT}/sahkan/",
        "daftar_iku": "\n".join(_list_iku(satker, tahun)),
        "susunan_tim": "\n".join(_list_tim(satker, nama)),
    }


def _list_iku(satker: Satker, tahun: int) -> list[str]:
    janji = Target.objects.filter(satker=satker, tahun=tahun, jenis=JenisTarget.PK).select_related(
        "indikator__sasaran__unit"
    )
    strategis = [t for t in janji if t.indikator.sasaran.tingkat == "strategis"] or list(janji)
    urut = sorted(strategis, key=lambda t: (t.indikator.sasaran.unit.urutan, t.indikator.urutan, t.pk))
    return list(dict.fromkeys(f"{t.indikator.nama} ({t.indikator.satuan})" for t in urut))


def _list_tim(satker: Satker, nama: str) -> list[str]:
    """By jabatan only: the head answers, heads of divisions guide, the programme section leads."""
    unit = list(UnitKerja.objects.filter(satker=satker))
    divisi = [u for u in unit if u.tingkat == TingkatUnitKerja.DIVISI]
    program = [u for u in unit if "program" in u.nama.lower()]
    peran = [("Penanggung Jawab", [nama]), ("Pengarah", [u.nama for u in divisi])]
    peran += [(p, [u.nama]) for p, u in zip(("Ketua", "Sekretaris"), program, strict=False)]
    sudah = {*(u.pk for u in divisi), *(u.pk for u in program[:2])}
    peran.append(("Anggota", [u.nama for u in unit if u.pk not in sudah]))
    return [f"{p}: Kepala {n}" for p, semua in peran for n in semua]


def fill_kata(teks: str, nilai: Mapping[str, str]) -> str:
    """The wording with its fields; an empty one leaves dots to write on."""
    return MEDAN.sub(lambda m: nilai.get(m[1]) or _TITIK, teks)


def compose_surat(naskah: NaskahSurat, nilai: Mapping[str, str]) -> Dokumen:
    """The paper. With `make_templat_nilai` it is the template the office may change."""
    isi: list[Blok] = []
    if naskah.kepala:
        isi.append(Pasangan(tuple((a, fill_kata(b, nilai)) for a, b in naskah.kepala)))
    for satu in naskah.isi:
        if isinstance(satu, dict):
            baris = list(filter(None, map(str.strip, nilai.get(satu["blok"], "").splitlines())))
            isi.append(daftar(*baris, bernomor=len(baris) > 1) if baris else paragraf(_TITIK))
        else:
            isi.append(paragraf(fill_kata(satu, nilai)))
    tempat = f"{nilai.get('tempat') or _TITIK}, {nilai.get('tanggal') or _TITIK}"
    isi.append(Pengesahan(tempat, nilai.get("penanda_tangan") or _TITIK))
    tahun = nilai.get("tahun", "")
    return Dokumen(
        judul=naskah.nama,
        subjudul=naskah.nama,
        instansi=nilai.get("instansi", ""),
        tahun=int(tahun) if tahun.isdigit() else 2000,
        tempat_tanggal=tempat,
        kode="",
        bab=(Bagian("naskah", fill_kata(naskah.judul, nilai), tuple(isi)),),
        rupa="surat",
    )


def make_templat_nilai(naskah: NaskahSurat) -> dict[str, str]:
    """Every field standing for itself: "{{nomor}}"."""
    return {m: "{{" + m + "}}" for m in naskah.medan}
