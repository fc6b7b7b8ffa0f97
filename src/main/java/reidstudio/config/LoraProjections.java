package reidstudio.config;

/** Which linear maps of a transformer layer get an adapter. */
public enum LoraProjections {
  /** The two of the MLP. */
  MLP,
  /** The two of the MLP, and input and output of the attention. */
  ALL
}
