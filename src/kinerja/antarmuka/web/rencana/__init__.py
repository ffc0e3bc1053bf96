"""The plan on the web: its editor, the pohon kinerja, IKU sheets, rencana aksi, versions, import of an IKU table."""
