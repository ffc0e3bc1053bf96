"""Pictures of narratives: examined, written anew without what a camera adds, and read back for the report."""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from kinerja.aturan.temuan import Temuan
from kinerja.dokumen.model import Citra
from kinerja.organisasi.models import Satker
from kinerja.pelaporan.models import GambarNarasi
from kinerja.pengukuran.berkas import BerkasTerperiksa, open_berkas

LEBAR_TERBESAR = 1600
"""Pixels: 16 cm at 250 dots to the inch."""
PIKSEL_TERBANYAK = 40_000_000
"""A small file may unfold into a picture that fills the memory."""


@dataclass(frozen=True, slots=True)
class GambarBersih:
    """A picture as it is kept: the file on the disk and its size in pixels."""

    berkas: BerkasTerperiksa
    lebar: int
    tinggi: int


def clean_gambar(berkas: BerkasTerperiksa) -> tuple[GambarBersih | None, tuple[Temuan, ...]]:
    """The picture upright, at most LEBAR_TERBESAR wide, without EXIF; or why it is none."""
    try:
        with Image.open(berkas.letak, formats=["PNG", "JPEG"]) as asal:
            if asal.width * asal.height > PIKSEL_TERBANYAK:
                pesan = _("Gambar ini %(lebar)d × %(tinggi)d piksel: terlalu besar.")
                ukuran = {"lebar": asal.width, "tinggi": asal.height}
                return None, (Temuan("gambar_besar", pesan % ukuran, _("Perkecil gambarnya lebih dahulu.")),)
            return _tulis_ulang(asal, berkas), ()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        # Pillow raises all of these for files that are cut off or lie about themselves.
        pesan = _("Berkas ini bukan gambar PNG atau JPEG yang utuh.")
        return None, (Temuan("jenis_gambar", pesan, _("Simpan ulang sebagai PNG atau JPEG.")),)


def _tulis_ulang(asal: Image.Image, berkas: BerkasTerperiksa) -> GambarBersih:
    format_ = asal.format or "PNG"
    tegak = ImageOps.exif_transpose(asal)
    warna = (
        "RGB" if format_ == "JPEG" else "RGBA" if "transparency" in asal.info or "A" in asal.mode else "RGB"
    )
    bersih = tegak.convert(warna)
    bersih.thumbnail((LEBAR_TERBESAR, LEBAR_TERBESAR * 2))
    aliran = io.BytesIO()
    bersih.save(aliran, format_, **({"quality": 88} if format_ == "JPEG" else {"optimize": True}))
    isi = aliran.getvalue()
    letak = Path(berkas.letak).with_name("gambar")
    letak.write_bytes(isi)
    sidik = hashlib.sha256(isi).hexdigest()
    return GambarBersih(replace(berkas, letak=letak, sha256=sidik, ukuran=len(isi)), *bersih.size)


class GudangGambar(Mapping[str, Citra]):
    """The pictures of one report by their code; a file is read when it is asked for."""

    def __init__(self, satker: Satker, tahun: int) -> None:
        self._satker, self._tahun = satker, tahun

    @cached_property
    def _baris(self) -> dict[str, GambarNarasi]:
        return {g.kode: g for g in GambarNarasi.objects.filter(satker=self._satker, tahun=self._tahun)}

    def __getitem__(self, kode: str) -> Citra:
        """Raises KeyError, also when the store lost the file."""
        baris = self._baris[kode]
        try:
            with open_berkas(baris.sha256) as berkas:
                isi = base64.b64encode(berkas.read()).decode()
        except FileNotFoundError as galat:
            raise KeyError(kode) from galat
        return Citra(isi, baris.jenis, baris.lebar, baris.tinggi)

    def __iter__(self) -> Iterator[str]:
        return iter(self._baris)

    def __len__(self) -> int:
        return len(self._baris)

    def __contains__(self, kode: object) -> bool:
        return kode in self._baris
