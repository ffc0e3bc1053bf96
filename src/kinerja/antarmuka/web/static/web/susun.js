/* The editor of a text: marks by button, a preview from the server, and a warning before unsaved text is lost. */
"use strict";
(() => {
  const isi = document.getElementById("isi-narasi");
  if (!isi) return;
  const formulir = document.getElementById("penyunting");
  const alat = formulir.querySelector("[role=toolbar]");
  const keadaan = document.getElementById("keadaan");
  let tersimpan = isi.value;
  let tunggu = 0;

  const sisipkan = (teks, dari, sampai) => {
    isi.focus();
    isi.setSelectionRange(dari, sampai);
    // The only way that keeps the browser's own undo.
    if (!document.execCommand("insertText", false, teks)) isi.setRangeText(teks, dari, sampai, "end");
    isi.dispatchEvent(new Event("input"));
  };
  const apit = (awal, akhir) => {
    const { selectionStart: a, selectionEnd: b, value } = isi;
    sisipkan(awal + value.slice(a, b) + akhir, a, b);
    isi.setSelectionRange(a + awal.length, b + awal.length);
  };
  const awali = (tanda) => {
    const a = isi.value.lastIndexOf("\n", isi.selectionStart - 1) + 1;
    const baris = isi.value.slice(a, isi.selectionEnd).split("\n");
    sisipkan(baris.map((satu) => tanda + satu).join("\n"), a, isi.selectionEnd);
  };
  alat.hidden = false;
  alat.addEventListener("click", (peristiwa) => {
    const { awal, akhir, baris, sisip } = peristiwa.target.dataset;
    if (awal) apit(awal, akhir);
    else if (baris) awali(baris);
    else if (sisip) sisipkan((isi.value ? "\n\n" : "") + sisip + "\n", isi.selectionEnd, isi.selectionEnd);
  });
  const segarkan = async () => {
    const data = new FormData(formulir);
    try {
      const jawaban = await fetch(isi.dataset.pratinjau, {
        method: "POST", body: data, headers: { "X-Requested-With": "fetch" },
      });
      if (!jawaban.ok) throw new Error(String(jawaban.status));
      const hasil = await jawaban.json();
      document.getElementById("pratinjau").innerHTML = hasil.html;
      document.getElementById("jumlah-kata").textContent = hasil.kata;
      const kurang = hasil.kurang.map((teks) => Object.assign(document.createElement("li"), { textContent: teks }));
      document.getElementById("kurang").replaceChildren(...kurang);
      keadaan.textContent = isi.value === tersimpan ? "" : formulir.dataset.belum;
    } catch {
      keadaan.textContent = formulir.dataset.putus;
    }
  };
  isi.addEventListener("input", () => {
    clearTimeout(tunggu);
    tunggu = setTimeout(segarkan, 600);
  });
  formulir.addEventListener("submit", () => { tersimpan = isi.value; });
  addEventListener("beforeunload", (peristiwa) => {
    if (isi.value !== tersimpan) peristiwa.preventDefault();
  });
})();
