package reidstudio.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reidstudio.config.ConfigException;
import reidstudio.config.Precision;
import reidstudio.config.Problem;
import reidstudio.config.RunConfig;
import reidstudio.engine.BenchModel;
import reidstudio.engine.StepBench;

/** Times the training step. */
@Command(
    name = "step",
    description = "Times forward, backward and optimizer of the training step on random numbers.",
    footer = {
      "%n--json: model batch items parameters device precision loss steps stepSeconds itemsPerSecond"
          + " forwardShare backwardShare optimizerShare, in one object for each precision under"
          + " 'results'.",
      "src/bench/pytorch_step.py times the same step in PyTorch, in turn with this verb."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured",
      "1:the device or PyTorch cannot be used",
      "2:wrong usage or bad configuration"
    })
final class BenchStepVerb implements Verb {
  @Mixin private final ConfigOptions options = new ConfigOptions();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "compact or vit-b-16; --set changes a part of it.")
  private String model = "compact";

  @Option(
      names = "--batch",
      paramLabel = "N",
      description =
          "Pictures of the batch, a multiple of 4; a quarter as many captions come with them.")
  private int batch = 8;

  @Option(names = "--steps", paramLabel = "N", description = "Steps that are timed; default 10.")
  private int steps = 10;

  @Option(names = "--warmup", paramLabel = "N", description = "Steps before them; default 3.")
  private int warmup = 3;

  @Option(
      names = "--precision",
      paramLabel = "NAME",
      description = "float32, bf16 or both; default both.")
  private String precision = "both";

  @Option(
      names = "--export",
      paramLabel = "DIR",
      description = "Write the weights and the batch before the first step.")
  private Path export;

  @Option(
      names = "--on-request",
      description =
          "Print a line of JSON when ready and one for each line on standard input, which makes a"
              + " round; ends with the input. Needs one --precision.")
  private boolean onRequest;

  private final Console console;
  private final InputStream requests;

  BenchStepVerb(Console console, InputStream requests) {
    this.console = console;
    this.requests = requests;
  }

  @Override
  public Outcome run(Interruption interruption) throws Exception {
    List<Problem> problems = problems();
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    BenchModel named = named().orElseThrow();
    Document results = new Document();
    StringBuilder text = new StringBuilder();
    List<ObjectNode> rows = new ArrayList<>();
    for (Precision one : precisions()) {
      interruption.throwIfRequested();
      RunConfig config = options.over(named.config(), Map.of("compute.precision", word(one)));
      try (StepBench bench = opened(named, config)) {
        if (export != null) {
          Files.createDirectories(export);
          bench.export(export.resolve("weights.safetensors"), export.resolve("batch.safetensors"));
        }
        StepBench.Round first = bench.round(Math.max(1, warmup));
        if (onRequest) {
          answer(bench, one, first.loss());
        } else {
          StepBench.Round round = bench.round(steps);
          rows.add(row(bench, one, first.loss(), round));
          text.append(line(bench, one, round));
        }
      }
    }
    results.text("model", model).whole("batch", batch).objects("results", rows);
    return new Outcome(Exit.OK, results.tree(), text.toString());
  }

  private void answer(StepBench bench, Precision precision, double firstLoss) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(requests, StandardCharsets.UTF_8));
    var out = console.outWriter();
    out.println(row(bench, precision, firstLoss, bench.round(1)));
    while (lines.readLine() != null) {
      out.println(row(bench, precision, firstLoss, bench.round(steps)));
    }
  }

  private ObjectNode row(
      StepBench bench, Precision precision, double firstLoss, StepBench.Round round) {
    double seconds = round.stepSeconds() * round.steps();
    return new Document()
        .text("precision", word(precision))
        .text("device", bench.device())
        .whole("items", bench.items())
        .whole("parameters", bench.parameters())
        .number("loss", firstLoss)
        .whole("steps", round.steps())
        .number("stepSeconds", round.stepSeconds())
        .number("itemsPerSecond", bench.items() / round.stepSeconds())
        .number("forwardShare", round.forward() / seconds)
        .number("backwardShare", round.backward() / seconds)
        .number("optimizerShare", round.optimizer() / seconds)
        .tree();
  }

  private static String line(StepBench bench, Precision precision, StepBench.Round round) {
    double seconds = round.stepSeconds() * round.steps();
    return String.format(
        Locale.ROOT,
        "%-8s %8.1f ms a step, %7.1f items/s; forward %.0f %%, backward %.0f %%, optimizer %.0f %%"
            + " (%s)%n",
        word(precision),
        1000 * round.stepSeconds(),
        bench.items() / round.stepSeconds(),
        100 * round.forward() / seconds,
        100 * round.backward() / seconds,
        100 * round.optimizer() / seconds,
        bench.device());
  }

  @Override
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    if (named().isEmpty()) {
      problems.add(new Problem("--model", "is '" + model + "', allowed are compact, vit-b-16"));
    }
    if (batch < 4 || batch % 4 != 0) {
      problems.add(new Problem("--batch", "is " + batch + ", must be a multiple of 4"));
    }
    if (steps < 1) {
      problems.add(new Problem("--steps", "is " + steps + ", must be at least 1"));
    }
    if (precisions().isEmpty()) {
      problems.add(
          new Problem("--precision", "is '" + precision + "', allowed are float32, bf16, both"));
    }
    if (onRequest && precisions().size() > 1) {
      problems.add(new Problem("--on-request", "needs --precision float32 or --precision bf16"));
    }
    return problems;
  }

  /** A device that is not there and a PyTorch that cannot be loaded are told in a sentence. */
  private StepBench opened(BenchModel named, RunConfig config) throws VerbFailure {
    try {
      return new StepBench(named, config, batch);
    } catch (IllegalArgumentException | IllegalStateException e) {
      LoggerFactory.getLogger(BenchStepVerb.class).error("the step cannot be measured", e);
      throw new VerbFailure(Exit.PROBLEM, e.getMessage());
    }
  }

  private Optional<BenchModel> named() {
    return Arrays.stream(BenchModel.values())
        .filter(candidate -> word(candidate).equals(model))
        .findFirst();
  }

  private List<Precision> precisions() {
    return Arrays.stream(Precision.values())
        .filter(one -> precision.equals("both") || word(one).equals(precision))
        .toList();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
