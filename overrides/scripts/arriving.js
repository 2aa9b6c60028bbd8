// What is wrong with a file that was asked for, in words for whoever runs the site.

/** @param {string} file */
export const damaged = (file) => `the file ${file} is damaged or did not arrive whole`;

// Of how it was answered; null where nothing is wrong. Of its bytes sum.js tells.
/** @param {string} file @param {Response | null} response */
export function refused(file, response) {
  if (!response) return `the file ${file} could not be fetched`;
  if (!response.ok) return `the file ${file} is missing (status ${response.status})`;
  const type = response.headers.get("content-type") ?? "no type";
  const wrong = file.endsWith(".js") && !type.includes("javascript");
  return wrong ? `the server sends the script ${file} as ${type}` : null;
}
