package reidstudio.ui.curves;

import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Where the charts lead to.
 *
 * @param finding opens the finding of an id
 * @param batch opens the batch of a step
 * @param log opens the log lines of a step
 */
public record ChartLinks(Consumer<String> finding, LongConsumer batch, LongConsumer log) {}
