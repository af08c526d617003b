/** Notes when the page was first painted, when its answer was, and the longest task of the page's own thread. */
{
  self.bench = { painted: 0, longest: 0, outcome: null };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) self.bench.longest = Math.max(self.bench.longest, duration);
  }).observe({ type: "longtask", buffered: true });
  addEventListener("cor-outcome", ({ detail }) => {
    if (self.bench.outcome) return;
    self.bench.outcome = detail;
    // The frame after the one in which it was put into the page has been painted
    requestAnimationFrame(() => setTimeout(() => (self.bench.painted = performance.now())));
  });
}
