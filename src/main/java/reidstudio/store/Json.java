package reidstudio.store;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The mapper of all files here that need no settings of their own. */
final class Json {
  /** Made for the first file: hundreds of classes that a window opens without. */
  static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}
}
