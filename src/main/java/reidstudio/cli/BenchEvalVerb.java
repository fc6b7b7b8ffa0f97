package reidstudio.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reidstudio.config.ConfigException;
import reidstudio.config.Problem;
import reidstudio.config.RunConfig;
import reidstudio.engine.BenchFeatures;
import reidstudio.engine.EvaluationBench;
import reidstudio.engine.SettingResult;

/** Times the ranking and scoring of an evaluation. */
@Command(
    name = "eval",
    description =
        "Times ranking and scoring of random features of ORBench's size: 18,050 gallery pictures"
            + " and 32 settings with 343,000 queries in all.",
    footer = {
      "%n--json: device gallery queries dimensions seconds queriesPerSecond settings[], each with"
          + " setting queries R1 R5 R10 mAP mINP.",
      "src/bench/pytorch_eval.py ranks the same features in PyTorch, in turn with this verb."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured",
      "1:the device or PyTorch cannot be used",
      "2:wrong usage or bad configuration"
    })
final class BenchEvalVerb implements Verb {
  @Mixin private final ConfigOptions options = new ConfigOptions();

  @Option(
      names = "--share",
      paramLabel = "X",
      description = "Share of the queries, above 0 and at most 1; default 1.")
  private double share = 1;

  @Option(names = "--dimensions", paramLabel = "N", description = "Of a feature; default 512.")
  private int dimensions = 512;

  @Option(
      names = "--export",
      paramLabel = "FILE",
      description = "Write all features and labels as safetensors before the first round.")
  private Path export;

  @Option(
      names = "--on-request",
      description =
          "Print a line of JSON when ready and one for each line on standard input, which makes a"
              + " round; ends with the input.")
  private boolean onRequest;

  private final Console console;
  private final InputStream requests;

  BenchEvalVerb(Console console, InputStream requests) {
    this.console = console;
    this.requests = requests;
  }

  @Override
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    if (!(share > 0 && share <= 1)) {
      problems.add(new Problem("--share", "is " + share + ", must be above 0 and at most 1"));
    }
    if (dimensions < 1 || dimensions > 4096) {
      problems.add(new Problem("--dimensions", "is " + dimensions + ", must be 1 to 4096"));
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
    BenchFeatures features = BenchFeatures.of(dimensions, share, config.seed());
    try (EvaluationBench bench = opened(config, features)) {
      if (export != null) {
        bench.export(export);
      }
      interruption.throwIfRequested();
      EvaluationBench.Round round = bench.round();
      if (onRequest) {
        answer(bench, features, round);
      }
      return new Outcome(
          Exit.OK, document(bench, features, round).tree(), text(bench, features, round));
    }
  }

  private void answer(EvaluationBench bench, BenchFeatures features, EvaluationBench.Round first)
      throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(requests, StandardCharsets.UTF_8));
    var out = console.outWriter();
    out.println(document(bench, features, first).tree());
    while (lines.readLine() != null) {
      out.println(document(bench, features, bench.round()).tree());
    }
  }

  private Document document(
      EvaluationBench bench, BenchFeatures features, EvaluationBench.Round round) {
    return new Document()
        .text("device", bench.device())
        .whole("gallery", features.gallery().rows().length)
        .whole("queries", queries(features))
        .whole("dimensions", dimensions)
        .number("seconds", round.seconds())
        .number("queriesPerSecond", queries(features) / round.seconds())
        .objects("settings", round.settings().stream().map(BenchEvalVerb::row).toList());
  }

  private static ObjectNode row(SettingResult result) {
    return EvaluateOutcome.scores(result.scores()).tree();
  }

  private String text(EvaluationBench bench, BenchFeatures features, EvaluationBench.Round round) {
    return String.format(
        Locale.ROOT,
        "%d queries in %d settings, %d gallery pictures, %d numbers each: %.1f s, %.0f queries/s"
            + " (%s)%n",
        queries(features),
        features.settings().size(),
        features.gallery().rows().length,
        dimensions,
        round.seconds(),
        queries(features) / round.seconds(),
        bench.device());
  }

  private static int queries(BenchFeatures features) {
    return features.settings().stream().mapToInt(s -> s.queries().rows().length).sum();
  }

  /** A device that is not there and a PyTorch that cannot be loaded are told in a sentence. */
  private static EvaluationBench opened(RunConfig config, BenchFeatures features)
      throws VerbFailure {
    try {
      return new EvaluationBench(config, features);
    } catch (IllegalArgumentException | IllegalStateException e) {
      LoggerFactory.getLogger(BenchEvalVerb.class).error("ranking cannot be measured", e);
      throw new VerbFailure(Exit.PROBLEM, e.getMessage());
    }
  }
}
