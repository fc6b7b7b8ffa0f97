package reidstudio.config;

import java.util.List;

/**
 * How pixel values become numbers: {@code (value / 255 - mean) / std}.
 *
 * @param mean of red, green and blue, 0 to 1
 * @param std of red, green and blue, 0.001 to 10
 */
public record ChannelConfig(List<Double> mean, List<Double> std) {
  private static final int CHANNELS = 3;

  public ChannelConfig {
    new Checks(ChannelConfig.class)
        .that(areThree(mean, 0, 1), "mean", "must be three numbers from 0 to 1")
        .that(areThree(std, 0.001, 10), "std", "must be three numbers from 0.001 to 10")
        .done();
    mean = List.copyOf(mean);
    std = List.copyOf(std);
  }

  private static boolean areThree(List<Double> numbers, double least, double most) {
    return numbers != null
        && numbers.size() == CHANNELS
        && numbers.stream().allMatch(number -> number >= least && number <= most);
  }

  /** Mean and deviation of the pictures that CLIP was trained on; fits photos in general. */
  public static ChannelConfig clip() {
    return new ChannelConfig(
        List.of(0.48145466, 0.4578275, 0.40821073), List.of(0.26862954, 0.26130258, 0.27577711));
  }
}
