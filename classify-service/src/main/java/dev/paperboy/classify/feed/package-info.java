/** Feeds of searches, topics, fields and trending lists: Atom, RSS, JSON Feed, and references. */
package dev.paperboy.classify.feed;
