package reidstudio.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reidstudio.config.ConfigException;
import reidstudio.config.Problem;
import reidstudio.config.RunConfig;
import reidstudio.data.ProgressListener;
import reidstudio.data.demo.NoisePhotos;
import reidstudio.data.demo.OrbenchSized;
import reidstudio.data.demo.ScratchFolder;
import reidstudio.engine.IndexBench;
import reidstudio.engine.PictureBench;

/** Times decoding and preparing pictures, and reading a large data folder. */
@Command(
    name = "data",
    description = {
      "Times pictures from JPEG to normalised numbers on 1 and 2 threads, beside plain ImageIO in"
          + " turns; then reading a data folder of ORBench's size, and planning an epoch.",
      "Draws its files into the system's temporary folder and deletes them afterwards."
    },
    footer =
        "%n--json: pictures sizes bytes rounds target imageIo{picturesPerSecond readMs scaleMs"
            + " normaliseMs} pipeline[]{threads picturesPerSecond timesImageIoPerThread} decodeMs"
            + " index{pictures train gallery queries readSeconds sampler batches planSeconds}.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured",
      "1:the temporary folder cannot be used",
      "2:wrong usage or bad configuration",
      "130:interrupted; what was drawn is deleted"
    })
final class BenchDataVerb implements Verb {
  @Mixin private final ConfigOptions options = new ConfigOptions();

  @Option(
      names = "--pictures",
      paramLabel = "N",
      description = "JPEG files of a round; default 512, 0 leaves this part out.")
  private int pictures = 512;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Rounds after one to warm up, of which the median counts; default 7.")
  private int rounds = 7;

  @Option(
      names = "--people",
      paramLabel = "N",
      description =
          "People of the large folder; default 1000, which makes 109,000 files; 0 leaves this part"
              + " out.")
  private int people = 1000;

  private final Progress progress;

  BenchDataVerb(Progress progress) {
    this.progress = progress;
  }

  @Override
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    if (pictures != 0 && (pictures < 2 || pictures > 100_000)) {
      problems.add(new Problem("--pictures", "is " + pictures + ", must be 0 or from 2 to 100000"));
    }
    if (rounds < 1 || rounds > 1000) {
      problems.add(new Problem("--rounds", "is " + rounds + ", must be 1 to 1000"));
    }
    if (people != 0 && (people < 2 || people > 2000)) {
      problems.add(new Problem("--people", "is " + people + ", must be 0 or from 2 to 2000"));
    }
    return problems;
  }

  @Override
  public Outcome run(Interruption interruption) throws Exception {
    List<Problem> problems = problems();
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    RunConfig config = options.over(RunConfig.defaults(), Map.of());
    BenchDataReport report = new BenchDataReport();
    if (pictures > 0) {
      decode(report, interruption);
    }
    if (people > 0) {
      index(report, config, interruption);
    }
    return new Outcome(Exit.OK, report.document(), report.text());
  }

  private void decode(BenchDataReport report, Interruption interruption)
      throws IOException, InterruptedException {
    ProgressLine line = progress.line();
    try (ScratchFolder folder = ScratchFolder.create()) {
      line.show("drawing " + pictures + " pictures");
      NoisePhotos.Drawn drawn =
          NoisePhotos.draw(folder.path(), pictures, interruption::isRequested);
      PictureBench bench = new PictureBench(drawn.files());
      PictureRounds measured = new PictureRounds(drawn, bench.target());
      for (int round = 0; round <= rounds; round++) {
        line.show(round == 0 ? "warming up" : "round " + round + " of " + rounds);
        measured.take(bench, round > 0, interruption);
      }
      report.pictures(measured);
    } finally {
      line.end("");
    }
  }

  private void index(BenchDataReport report, RunConfig config, Interruption interruption)
      throws IOException {
    ProgressLine line = progress.line();
    try (ScratchFolder folder = ScratchFolder.create()) {
      int files =
          OrbenchSized.write(
              folder.path(),
              people,
              share -> line.show("writing a large data folder: " + (int) (100 * share) + " %"),
              interruption::isRequested);
      line.show("reading " + files + " files");
      IndexBench.Result result =
          new IndexBench(folder.path(), config).round(new Cancelling(interruption));
      line.show("deleting " + files + " files");
      report.index(files, result);
    } finally {
      line.end("");
    }
  }

  private record Cancelling(Interruption interruption) implements ProgressListener {
    @Override
    public void progress(int done, int total) {}

    @Override
    public boolean cancelled() {
      return interruption.isRequested();
    }
  }
}
