package reidstudio.engine;

import ai.djl.ndarray.NDArray;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import reidstudio.batch.BatchSource;
import reidstudio.batch.HostBatch;
import reidstudio.diagnostic.BatchVariants;
import reidstudio.diagnostic.Diagnosis;
import reidstudio.diagnostic.Subject;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;

/** Makes experiments in sessions of {@link SmallRun}. */
final class Experiments {
  static final List<CheckKind> ALL =
      Arrays.stream(CheckKind.values()).filter(CheckKind::isExperiment).toList();

  static int train(TrainingSession session, int steps) throws InterruptedException {
    int made = 0;
    for (int epoch = 1; made < steps; epoch++) {
      try (BatchSource batches = session.batches(epoch)) {
        while (batches.hasNext() && made < steps) {
          session.step().run(batches.next(), epoch, 1);
          made++;
        }
      }
    }
    return made;
  }

  static Map<String, float[]> state(TrainingSession session) {
    Map<String, float[]> state = new LinkedHashMap<>();
    session.state().forEach((name, array) -> state.put(name, array.toFloatArray()));
    return state;
  }

  /** The subject whose small plain batches have gone through {@code change}. */
  static Subject varied(TrainingSession session, UnaryOperator<HostBatch> change) {
    Subject subject = session.subject("a test", 0);
    BatchVariants real = subject.variants();
    BatchVariants changed =
        new BatchVariants() {
          @Override
          public HostBatch plain(int number) {
            return real.plain(number);
          }

          @Override
          public HostBatch plain(int number, int most) {
            return change.apply(real.plain(number, most));
          }

          @Override
          public HostBatch drawn(int number, int draw) {
            return real.drawn(number, draw);
          }

          @Override
          public HostBatch items(int[] numbers) {
            return real.items(numbers);
          }
        };
    return with(subject, changed, subject.state());
  }

  static Subject with(Subject s, BatchVariants variants, Supplier<Map<String, NDArray>> state) {
    return new Subject(
        s.description(),
        s.step(),
        s.config(),
        s.dataset(),
        s.sampler(),
        s.batches(),
        s.pack(),
        s.model(),
        s.optimizer(),
        s.losses(),
        s.schedule(),
        s.accumulation(),
        variants,
        s.startRank(),
        s.fresh(),
        state);
  }

  static DiagnosisReport report(CheckKind kind, TrainingSession session, long step) {
    return report(kind, session.subject("a test", step), () -> false);
  }

  static DiagnosisReport report(CheckKind kind, Subject subject, BooleanSupplier cancelled) {
    return Diagnosis.of(kind).make(subject, List.of(), (f, doing) -> {}, cancelled, Instant.EPOCH);
  }

  private Experiments() {}
}
