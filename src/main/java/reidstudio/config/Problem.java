package reidstudio.config;

import java.util.Objects;

/**
 * One thing that is wrong with a configuration.
 *
 * @param path where, as a dotted key such as {@code sampler.instances}; empty for the whole
 * @param message what is wrong and what is allowed, as one sentence
 */
public record Problem(String path, String message) {
  public Problem {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(message, "message");
  }

  /** The same problem seen from a record that holds this one under {@code parent}. */
  public Problem under(String parent) {
    return new Problem(path.isEmpty() ? parent : parent + "." + path, message);
  }

  @Override
  public String toString() {
    return path.isEmpty() ? message : path + ": " + message;
  }
}
