/** What Paperboy needs around it, without Docker: PostgreSQL, Kafka and a mail inbox. */
package dev.paperboy.backing;
