"""Pages of the telaah: a stranger's file, our own report, and the reviu by APIP."""
