// The wire between one person's pages and the service, which a journey cuts. The pages themselves still load.
export class Wire {
  #down = false;
  #routes = new Set();
  /** Every message that a page sent, by clientId. */
  sends = [];

  /** Goes between a context's pages and the service; call before its first page opens. */
  async into(context) {
    await context.route("**/api/**", (route) => (this.#down ? route.abort("connectionfailed") : route.fallback()));
    await context.routeWebSocket(/\/ws\?/, (page) => {
      if (this.#down) {
        void page.close({ code: 1011 });
        return;
      }
      const route = { page, service: page.connectToServer(), hears: true, speaks: true };
      this.#routes.add(route);
      route.page.onMessage((data) => {
        const said = JSON.parse(data);
        if (said.action === "send") {
          this.sends.push(said.clientId);
        }
        if (route.speaks) {
          route.service.send(data);
        }
      });
      route.service.onMessage((data) => route.hears && route.page.send(data));
      route.page.onClose(() => this.#ended(route, "service"));
      route.service.onClose(() => route.hears && this.#ended(route, "page"));
    });
  }

  /** Nothing comes through any more, and sockets end. */
  cut() {
    this.#down = true;
    for (const route of this.#routes) {
      void route.service.close();
      this.#ended(route, "page");
    }
  }

  mend() {
    this.#down = false;
  }

  /** The sockets that are open now stay so, and carry nothing: neither side is told. Later ones are whole. */
  hang() {
    this.#routes.forEach((route) => Object.assign(route, { hears: false, speaks: false }));
  }

  /** The sockets that are open now carry what the pages say, and nothing back. */
  deafen() {
    this.#routes.forEach((route) => (route.hears = false));
  }

  #ended(route, side) {
    this.#routes.delete(route);
    void route[side].close({ code: 1011 });
  }
}
