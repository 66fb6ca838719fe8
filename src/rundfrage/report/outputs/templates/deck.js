"use strict";
(() => {
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  document.documentElement.classList.add("scripted");
  const page = location.protocol.startsWith("http") ? location.href.split("#")[0] : null;

  // The slide that is being read is marked in the contents.
  const links = new Map(all("nav a").map(link => [link.hash.slice(1), link]));
  const nav = document.querySelector("nav");
  const seen = new Set();
  const watcher = new IntersectionObserver(entries => {
    entries.forEach(one => seen[one.isIntersecting ? "add" : "delete"](one.target));
    const now = all("article").find(one => seen.has(one));
    links.forEach(link => link.removeAttribute("aria-current"));
    const link = now && links.get(now.id);
    if (!link) return;
    link.setAttribute("aria-current", "true");
    const { offsetTop, offsetHeight } = link.parentElement;
    if (offsetTop < nav.scrollTop || offsetTop + offsetHeight > nav.scrollTop + nav.clientHeight)
      nav.scrollTop = offsetTop - nav.clientHeight / 2;
  }, { rootMargin: "-20% 0px -60% 0px" });
  all("article").forEach(one => watcher.observe(one));

  // A chart is one stop of the Tab key; arrows go along its rows. Escape hides what is shown.
  all(".rows").forEach(list => {
    const rows = all(":scope > li", list);
    rows.forEach((row, at) => { row.tabIndex = at ? -1 : 0; });
    list.addEventListener("keydown", event => {
      const at = rows.indexOf(document.activeElement);
      const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1,
        Home: 0, End: rows.length - 1 }[event.key];
      if (at < 0 || to === undefined) return;
      event.preventDefault();
      const next = rows[Math.min(Math.max(to, 0), rows.length - 1)];
      rows.forEach(row => { row.tabIndex = row === next ? 0 : -1; });
      next.focus();
    });
    const show = () => list.classList.remove("quiet");
    list.addEventListener("pointerover", show);
    list.addEventListener("focusin", show);
  });
  addEventListener("keydown", event => {
    if (event.key === "Escape") all(".rows").forEach(list => list.classList.add("quiet"));
  });

  // The picture of a chart as PNG: drawn of its SVG with the fonts of this page.
  const fonts = all("style").map(one => one.textContent.match(/@font-face\{[^}]*\}/g) || [])
    .flat().join("");
  const families = getComputedStyle(document.documentElement).getPropertyValue("--font");
  const text = href => new TextDecoder().decode(
    Uint8Array.from(atob(href.split(",")[1]), letter => letter.charCodeAt(0)));
  const save = (href, name) => {
    const link = document.createElement("a");
    link.href = href;
    link.download = name;
    link.click();
  };
  all("button.png").forEach(button => {
    const source = button.parentElement.previousElementSibling.querySelector("a[download]");
    button.hidden = false;
    button.addEventListener("click", () => {
      const whole = new DOMParser().parseFromString(text(source.href), "image/svg+xml");
      const root = whole.documentElement, style = whole.createElementNS(root.namespaceURI, "style");
      style.textContent = fonts;
      root.prepend(style);
      root.setAttribute("font-family", families);
      const image = new Image();
      image.addEventListener("load", () => {
        const canvas = document.createElement("canvas");
        canvas.width = 2 * image.naturalWidth;
        canvas.height = 2 * image.naturalHeight;
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        save(canvas.toDataURL("image/png"), source.download.replace(/svg$/, "png"));
      });
      const bytes = new TextEncoder().encode(new XMLSerializer().serializeToString(root));
      image.src = "data:image/svg+xml;base64,"
        + btoa([...bytes].map(byte => String.fromCharCode(byte)).join(""));
    });
  });

  // What is copied names the address at which the page is read.
  all("code.snippet").forEach(code => {
    if (page) code.textContent = code.textContent.replace(/src="[^"#]*/, `src="${page}`);
    const button = code.closest("details").querySelector("button.copy");
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", () => navigator.clipboard.writeText(code.textContent));
  });
})();
