package reidstudio.diagnostic;

/** Hears how far a diagnosis has come. */
@FunctionalInterface
public interface Progress {
  /** {@code fraction} from 0 to 1 is done, {@code doing} is next. */
  void at(double fraction, String doing);
}
