// @ts-check
// Another page of this site.

/**
 * Another page of this site, read as a document; and whether it is known not to be there.
 * @param {URL} address
 * @returns {Promise<{ page: Document | null, gone: boolean }>}
 */
export function pageOf(address) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.addEventListener("load", () =>
      done({ page: request.status === 200 ? request.responseXML : null, gone: request.status === 404 }),
    );
    request.addEventListener("error", () => done({ page: null, gone: false }));
    request.send();
  });
}
