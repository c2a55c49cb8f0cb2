package parley.connections;

import java.util.List;
import java.util.Optional;

/**
 * Who is to be sent what.
 *
 * @param groups each connection stands in one of them, once
 * @param unknownFrom the first entry whose listeners could not be read; it and what follows it is
 *     in no group
 */
record Audience(List<Group> groups, Optional<Entry> unknownFrom) {}
