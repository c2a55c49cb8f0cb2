package parley.local.logs;

import java.nio.file.Path;

/**
 * A log stream, kept as a file that only grows.
 *
 * @param group the group's name
 * @param stream the stream's name
 * @param file where it is; there is no such stream before there is the file
 */
public record LogFile(String group, String stream, Path file) {}
