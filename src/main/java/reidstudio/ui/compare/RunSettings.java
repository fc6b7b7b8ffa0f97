package reidstudio.ui.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.RunFacts;
import reidstudio.store.EnvironmentFile;
import reidstudio.store.RunFolder;

/** What a run was asked to do and made with, by key; reads its folder. */
final class RunSettings {
  /** In front of what is no setting. */
  static final String ENVIRONMENT = "environment.";

  /** What may change results or speed; sizes of memory and dates say little. */
  private static final List<String> TOLD =
      List.of("recipe", "version", "os", "architecture", "java", "cores");

  private final RunConfigCodec codec = new RunConfigCodec();

  Map<String, String> of(ComparedRun run) {
    Map<String, String> all = new LinkedHashMap<>();
    run.trace().config().ifPresent(config -> all.putAll(codec.settings(config)));
    all.remove("schemaVersion");
    run.trace()
        .facts()
        .map(RunFacts::device)
        .ifPresent(device -> all.put(ENVIRONMENT + "device", device));
    Map<String, String> made = new EnvironmentFile(new RunFolder(run.listing().folder())).values();
    for (String key : TOLD) {
      if (made.containsKey(key)) {
        all.put(ENVIRONMENT + key, made.get(key));
      }
    }
    return all;
  }
}
