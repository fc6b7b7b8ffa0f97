package reidstudio.faultbench;

import java.nio.file.Path;
import java.util.*;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.event.*;

class ProbeTest {
  @TempDir Path folder;

  @Test
  void probe() throws Exception {
    Path data = BenchData.healthy(folder.resolve("d"), 3);
    String[][] all = {
      {"default"},
      {"e60", "epochs", "60"},
      {"random", "sampler.kind", "random", "sampler.identities", "16", "sampler.instances", "4"},
      {"k2", "sampler.instances", "2", "sampler.identities", "16"},
      {
        "kl",
        "loss.sdm.form",
        "kl-divergence",
        "loss.sdm.temperature",
        "0.02",
        "loss.sdm.weight",
        "0.05"
      },
      {"warm", "loss.sdm.warmupEpochs", "5"},
      {"off", "loss.sdm.weight", "0"},
      {"norm", "loss.norm.weight", "0.001"},
      {"headlow", "optimizer.head.learningRate", "1e-6"},
      {"head0", "optimizer.head.learningRate", "0"},
      {"high", "optimizer.head.learningRate", "1", "optimizer.encoder.learningRate", "0.1"},
      {"tauhigh", "loss.sdm.temperature", "2"},
      {"k1", "sampler.instances", "1", "sampler.identities", "32", "sampler.kind", "random"},
      {
        "frozen", "model.weights.frozen", "classifier", "model.weights.frozenAtRandom", "classifier"
      },
    };
    for (String[] each : all) {
      try {
        var said =
            BenchRun.of(
                new BenchCase(
                    each[0],
                    Optional.empty(),
                    BenchConfig.of(data, 5, Arrays.copyOfRange(each, 1, each.length)),
                    s -> {}),
                folder);
        System.out.printf(
            "## %s steps %d %.1fs live %s problems %s fail '%s'%n",
            each[0],
            said.steps().size(),
            said.seconds(),
            said.live(),
            said.problems(),
            said.failure());
        for (int i = 0; i < said.steps().size(); i += said.steps().size() / 6) {
          var m = said.steps().get(i);
          System.out.printf(
              "   %d ce %.3f acc %.2f sdm %.3f [%.3f %.3f] before %.2f after %.2f exp %.2f head %.3f grad %.3f wait %.2f mem %.0f%n",
              m.step(),
              m.value(MetricKey.CE_LOSS),
              m.value(MetricKey.CE_ACCURACY),
              m.value(MetricKey.SDM_LOSS),
              m.value(MetricKey.SDM_FLOOR),
              m.value(MetricKey.SDM_CHANCE),
              m.value(MetricKey.NORM_BEFORE_BN),
              m.value(MetricKey.NORM_AFTER_BN),
              m.value(MetricKey.NORM_AFTER_BN_EXPECTED),
              m.value(MetricKey.NORM_HEAD),
              m.value(MetricKey.GRADIENT_NORM),
              m.value(MetricKey.DATA_WAIT),
              m.value(MetricKey.MEMORY));
        }
        for (Finding f : said.findings())
          if (f.severity() != Severity.OK)
            System.out.println(
                "   - "
                    + f.severity()
                    + " "
                    + f.certainty()
                    + " "
                    + f.id()
                    + ": "
                    + f.title()
                    + " "
                    + f.evidence().stream().map(e -> e.what() + "=" + e.observed()).toList());
      } catch (Exception e) {
        System.out.println("## " + each[0] + " " + e);
      }
    }
  }
}
