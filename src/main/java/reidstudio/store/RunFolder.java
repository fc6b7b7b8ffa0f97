package reidstudio.store;

import java.nio.file.Path;

/**
 * The folder of one run and where everything is in it.
 *
 * @param path absolute path
 */
public record RunFolder(Path path) {
  /** Begins the names of TensorBoard's files. */
  static final String TENSOR_BOARD = "events.out.tfevents.";

  /** Ends the names of the newest reports in words. */
  static final String REPORT = "_diagnosis.log";

  public RunFolder {
    path = path.toAbsolutePath().normalize();
  }

  /** Name of the run, as events carry it. */
  public String run() {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  /** The frozen configuration. */
  public Path config() {
    return path.resolve("config.json");
  }

  /** Program, Java and machine that the run was made with. */
  public Path environment() {
    return path.resolve("environment.json");
  }

  /** What a user says of the run; not there before anybody does. */
  public Path about() {
    return path.resolve("about.json");
  }

  /** One line for each step. */
  public Path metrics() {
    return path.resolve("metrics.jsonl");
  }

  /** One line for each other event. */
  public Path events() {
    return path.resolve("events.jsonl");
  }

  /** Saved weights. */
  public Path checkpoints() {
    return path.resolve("checkpoints");
  }

  /** Reports of diagnoses. */
  public Path diagnostics() {
    return path.resolve("diagnostics");
  }

  /** What evaluations leave behind. */
  public Path evaluations() {
    return path.resolve("evaluations");
  }

  /** Locked while the run is written; stays behind, empty. */
  Path lock() {
    return path.resolve("run.lock");
  }

  /** Names the process that writes the run; gone once the run has ended. */
  Path owner() {
    return path.resolve("run.pid");
  }
}
