// Part of the preview only: loads the page again when the site changed, shows the messages of the build over it.
(() => {
  "use strict";
  const shown = document.currentScript.dataset.site;
  let source = null;
  let words = {};
  let last = "";
  let base = null;
  let parts = null;

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  // A shadow tree keeps the site's styles out of the panel, and the panel's out of the site.
  const build = () => {
    const host = element("kabinet-preview");
    const root = host.attachShadow({ mode: "open" });
    const style = element("link");
    style.rel = "stylesheet";
    style.href = "/_kabinet/preview.css";
    const badge = element("button", "badge");
    badge.type = "button";
    badge.hidden = true;
    const dialog = element("dialog");
    dialog.setAttribute("aria-labelledby", "title");
    const head = element("header");
    const title = element("h2");
    title.id = "title";
    const close = element("button", "close");
    close.type = "button";
    head.append(title, close);
    const kept = element("p", "kept");
    const list = element("ol");
    dialog.append(head, kept, list);
    close.addEventListener("click", () => dialog.close());
    badge.addEventListener("click", () => dialog.showModal());
    root.append(style, badge, dialog);
    document.body.append(host);
    return { badge, dialog, title, close, kept, list };
  };

  const item = (message) => {
    const made = element("li", message.weight);
    if (message.place) made.append(element("code", "place", message.place));
    made.append(element("h3", "", message.headline));
    if (message.details) {
      const details = element("pre", "", message.details);
      details.tabIndex = 0;
      made.append(details);
    }
    if (message.rule) made.append(element("code", "rule", message.rule));
    return made;
  };

  const show = (state) => {
    words = state.words;
    if (base === null) base = state.base;
    if (state.base !== base) {
      location.assign(state.base + "/");
      return;
    }
    if (state.site !== shown) {
      location.reload();
      return;
    }
    const now = JSON.stringify(state.messages);
    if (!parts && state.messages.length === 0) return;
    parts = parts || build();
    parts.badge.hidden = state.messages.length === 0;
    parts.badge.textContent = words.title;
    parts.badge.title = words.open;
    parts.badge.classList.toggle("failed", state.errors > 0);
    if (now === last) return;
    last = now;
    parts.title.textContent = words.title;
    parts.close.textContent = words.close;
    parts.kept.textContent = words.kept;
    parts.kept.hidden = state.errors === 0 || shown === "";
    parts.list.replaceChildren(...state.messages.map(item));
    // Errors come forward by themselves; warnings wait in the corner.
    if (state.errors > 0 && !parts.dialog.open) parts.dialog.showModal();
    if (state.messages.length === 0) parts.dialog.close();
  };

  const lost = () => {
    if (!words.offline) return;
    parts = parts || build();
    parts.badge.hidden = false;
    parts.badge.textContent = words.offline;
    parts.badge.classList.add("failed");
  };

  const listen = () => {
    if (source) return;
    source = new EventSource("/_kabinet/events");
    source.addEventListener("state", (event) => show(JSON.parse(event.data)));
    source.addEventListener("error", lost);
  };

  const rest = () => {
    if (source) source.close();
    source = null;
  };

  // Browsers open six connections to a host: pages in the background give theirs back.
  const attend = () => (document.hidden ? rest() : listen());
  document.addEventListener("visibilitychange", attend);
  window.addEventListener("pagehide", rest);
  window.addEventListener("pageshow", attend);
  attend();
})();
