// Only a comfort: a frame that has nothing to scroll is no stop for the Tab key.
"use strict";

const bingkai = document.querySelectorAll(".gulir, .lkjip-gulir");

function perbarui() {
  for (const satu of bingkai) {
    if (satu.scrollWidth > satu.clientWidth) satu.setAttribute("tabindex", "0");
    else satu.removeAttribute("tabindex");
  }
}

perbarui();
addEventListener("resize", perbarui);
