package reidstudio.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What AtlantaFX's dark theme says otherwise than its light one, as rules for the pseudo class
 * {@code dark} of a window's root.
 *
 * <p>A sheet of a program counts more than one of the system. So where a variable differs for one
 * kind of node, all rules for it are taken over: in their own order they decide as before.
 */
final class PrimerDifference {
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
  private static final String ROOT = ".root";
  private static final String VARIABLE = "-color-";

  /** Some selectors, and what is declared for them. */
  private record Rule(String selectors, List<String> declarations) {
    boolean isRoot() {
      return selectors.equals(ROOT);
    }
  }

  String css() throws IOException {
    List<Rule> light = rules(new PrimerLight());
    List<Rule> dark = rules(new PrimerDark());
    Set<String> variables = new HashSet<>();
    for (int i = 0; i < dark.size(); i++) {
      Rule other = light.get(i);
      if (!dark.get(i).selectors.equals(other.selectors)) {
        throw new IOException("rule " + i + " of the two themes is for other nodes");
      }
      if (!other.isRoot()) {
        dark.get(i).declarations.stream()
            .filter(each -> each.startsWith(VARIABLE) && !other.declarations.contains(each))
            .map(PrimerDifference::property)
            .forEach(variables::add);
      }
    }
    StringBuilder css = new StringBuilder();
    for (int i = 0; i < dark.size(); i++) {
      Rule rule = dark.get(i);
      List<String> same = light.get(i).declarations;
      List<String> taken =
          rule.declarations.stream()
              .filter(
                  each ->
                      !same.contains(each)
                          || (!rule.isRoot() && variables.contains(property(each))))
              .toList();
      if (!taken.isEmpty()) {
        css.append(selectors(rule)).append(" {\n");
        taken.forEach(each -> css.append("    ").append(each).append(";\n"));
        css.append("}\n\n");
      }
    }
    return css.toString();
  }

  private static String selectors(Rule rule) {
    return Arrays.stream(rule.selectors.split(",", -1))
        .map(String::strip)
        .map(each -> each.equals(ROOT) ? ROOT + ":dark" : ROOT + ":dark " + each)
        .collect(Collectors.joining(",\n"));
  }

  private static String property(String declaration) {
    return declaration.replaceFirst("(?s):.*", "");
  }

  private static List<Rule> rules(Theme theme) throws IOException {
    String sheet = theme.getUserAgentStylesheet().replace(".bss", ".css");
    try (InputStream css = Objects.requireNonNull(Theme.class.getResourceAsStream(sheet))) {
      String text =
          new String(css.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?s)/\\*.*?\\*/", "");
      List<Rule> rules = new ArrayList<>();
      Matcher rule = RULE.matcher(text);
      while (rule.find()) {
        List<String> declarations =
            Arrays.stream(rule.group(2).split(";", -1))
                .map(PrimerDifference::plain)
                .filter(each -> !each.isEmpty())
                .toList();
        rules.add(new Rule(plain(rule.group(1)), declarations));
      }
      return rules;
    }
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
