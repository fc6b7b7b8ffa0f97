package reidstudio.faultbench;

import java.util.Optional;
import reidstudio.diagnostic.finding.Fault;

/** Logs of other programs with the faults that this engine refuses to have. */
final class FaultyLogs {
  private static final double CHANCE = Math.log(400);

  private FaultyLogs() {}

  static void addTo(TrialList list, long seed) {
    add(list, Fault.AT_CHANCE, "log: stuck at ln 400", stuck(seed + 1, 22.1));
    add(list, Fault.AT_CHANCE, "log: stuck at ln 400, scaled features", stuck(seed + 2, 8.0));
    add(list, Fault.FEW_VALID_ROWS, "log: rows without positives", rows(seed + 3, 2, 6));
    add(list, Fault.FEW_VALID_ROWS, "log: half of the rows", rows(seed + 4, 9, 16));
    add(list, Fault.EPOCH_SHORT, "log: 80 of 1863 batches", shortEpochs(seed + 5, 80, 1863));
    add(list, Fault.EPOCH_SHORT, "log: 300 of 400 batches", shortEpochs(seed + 6, 300, 400));
    add(list, Fault.SDM_FORMULA, "log: SDM below zero", negative(seed + 7, -0.034));
    add(list, Fault.SDM_FORMULA, "log: SDM slightly below zero", negative(seed + 8, -0.007));
    add(list, Fault.NON_FINITE_SWALLOWED, "log: NaN steps skipped", skipped(seed + 9, 12));
    add(list, Fault.NON_FINITE_SWALLOWED, "log: more NaN steps skipped", skipped(seed + 10, 40));
    add(list, Fault.OVERFIT, "log: mAP falls with the loss", overfit(seed + 11));
    add(list, Fault.RATE_TOO_HIGH, "log: cross-entropy above a guess", above(seed + 12));
    add(list, Fault.MODALITY_LEFT_BEHIND, "log: sketches left behind", behind(seed + 13));
    add(
        list,
        Fault.SOFTMAX_TWICE,
        "log: rests at the floor of two softmaxes",
        rests(seed + 14, 4.996));
    add(list, Fault.LOGIT_SCALE, "log: rests at the floor of cosines", rests(seed + 15, 4.007));
    add(list, Fault.SDM_SWALLOWED, "log: SDM 0 with valid rows", swallowed(seed + 17));
    add(list, Fault.NORM_GROWING, "log: norm before BN runs away", growing(seed + 18));
    add(list, Fault.STALLED, "log: an hour without a line", hung(seed + 19));
    add(list, Fault.LOSS_SPIKES, "log: one step in six jumps", spikes(seed + 16));
  }

  private static void add(TrialList list, Fault fault, String name, LogText text) {
    list.log(Optional.of(fault), name, text);
  }

  private static LogText stuck(long seed, double norm) {
    LogText log = new LogText(seed).classes(400);
    for (int epoch = 1; epoch <= 10; epoch++) {
      log.epoch(epoch, 800, 800, b -> CHANCE + log.noise(0.008), b -> 1.8, norm);
    }
    return log;
  }

  private static double falling(LogText log, int epoch, int batch) {
    return CHANCE - 0.25 * epoch - 2e-4 * batch + log.noise(0.03);
  }

  private static LogText rows(long seed, int valid, int all) {
    LogText log = new LogText(seed).classes(400);
    for (int epoch = 1; epoch <= 4; epoch++) {
      for (int batch = 10; batch <= 400; batch += 10) {
        int now = batch;
        int of = epoch;
        log.epochBar(epoch, batch, 400, falling(log, of, now), 0.9, 22.4);
        log.line("SDM调试: valid_rows=%d/%d, pos_min=1, L_q2g=0.818, L_g2q=0.706", valid, all);
      }
    }
    return log;
  }

  private static LogText shortEpochs(long seed, int real, int announced) {
    LogText log = new LogText(seed).classes(400);
    for (int epoch = 1; epoch <= 4; epoch++) {
      int of = epoch;
      log.epoch(epoch, real, announced, b -> falling(log, of, b), b -> 1.8, 22.4);
      log.line("[epoch %d] steps_run=%d/%d  (max_steps=0)", epoch, real, announced);
    }
    return log;
  }

  private static LogText negative(long seed, double level) {
    LogText log = new LogText(seed).classes(400);
    for (int epoch = 1; epoch <= 4; epoch++) {
      int of = epoch;
      log.epoch(
          epoch,
          400,
          400,
          b -> falling(log, of, b),
          b -> b % 50 == 0 ? level : 0.4 + log.noise(0.05),
          22.4);
    }
    return log;
  }

  private static LogText skipped(long seed, int times) {
    LogText log = new LogText(seed).classes(400);
    for (int epoch = 1; epoch <= 4; epoch++) {
      for (int batch = 10; batch <= 400; batch += 10) {
        log.epochBar(epoch, batch, 400, falling(log, epoch, batch), 1.8, 22.4);
        if (epoch < 4 && batch <= 10 * times / 3) {
          log.line("Epoch %d, Batch %d: 发现非有限损失值 nan，跳过当前step", epoch, batch + 3);
        }
      }
    }
    return log;
  }

  private static LogText overfit(long seed) {
    LogText log = new LogText(seed).classes(400);
    double[] maps = {0.10, 0.18, 0.23, 0.20, 0.19, 0.18, 0.17};
    for (int epoch = 1; epoch <= maps.length; epoch++) {
      int of = epoch;
      log.epoch(epoch, 400, 400, b -> falling(log, of, b), b -> 1.8, 22.4);
      log.evaluation(epoch, maps[epoch - 1]);
    }
    return log;
  }

  private static LogText above(long seed) {
    LogText log = new LogText(seed).classes(400);
    for (int epoch = 1; epoch <= 4; epoch++) {
      int of = epoch;
      log.epoch(
          epoch, 400, 400, b -> of == 1 ? CHANCE : CHANCE + 2.5 + log.noise(0.4), b -> 1.8, 22.4);
    }
    return log;
  }

  /** ReID5o prints one line for each setting and percent. */
  private static LogText behind(long seed) {
    LogText log = new LogText(seed).classes(400);
    for (int epoch = 1; epoch <= 5; epoch++) {
      int of = epoch;
      log.epoch(epoch, 400, 400, b -> falling(log, of, b), b -> 1.8, 22.4);
      log.line("One Modality Evaluating...");
      String[] settings = {"NIR", "CP", "SK", "TEXT"};
      double[] ranks = {50, 45, 8, 40};
      for (int i = 0; i < settings.length; i++) {
        log.line(
            "%s: R1=%.3f, R5=73.659, R10=80.086, mAP=%.3f, mINP=19.970",
            settings[i], ranks[i] + epoch, ranks[i] / 2 + epoch);
      }
    }
    return log;
  }

  private static LogText rests(long seed, double level) {
    LogText log = new LogText(seed).classes(400);
    for (int epoch = 1; epoch <= 6; epoch++) {
      int of = epoch;
      log.epoch(
          epoch,
          800,
          800,
          b -> of == 1 ? CHANCE + (level - CHANCE) * b / 800 : level + 0.01 + log.noise(0.002),
          b -> 1.8,
          22.4);
    }
    return log;
  }

  private static LogText spikes(long seed) {
    LogText log = new LogText(seed).classes(400);
    for (int epoch = 1; epoch <= 4; epoch++) {
      int of = epoch;
      log.epoch(epoch, 800, 800, b -> falling(log, of, b) + (b % 60 == 0 ? 4 : 0), b -> 1.8, 22.4);
    }
    return log;
  }

  private static LogText swallowed(long seed) {
    LogText log = new LogText(seed).classes(400);
    for (int epoch = 1; epoch <= 4; epoch++) {
      for (int batch = 10; batch <= 400; batch += 10) {
        double sdm = batch % 40 == 0 ? 0 : 1.2 + log.noise(0.05);
        log.epochBar(epoch, batch, 400, falling(log, epoch, batch), sdm, 22.4);
        log.line("SDM调试: valid_rows=16/16, pos_min=1, L_q2g=0.818, L_g2q=0.706");
      }
    }
    return log;
  }

  /** IRRA's lines carry the time of day. */
  private static LogText hung(long seed) {
    LogText log = new LogText(seed);
    int second = 0;
    for (int line = 1; line <= 60; line++) {
      second += 40 + (line == 45 ? 3600 : 0);
      log.line(
          "2023-04-01 %02d:%02d:%02d,123 IRRA.train INFO: Epoch[%d] Iteration[%d/1064], loss:"
              + " %.4f, sdm_loss: %.4f, id_loss: %.4f, img_acc: 0.3100, Base Lr: 1.00e-05",
          8 + second / 3600,
          second / 60 % 60,
          second % 60,
          1 + (line - 1) / 10,
          100 * (1 + (line - 1) % 10),
          12 - 0.1 * line + log.noise(0.02),
          3 - 0.02 * line,
          9.2 - 0.05 * line + log.noise(0.02));
    }
    return log;
  }

  private static LogText growing(long seed) {
    LogText log = new LogText(seed).classes(400);
    for (int epoch = 1; epoch <= 5; epoch++) {
      for (int batch = 10; batch <= 800; batch += 10) {
        double grown = 20 * Math.pow(2, (800 * (epoch - 1) + batch) / 700.0);
        log.line(
            "Epoch %d: %3d%%|████      | %d/%d [00:41<00:30,  2.73it/s, Loss=%.3f, CE=%.3f,"
                + " SDMLoss=1.800, PreBN=%.2f, PostBN=8.00, GradNorm=—, Spikes=0]",
            epoch,
            100 * batch / 800,
            batch,
            800,
            falling(log, epoch, batch) + 1.8,
            falling(log, epoch, batch),
            grown);
      }
    }
    return log;
  }
}
