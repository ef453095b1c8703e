package dev.paperboy.notify.mail;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A mail whose turn it is.
 *
 * @param recipient where it goes: the subscriber's address as it is now, unless it is about another
 *     one
 * @param attempts made before
 */
record OpenMail(
    UUID id,
    MailKind kind,
    UUID subscriber,
    UUID digest,
    String recipient,
    String messageId,
    String subject,
    String html,
    String text,
    Map<String, String> headers,
    int attempts,
    int resends,
    Instant created) {}
