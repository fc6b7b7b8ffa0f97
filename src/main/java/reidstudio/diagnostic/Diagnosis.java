package reidstudio.diagnostic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.diagnostic.ce.CeChecks;
import reidstudio.diagnostic.data.DataChecks;
import reidstudio.diagnostic.experiment.Experiments;
import reidstudio.diagnostic.experiment.StateNotRestoredException;
import reidstudio.diagnostic.features.FeatureChecks;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.diagnostic.finding.Ranking;
import reidstudio.diagnostic.norm.NormChecks;
import reidstudio.diagnostic.sampling.SamplingChecks;
import reidstudio.diagnostic.sdm.SdmChecks;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** Makes a group of checks one after the other. */
public final class Diagnosis {
  private static final Logger LOG = LoggerFactory.getLogger(Diagnosis.class);

  private final CheckKind kind;
  private final Function<Subject, List<? extends Experiment>> checks;

  private Diagnosis(CheckKind kind, Function<Subject, List<? extends Experiment>> checks) {
    this.kind = kind;
    this.checks = checks;
  }

  /** The group that answers {@code kind}. */
  public static Diagnosis of(CheckKind kind) {
    return switch (kind) {
      case CE -> new Diagnosis(kind, CeChecks::of);
      case SAMPLING -> new Diagnosis(kind, SamplingChecks::of);
      case ALL -> new Diagnosis(kind, Diagnosis::everything);
      case NORM -> new Diagnosis(kind, NormChecks::of);
      case MEMORISE, RATE_RANGE, LABEL_AGREEMENT, AUGMENTATION, TRAIN_EVAL, SECOND_SEED ->
          new Diagnosis(kind, subject -> Experiments.of(kind, subject));
    };
  }

  /**
   * Makes the checks.
   *
   * @param known findings that are there already, to be joined with those of the checks
   * @param cancelled asked between two checks and within a long one; true ends the diagnosis with
   *     what is known
   * @param at the time to write on the report
   */
  public DiagnosisReport make(
      Subject subject,
      List<Finding> known,
      Progress progress,
      BooleanSupplier cancelled,
      Instant at) {
    List<? extends Experiment> all = checks.apply(subject);
    List<Finding> findings = new ArrayList<>();
    for (Experiment each : all) {
      if (cancelled.getAsBoolean()) {
        break;
      }
      double share = 1.0 / all.size();
      double done = findings.size() * share;
      progress.at(done, each.doing());
      try {
        findings.add(make(each, new Course(progress, cancelled, done, share)));
      } catch (CancellationException e) {
        break;
      }
    }
    boolean incomplete = findings.size() < all.size();
    findings.addAll(known);
    return new DiagnosisReport(kind, at, subject.description(), Ranking.of(findings), incomplete);
  }

  private static List<Check> everything(Subject subject) {
    return Stream.of(
            DataChecks.of(subject),
            CeChecks.of(subject),
            SamplingChecks.of(subject),
            SdmChecks.of(subject),
            NormChecks.of(subject),
            FeatureChecks.of(subject))
        .flatMap(List::stream)
        .toList();
  }

  /** A check that itself fails has found nothing out, which is not the same as nothing wrong. */
  private static Finding make(Experiment check, Course course) {
    try {
      return check.run(course);
    } catch (CancellationException e) {
      throw e;
    } catch (StateNotRestoredException e) {
      LOG.error("check '{}' did not leave the run as it was", check.doing(), e);
      return e.finding();
    } catch (RuntimeException e) {
      LOG.error("check '{}' failed", check.doing(), e);
      String reason = e.getMessage() == null ? e.toString() : e.getMessage();
      return new FindingBuilder("check.failed")
          .saw("what was looked at", check.doing(), "")
          .saw("what went wrong", reason, "")
          .found(
              Severity.UNCHECKED,
              "A check could not be made: " + check.doing() + ".",
              "See the program's log for the details.");
    }
  }
}
