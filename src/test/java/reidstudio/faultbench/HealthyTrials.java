package reidstudio.faultbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs and logs with nothing wrong, among them every one at which a rule tool cries wolf. */
final class HealthyTrials {
  private static final double CHANCE = Math.log(400);

  private final TrialList list;

  private HealthyTrials(long seed) {
    list = new TrialList(seed);
  }

  /** All of them, on two data sets that were drawn apart. */
  static List<BenchTrial> all(Path one, Path other, long seed) {
    HealthyTrials healthy = new HealthyTrials(seed);
    healthy.variants(one, other);
    healthy.traps(one);
    healthy.logs(seed);
    BatchTrials.addHealthy(healthy.list, one, other);
    return healthy.list.trials();
  }

  private void variants(Path one, Path other) {
    for (int i = 1; i <= 3; i++) {
      run("default " + i, one);
      run("default, other data " + i, other);
    }
    run("30 epochs", one, "epochs", "30");
    run("bf16", one, "compute.precision", "bf16");
    run("K 2", one, "sampler.instances", "2", "sampler.identities", "16");
    run("K 6", other, "sampler.instances", "6", "sampler.identities", "6");
    run("modal aware", one, "sampler.kind", "modal-aware-pk");
    run("half rates", other, rates("1.5e-3", "2.5e-4"));
    run("double rates", one, rates("6e-3", "1e-3"));
    run("Adam", other, "optimizer.kind", "adam");
    run("accumulation 2", one, "optimizer.accumulation", "2", "epochs", "20");
    run("no clipping", other, "optimizer.clipNorm", "0");
    run("hard clipping", one, "optimizer.clipNorm", "0.5");
    run("no smoothing", one, "loss.labelSmoothing", "0");
    run("256 dimensions", other, "model.embedding", "256");
    run("512 dimensions", one, "model.embedding", "512");
    run("two layers", other, "model.imageLayers", "2");
    run("dropout", one, "model.neck.dropout", "0.2");
    run("erasing", other, "data.erasing", "0.5");
    run("no augmentation", one, "data.flip", "0", "data.padding", "0");
    run("triplet", other, "loss.triplet.weight", "0.5");
    run("contrastive", one, "loss.itc.weight", "0.5");
    run("temperature 0.05", other, "loss.sdm.temperature", "0.05");
    run("temperature 0.2", one, "loss.sdm.temperature", "0.2");
    run("falling temperature", other, "loss.sdm.finalTemperature", "0.05");
    run("divergence form", one, divergence("0.05"));
    run(
        "adapters",
        other,
        "model.lora.rank",
        "4",
        "model.lora.layers",
        "1",
        "model.lora.freezeBase",
        "false");
    run(
        "norm band around its place",
        one,
        "loss.norm.weight",
        "0.001",
        "loss.norm.target",
        "12",
        "loss.norm.band",
        "4");
  }

  private void traps(Path one) {
    run("trap: SDM warms up", one, "loss.sdm.warmupEpochs", "8");
    run(
        "trap: SDM warms up in steps",
        one,
        "loss.sdm.warmupEpochs",
        "2",
        "loss.sdm.weightSteps",
        "0.1,0.3,0.5");
    run("trap: SDM off on purpose", one, "loss.sdm.weight", "0");
    run(
        "trap: the rate decays to nothing",
        one,
        "optimizer.schedule.finalFactor",
        "0",
        "epochs",
        "20");
    run("trap: long warm-up", one, "optimizer.schedule.warmupShare", "0.5");
    run(
        "trap: smoothing floor",
        one,
        "epochs",
        "40",
        "sampler.identities",
        "16",
        "data.flip",
        "0",
        "data.padding",
        "0");
    run("trap: norm 22.6 is healthy", one, "model.embedding", "512", "loss.norm.weight", "0");
  }

  private void logs(long seed) {
    log("trap: log with a norm of 22", healthyLog(seed + 31, 22.1));
    log("trap: log with features scaled to 8", healthyLog(seed + 32, 8.0));
    log("trap: log with a single spike", spike(seed + 33));
    log("trap: log of high cross-entropy while mAP rises", harmless(seed + 34));
    log("trap: log whose SDM rests at ln 2", floor(seed + 35));
    log("trap: log at the smoothing floor", converged(seed + 36));
    log("trap: log of three hundred steps", early(seed + 37));
    log("log of IRRA", irra(seed + 38));
  }

  private static LogText healthyLog(long seed, double norm) {
    LogText log = new LogText(seed).classes(400);
    for (int epoch = 1; epoch <= 6; epoch++) {
      int of = epoch;
      log.epoch(
          epoch,
          400,
          400,
          b -> Math.max(1.2, CHANCE - 0.6 * of - 1e-3 * b) + log.noise(0.05),
          b -> 1.9 - 0.1 * of + log.noise(0.03),
          norm);
    }
    return log;
  }

  private static LogText spike(long seed) {
    LogText log = new LogText(seed).classes(400);
    for (int epoch = 1; epoch <= 4; epoch++) {
      int of = epoch;
      log.epoch(
          epoch,
          400,
          400,
          b -> CHANCE - 0.6 * of + log.noise(0.05) + (of == 3 && b == 200 ? 4 : 0),
          b -> 1.8,
          22.3);
    }
    return log;
  }

  private static LogText harmless(long seed) {
    LogText log = new LogText(seed).classes(400);
    for (int epoch = 1; epoch <= 8; epoch++) {
      log.epoch(epoch, 800, 800, b -> CHANCE - 0.01 + log.noise(0.01), b -> 1.5, 22.3);
      log.evaluation(epoch, 0.1 + 0.04 * epoch);
    }
    return log;
  }

  private static LogText floor(long seed) {
    LogText log = new LogText(seed).classes(400);
    for (int epoch = 1; epoch <= 6; epoch++) {
      int of = epoch;
      log.epoch(
          epoch,
          400,
          400,
          b -> CHANCE - 0.6 * of + log.noise(0.05),
          b -> Math.log(2) + Math.abs(log.noise(0.004)),
          22.3);
    }
    return log;
  }

  private static LogText converged(long seed) {
    LogText log = new LogText(seed).classes(400);
    for (int epoch = 1; epoch <= 6; epoch++) {
      log.epoch(epoch, 800, 800, b -> 0.93 + Math.abs(log.noise(0.01)), b -> 0.72, 22.3);
    }
    return log;
  }

  private static LogText early(long seed) {
    LogText log = new LogText(seed).classes(400);
    return log.epoch(1, 290, 1863, b -> CHANCE - 1e-4 * b + log.noise(0.01), b -> 1.8, 22.3);
  }

  /** Its author calls an identity loss of 7.8 of 9.3 normal. */
  private static LogText irra(long seed) {
    LogText log = new LogText(seed);
    for (int epoch = 1; epoch <= 8; epoch++) {
      for (int batch = 100; batch <= 1000; batch += 100) {
        log.line(
            "2023-04-01 10:00:00,123 IRRA.train INFO: Epoch[%d] Iteration[%d/1064], loss: %.4f,"
                + " sdm_loss: %.4f, id_loss: %.4f, mlm_loss: 2.1000, img_acc: 0.3100, txt_acc:"
                + " 0.3000, mlm_acc: 0.4000, Base Lr: 1.00e-05",
            epoch,
            batch,
            12 - 0.3 * epoch + log.noise(0.05),
            3 - 0.3 * epoch + log.noise(0.02),
            9.2 - 0.15 * epoch - 1e-4 * batch + log.noise(0.02));
      }
    }
    return log;
  }

  private static String[] rates(String head, String encoder) {
    return new String[] {
      "optimizer.head.learningRate", head, "optimizer.encoder.learningRate", encoder
    };
  }

  private static String[] divergence(String weight) {
    return new String[] {
      "loss.sdm.form", "kl-divergence", "loss.sdm.temperature", "0.02", "loss.sdm.weight", weight
    };
  }

  private void run(String name, Path data, String... settings) {
    list.run(Optional.empty(), name, data, settings);
  }

  private void log(String name, LogText text) {
    list.log(Optional.empty(), name, text);
  }
}
