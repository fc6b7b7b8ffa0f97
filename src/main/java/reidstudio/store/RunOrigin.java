package reidstudio.store;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a run was made from.
 *
 * @param data name of the data folder; empty for the demo set, and if unknown
 * @param recipe id of the recipe that its settings began with; empty without one, and if unknown
 * @param identities people that it is trained with, once the data was read
 */
public record RunOrigin(String data, Optional<String> recipe, OptionalInt identities) {
  /** Of a folder that does not tell. */
  public static RunOrigin unknown() {
    return new RunOrigin("", Optional.empty(), OptionalInt.empty());
  }
}
