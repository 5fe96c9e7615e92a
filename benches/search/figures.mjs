// Figures and how they are written.

/** The value below which that share of the list lies. */
export function at(list, share) {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const median = (list) => at(list, 0.5);

export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;

/** Bytes with a thin mark between thousands. */
export const thousands = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

export const row = (...cells) => `| ${cells.join(" | ")} |`;
