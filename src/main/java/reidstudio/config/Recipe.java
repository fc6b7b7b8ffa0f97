package reidstudio.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Settings to begin with, under a name. A recipe need not be complete: what only its user can know,
 * such as where pretrained weights lie, is left to be filled in.
 */
public enum Recipe {
  /** What trains within minutes on the demo data and two cores. */
  DEMO,
  /** ReID5o's recipe for ORBench, with CLIP. */
  ORBENCH_CLIP,
  /** That of the public trainer for the PRCV2025 challenge, without its faults. */
  CHALLENGE,
  /** Cross-entropy never leaves ln C. */
  STUCK_CE,
  /** SDM compares a few rows only. */
  FEW_VALID_ROWS,
  /** Norms that are healthy and raise an alarm. */
  LOUD_NORM;

  /** The recipe whose {@link #id} is {@code id}. */
  public static Optional<Recipe> of(String id) {
    return Arrays.stream(values()).filter(recipe -> recipe.id().equals(id)).findFirst();
  }

  /** Its name in commands and files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it sets, by dotted key, as it would be typed. */
  public Map<String, String> settings() {
    String resource = "recipes/" + id() + ".yaml";
    try (InputStream yaml = Recipe.class.getResourceAsStream(resource)) {
      if (yaml == null) {
        throw new IllegalStateException("the program lacks its " + resource);
      }
      return new RunConfigCodec().settings(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
