package reidstudio.engine;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reidstudio.diagnostic.Diagnosis;
import reidstudio.event.CheckKind;
import reidstudio.event.Finding;

/** Makes diagnoses on a session of a test. */
final class Diagnoses {
  private Diagnoses() {}

  /** The full diagnosis, of which the groups are parts. */
  static void all(TrainingSession session, long step) {
    of(CheckKind.ALL, session, step);
  }

  static void experiments(TrainingSession session, long step) {
    Arrays.stream(CheckKind.values())
        .filter(CheckKind::isExperiment)
        .forEach(kind -> of(kind, session, step));
  }

  static Map<String, Finding> of(CheckKind kind, TrainingSession session, long step) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    Diagnosis.of(kind)
        .make(
            session.subject("a test", step),
            List.of(),
            (f, doing) -> {},
            () -> false,
            Instant.EPOCH)
        .findings()
        .forEach(finding -> findings.put(finding.id(), finding));
    return findings;
  }
}
