package reidstudio.diagnostic.data;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import reidstudio.batch.HostBatch;
import reidstudio.data.Modality;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * Are the numbers that the model sees of mean 0 and deviation 1, as far as photos go? Judged by the
 * visible modality alone: near-infrared is dark and paper is white by nature.
 */
final class InputScale implements Check {
  private static final int BATCHES = 3;

  /** What photos in general keep; TheDeepChecker's threshold (Ben Braiek and Khomh, 2022). */
  private static final double PHOTO_SHIFT = 0.2;

  /** Unscaled bytes shift by hundreds, numbers that are normalised twice by 1.7. */
  private static final double WRONG_SHIFT = 1;

  /** Numbers from 0 to 1 that were not normalised deviate by about 0.25. */
  private static final double LEAST_DEVIATION = 0.3;

  private static final double MOST_DEVIATION = 3;

  private final Subject subject;

  InputScale(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "scale of the numbers that the model sees";
  }

  @Override
  public Finding run() {
    FindingBuilder finding = new FindingBuilder(Fault.INPUT_SCALE);
    Map<Modality, List<ChannelMoments>> seen = moments();
    seen.forEach(
        (modality, channels) -> {
          boolean judged = modality == Modality.VIS;
          finding
              .saw(
                  "mean of " + modality.word() + " by channel",
                  words(channels.stream().map(ChannelMoments::mean).toList()),
                  judged ? "between -1 and 1, photos mostly within 0.2 of 0" : "")
              .abnormalIf(
                  judged && channels.stream().anyMatch(c -> Math.abs(c.mean()) > WRONG_SHIFT))
              .saw(
                  "deviation of " + modality.word() + " by channel",
                  words(channels.stream().map(ChannelMoments::deviation).toList()),
                  judged ? "between 0.3 and 3" : "")
              .abnormalIf(judged && !channels.stream().allMatch(InputScale::isWide));
        });
    List<ChannelMoments> visible = seen.get(Modality.VIS);
    if (visible == null) {
      return finding.found(
          Severity.INFO,
          "There is no visible picture to judge the scale by.",
          "See the sampling diagnosis.");
    }
    if (!visible.stream().allMatch(InputScale::isUsable)) {
      return finding
          .certainty(Certainty.LIKELY)
          .ruledOut("Not the dark or white modalities: only visible pictures are judged.")
          .found(
              Severity.WARNING,
              "Visible pictures reach the model in another scale than photos do.",
              "Look at some of them: nearly black, white or grey files need to be made anew as"
                  + " ordinary 8-bit RGB.");
    }
    double shift = visible.stream().mapToDouble(c -> Math.abs(c.mean())).max().orElse(0);
    return finding.ok(
        shift > PHOTO_SHIFT
            ? "Visible pictures are darker or brighter than most photos, which does no harm."
            : "Visible pictures reach the model in the scale of photos.");
  }

  private static boolean isUsable(ChannelMoments channel) {
    return Math.abs(channel.mean()) <= WRONG_SHIFT && isWide(channel);
  }

  private static boolean isWide(ChannelMoments channel) {
    return channel.deviation() >= LEAST_DEVIATION && channel.deviation() <= MOST_DEVIATION;
  }

  /** Through the loader that training uses, so that its faults are seen too. */
  private Map<Modality, List<ChannelMoments>> moments() {
    Map<Modality, List<FloatBuffer>> parts = new EnumMap<>(Modality.class);
    int plane = 1;
    for (int number = 0; number < BATCHES; number++) {
      HostBatch batch = subject.batches().batch(number);
      plane = batch.height() * batch.width();
      batch
          .pixels()
          .forEach(
              (m, block) -> parts.computeIfAbsent(m, x -> new ArrayList<>()).add(block.floats()));
    }
    Map<Modality, List<ChannelMoments>> moments = new EnumMap<>(Modality.class);
    for (Map.Entry<Modality, List<FloatBuffer>> entry : parts.entrySet()) {
      moments.put(entry.getKey(), ChannelMoments.of(entry.getValue(), plane));
    }
    return moments;
  }

  private static String words(List<Double> numbers) {
    return String.join("  ", numbers.stream().map(FindingBuilder::number).toList());
  }
}
