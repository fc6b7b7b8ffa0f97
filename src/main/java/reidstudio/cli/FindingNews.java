package reidstudio.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reidstudio.event.Finding;
import reidstudio.event.TrainingEvent.HealthChanged;
import reidstudio.store.RunTrace;

/** What came up and what went away since it was asked for last. */
final class FindingNews {
  private final RunTrace trace;
  private HealthChanged seen;
  private List<Finding> known = List.of();

  FindingNews(RunTrace trace) {
    this.trace = trace;
  }

  /** One line for each change, oldest first. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<HealthChanged> changes = trace.healthChanges();
    int from = seen == null ? 0 : changes.indexOf(seen) + 1;
    for (HealthChanged change : changes.subList(from, changes.size())) {
      change.findings().stream()
          .filter(finding -> !isIn(known, finding))
          .forEach(finding -> lines.add(line(change, word(finding), finding)));
      known.stream()
          .filter(finding -> !isIn(change.findings(), finding))
          .filter(finding -> change.findings().stream().noneMatch(f -> f.id().equals(finding.id())))
          .forEach(finding -> lines.add(line(change, "no longer", finding)));
      known = change.findings();
      seen = change;
    }
    return lines;
  }

  private static boolean isIn(List<Finding> findings, Finding finding) {
    return findings.stream()
        .anyMatch(each -> each.id().equals(finding.id()) && each.severity() == finding.severity());
  }

  private static String word(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT);
  }

  private static String line(HealthChanged change, String word, Finding finding) {
    return "step %d, %s: %s (%s)".formatted(change.step(), word, finding.title(), finding.id());
  }
}
