package reidstudio.event;

import java.time.Instant;
import java.util.List;

/**
 * The outcome of a diagnosis.
 *
 * @param check which one
 * @param at when it ended
 * @param subject what was looked at, for example the paused run at a step, or a fresh model
 * @param findings one for each check, in the order in which they were made
 * @param cancelled whether checks are missing because a user cancelled
 */
public record DiagnosisReport(
    CheckKind check, Instant at, String subject, List<Finding> findings, boolean cancelled) {
  public DiagnosisReport {
    findings = List.copyOf(findings);
  }

  /** Whether everything could be looked at, and nothing worse than an information was found. */
  public boolean passed() {
    return !cancelled
        && findings.stream().noneMatch(f -> f.severity().compareTo(Severity.UNCHECKED) >= 0);
  }
}
