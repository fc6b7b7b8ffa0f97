package reidstudio.data.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The phrases of one caption, before they become sentences. Phrases for things carry their article.
 *
 * @param noun "person" or a synonym
 * @param who the noun with adjectives: "tall, slim person"
 * @param looks hair and glasses
 * @param upper the upper garment
 * @param lower the lower garment
 * @param extras shoes and headwear
 * @param bag what is carried, if mentioned
 * @param seen the view: "from behind"
 */
record Description(
    String noun,
    String who,
    List<String> looks,
    String upper,
    String lower,
    List<String> extras,
    Optional<String> bag,
    String seen) {

  /** All that is worn, as an English list. */
  String outfit() {
    List<String> worn = new ArrayList<>(List.of(upper, lower));
    worn.addAll(extras);
    return English.list(worn);
  }

  /** "a tall person with short hair". */
  String subject() {
    return English.article(who) + phrase(" with ", looks);
  }

  /** The joined phrases after {@code lead}, or nothing if there are none. */
  static String phrase(String lead, List<String> phrases) {
    return phrases.isEmpty() ? "" : lead + English.list(phrases);
  }

  /** The bag after {@code lead}, or nothing if it is not mentioned. */
  String bag(String lead) {
    return bag.map(b -> lead + b).orElse("");
  }
}
