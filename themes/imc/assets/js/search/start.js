// Begins the search page. When a part of it does not come, the page says so at once, and nobody waits for nothing.
import("./page.js").catch(() => document.documentElement.classList.add("search-lost"));
