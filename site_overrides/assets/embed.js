// @ts-check
// <activiteiten-wijzer> for another site: it shows where the link in it leads, as a frame that grows with what is in it.
// The link stays until the frame says that it is there, so where frames or scripts are blocked there is still the link.

(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || customElements.get("activiteiten-wijzer")) return;
  const here = new URL(".", script.src);
  const root = new URL("..", here);
  const PATIENCE = 15000; // milliseconds, for an old phone on a slow line

  customElements.define(
    "activiteiten-wijzer",
    class extends HTMLElement {
      connectedCallback() {
        // What stands in the element may come after it: wait until the page has been read.
        if (document.readyState === "loading")
          document.addEventListener("DOMContentLoaded", () => this.show(), { once: true });
        else this.show();
      }

      show() {
        const link = this.querySelector("a");
        if (!link?.href.startsWith(root.href) || !this.isConnected || this.querySelector("iframe")) return;
        const place = link.href.slice(root.href.length).split(/[/#?]/)[0];
        const frame = document.createElement("iframe");
        frame.src = `${here.href}${place && place !== "zoeken" ? place : "overal"}/${link.hash}`;
        frame.title = link.textContent?.trim() || "Activiteiten";
        frame.style.cssText = "display:block;width:100%;height:0;border:0";
        const gone = () => {
          clearTimeout(waiting);
          document.removeEventListener("securitypolicyviolation", refused);
          if (link.hidden) return;
          removeEventListener("message", heard);
          frame.remove();
        };
        /** @param {SecurityPolicyViolationEvent} event */
        const refused = (event) => {
          if (event.disposition === "enforce" && event.blockedURI.startsWith(here.origin)) gone();
        };
        /** @param {MessageEvent} event */
        const heard = (event) => {
          const height = event.data?.activiteitenwijzer;
          if (event.source !== frame.contentWindow || event.origin !== here.origin || !(height > 0)) return;
          frame.style.height = `${Math.ceil(height)}px`;
          link.hidden = true;
          clearTimeout(waiting);
        };
        const waiting = setTimeout(gone, PATIENCE);
        addEventListener("message", heard);
        document.addEventListener("securitypolicyviolation", refused);
        this.append(frame);
      }
    },
  );
})();
