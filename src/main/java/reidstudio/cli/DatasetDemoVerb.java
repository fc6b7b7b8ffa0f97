package reidstudio.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import reidstudio.engine.DataFolders;

/** Makes the demo data set. */
@Command(
    name = "demo",
    description = "Makes the demo data set if it is not there yet.",
    footer =
        "%n--json: folder layout foundBy trainIdentities testIdentities trainItems pairableIdentities"
            + " skipped problems[].")
final class DatasetDemoVerb implements Verb {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "A new or empty folder for it; default is the one in the home.")
  private Path folder;

  private final CommonOptions common;
  private final StudioFactory studio;
  private final Progress progress;

  DatasetDemoVerb(CommonOptions common, StudioFactory studio, Progress progress) {
    this.common = common;
    this.studio = studio;
    this.progress = progress;
  }

  @Override
  public Outcome run(Interruption interruption) throws Exception {
    if (folder != null) {
      try (DataFolders elsewhere = new DataFolders(folder.toAbsolutePath().normalize())) {
        return new SummaryOutcome().of(new DemoSet(elsewhere, progress).make(interruption));
      }
    }
    try (StudioServices services = studio.open(common.home())) {
      return new SummaryOutcome().of(new DemoSet(services.datasets(), progress).make(interruption));
    }
  }
}
