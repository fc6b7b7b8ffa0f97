package reidstudio.config;

/**
 * How pictures of each modality are normalised. Published models take CLIP's numbers for all of
 * them, and so do pretrained weights; an encoder that starts at random may learn faster from
 * drawings, which are nearly white, if they have numbers of their own.
 */
public record NormalisationConfig(
    ChannelConfig vis, ChannelConfig nir, ChannelConfig cp, ChannelConfig sk) {
  /** CLIP's for all. */
  public static NormalisationConfig clip() {
    ChannelConfig clip = ChannelConfig.clip();
    return new NormalisationConfig(clip, clip, clip, clip);
  }
}
