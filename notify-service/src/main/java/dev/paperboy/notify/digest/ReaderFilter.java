package dev.paperboy.notify.digest;

import dev.paperboy.notify.subscriber.Interests;
import java.util.UUID;

/**
 * One of a reader's filters.
 *
 * @param id null where it is not stored
 */
public record ReaderFilter(UUID id, String name, Interests interests) {}
