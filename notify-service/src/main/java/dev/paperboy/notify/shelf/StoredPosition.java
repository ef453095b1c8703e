package dev.paperboy.notify.shelf;

import java.util.UUID;

/**
 * What the database says of a partition.
 *
 * @param reading the reading that may move it
 * @param next the next offset to read
 */
record StoredPosition(Incarnation incarnation, UUID reading, long next) {}
