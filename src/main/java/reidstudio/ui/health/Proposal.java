package reidstudio.ui.health;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import reidstudio.config.ConfigException;
import reidstudio.config.Problem;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.Change;

/**
 * A new run with one setting changed.
 *
 * @param key the setting
 * @param before its value in the run, as it would be typed; empty if there is no such setting
 * @param after the value to try
 * @param config the whole configuration of the new run; empty if the change cannot be made
 * @param problem why not; empty if it can, or if the setting has this value already
 */
record Proposal(
    String key, String before, String after, Optional<RunConfig> config, String problem) {
  private static final int LONGEST_NAME = 60;

  /** Lays {@code change} over {@code run}, as {@code --set} on the command line would. */
  static Proposal of(Change change, RunConfig run, RunConfigCodec codec) {
    Map<String, String> settings = codec.settings(run);
    String before = settings.getOrDefault(change.key(), "");
    try {
      RunConfig changed = codec.read(null, Map.of(change.key(), change.value()), run);
      String after = codec.settings(changed).getOrDefault(change.key(), change.value());
      if (changed.equals(run)) {
        return new Proposal(change.key(), before, after, Optional.empty(), "");
      }
      String name = name(run.name(), change.key(), after);
      RunConfig named = codec.read(null, Map.of("name", name), changed);
      return new Proposal(change.key(), before, after, Optional.of(named), "");
    } catch (ConfigException e) {
      List<String> problems = e.problems().stream().map(Problem::toString).toList();
      return new Proposal(
          change.key(), before, change.value(), Optional.empty(), String.join(" ", problems));
    }
  }

  /** Whether the run already has this value. */
  boolean changesNothing() {
    return config.isEmpty() && problem.isEmpty();
  }

  /** Says what is new: {@code demo-learningRate-0.003}; a second try replaces the first. */
  private static String name(String run, String key, String value) {
    String setting = "-" + key.substring(key.lastIndexOf('.') + 1) + "-";
    String added = setting + value.replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    int former = run.indexOf(setting);
    String base = former > 0 ? run.substring(0, former) : run;
    int room = Math.max(1, LONGEST_NAME - added.length());
    String whole = base.substring(0, Math.min(room, base.length())) + added;
    return whole.substring(0, Math.min(LONGEST_NAME, whole.length()));
  }
}
