package reidstudio.faultbench;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reidstudio.diagnostic.finding.Fault;

/** Faults of the machine that a run trains on, real ones. */
final class MachineTrials {
  private static final int TIMES = 24;

  private final TrialList list;
  private final Path data;

  /** What a leak has taken; the next one gives it back. */
  private final List<ByteBuffer> lost = new ArrayList<>();

  private MachineTrials(TrialList list, Path data) {
    this.list = list;
    this.data = data;
  }

  /** Adds them; large pictures are written to {@code folder} by the trial that wants them. */
  static void addTo(TrialList list, Path folder, Path data) {
    MachineTrials trials = new MachineTrials(list, data);
    Wiring large = Wiring.ofData(new LargePictures(folder, TIMES));
    String[] forgotten = {"data.cacheMebibytes", "0", "epochs", "8"};
    trials.add(Fault.INPUT_BOUND, "large pictures, none remembered", large, forgotten);
    String[] small = {"data.cacheMebibytes", "0", "epochs", "3", "sampler.identities", "4"};
    trials.add(Fault.INPUT_BOUND, "large pictures, none remembered, batches of 16", large, small);
    trials.add(Fault.MEMORY_GROWS, "a leak of 256 KiB a step", trials.leak(256), "epochs", "72");
    trials.add(
        Fault.MEMORY_GROWS,
        "a leak of 400 KiB a step, batches of 16",
        trials.leak(400),
        "epochs",
        "36",
        "sampler.identities",
        "4");
  }

  private void add(Fault fault, String name, Wiring wiring, String... settings) {
    list.run(Optional.of(fault), name, data, wiring, Question.ALL, settings);
  }

  /** Native memory that nobody gives back, as a loader's or a driver's leak takes it. */
  private Wiring leak(int kibibytes) {
    return Wiring.of(session -> lost.clear())
        .and(
            Wiring.always(
                session -> {
                  ByteBuffer more = ByteBuffer.allocateDirect(kibibytes << 10);
                  for (int at = 0; at < more.capacity(); at += 1024) {
                    more.put(at, (byte) 1);
                  }
                  lost.add(more);
                }));
  }
}
