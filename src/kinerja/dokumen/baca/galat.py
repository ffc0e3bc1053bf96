"""The one way a file is refused, and what the operating system complains about, in Indonesian."""

import errno

_SEBAB = {
    errno.ENOENT: "berkas atau foldernya tidak ada",
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.EISDIR: "itu sebuah folder",
    errno.ENOTDIR: "sebagian alamatnya bukan folder",
    errno.EEXIST: "sudah ada berkas dengan nama itu",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.ENOSPC: "ruang disk habis",
    errno.EROFS: "disk hanya dapat dibaca",
    errno.EADDRINUSE: "sedang dipakai program lain",
    errno.EADDRNOTAVAIL: "bukan alamat komputer ini",
}


class BerkasDitolak(ValueError):
    """The file cannot be read as a workbook; the message says why and what to do."""


def jelaskan_os(galat: OSError) -> str:
    """What went wrong, as the end of a sentence without its full stop."""
    return _SEBAB.get(galat.errno or 0, f"sistem operasi melaporkan {galat.strerror or galat}")
