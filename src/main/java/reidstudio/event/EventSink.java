package reidstudio.event;

/** Takes events; never blocks and never throws, so that the training loop waits for no reader. */
@FunctionalInterface
public interface EventSink {
  /** Takes over {@code event}; callable from any thread. */
  void publish(TrainingEvent event);
}
