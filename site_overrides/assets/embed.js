// @ts-check
// <activiteiten-wijzer> for another site: it shows where the link in it leads, as a frame that grows with what is in it.
// The link stays until the frame says that it is there, so where frames or scripts are blocked there is still the link.

(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || customElements.get("activiteiten-wijzer")) return;
  const here = new URL(".", script.src);
  const root = new URL("..", here);
  const FEW = 6; // cards; hoogstens="alle" shows them all
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
        // How many cards it shows at first; the frame reads it from its own name.
        frame.name = `wijzer:${this.getAttribute("hoogstens") ?? FEW}`;
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
          // Within a sandbox neither page has an origin of its own.
          const expected = origin === "null" ? origin : here.origin;
          if (event.source !== frame.contentWindow || event.origin !== expected || !(height > 0)) return;
          frame.style.height = `${Math.ceil(height)}px`;
          link.hidden = true;
          clearTimeout(waiting);
        };
        // In a tab that is still closed a frame has no height, and that is no fault.
        const enough = () => {
          if (this.getClientRects().length) gone();
          else waiting = setTimeout(enough, PATIENCE);
        };
        let waiting = setTimeout(enough, PATIENCE);
        addEventListener("message", heard);
        document.addEventListener("securitypolicyviolation", refused);
        this.append(frame);
      }
    },
  );
})();
