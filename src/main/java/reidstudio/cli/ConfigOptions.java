package reidstudio.cli;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import reidstudio.config.ConfigException;
import reidstudio.config.Problem;
import reidstudio.config.Recipe;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;

/**
 * Options that make a configuration: a file or a recipe, over it {@code --set}, over that named
 * options.
 */
final class ConfigOptions {
  private static final String DIRECTORY = "data.directory";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "JSON or YAML file of settings; what it leaves out keeps its default.")
  private Path file;

  @Option(
      names = "--recipe",
      paramLabel = "NAME",
      description =
          "Settings to begin with: demo, orbench-clip, challenge, stuck-ce, few-valid-rows or"
              + " loud-norm.")
  private String recipe;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One setting, for example sampler.instances=4; may be repeated.")
  private List<String> settings = List.of();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data set; default is the demo set, which is made if it is not there yet.")
  private Path data;

  @Option(
      names = "--device",
      paramLabel = "NAME",
      description = "auto, cpu or cuda:N; default is auto.")
  private String device;

  private final RunConfigCodec codec = new RunConfigCodec();

  /**
   * The configuration that the options make of {@code base}.
   *
   * @param named values of the verb's own options, by setting; null where an option was not given
   * @throws ConfigException with everything that is wrong
   */
  RunConfig over(RunConfig base, Map<String, String> named) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> overrides = recipe(problems);
    overrides.putAll(overrides(named, problems));
    checkFolder("--data", data, problems);
    Path readable = readable(problems);
    RunConfig config = base;
    try {
      config = codec.read(readable, overrides, base);
      if (data == null) {
        checkDirectory(config.data().directory(), problems);
      }
    } catch (ConfigException e) {
      problems.addAll(e.problems());
      if (e.problems().stream().allMatch(problem -> problem.path().isEmpty())) {
        // The file hides what is wrong beside it.
        problems.addAll(problemsWithoutFile(overrides, base));
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return config;
  }

  /** The options beside {@code --device} that were given, as a user knows them. */
  List<String> settingOptions() {
    List<String> given = new ArrayList<>();
    if (file != null) {
      given.add("--config");
    }
    if (recipe != null) {
      given.add("--recipe");
    }
    if (!settings.isEmpty()) {
      given.add("--set");
    }
    if (data != null) {
      given.add("--data");
    }
    return given;
  }

  /** The device that was asked for. */
  Optional<String> device() {
    return Optional.ofNullable(device);
  }

  /** The recipe that was asked for, if there is such a one. */
  Optional<Recipe> recipe() {
    return Optional.ofNullable(recipe).flatMap(Recipe::of);
  }

  private Map<String, String> recipe(List<Problem> problems) {
    if (recipe == null) {
      return new LinkedHashMap<>();
    }
    if (file != null) {
      problems.add(
          new Problem(
              "--recipe", "cannot be combined with --config; use --set for single settings"));
    }
    Optional<Recipe> known = Recipe.of(recipe);
    if (known.isEmpty()) {
      String names = Arrays.stream(Recipe.values()).map(Recipe::id).collect(joining(", "));
      problems.add(new Problem("--recipe", "is '" + recipe + "', allowed are " + names));
    }
    return new LinkedHashMap<>(known.map(Recipe::settings).orElse(Map.of()));
  }

  private Map<String, String> overrides(Map<String, String> named, List<Problem> problems) {
    Map<String, String> overrides = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        problems.add(new Problem("--set", "is '" + setting + "', expected is KEY=VALUE"));
      } else {
        overrides.put(setting.substring(0, equals), setting.substring(equals + 1));
      }
    }
    named.forEach((key, value) -> put(overrides, key, value));
    put(overrides, "device", device);
    put(overrides, DIRECTORY, data == null ? null : data.toAbsolutePath().normalize().toString());
    return overrides;
  }

  private static void put(Map<String, String> overrides, String key, String value) {
    if (value != null) {
      overrides.put(key, value);
    }
  }

  private Path readable(List<Problem> problems) {
    if (file != null && !Files.isRegularFile(file)) {
      problems.add(new Problem("--config", "there is no file " + file.toAbsolutePath()));
      return null;
    }
    return file;
  }

  private List<Problem> problemsWithoutFile(Map<String, String> overrides, RunConfig base) {
    try {
      codec.read(null, overrides, base);
      return List.of();
    } catch (ConfigException e) {
      return e.problems();
    }
  }

  private static void checkDirectory(String directory, List<Problem> problems) {
    try {
      checkFolder(DIRECTORY, directory.isEmpty() ? null : Path.of(directory), problems);
    } catch (InvalidPathException e) {
      problems.add(new Problem(DIRECTORY, "is '" + directory + "', which cannot be a folder"));
    }
  }

  private static void checkFolder(String path, Path folder, List<Problem> problems) {
    if (folder != null && !Files.isDirectory(folder)) {
      problems.add(
          new Problem(
              path,
              "there is no folder "
                  + folder.toAbsolutePath().normalize()
                  + "; name the folder that holds the data set"));
    }
  }
}
