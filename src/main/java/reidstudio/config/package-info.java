/**
 * What a run is asked to do: immutable records that check themselves, and the codec that reads them
 * from JSON or YAML.
 *
 * <p>A record that exists is valid: its constructor gathers every problem of its fields and throws
 * {@link reidstudio.config.ConfigException} with all of them; the codec adds the path and goes on
 * with the next record, so that a user sees all mistakes of a file at once.
 *
 * <p>Thread: any; nothing here changes after construction. May import: Jackson, slf4j.
 */
package reidstudio.config;
