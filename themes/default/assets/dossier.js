// Conveniences only: every page is complete without them.
(() => {
  "use strict";

  // Hover or focus on a numbered citation lights its note up.
  const light = (on) => (event) => {
    const link = event.target.closest?.("[data-note]");
    if (link) document.getElementById(`note-${link.dataset.note}`)?.classList.toggle("lit", on);
  };
  for (const start of ["pointerover", "focusin"]) document.addEventListener(start, light(true));
  for (const end of ["pointerout", "focusout"]) document.addEventListener(end, light(false));

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("button[data-does]");
    if (button?.dataset.does === "print") window.print();
    if (button?.dataset.does !== "copy") return;
    const said = button.dataset.label;
    const item = document.getElementById(button.dataset.of);
    const address = `${location.href.split("#")[0]}#${button.dataset.of}`;
    await navigator.clipboard.writeText(`${item.querySelector("[data-copy]").textContent.trim().replace(/\s+/g, " ")} ${button.dataset.by} ${address}`);
    button.dataset.label = "Copied";
    setTimeout(() => { button.dataset.label = said; }, 2000);
  });

  // Buttons that need a script appear only with it.
  const reveal = () => {
    const works = `[data-does="print"]${navigator.clipboard ? `, [data-does="copy"]` : ""}`;
    for (const button of document.querySelectorAll("button[hidden]")) if (button.matches(works)) button.hidden = false;
  };
  reveal();
  document.addEventListener("dossier:patched", reveal); // the live preview has put new elements in
})();
