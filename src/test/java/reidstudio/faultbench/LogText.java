package reidstudio.faultbench;

import java.util.Locale;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Writes logs as the field's trainers do. */
final class LogText {
  private final StringBuilder text = new StringBuilder();
  private final Random random;

  LogText(long seed) {
    random = new Random(seed);
  }

  double noise(double deviation) {
    return deviation * random.nextGaussian();
  }

  LogText line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
    return this;
  }

  /** What the reference trainer says of its classes before the first epoch. */
  LogText classes(int classes) {
    return line("=== CE损失诊断 (Epoch 1) ===")
        .line("labels范围: 0 - %d", classes - 1)
        .line("model.num_classes: %d", classes)
        .line("理论随机CE: %.3f", Math.log(classes));
  }

  /** An epoch of progress bars, {@code real} of {@code announced} batches, every tenth shown. */
  LogText epoch(
      int epoch,
      int real,
      int announced,
      IntToDoubleFunction ce,
      IntToDoubleFunction sdm,
      double norm) {
    for (int batch = 10; batch <= real; batch += 10) {
      epochBar(epoch, batch, announced, ce.applyAsDouble(batch), sdm.applyAsDouble(batch), norm);
    }
    return this;
  }

  /** One progress bar. */
  LogText epochBar(int epoch, int batch, int announced, double ce, double sdm, double norm) {
    return line(
        "Epoch %d: %3d%%|████      | %d/%d [00:41<00:30,  2.73it/s, Loss=%.3f, CE=%.3f,"
            + " SDMLoss=%.3f, Feat(BN)=%.2f, GradNorm=1.10, Spikes=0]",
        epoch, 100 * batch / announced, batch, announced, ce + sdm, ce, sdm, norm);
  }

  /** What the reference trainer says after an evaluation; mAP from 0 to 1. */
  LogText evaluation(int epoch, double map) {
    return line(
        "[EVAL] epoch=%d  mAP(all)=%.4f  |  mAP@single=%.4f  mAP@quad=%.4f",
        epoch, map, map - 0.01, map + 0.01);
  }

  String text() {
    return text.toString();
  }
}
