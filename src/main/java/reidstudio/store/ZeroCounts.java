package reidstudio.store;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import reidstudio.event.ZeroReason;

/** How often SDM was exactly zero, and why. Filled by one thread; read by any. */
final class ZeroCounts {
  private volatile Map<ZeroReason, Long> all = Map.of();

  void add(ZeroReason reason) {
    Map<ZeroReason, Long> counts = new EnumMap<>(ZeroReason.class);
    counts.putAll(all);
    counts.merge(reason, 1L, Long::sum);
    all = Collections.unmodifiableMap(counts);
  }

  Map<ZeroReason, Long> all() {
    return all;
  }
}
