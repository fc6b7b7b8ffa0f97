package reidstudio.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The result of a verb in both its forms.
 *
 * @param exit how the verb ended
 * @param document for scripts
 * @param text for people, lines ended by {@code \n}
 */
record Outcome(Exit exit, ObjectNode document, String text) {}
