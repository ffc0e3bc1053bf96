// A button that copies the text of a box; without this script the text can still be selected by hand.
"use strict";

for (const tombol of document.querySelectorAll("[data-salin]")) {
  tombol.hidden = false;
  tombol.addEventListener("click", async () => {
    const kotak = document.getElementById(tombol.dataset.salin);
    kotak.select();
    try {
      await navigator.clipboard.writeText(kotak.value);
    } catch {
      // Not allowed on plain http: the old way copies what is selected.
      document.execCommand("copy");
    }
    tombol.parentElement.querySelector("[role=status]").textContent = tombol.dataset.selesai;
  });
}
