package reidstudio.ui.dataset;

import java.util.List;
import reidstudio.event.Severity;

/**
 * One thing that is told of a data folder.
 *
 * @param verdict OK is fine, WARNING is worth a look, ERROR is a problem, UNCHECKED not known yet
 * @param number what was counted
 * @param sentence key of what it means for training
 * @param arguments of the sentence
 */
record TopicCard(
    Topic topic, Severity verdict, long number, String sentence, List<Object> arguments) {
  TopicCard {
    arguments = List.copyOf(arguments);
  }
}
