package reidstudio.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import reidstudio.event.QuickFixReport;

/** Writes a quick fix into the folder of the run with the change. */
public final class QuickFixFiles {
  private final RunFolder folder;

  /** Into {@code run}, which is the folder of a run. */
  public QuickFixFiles(Path run) {
    folder = new RunFolder(run);
  }

  /** Where they lie. */
  public Path folder() {
    return folder.diagnostics();
  }

  /**
   * Writes text and JSON, in place of former ones.
   *
   * @throws IOException with one sentence for the user
   */
  public void write(QuickFixReport report) throws IOException {
    Files.createDirectories(folder.diagnostics());
    AtomicFile.write(
        folder.diagnostics().resolve("quickfix.json"),
        new QuickFixJson().tree(report).toPrettyString() + "\n");
    AtomicFile.write(folder.diagnostics().resolve("quickfix.txt"), new QuickFixText().text(report));
  }
}
