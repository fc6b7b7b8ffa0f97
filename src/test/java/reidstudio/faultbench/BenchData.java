package reidstudio.faultbench;

import java.io.IOException;
import java.nio.file.Path;
import reidstudio.data.demo.DemoDataset;
import reidstudio.data.demo.DemoSpec;

/** Data sets of the bench: small pictures of enough people for every sampler. */
final class BenchData {
  private static final int PEOPLE = 64;

  private BenchData() {}

  /** Draws healthy data from {@code seed} into {@code folder} and returns it. */
  static Path healthy(Path folder, long seed) throws IOException {
    DemoSpec spec = new DemoSpec(PEOPLE, 8, 4, 2, 2, 2, 32, 64, seed);
    DemoDataset.write(folder, spec, fraction -> {}, () -> false);
    return folder;
  }
}
