package reidstudio.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;
import reidstudio.config.Recipe;

/**
 * What a run was made with, as far as it may matter when it is made again. Says nothing about who
 * or where: no user, no host.
 */
final class EnvironmentJson {
  /** Id of the recipe that the settings began with, if there was one. */
  static final String RECIPE = "recipe";

  private static final int MEBIBYTE = 1 << 20;

  String text(Instant created, Optional<Recipe> recipe) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("program", "ReID Studio");
    tree.put("version", version());
    tree.put("created", created.toString());
    recipe.ifPresent(begun -> tree.put(RECIPE, begun.id()));
    tree.put("os", property("os.name") + " " + property("os.version"));
    tree.put("architecture", property("os.arch"));
    tree.put("java", property("java.version"));
    tree.put("javaVendor", property("java.vendor"));
    tree.put("cores", Runtime.getRuntime().availableProcessors());
    tree.put("heapMib", Runtime.getRuntime().maxMemory() / MEBIBYTE);
    memory().ifPresent(bytes -> tree.put("memoryMib", bytes / MEBIBYTE));
    return tree.toPrettyString() + "\n";
  }

  private static String version() {
    String version = EnvironmentJson.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  /** Physical memory in bytes; asked by name, because not every Java has that attribute. */
  private static Optional<Long> memory() {
    try {
      Object bytes =
          ManagementFactory.getPlatformMBeanServer()
              .getAttribute(new ObjectName("java.lang:type=OperatingSystem"), "TotalMemorySize");
      return Optional.of((Long) bytes);
    } catch (JMException e) {
      return Optional.empty();
    }
  }
}
