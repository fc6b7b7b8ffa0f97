package reidstudio.command;

/** The immediate answer to a command. */
public sealed interface CommandAck {
  /** It will be carried out; events tell how it goes. */
  record Accepted() implements CommandAck {}

  /** It is not possible now; {@code reason} is a sentence for the user. */
  record Refused(String reason) implements CommandAck {}
}
