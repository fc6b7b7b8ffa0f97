package reidstudio.diagnostic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import reidstudio.diagnostic.ce.CeChecks;
import reidstudio.diagnostic.sampling.SamplingChecks;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.Finding;

/** Makes a group of checks one after the other. */
public final class Diagnosis {
  private final CheckKind kind;
  private final Function<Subject, List<Check>> checks;

  private Diagnosis(CheckKind kind, Function<Subject, List<Check>> checks) {
    this.kind = kind;
    this.checks = checks;
  }

  /** The group that answers {@code kind}. */
  public static Diagnosis of(CheckKind kind) {
    return switch (kind) {
      case CE -> new Diagnosis(kind, CeChecks::of);
      case SAMPLING -> new Diagnosis(kind, SamplingChecks::of);
    };
  }

  /**
   * Makes the checks.
   *
   * @param cancelled asked between two checks; true ends the diagnosis with what is known
   * @param at the time to write on the report
   */
  public DiagnosisReport make(
      Subject subject, Progress progress, BooleanSupplier cancelled, Instant at) {
    List<Check> all = checks.apply(subject);
    List<Finding> findings = new ArrayList<>();
    for (Check check : all) {
      if (cancelled.getAsBoolean()) {
        break;
      }
      progress.at(findings.size() / (double) all.size(), check.doing());
      findings.add(check.run());
    }
    boolean incomplete = findings.size() < all.size();
    return new DiagnosisReport(kind, at, subject.description(), findings, incomplete);
  }
}
