package reidstudio.cli;

import picocli.CommandLine.Command;

/** Makes the demo data set. */
@Command(
    name = "demo",
    description = "Makes the demo data set in the home if it is not there yet.",
    footer =
        "%n--json: folder layout trainIdentities testIdentities trainItems pairableIdentities"
            + " skipped problems[].")
final class DatasetDemoVerb implements Verb {
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
    try (StudioServices services = studio.open(common.home())) {
      return new SummaryOutcome().of(new DemoSet(services.datasets(), progress).make(interruption));
    }
  }
}
