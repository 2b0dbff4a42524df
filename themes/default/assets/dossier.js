// Conveniences only: every page is complete without them.
(() => {
  "use strict";

  // Hover or focus on a numbered citation lights its note up.
  for (const link of document.querySelectorAll("[data-note]")) {
    const note = document.getElementById(`note-${link.dataset.note}`);
    if (!note) continue;
    const light = (on) => () => note.classList.toggle("lit", on);
    link.addEventListener("pointerenter", light(true));
    link.addEventListener("pointerleave", light(false));
    link.addEventListener("focus", light(true));
    link.addEventListener("blur", light(false));
  }

  // Buttons that need a script appear only with it.
  for (const button of document.querySelectorAll("button[hidden]")) {
    if (button.dataset.does === "print") {
      button.addEventListener("click", () => window.print());
    } else if (button.dataset.does === "copy" && navigator.clipboard) {
      button.addEventListener("click", async () => {
        const said = button.dataset.label;
        const item = document.getElementById(button.dataset.of);
        const address = `${location.href.split("#")[0]}#${button.dataset.of}`;
        await navigator.clipboard.writeText(`${item.querySelector("[data-copy]").textContent.trim().replace(/\s+/g, " ")} ${button.dataset.by} ${address}`);
        button.dataset.label = "Copied";
        setTimeout(() => { button.dataset.label = said; }, 2000);
      });
    } else {
      continue;
    }
    button.hidden = false;
  }
})();
