// Only a comfort: says how far the check is. Without it the form is sent and the browser's own sign tells.
"use strict";

{
  const formulir = document.querySelector("form[data-aliran]");
  const status = formulir.querySelector("[data-tahap]");
  const kemajuan = formulir.querySelector("[data-kemajuan]");
  const [bilah, hitungan] = kemajuan.children;

  function kabari({ tahap, selesai, semua }) {
    // The words change with each step only: a screen reader is not told every page.
    if (status.textContent !== tahap) status.textContent = tahap;
    bilah.max = semua;
    bilah.value = selesai;
    hitungan.textContent = semua > 1 ? `${selesai}/${semua}` : "";
  }

  // Lines of JSON up to the one that tells what follows; then that.
  async function* baris(pembaca, sisa) {
    const urai = new TextDecoder();
    for (;;) {
      const akhir = sisa.isi.indexOf(10);
      if (akhir >= 0) {
        const satu = JSON.parse(urai.decode(sisa.isi.subarray(0, akhir)));
        sisa.isi = sisa.isi.slice(akhir + 1);
        yield satu;
      } else {
        const { done, value } = await pembaca.read();
        if (done) throw new Error("terputus");
        const gabung = new Uint8Array(sisa.isi.length + value.length);
        gabung.set(sisa.isi);
        gabung.set(value, sisa.isi.length);
        sisa.isi = gabung;
      }
    }
  }

  async function ambil(pembaca, awal, jenis) {
    const potong = [awal];
    for (let satu = await pembaca.read(); !satu.done; satu = await pembaca.read()) potong.push(satu.value);
    return new Blob(potong, { type: jenis });
  }

  function unduh(isi, nama) {
    const tautan = document.createElement("a");
    tautan.href = URL.createObjectURL(isi);
    tautan.download = nama;
    tautan.click();
    URL.revokeObjectURL(tautan.href);
  }

  async function tampilkan(isi) {
    const halaman = await isi.text();
    document.open();
    document.write(halaman);
    document.close();
  }

  async function kirim() {
    const jawaban = await fetch(formulir.action, {
      method: "POST", body: new FormData(formulir), headers: { Accept: formulir.dataset.aliran },
    });
    if (jawaban.headers.get("Content-Type") !== formulir.dataset.aliran) return tampilkan(jawaban);
    const pembaca = jawaban.body.getReader();
    const sisa = { isi: new Uint8Array() };
    for await (const satu of baris(pembaca, sisa)) {
      if (satu.jenis === undefined) { kabari(satu); continue; }
      if (satu.ke) return location.assign(satu.ke);
      const isi = await ambil(pembaca, sisa.isi, satu.jenis);
      if (!satu.nama) return tampilkan(isi);
      unduh(isi, satu.nama);
      status.textContent = formulir.dataset.diunduh;
      kemajuan.hidden = true;
      return undefined;
    }
    return undefined;
  }

  formulir.addEventListener("submit", async (peristiwa) => {
    peristiwa.preventDefault();
    const tombol = formulir.querySelector("button");
    tombol.disabled = true;
    formulir.querySelector("[data-tanpa-skrip]").hidden = true;
    kemajuan.hidden = false;
    kemajuan.scrollIntoView({ block: "nearest" });
    bilah.removeAttribute("value");
    status.textContent = formulir.dataset.mengirim;
    try {
      await kirim();
    } catch {
      status.textContent = formulir.dataset.gagal;
      kemajuan.hidden = true;
    }
    tombol.disabled = false;
  });
}
