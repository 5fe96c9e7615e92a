// What search tells those who keep pages and files for when there is no connection (`offline.js`, in every page).

/**
 * Has a download go before all keeping, which a slow line would feel.
 * @param {Promise<unknown>} task
 */
export const beforeKeeping = (task) => void dispatchEvent(new CustomEvent("kabinet-busy", { detail: task }));

/**
 * Has files kept that search has fetched, and with them what else it may need.
 * @param {string[]} files  their addresses
 */
export const keepOffline = (files) => void dispatchEvent(new CustomEvent("kabinet-fetched", { detail: files }));
