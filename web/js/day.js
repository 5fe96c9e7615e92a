// What day and what hour it is at the centre, wherever the reader's device thinks it is.

const timeZone = document.documentElement.dataset.zone;

/** @param {Intl.DateTimeFormatOptions} parts */
export const here = (parts) => new Intl.DateTimeFormat("en-CA", { ...parts, timeZone }).format(new Date());

export const thisDay = () => here({ year: "numeric", month: "2-digit", day: "2-digit" });
