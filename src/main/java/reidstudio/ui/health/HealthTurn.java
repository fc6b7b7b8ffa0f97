package reidstudio.ui.health;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reidstudio.event.Finding;
import reidstudio.event.TrainingEvent.HealthChanged;

/**
 * A turn in the story of one problem.
 *
 * @param step after which it was seen
 * @param finding the problem as it was then; as it was last, of one that went away
 */
record HealthTurn(long step, Kind kind, Finding finding) {
  /** What happened to the problem. */
  enum Kind {
    APPEARED,
    WORSE,
    EASED,
    SURER,
    GONE
  }

  /** All turns in {@code changes}, the newest first. */
  static List<HealthTurn> of(List<HealthChanged> changes) {
    List<HealthTurn> turns = new ArrayList<>();
    Map<String, Finding> before = Map.of();
    for (HealthChanged change : changes) {
      Map<String, Finding> now = new LinkedHashMap<>();
      change.findings().stream()
          .filter(Finding::isProblem)
          .forEach(finding -> now.put(finding.id(), finding));
      for (Finding finding : now.values()) {
        kind(before.get(finding.id()), finding)
            .ifPresent(kind -> turns.add(new HealthTurn(change.step(), kind, finding)));
      }
      before.forEach(
          (id, finding) -> {
            if (!now.containsKey(id)) {
              turns.add(new HealthTurn(change.step(), Kind.GONE, finding));
            }
          });
      before = now;
    }
    Collections.reverse(turns);
    return turns;
  }

  private static Optional<Kind> kind(Finding before, Finding now) {
    if (before == null) {
      return Optional.of(Kind.APPEARED);
    }
    int graver = now.severity().compareTo(before.severity());
    if (graver != 0) {
      return Optional.of(graver > 0 ? Kind.WORSE : Kind.EASED);
    }
    return now.certainty().compareTo(before.certainty()) > 0
        ? Optional.of(Kind.SURER)
        : Optional.empty();
  }
}
