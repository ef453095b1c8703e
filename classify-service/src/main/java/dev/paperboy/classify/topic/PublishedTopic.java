package dev.paperboy.classify.topic;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A topic as {@code topics.v1} last told it. */
@Entity
@Table(name = "topic")
class PublishedTopic extends PanacheEntityBase {
  @Id String id;

  /** Grows with every change of the topic's words. */
  long seq;

  /** JSON of its words, kept as text: compared letter by letter to tell a change. */
  String body;

  boolean retired;
}
