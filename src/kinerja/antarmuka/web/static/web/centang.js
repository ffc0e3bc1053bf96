/* One button ticks every box of its group; without this script each is ticked by hand. */
"use strict";
for (const tombol of document.querySelectorAll("[data-centang]")) {
  tombol.hidden = false;
  tombol.addEventListener("click", () => {
    for (const kotak of tombol.closest("details").querySelectorAll("input[type=checkbox]")) kotak.checked = true;
  });
}
